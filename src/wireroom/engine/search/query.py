"""A reader's query: words, phrases, what is left out, and filters, as they were typed."""

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

MOST_CHARS: Final = 400
# A query of more parts was pasted, not typed; each costs the database a walk through its places.
MOST_PARTS: Final = 24
_MOST_DAYS: Final = 36_600  # a century: no archive reaches further back


class Field(StrEnum):
    """What a filter looks at."""

    OUTLET = "outlet"
    LANG = "lang"
    COUNTRY = "country"
    SECTION = "section"
    TOPIC = "topic"
    AFTER = "after"
    BEFORE = "before"
    DAYS = "days"
    IS = "is"
    HAS = "has"


class Trouble(StrEnum):
    """Why a part of a query was not heeded."""

    DATE = "date"
    VALUE = "value"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand side by side; one word, mostly. `in_headline`: there alone."""

    text: str
    in_headline: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What a report has to have: any one of these words; or, left out, none of them."""

    any_of: tuple[Words, ...]
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter's field and value, folded; left out where a minus stood before it."""

    field: Field
    value: str
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is sought. `after` and `before` are days: from the first on, up to the other's eve.

    `days` is how many of the last ones are meant, where the first is not named: see last_days().
    """

    parts: tuple[Part, ...] = ()
    filters: tuple[Filter, ...] = ()
    after: date | None = None
    before: date | None = None
    days: int | None = None
    troubles: tuple[tuple[Trouble, str], ...] = field(default_factory=tuple)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for at all."""
        return not (self.parts or self.filters or self.after or self.before or self.days)


_QUOTES: Final = '"“”„«»'
_QUOTES_AWAY: Final = str.maketrans("", "", _QUOTES)
_TOKEN: Final = re.compile(
    rf"(?P<minus>-)?(?:(?P<field>[A-Za-z]+):)?"
    rf"(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]?|(?P<word>[^\s{_QUOTES}]+))"
)
_DAY: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_VALUES: Final = {
    Field.IS: frozenset({"wire", "own"}),
    Field.HAS: frozenset({"quotes", "picture"}),
}
_NAMES: Final = {
    **{one.value: one for one in Field},
    "language": Field.LANG,
    "since": Field.AFTER,
    "until": Field.BEFORE,
    "site": Field.OUTLET,
    "source": Field.OUTLET,
}
_IN_HEADLINE: Final = frozenset({"headline", "title", "intitle"})


def without_quotes(text: str) -> str:
    """Return a text as it may stand in a phrase: without the signs that would end it."""
    return text.translate(_QUOTES_AWAY)


def parse_query(text: str) -> Query:
    """Return what a reader's line asks for; whatever is typed is some query, never an error.

    `OR` or `|` between two parts makes them one of which either will do. A field that is none
    is a word like any other.
    """
    found = Query()
    if len(text) > MOST_CHARS:
        found = _with_trouble(found, Trouble.LENGTH, "")
    joins = False
    for match in list(_TOKEN.finditer(text[:MOST_CHARS]))[: 2 * MOST_PARTS]:
        if match["word"] in ("OR", "|") and not match["field"] and not match["minus"]:
            joins = bool(found.parts)
            continue
        found = _with_token(found, match, joins=joins)
        joins = False
    if len(found.parts) > MOST_PARTS:
        found = replace(_with_trouble(found, Trouble.LENGTH, ""), parts=found.parts[:MOST_PARTS])
    return found


def _with_token(found: Query, match: "re.Match[str]", *, joins: bool) -> Query:
    name, left_out = (match["field"] or "").lower(), bool(match["minus"])
    value = match["phrase"] if match["phrase"] is not None else match["word"]
    known = _NAMES.get(name)
    if known is not None:
        return _with_filter(found, known, value, left_out=left_out)
    if name and name not in _IN_HEADLINE:
        value = f"{match['field']} {value}"
    words = Words(" ".join(value.split()), in_headline=name in _IN_HEADLINE)
    if not any(sign.isalnum() for sign in words.text):
        return found
    last = found.parts[-1] if joins else None
    if last is not None and not last.is_left_out and not left_out:
        both = replace(last, any_of=(*last.any_of, words))
        return replace(found, parts=(*found.parts[:-1], both))
    return replace(found, parts=(*found.parts, Part((words,), is_left_out=left_out)))


def _with_filter(found: Query, name: Field, value: str, *, left_out: bool) -> Query:
    value = value.strip().casefold()
    if not value:
        return found
    if name in (Field.AFTER, Field.BEFORE):
        return _with_day(found, name, value)
    if name is Field.DAYS:
        return _with_days(found, value)
    if name in _VALUES and value not in _VALUES[name]:
        return _with_trouble(found, Trouble.VALUE, f"{name.value}:{value}")
    return replace(found, filters=(*found.filters, Filter(name, value, left_out)))


def _with_day(found: Query, name: Field, value: str) -> Query:
    day = read_day(value)
    if day is None:
        return _with_trouble(found, Trouble.DATE, f"{name.value}:{value}")
    return replace(found, after=day) if name is Field.AFTER else replace(found, before=day)


def _with_days(found: Query, value: str) -> Query:
    if not (value.isascii() and value.isdecimal() and 0 < int(value[:6]) <= _MOST_DAYS):
        return _with_trouble(found, Trouble.VALUE, f"{Field.DAYS.value}:{value}")
    return replace(found, days=int(value[:6]))


def read_day(value: str) -> date | None:
    """Return the first day of a day, month or year as in 2031-03-09, 2031-03, 2031."""
    match = _DAY.fullmatch(value)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None


def _with_trouble(found: Query, trouble: Trouble, part: str) -> Query:
    return replace(found, troubles=(*found.troubles, (trouble, part[:60])))


def last_days(query: Query, *, today: date) -> Query:
    """Return the query with the first of its `days`, where it names no other itself."""
    if query.days is None or query.after:
        return query
    return replace(query, after=today - timedelta(days=query.days - 1))
