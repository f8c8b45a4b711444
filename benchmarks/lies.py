"""Lies: how many false claims the verifier lets pass and how many true ones, by manner."""

import argparse
import time
from collections import Counter
from typing import Final

from benchmarks.lies_set import FILES, TRUTH, Case, load_cases
from benchmarks.table import print_table, state_machine
from wireroom.engine.insight.verify.check import verify
from wireroom.engine.insight.verify.wording import say

HEAD: Final = ("manner", "en", "passed", "ar", "passed", "all", "passed", "share %")


def main() -> int:
    """Print, per manner of lie and for the truths, how many claims passed in each language."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lies", description=__doc__)
    parser.add_argument("--half", choices=sorted(FILES), action="append", help="default: all")
    parser.add_argument("--show", action="store_true", help="print every wrong verdict")
    args = parser.parse_args()
    print(state_machine("PyStemmer"))
    for half in args.half or FILES:
        _report(half, load_cases(half), shows=args.show)
    return 0


def _report(half: str, cases: list[Case], *, shows: bool) -> None:
    claims: Counter[tuple[str, str]] = Counter()
    passed: Counter[tuple[str, str]] = Counter()
    started = time.process_time()
    for case in cases:
        verdict = verify(case.claim, [case.article])
        for manner in (case.manner, "" if case.manner == TRUTH else "all lies"):
            claims[manner, case.lang] += 1
            passed[manner, case.lang] += verdict.passed
        if shows and verdict.passed != (case.manner == TRUTH):
            why = "; ".join(say(finding) for finding in verdict.findings)
            print(f"[{case.manner}] {case.claim.text}\n    {why or 'passed'}")
    cost = (time.process_time() - started) * 1000 / len(cases)
    manners = sorted({manner for manner, _ in claims if manner not in {"", TRUTH, "all lies"}})
    rows = [_row(manner, claims, passed) for manner in (*manners, "all lies", TRUTH)]
    print_table(f"\n{half}: {len(cases)} claims, {cost:.2f} ms CPU a claim", HEAD, rows)


def _row(
    manner: str, claims: Counter[tuple[str, str]], passed: Counter[tuple[str, str]]
) -> list[object]:
    counts = [(claims[manner, lang], passed[manner, lang]) for lang in ("en", "ar")]
    of, kept = sum(count[0] for count in counts), sum(count[1] for count in counts)
    cells = [str(value) for pair in (*counts, (of, kept)) for value in pair]
    return [manner, *cells, f"{100 * kept / max(of, 1):.1f}"]


if __name__ == "__main__":
    raise SystemExit(main())
