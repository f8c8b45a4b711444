"""What a model's sentences must pass: how many lies do, and how many true ones, by set."""

import argparse
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.lies_set import FILES, TRUTH, Case, load_cases
from benchmarks.table import print_table, state_machine
from wireroom.engine.insight.verify.claim import CitedArticle, Claim, Span
from wireroom.engine.insight.verify.sentences import sentence_spans
from wireroom.engine.insight.verify.tokens import read
from wireroom.engine.insight.written.gate import find_faults

SHORTENED: Final = Path(__file__).with_name("written_shortened.toml")
HALVES: Final = ("tuned", "held", "last", "final")
LIE: Final = "left out"


def main() -> int:
    """Print how many lies and truths pass, of the verifier's sets and of shortened sentences."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.written", description=__doc__)
    parser.add_argument("--set", dest="sets", action="append", help="default: all")
    parser.add_argument("--show", action="store_true", help="print every wrong verdict")
    args = parser.parse_args()
    print(state_machine("PyStemmer"))
    sets = {half: load_cases(half) for half in FILES}
    sets |= {f"shortened {half}": load_shortened(half) for half in HALVES}
    rows = [
        _row(name, cases, shows=args.show)
        for name, cases in sets.items()
        if not args.sets or name in args.sets
    ]
    print_table("\nWhat passes", ("set", "lies", "pass", "%", "truths", "pass", "%"), rows)
    return 0


def load_shortened(half: str) -> list[Case]:
    """Return shortened sentences, the true ones and those that what is left out makes lies."""
    return list(_shortened(half))


def _shortened(half: str) -> Iterator[Case]:
    for number, row in enumerate(tomllib.loads(SHORTENED.read_text("utf-8"))[half]):
        article = CitedArticle(f"{half}-{number}", 1, row["text"], row["lang"])
        spans = (Span(article.id, 1, 0, len(article.text)),)
        for text in row.get("true", ()):
            yield Case(Claim(text, spans), article, row["lang"], TRUTH)
        for text in row.get("lies", ()):
            yield Case(Claim(text, spans), article, row["lang"], LIE)


def passes(case: Case) -> bool:
    """Tell whether a page would show the claim, had a model cited its nearest sentence."""
    return not find_faults(case.claim.text, nearest(case), case.article)


def nearest(case: Case) -> Span:
    """Return the cited sentence that shares most words with the claim, as a model would cite."""
    wanted = [token.keys | {token.word} for token in read(case.claim.text).tokens]

    def shared(span: Span) -> int:
        there = read(case.article.text[span.start : span.end], is_cited=True).tokens
        keys = frozenset(key for token in there for key in (*token.keys, token.word))
        return sum(not keys.isdisjoint(one) for one in wanted)

    return max(_sentences(case), key=shared)


def _sentences(case: Case) -> Iterator[Span]:
    for span in case.claim.spans:
        for start, end in sentence_spans(case.article.text[span.start : span.end]):
            yield Span(span.article, span.revision, span.start + start, span.start + end)


def _row(name: str, cases: list[Case], *, shows: bool) -> list[object]:
    counts = {True: [0, 0], False: [0, 0]}
    for case in cases:
        is_true, passed = case.manner == TRUTH, passes(case)
        counts[is_true][0] += 1
        counts[is_true][1] += passed
        if shows and passed != is_true:
            print(f"[{name}: {case.manner}] {case.claim.text}")
    cells: list[object] = [name]
    for of, kept in (counts[False], counts[True]):
        cells += [of, kept, f"{100 * kept / max(of, 1):.1f}"]
    return cells


if __name__ == "__main__":
    raise SystemExit(main())
