"""Reports made into independent texts, and which of those have what."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Final, TypeAlias

from wireroom.engine.insight.perspectives.facts import find_facts
from wireroom.engine.insight.perspectives.names import bare_name, is_of_several
from wireroom.engine.insight.perspectives.reading import Mark, Place, Reading, read_teller
from wireroom.engine.insight.perspectives.teller import Axis, Teller
from wireroom.engine.insight.perspectives.view import Kind

# A text of less than this share of the usual length leaves out nearly everything: its silence
# says nothing.
_TOO_SHORT: Final = 0.35

Unit: TypeAlias = tuple[str, str]  # whose text, in which language


@dataclass(slots=True)
class Event:
    """All reports of an event with what was read of them.

    `units` has for each report the text it counts with: its voice's where several outlets have
    that, else its outlet's, whose second report is no second witness. `having` has by mark the
    reports that have it, `spoken` the languages of these.
    """

    tellers: Sequence[Teller]
    readings: Mapping[int, Reading]
    units: Sequence[Unit]
    having: dict[Mark, dict[int, Place]] = field(default_factory=dict)
    spoken: dict[Mark, frozenset[str]] = field(default_factory=dict)

    def value(self, number: int, axis: Axis) -> str:
        """Return to which group of an axis a report belongs; empty where nobody knows."""
        one = self.tellers[number]
        if axis is Axis.COUNTRY:
            return one.country
        if axis is Axis.OWNER:
            return one.owner
        if axis is Axis.TEXT:
            return one.text.value
        return "" if self.units[number][1] == "und" else self.units[number][1]

    def values(self, axis: Axis) -> frozenset[str]:
        """Return the groups of an axis."""
        found = (self.value(number, axis) for number in range(len(self.tellers)))
        return frozenset(value for value in found if value)

    def is_comparable(self, number: int, mark: Mark) -> bool:
        """Tell whether a report that has not a mark leaves it out.

        In a language in which no report has it, nobody can tell an absence from another spelling.
        """
        reading = self.readings.get(number)
        if reading is None or reading.lang not in self.spoken[mark]:
            return False
        return mark.kind is not Kind.QUOTED or number in self.having[mark] or reading.reads_quotes


def read_event(tellers: Sequence[Teller], chosen: Iterable[int]) -> Event:
    """Read the chosen reports and note who has what; none where no axis tells them apart."""
    event = Event(tellers, {}, _units(tellers))
    if not any(len(event.values(axis)) > 1 for axis in Axis):
        return event
    chars = {number: len(body) for number in chosen if (body := tellers[number].body)}
    readings = {number: read_teller(tellers[number]) for number in _long_enough(chars)}
    event.readings = readings
    small = Counter(word for one in readings.values() for word in one.small)
    for number, reading in readings.items():
        for mark, place in reading.marks.items():
            if mark.kind is not Kind.NAME:
                event.having.setdefault(mark, {})[number] = place
    _note_names(event, small)
    _note_facts(event)
    _note_languages(event)
    return event


def _long_enough(chars: Mapping[int, int]) -> list[int]:
    usual = median(chars.values()) if chars else 0
    return [number for number, one in chars.items() if one >= _TOO_SHORT * usual]


def _units(tellers: Sequence[Teller]) -> list[Unit]:
    outlets: defaultdict[str, set[str]] = defaultdict(set)
    for one in tellers:
        outlets[one.voice].add(one.outlet)
    return [
        (
            f"text {one.voice}" if len(outlets[one.voice]) > 1 else f"outlet {one.outlet}",
            one.lang.partition("-")[0].lower() or "und",
        )
        for one in tellers
    ]


def _note_names(event: Event, small: Mapping[str, int]) -> None:
    """Note who has each name; that nothing but a name's key stands in a report is enough."""
    written: defaultdict[Mark, Counter[str]] = defaultdict(Counter)
    for reading in event.readings.values():
        for mark, place in reading.marks.items():
            if mark.kind is Kind.NAME and (name := bare_name(place.about, small)):
                written[mark][name] += 1
    for mark, names in written.items():
        if is_of_several(names):
            event.having.pop(Mark(Kind.QUOTED, mark.key), None)
            continue
        [(name, _)] = names.most_common(1)
        for number, reading in event.readings.items():
            if mark.key in reading.heard:
                place = reading.heard[mark.key]._replace(about=name)
                event.having.setdefault(mark, {})[number] = place


def _note_facts(event: Event) -> None:
    numbers = list(event.readings)
    for place, mark, span in find_facts([event.tellers[number] for number in numbers]):
        known = event.having.setdefault(mark, {})
        if numbers[place] not in known or not known[numbers[place]].about:
            known[numbers[place]] = span


def _note_languages(event: Event) -> None:
    """Note in which languages a mark is said; a speaker also where the name is heard."""
    for mark, having in event.having.items():
        langs = {event.readings[number].lang for number in having}
        if mark.kind is Kind.QUOTED:
            langs |= {one.lang for one in event.readings.values() if mark.key in one.heard}
        event.spoken[mark] = frozenset(langs)
