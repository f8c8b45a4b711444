"""Bylines of a dump that take two lines or three: a person, a role or place, a day."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from wireroom.engine.pages.dump.lines import Kind
from wireroom.engine.pages.dump.named import (
    OUTLET_WORDS,
    Header,
    is_person,
    read_life_line,
    read_person_line,
    read_placed,
    read_role,
    read_signed,
)
from wireroom.engine.pages.dump.typed_line import Line
from wireroom.engine.types import TimeFrom

_MOST_PLACE_WORDS: Final = 3
_FAR: Final = 8  # lines above a byline where the page's own name stands, not an avatar's


def find_bylines(lines: list[Line]) -> Iterator[tuple[int, Header]]:
    """Yield bylines of two lines, "Jane Roe" over "Tidewire News, Port Alder", as headers."""
    for index, line in enumerate(lines):
        if line.kind is Kind.SHORT and not line.is_heading:
            yield from _one_line(lines, index)
    for index in range(1, len(lines)):
        name, below = lines[index - 1], lines[index]
        works_for = read_role(below.text) if _is_signed(name) and below.kind is Kind.SHORT else None
        if works_for is not None:
            yield index, Header(names=(works_for,) if works_for else ())
            continue
        if name.kind is not Kind.SHORT or below.is_heading:
            continue
        if below.kind is Kind.SHORT:
            header = (
                read_person_line(name.text, below.text)
                or read_life_line(name.text, below.text)
                or _over_place(lines, index)
            )
            is_byline = header is not None
        else:
            header, is_byline = below.header, _is_placed(below.header) and is_person(name.text)
        if not is_byline or header is None:
            continue
        if below.kind is Kind.SHORT:
            yield index - 1, header
            yield index, Header()
        else:  # "Port Alder - 20 August 2025": where and when, not for whom
            yield from _stacked(lines, index - 1)
            yield index, replace(header, names=())


def _stacked(lines: list[Line], last: int) -> Iterator[tuple[int, Header]]:
    """Yield the person over a placed day, and those that stand over that person."""
    for index in range(last, max(-1, last - _MOST_STACKED), -1):
        line = lines[index]
        if line.kind is not Kind.SHORT or not is_person(line.text):
            return
        yield index, Header(authors=(line.text,), byline=line.text)


_MOST_STACKED: Final = 6


_GOES_ON: Final = re.compile(r"(?:\s(?:and|und|et|y|e|en|ve)|,|&)$")


def _one_line(lines: list[Line], index: int) -> Iterator[tuple[int, Header]]:
    """Read "Jane Roe, Health correspondent", below "Tom Keller and" that of both."""
    header = read_signed(lines[index].text)
    if header is None and _is_by_time(lines, index):
        header = read_placed(lines[index].text)
    above = lines[index - 1] if index else None
    if above and above.kind is Kind.SHORT and _GOES_ON.search(above.text):
        name = _GOES_ON.sub("", above.text)
        own = header or (
            Header(authors=(lines[index].text,)) if is_person(lines[index].text) else None
        )
        if own and is_person(name):
            yield index - 1, Header(authors=(name,), byline=name)
            header = own
    if header:
        yield index, header


_TIME_REACH: Final = 2


def _is_by_time(lines: list[Line], index: int) -> bool:
    near = lines[max(0, index - _TIME_REACH) : index + 1 + _TIME_REACH]
    return any(line.header and line.header.has_time for line in near)


def _is_signed(line: Line) -> bool:
    return bool(line.header and line.header.authors)


def _over_place(lines: list[Line], index: int) -> Header | None:
    """Read "Jane Roe" over "Port Alder" over a day."""
    name, place = lines[index - 1].text, lines[index]
    time = lines[index + 1].header if index + 1 < len(lines) else None
    if time is None or not _is_stated(time) or time.names or OUTLET_WORDS.search(place.text):
        return None
    is_place = place.word_count <= _MOST_PLACE_WORDS and place.text.split()[-1][0].isupper()
    said = {line.key for line in lines[: max(0, index - _FAR)]}
    is_byline = is_person(name) and is_place and lines[index - 1].key not in said
    return Header(authors=(name,), byline=name) if is_byline else None


def _is_stated(header: Header) -> bool:
    """Tell whether a line has a day: beside "3 hours ago" aggregators name outlets."""
    return header.published is not None and header.published.time_from is TimeFrom.STATED


def _is_placed(header: Header | None) -> bool:
    """Tell whether a line has a day, and beside it a name that is no outlet's."""
    if header is None or not _is_stated(header) or not header.names:
        return False
    return len(header.names) <= _MOST_PLACES and not any(map(OUTLET_WORDS.search, header.names))


_MOST_PLACES: Final = 3
