"""Moderation: precision and recall per kind, and of what is held and put to people."""

import argparse
import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.table import print_table, state_machine
from wireroom.engine.moderation.assessment import KINDS, LOOK, Assessment, Context, Earlier
from wireroom.engine.moderation.score import score
from wireroom.engine.moderation.wording import say

FOLDER: Final = Path(__file__).parent
FILES: Final = {
    "known": "moderation.jsonl",
    "held": "moderation_held.jsonl",
    "fresh": "moderation_fresh.jsonl",
}
HEAD: Final = ("what", "is", "found", "right", "precision %", "recall %")


@dataclass(frozen=True, slots=True)
class Case:
    """A comment with what people would do with it and why."""

    id: str
    lang: str
    text: str
    context: Context
    expected: str
    kinds: frozenset[str]


def load_cases(half: str) -> list[Case]:
    """Return the comments of a half."""
    lines = (FOLDER / FILES[half]).read_text("utf-8").splitlines()
    return [_case(json.loads(line)) for line in lines]


def _case(row: dict[str, list[str]]) -> Case:
    earlier = tuple(Earlier(text) for text in row.get("earlier", ()))
    context = Context(story=tuple(row.get("story", ())), earlier=earlier)
    return Case(
        str(row["id"]), str(row["lang"]), str(row["text"]), context, str(row["expected"]),
        frozenset(row["kinds"]),
    )  # fmt: skip


def main() -> int:
    """Print a table a half and language."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.moderation", description=__doc__)
    parser.add_argument("--half", choices=sorted(FILES), action="append", help="default: all")
    parser.add_argument("--show", action="store_true", help="print every wrong suggestion")
    args = parser.parse_args()
    print(state_machine("numpy"))
    for half in args.half or FILES:
        _report(half, load_cases(half), shows=args.show)
    return 0


def _report(half: str, cases: Sequence[Case], *, shows: bool) -> None:
    score("warm up", None)
    started = time.process_time()
    answers = [score(case.text, case.context) for case in cases]
    cost = (time.process_time() - started) * 1000 / len(cases)
    pairs = list(zip(cases, answers, strict=True))
    for lang in ("en", "ar", "all"):
        chosen = [pair for pair in pairs if lang in (pair[0].lang, "all")]
        title = f"\n{half}, {lang}: {len(chosen)} comments, {cost:.2f} ms CPU a comment"
        print_table(title, HEAD, list(_rows(chosen)))
    if shows:
        _show(pairs)


def _rows(pairs: Sequence[tuple[Case, Assessment]]) -> Iterable[list[object]]:
    for name, is_it, is_found in _questions():
        truth = [is_it(case) for case, _ in pairs]
        found = [is_found(answer) for _, answer in pairs]
        right = sum(a and b for a, b in zip(truth, found, strict=True))
        shares = (right / max(1, sum(found)), right / max(1, sum(truth)))
        counts = (sum(truth), sum(found), right)
        yield [name, *map(str, counts), *(f"{100 * share:.0f}" for share in shares)]


def _questions() -> Iterable[tuple[str, Callable[[Case], bool], Callable[[Assessment], bool]]]:
    yield "hold", lambda case: case.expected == "hold", lambda found: found.suggestion == "hold"
    yield (
        "look or hold",
        lambda case: case.expected != "show",
        lambda found: found.suggestion != "show",
    )
    for kind in KINDS:
        yield (
            kind,
            lambda case, kind=kind: kind in case.kinds,  # type: ignore[misc]
            lambda found, kind=kind: found.scores[kind] >= LOOK,  # type: ignore[misc]
        )


def _show(pairs: Iterable[tuple[Case, Assessment]]) -> None:
    for case, answer in pairs:
        found = {kind for kind, value in answer.scores.items() if value >= LOOK}
        if answer.suggestion != case.expected or not case.kinds <= found:
            why = "; ".join(f"{each.score} {say(each, case.text)}" for each in answer.reasons)
            print(f"[{case.expected}, not {answer.suggestion}] {case.text}\n    {why or '-'}")


if __name__ == "__main__":
    raise SystemExit(main())
