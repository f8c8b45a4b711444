"""The search index in PostgreSQL: lexemes made in Python, in a tsvector with a GIN index."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from wireroom.adapters.search_spans import IN_SQL, Look, looks
from wireroom.engine.search.lookup import EVERY, Lookup, Phrase, SoughtMarks, SoughtPhrases

# Without the list of what is still to be sorted in: each search would read through it, each look.
CREATE_INDEX: Final = f"""
CREATE INDEX IF NOT EXISTS news_search_timed ON news_search USING gin (terms, {IN_SQL})
WITH (fastupdate = off)
"""
CREATE: Final = f"""
CREATE TABLE news_search (key bigint PRIMARY KEY, terms tsvector NOT NULL);
{CREATE_INDEX}
"""
DROP: Final = "DROP TABLE news_search"
# Files the words of the headline a second time, with their sign, where they are told by their
# weight alone; once more does nothing.
SIGN_HEADLINES: Final = r"""
UPDATE news_search SET terms = (
    terms::text || ' ' || regexp_replace(
        replace(ts_filter(terms, '{a}')::text, 'A', ''), '(^| )''', '\1''^', 'g'
    )
)::tsvector
WHERE key >= %s AND key < %s
"""
FILE: Final = """
INSERT INTO news_search (key, terms) VALUES (%s, %s::tsvector)
ON CONFLICT (key) DO UPDATE SET terms = excluded.terms
"""
FORGET: Final = "DELETE FROM news_search WHERE key = %s"
# Words are sought by the index alone (OFFSET 0 keeps the order out of it): by their order in time
# each report would be read to see whether it has them.
_LOOK: Final = """
(SELECT key, terms FROM (
    SELECT key, terms FROM news_search WHERE terms @@ %s::tsquery{within} OFFSET 0
) AS found WHERE key >= %s AND key < %s ORDER BY key DESC LIMIT %s)
"""
# Of a few reports alone.
AMONG: Final = "SELECT key FROM news_search WHERE terms @@ %s::tsquery AND key IN ({keys})"
_WITHIN: Final = f" AND {IN_SQL} && %s::bigint[]"
# Looks are taken in turn, and no further one once there are enough: PostgreSQL reads the parts of
# a union in order, and none that has a limit in parallel.
_FIND: Final = "SELECT key, true, false FROM ({looks}) AS found LIMIT %s"
# The index does not know which words stand side by side: reports that have them are read, the
# latest first. Of the last that may be read is told that it was the last.
_FIND_CLOSELY: Final = """
SELECT key, has, place = %s FROM (
    SELECT key, terms @@ %s::tsquery AS has, row_number() OVER () AS place
    FROM (SELECT key, terms FROM ({looks}) AS found LIMIT %s) AS latest
) AS read WHERE has OR place = %s LIMIT %s
"""
# Reading one takes 5 to 8 µs of the processor, finding it 2. A page of the best shows 30: it is
# full where one of fifty has the words side by side. Names and idioms are so in most.
_READ_CLOSELY: Final = 1_500
# What a tsvector counts up to; all behind it stands at this place.
_LAST_PLACE: Final = 16_383
# No phrase reaches from the headline into the body.
_APART: Final = 9
# Words of the headline stand there a second time with a sign that no term has. The index knows no
# weights: to find a common word marked as the headline's, every report that has it was read.
_IN_HEADLINE: Final = "^"


def as_row(key: int, headline: str, body: str, marks: str) -> tuple[object, ...]:
    """Return the values of FILE. PostgreSQL's own parser parts words in other ways, and is not
    asked: terms hold letters and digits alone, so that nothing in them needs escaping.
    """
    return key, " ".join(_lexemes(headline.split(), body.split(), marks.split()))


def _lexemes(headline: list[str], body: list[str], marks: list[str]) -> Iterator[str]:
    for place, term in enumerate(headline, start=1):
        place = min(place, _LAST_PLACE)
        yield f"'{term}':{place} '{_IN_HEADLINE}{term}':{place}"
    for place, term in enumerate(body, start=len(headline) + _APART):
        yield f"'{term}':{min(place, _LAST_PLACE)}"
    for mark in marks:
        yield f"'={mark}'"  # a sign that no term has


def find(
    lookup: Lookup, *, since: int, below: int, oldest: int, limit: int
) -> tuple[str, tuple[str | int, ...]]:
    """Return the query of the latest reports, and its values; `oldest` is the key of the oldest.

    Its rows are a key, whether the report is one, and whether older ones were left unread.
    """
    closely = any(map(_has_phrase, lookup.phrases))
    most = _READ_CLOSELY if closely else limit
    parts, values = _looks(_sieve(lookup), looks(since=since, below=below, oldest=oldest), most)
    if not closely:
        return _FIND.format(looks=parts), (*values, limit)
    return _FIND_CLOSELY.format(looks=parts), (most, match(lookup), *values, most, most, limit)


def _looks(words: str, taken: Iterable[Look], most: int) -> tuple[str, list[str | int]]:
    parts: list[str] = []
    values: list[str | int] = []
    for look in taken:
        spans = "{{{}}}".format(",".join(map(str, look.spans)))
        parts.append(_LOOK.format(within=_WITHIN if look.spans else ""))
        values += [words, *([spans] if look.spans else []), look.since, look.below, most]
    return " UNION ALL ".join(parts) or "SELECT 0 AS key, NULL::tsvector AS terms LIMIT 0", values


def _has_phrase(part: SoughtPhrases) -> bool:
    return any(len(phrase.terms) > 1 for phrase in part.any_of)


def match(lookup: Lookup) -> str:
    """Return what a report has to have."""
    return _joined(lookup, _phrase)


def _sieve(lookup: Lookup) -> str:
    """Return what the index knows of that: it finds the same reports, and others."""
    known = (one for one in lookup.phrases if not (one.is_left_out and _has_phrase(one)))
    return _joined(replace(lookup, phrases=tuple(known)), _apart)


def _joined(lookup: Lookup, phrase: Callable[[Phrase], str]) -> str:
    there = [_part(one, phrase) for one in lookup.parts(left_out=False)]
    left_out = [_part(one, phrase) for one in lookup.parts(left_out=True)]
    return " & ".join([*(there or [f"'={EVERY}'"]), *(f"!{one}" for one in left_out)])


def _part(part: SoughtPhrases | SoughtMarks, phrase: Callable[[Phrase], str]) -> str:
    if isinstance(part, SoughtPhrases):
        return f"({' | '.join(map(phrase, part.any_of))})"
    return "({})".format(" | ".join(f"'={one}'" for one in part.any_of))


def _phrase(phrase: Phrase) -> str:
    return "({})".format(" <-> ".join(_words(phrase)))


def _apart(phrase: Phrase) -> str:
    return "({})".format(" & ".join(_words(phrase)))


def _words(phrase: Phrase) -> Iterator[str]:
    sign = _IN_HEADLINE if phrase.in_headline else ""
    return (f"'{sign}{term}'" for term in phrase.terms)
