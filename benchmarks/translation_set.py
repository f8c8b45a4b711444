"""Measure how translations are verified: faithful ones kept, ones with a planted error caught.

usage: python -m benchmarks.translation_set [--part tuned|held|fresh|last] [--show]

Invented sentences and what a translator makes of them (benchmarks/translation), in eighteen pairs
of languages. Each is also spoiled in every way that fits it: a number changed or left out, a name
left out or put in another's place, a quotation mark lost, half of it missing, left untranslated,
answered in a third language or with markup. `held` was written before anything was tuned, `fresh`
once the rules stood, with languages that the others lack, `last` when that had been mended.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.table import print_table
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.translation.check import Pair, Problem, find_problem
from wireroom.engine.insight.translation.cut import MARKS

FOLDER: Final = Path(__file__).with_name("translation")
PARTS: Final = ("tuned", "held", "fresh", "last")
_AT: Final = datetime(2031, 6, 3, 6, tzinfo=UTC)
_NUMBER: Final = re.compile(r"\d[\d.,]*\d|\d")
_NAME: Final = re.compile(r"(?<=[a-z,] )[A-Z][a-zà-ü]{4,}\b")
_CALENDAR: Final = word_list(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december"
)
_THIRD: Final = (
    "Die Feuerwehr rückte am frühen Morgen mit mehreren Fahrzeugen aus und sperrte die Straße.",
    "Les pompiers sont intervenus tôt dans la matinée et ont fermé la route à la circulation.",
)


class Told(NamedTuple):
    """A sentence and its translation."""

    pair: Pair
    original: str
    translated: str


def read_part(part: str) -> list[Told]:
    """Return the sentences of a part."""
    lines = (FOLDER / f"{part}.txt").read_text("utf-8").splitlines()
    rows = [line for line in lines if line and not line.startswith("#")]
    found = []
    for first in range(0, len(rows), 3):
        source, _, target = rows[first].partition(">")
        found.append(Told(Pair(source=source, target=target), *rows[first + 1 : first + 3]))
    return found


def spoil(told: Told) -> Iterator[tuple[str, str]]:
    """Yield (error, translation with it)."""
    text = told.translated
    for match in list(_NUMBER.finditer(text))[:2]:
        changed = str((int(match[0][0]) % 9) + 1) + match[0][1:]
        yield "number changed", text[: match.start()] + changed + text[match.end() :]
        yield "number left out", text[: match.start()].rstrip() + text[match.end() :]
    names = [match for match in _NAME.finditer(text) if match[0].lower() not in _CALENDAR]
    for match in names[-1:]:
        yield "name changed", f"{text[: match.start()]}Hobkirk{text[match.end() :]}"
        yield "name left out", text[: match.start()].rstrip() + text[match.end() :]
    for match in list(MARKS.finditer(text))[:1]:
        yield "quotation mark lost", text[: match.start()] + text[match.end() :]
    yield "half missing", text[: len(text) // 3]
    yield "not translated", told.original
    yield "third language", _THIRD[told.pair.source == "de"]
    yield "markup", f"<p>{text}</p>"


def judge(part: str, *, shows: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield (what a translation is, whether it is judged so); with `shows` print the others."""
    for told in read_part(part):
        for what, text in (("faithful", told.translated), *spoil(told)):
            problem = find_problem(told.original, text, told.pair, published_at=_AT)
            is_right = (problem is None) == (what == "faithful")
            if shows and not is_right:
                _show(what, problem, told.original, text)
            yield what, is_right


def main(words: Sequence[str]) -> int:
    """Print how many faithful translations are kept and how many spoiled ones are caught."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--part", choices=PARTS, default="tuned")
    parser.add_argument("--show", action="store_true", help="each one that is judged wrong")
    args = parser.parse_args(words)
    seen, right = Counter[str](), Counter[str]()
    for what, is_right in judge(args.part, shows=args.show):
        seen[what] += 1
        right[what] += is_right
    rows = [[what, seen[what], right[what], f"{right[what] / seen[what]:.3f}"] for what in seen]
    print_table(f"part: {args.part}", ["translation", "sentences", "judged right", "share"], rows)
    return 0


def _show(what: str, problem: Problem | None, original: str, text: str) -> None:
    print(f"{what}: {problem or 'let through'}\n  {original}\n  {text}", file=sys.stderr)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
