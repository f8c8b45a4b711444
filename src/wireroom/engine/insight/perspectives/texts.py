"""The independent texts of each group of an axis, as sets that are counted quickly."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from wireroom.engine.insight.perspectives.reading import Mark
from wireroom.engine.insight.perspectives.teller import Axis
from wireroom.engine.insight.perspectives.units import Event
from wireroom.engine.insight.perspectives.view import Kind

# By group; a bit for each text. Thousands of words are counted in some ten groups, and sets of
# Python cost ten times as much.
ByGroup: TypeAlias = Mapping[str, int]


class Texts:
    """The texts of an event's groups on one axis."""

    def __init__(self, event: Event, axis: Axis) -> None:
        self._event = event
        bits: dict[object, int] = {}
        self._places = {
            number: (value, 1 << bits.setdefault(event.units[number], len(bits)))
            for number in event.readings
            if (value := event.value(number, axis))
        }
        self._spoken: dict[frozenset[str], ByGroup] = {}

    def having(self, mark: Mark) -> ByGroup:
        """Return the texts that have a mark."""
        return self._of(self._event.having[mark])

    def comparable(self, mark: Mark) -> ByGroup:
        """Return the texts that have a mark or leave it out."""
        langs = self._event.spoken[mark]
        if mark.kind is Kind.QUOTED or langs not in self._spoken:
            found = self._of(n for n in self._places if self._event.is_comparable(n, mark))
            if mark.kind is Kind.QUOTED:
                return found
            self._spoken[langs] = found
        return self._spoken[langs]

    def _of(self, numbers: Iterable[int]) -> ByGroup:
        found: defaultdict[str, int] = defaultdict(int)
        for number in numbers:
            if number in self._places:
                value, bit = self._places[number]
                found[value] |= bit
        return found


def split_sides(texts: ByGroup, value: str) -> tuple[int, int]:
    """Return the texts of a group and those of all others; one that both print is in both."""
    others = 0
    for other, mask in texts.items():
        if other != value:
            others |= mask
    return texts.get(value, 0), others
