"""Differences: how many planted ones are found, how many found are planted, and of what kind."""

import argparse
import time
from collections import Counter
from collections.abc import Iterable
from typing import Final

from benchmarks.differing_set import HALVES, TRAP, Story, load_stories
from benchmarks.table import print_table, state_machine
from wireroom.engine.insight.differences.find import differences
from wireroom.engine.insight.differences.report import Difference
from wireroom.engine.insight.verify.claim import Span

HEAD: Final = ("stories", "planted", "found", "recall", "reported", "precision", "kind", "traps",
               "sprung")  # fmt: skip
LANGS: Final = ("en", "ar", "others", "all")


def main() -> int:
    """Print precision, recall and how often the kind is right, by language of the stories."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.differences", description=__doc__)
    parser.add_argument("--half", choices=HALVES, action="append", help="default: both")
    parser.add_argument("--show", action="store_true", help="print what is missed or wrong")
    args = parser.parse_args()
    print(state_machine("PyStemmer"))
    for half in args.half or HALVES:
        _report(half, shows=args.show)
    return 0


def _report(half: str, *, shows: bool) -> None:
    counts: dict[str, Counter[str]] = {lang: Counter() for lang in LANGS}
    started = time.process_time()
    for story in load_stories(half):
        own = score(story, differences(story.reports), shows=shows)
        counts["all"] += own
        counts[story.lang if story.lang in LANGS else "others"] += own
    cost = time.process_time() - started
    rows = [(lang, *_row(counts[lang])) for lang in LANGS]
    print_table(f"\n{half}: {cost:.2f} s CPU", ("language", *HEAD), rows)


def _row(count: Counter[str]) -> Iterable[str]:
    return (
        str(count["stories"]),
        str(count["planted"]),
        str(count["found"]),
        f"{count['found'] / max(count['planted'], 1):.3f}",
        str(count["reported"]),
        f"{count['right'] / max(count['reported'], 1):.3f}",
        f"{count['kind'] / max(count['found'], 1):.3f}",
        str(count["traps"]),
        str(count["sprung"]),
    )


def score(story: Story, found: list[Difference], *, shows: bool = False) -> Counter[str]:
    """Count what is right: a reported difference must hold two marks of one planted one, and
    none of another or of a trap; what is told twice is wrong the second time."""
    count = Counter(stories=1, planted=len(story.planted), reported=len(found))
    count["traps"] = sum(name.startswith(TRAP) for name in story.marks)
    told: set[str] = set()
    for difference in found:
        names = [_mark_of(story, value.span) for value in difference.values]
        count["sprung"] += len({name for name in names if name.startswith(TRAP)})
        [(name, times)] = Counter(names).most_common(1)
        if times < 2 or set(names) != {name} or name not in story.planted or name in told:
            _show(story, "wrong", f"{names} {_line(difference)}", shows=shows)
            continue
        told.add(name)
        count["right"] += 1
        count["found"] += 1
        count["kind"] += difference.kind == story.planted[name]
        if difference.kind != story.planted[name]:
            _show(story, f"{difference.kind}, not {story.planted[name]}", name, shows=shows)
    for name in story.planted.keys() - told:
        _show(story, "missed", name, shows=shows)
    return count


def _mark_of(story: Story, span: Span) -> str:
    for name, marks in story.marks.items():
        for mark in marks:
            if mark.article == span.article and mark.start < span.end and span.start < mark.end:
                return name
    return f"?{span.start}"


def _line(difference: Difference) -> str:
    shown = "; ".join(f"{value.outlet}: {value.shown}" for value in difference.values)
    return f"{difference.measure} {difference.about}: {shown}"


def _show(story: Story, what: str, about: str, *, shows: bool) -> None:
    if shows:
        print(f"[{story.key}] {what}: {about}")


if __name__ == "__main__":
    raise SystemExit(main())
