"""An event by country, language, owner and whose text: groups, and in what they differ."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

from wireroom.engine.insight.key_points.statement import rarity_of
from wireroom.engine.insight.ledger.entry import Saying
from wireroom.engine.insight.perspectives.choose import FEWEST, choose_read
from wireroom.engine.insight.perspectives.compare import (
    Compared,
    as_finding,
    compare_groups,
    rank_findings,
    saying_at,
)
from wireroom.engine.insight.perspectives.reading import Mark
from wireroom.engine.insight.perspectives.teller import Axis, Teller
from wireroom.engine.insight.perspectives.units import Event, read_event
from wireroom.engine.insight.perspectives.view import Finding, Group, Kind, Opening, Side, View

MOST_GROUPS: Final = 8
MOST_FINDINGS: Final = 8
_MOST_OPENINGS: Final = 3
# Words of an opening that other groups do not open with: one alone may be a matter of style.
_DISTINCT_WORDS: Final = 2
_NO_TIME: Final = datetime.max.replace(tzinfo=UTC)


def find_perspectives(tellers: Sequence[Teller]) -> tuple[View, ...]:
    """Return an event by each axis on which it has two groups and more.

    `tellers` may come in any order and be as many as they like: MOST_READ are read. Nothing is
    said of a group of fewer than three independent texts but how large it is, and when it came.
    """
    ordered = sorted(tellers, key=lambda one: (one.at or _NO_TIME, one.article))
    event = read_event(ordered, choose_read(ordered))
    views = (_view(event, axis) for axis in Axis)
    return tuple(view for view in views if len(view.groups) > 1)


def _view(event: Event, axis: Axis) -> View:
    members: defaultdict[str, list[int]] = defaultdict(list)
    for number in range(len(event.tellers)):
        if value := event.value(number, axis):
            members[value].append(number)
    sizes = {value: _outlets(event, numbers) for value, numbers in members.items()}
    values = sorted(members, key=lambda value: (-sizes[value], value))[:MOST_GROUPS]
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    openings: defaultdict[str, dict[Mark, Compared]] = defaultdict(dict)
    uneven = list(compare_groups(event, axis, values)) if len(values) > 1 else []
    for one in _without_echoes(uneven, groups=len(values)):
        if one.mark.kind is Kind.OPENING:
            if one.side is Side.HAS:
                openings[one.value][one.mark] = one
        elif finding := as_finding(event, axis, one):
            findings[one.value].append(finding)
    return View(
        axis,
        tuple(
            _group(event, value, members[value], findings[value], openings[value])
            for value in values
        ),
    )


def _without_echoes(uneven: Sequence[Compared], *, groups: int) -> list[Compared]:
    """Leave out that a group has not what one other alone has: of several, that is told once."""
    had = {one.mark for one in uneven if one.side is Side.HAS}
    return [one for one in uneven if groups == 2 or one.side is Side.HAS or one.mark not in had]


def _outlets(event: Event, numbers: Sequence[int]) -> int:
    return len({event.tellers[number].outlet for number in numbers})


def _group(
    event: Event,
    value: str,
    numbers: Sequence[int],
    findings: Sequence[Finding],
    openings: Mapping[Mark, Compared],
) -> Group:
    timed = [event.tellers[n] for n in numbers if event.tellers[n].at is not None]
    texts = {event.units[n] for n in numbers if n in event.readings}
    return Group(
        value=value,
        outlets=_outlets(event, numbers),
        reports=len(numbers),
        texts=len(texts),
        first_at=timed[0].at if timed else None,
        last_at=timed[-1].at if timed else None,
        first_outlet=timed[0].outlet if timed else "",
        opening=_opening(event, numbers, openings) if len(texts) >= FEWEST else None,
        findings=rank_findings(findings, most=MOST_FINDINGS),
    )


def _opening(
    event: Event, numbers: Sequence[int], distinct: Mapping[Mark, Compared]
) -> Opening | None:
    """Choose the openings that hold most of what the group opens with."""
    opened = {n: event.readings[n] for n in numbers if n in event.readings}
    held = {
        n: [m for m in one.marks if m.kind is Kind.OPENING]
        for n, one in opened.items()
        if one.opening
    }
    is_distinct = len(distinct) >= _DISTINCT_WORDS
    shares = Counter(mark for marks in held.values() for mark in marks)

    def worth(number: int) -> tuple[float, int]:
        marks = [mark for mark in held[number] if not is_distinct or mark in distinct]
        weight = sum(shares[mark] * _rarity(mark) for mark in marks)
        return -weight / (len(held[number]) + 8) ** 0.5, number

    sayings: dict[str, Saying] = {}
    for number in sorted(held, key=worth):
        if (place := opened[number].opening) and event.tellers[number].outlet not in sayings:
            sayings[event.tellers[number].outlet] = saying_at(event, number, place)
    return Opening(tuple(sayings.values())[:_MOST_OPENINGS], is_distinct) if sayings else None


def _rarity(mark: Mark) -> float:
    lang, _, stem = mark.key.partition(" ")
    return rarity_of(stem, lang)
