"""The groups of one axis held against each other: what one has and the others leave out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.insight.ledger.entry import Saying
from wireroom.engine.insight.perspectives.chance import Table, chance_of, find_uneven
from wireroom.engine.insight.perspectives.choose import FEWEST
from wireroom.engine.insight.perspectives.reading import Mark, Place
from wireroom.engine.insight.perspectives.teller import Axis
from wireroom.engine.insight.perspectives.texts import Texts, split_sides
from wireroom.engine.insight.perspectives.units import Event
from wireroom.engine.insight.perspectives.view import Count, Finding, Kind, Side
from wireroom.engine.insight.verify.claim import Span

# Shares of a side that has something, and of one that leaves it out. Between them a group is no
# more than less keen on it.
_MOST_HAVE: Final = 0.5
_FEW_HAVE: Final = 0.25
# How many of what is said to be uneven may be chance, of each kind for itself: there are hundreds
# of words and few speakers. Of 120 events of benchmarks/perspectives in which groups mean nothing
# something was told of 5, at .05 of 8, at .02 of 3; of what is planted in groups of 9 to 14 and of
# 6 to 8 .84 and .38 are found, at .05 .88 and .48, at .02 .83 and .33.
_LEVELS: Final[Mapping[frozenset[Kind], float]] = {
    frozenset((Kind.QUOTED,)): 0.03,
    frozenset((Kind.FACT,)): 0.03,
    frozenset((Kind.NAME, Kind.NUMBER)): 0.03,
    frozenset((Kind.OPENING,)): 0.03,
    frozenset((Kind.WORD,)): 0.02,
}
_ORDER: Final = (Kind.QUOTED, Kind.FACT, Kind.NAME, Kind.NUMBER, Kind.WORD, Kind.OPENING)
_MOST_SAYINGS: Final = 3  # of different outlets: not all may be shown


@dataclass(frozen=True, slots=True)
class Compared:
    """A mark in a group and outside it: by independent texts, which are what is tested."""

    value: str
    mark: Mark
    table: Table

    @property
    def side(self) -> Side | None:
        """Tell which way they differ enough to be told."""
        here, there = (
            self.table.having / self.table.of,
            self.table.others_having / self.table.others,
        )
        if here >= _MOST_HAVE and there <= _FEW_HAVE:
            return Side.HAS
        return Side.OMITS if here <= _FEW_HAVE and there >= _MOST_HAVE else None


def compare_groups(event: Event, axis: Axis, values: Sequence[str]) -> Iterator[Compared]:
    """Yield what is uneven between some group of the axis and all others, too uneven for chance."""
    texts = Texts(event, axis)
    for kinds, level in _LEVELS.items():
        asked = [
            one
            for mark in sorted(event.having)
            if mark.kind in kinds and len(event.having[mark]) >= FEWEST
            for one in _of_mark(texts, mark, values)
        ]
        for number in sorted(find_uneven([one.table for one in asked], level=level)):
            if asked[number].side:
                yield asked[number]


def _of_mark(texts: Texts, mark: Mark, values: Sequence[str]) -> Iterator[Compared]:
    having, compared = texts.having(mark), texts.comparable(mark)
    for value in values:
        of, others = split_sides(compared, value)
        if of.bit_count() >= FEWEST and others.bit_count() >= FEWEST:
            here, there = split_sides(having, value)
            table = Table(here.bit_count(), of.bit_count(), there.bit_count(), others.bit_count())
            yield Compared(value, mark, table)


def as_finding(event: Event, axis: Axis, one: Compared) -> Finding | None:
    """Return what is told of it; None where nobody's words can show it."""
    having = event.having[one.mark]
    here: list[int] = []
    there: list[int] = []
    for number in event.readings:
        value = event.value(number, axis)
        if value and event.is_comparable(number, one.mark):
            (here if value == one.value else there).append(number)
    side = one.side
    numbers = [n for n in (here if side is Side.HAS else there) if n in having and having[n].about]
    if side is None or not numbers:
        return None
    about = Counter(having[n].about for n in numbers).most_common(1)[0][0]
    return Finding(
        kind=one.mark.kind,
        side=side,
        about="" if one.mark.kind is Kind.FACT else about,
        sayings=_sayings(event, having, numbers),
        here=_outlets(event, here, having),
        elsewhere=_outlets(event, there, having),
        chance=chance_of(one.table),
    )


def _sayings(
    event: Event, having: Mapping[int, Place], numbers: Sequence[int]
) -> tuple[Saying, ...]:
    """Return the words of different outlets, the earliest first."""
    found: dict[str, Saying] = {}
    for number in sorted(numbers):
        if event.tellers[number].outlet not in found:
            found[event.tellers[number].outlet] = saying_at(event, number, having[number])
    return tuple(found.values())[:_MOST_SAYINGS]


def saying_at(event: Event, number: int, place: Place) -> Saying:
    """Return the words at a place of a report."""
    one = event.tellers[number]
    span = Span(one.article, one.revision, place.start, place.end)
    return Saying(one.body[place.start : place.end], span)


def _outlets(event: Event, numbers: Sequence[int], having: Mapping[int, Place]) -> Count:
    known = {event.tellers[number].outlet for number in numbers}
    holding = {event.tellers[number].outlet for number in numbers if number in having}
    return Count(len(holding), len(known))


def rank_findings(findings: Sequence[Finding], *, most: int) -> tuple[Finding, ...]:
    """Return what is told of a group, quotes first, words that an earlier one shows left out."""
    ranked = sorted(findings, key=lambda one: (_ORDER.index(one.kind), one.chance, one.about))
    kept: list[Finding] = []
    for one in ranked:
        if len(kept) == most:
            break
        if not any(_tells(other, one) for other in kept):
            kept.append(one)
    return tuple(kept)


def _tells(told: Finding, other: Finding) -> bool:
    """Tell whether a reader of the first learns nothing from the other: one sentence shows both."""
    if told.side is not other.side:
        return False
    spans = [one.span for one in told.sayings]
    shown = [
        one
        for one in other.sayings
        if any(
            span.article == one.span.article
            and span.start < one.span.end
            and one.span.start < span.end
            for span in spans
        )
    ]
    return len(shown) * 2 > len(other.sayings)
