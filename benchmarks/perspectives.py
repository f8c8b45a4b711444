"""Perspectives: what groups do otherwise and is found, and what is found that nobody did."""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from benchmarks.planted_set import PARTS, Event, Plant, Planted, load_events
from benchmarks.table import print_table, state_machine
from wireroom.engine.insight.perspectives.find import find_perspectives
from wireroom.engine.insight.perspectives.teller import Axis
from wireroom.engine.insight.perspectives.view import Finding, Group, Side, View

_EVENTS: Final = {"tuned": 60, "held": 30}
_HEAD: Final = ("events", "planted", "found", "recall", "told", "right", "precision")
_SIDES: Final = {
    Plant.QUOTES: Side.HAS,
    Plant.TELLS: Side.HAS,
    Plant.OMITS: Side.OMITS,
    Plant.OMITS_QUOTE: Side.OMITS,
}


def main() -> int:
    """Print precision and recall of what is planted, and how often nothing gives something."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.perspectives", description=__doc__)
    parser.add_argument("--part", choices=PARTS, action="append", help="default: both")
    parser.add_argument("--show", action="store_true", help="print what is missed or wrong")
    args = parser.parse_args()
    print(state_machine("PyStemmer"))
    for part in args.part or PARTS:
        started = time.process_time()
        _report_planted(part, shows=args.show)
        _report_nothing(part, shows=args.show)
        print(f"{time.process_time() - started:.1f} s CPU, texts made and quotes found included")
    return 0


def _report_planted(part: str, *, shows: bool) -> None:
    rows = []
    for small in (False, True):
        count: Counter[str] = Counter()
        events = load_events(part, planted=True, most=_EVENTS[part], small=small)
        for event in events:
            count += score(event, find_perspectives(event.tellers), shows=shows)
        name = "groups of 6 to 8" if small else "groups of 9 to 14"
        rows.append((name, *_row(count)))
        rows += [(f"  {plant}", *_row(count, plant)) for plant in Plant]
    print_table(f"\n{part}: two things planted in each event", ("", *_HEAD), rows)


def _row(count: Counter[str], plant: str = "") -> Iterable[str]:
    planted, found = count[f"planted {plant}".strip()], count[f"found {plant}".strip()]
    shares = str(planted), str(found), f"{found / max(planted, 1):.3f}"
    if plant:
        return ("", *shares, "", "", "")
    told, right = count["told"], count["right"]
    return (str(count["events"]), *shares, str(told), str(right), f"{right / max(told, 1):.3f}")


def score(event: Event, views: Sequence[View], *, shows: bool = False) -> Counter[str]:
    """Count what is right: of the group, the way it differs, and words of the planted line."""
    count = Counter({"events": 1, "planted": len(event.planted)})
    count.update(f"planted {one.plant}" for one in event.planted)
    found: set[Planted] = set()
    for view in views:
        for group in view.groups:
            for told in _told(group):
                right = _right(event, view, group, told)
                found.update(right)
                count["told"] += 1
                count["right"] += bool(right)
                if shows and not right:
                    print(f"[{event.key}] wrong: {view.axis} {group.value} {_line(told)}")
    count["found"] = len(found)
    count.update(f"found {one.plant}" for one in found)
    for one in event.planted if shows else ():
        if one not in found:
            print(f"[{event.key}] missed: {one}")
    return count


def _told(group: Group) -> Sequence[Finding | None]:
    """Return what is told of a group; None stands for its opening, where that is its own."""
    own = [None] if group.opening and group.opening.is_distinct else []
    return [*group.findings, *own]


def _right(event: Event, view: View, group: Group, told: Finding | None) -> list[Planted]:
    sayings = told.sayings if told else group.opening.sayings if group.opening else ()
    spans = [one.span for one in sayings]
    lines = Counter(event.line_at(span.article, span.start) for span in spans)
    [(line, _)] = lines.most_common(1)
    return [
        one
        for one in event.planted
        if view.axis is Axis.COUNTRY and _fits(event, one, group, line, told)
    ]


def _fits(event: Event, one: Planted, group: Group, line: int, told: Finding | None) -> bool:
    """Tell whether a group is told of rightly; of two groups each is the other's mirror."""
    wanted, side = _SIDES.get(one.plant), told.side if told else None
    if group.value == one.group:
        return one.line == line and side is wanted
    if len({teller.country for teller in event.tellers}) > 2:
        return False
    if wanted is None:  # the other group opens as all would
        return side is None and line == 0
    return one.line == line and side is not None and side is not wanted


def _line(told: Finding | None) -> str:
    if told is None:
        return "opening"
    return f"{told.side} {told.kind} {told.about!r} {told.here} {told.elsewhere} {told.chance:.2g}"


def _report_nothing(part: str, *, shows: bool) -> None:
    rows = []
    for small in (False, True):
        events = load_events(part, planted=False, most=_EVENTS[part], small=small)
        told = [(event, score(event, find_perspectives(event.tellers), shows=shows))
                for event in events]  # fmt: skip
        wrong = sum(count["told"] > 0 for _, count in told)
        groups = "6 to 8" if small else "9 to 14"
        rows.append((groups, str(len(events)), str(wrong), str(sum(c["told"] for _, c in told))))
    head = ("groups of", "events", "events of which something is told", "told")
    print_table(f"\n{part}: nothing planted", head, rows)


if __name__ == "__main__":
    raise SystemExit(main())
