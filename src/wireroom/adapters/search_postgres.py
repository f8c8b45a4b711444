"""The search index in PostgreSQL: lexemes made in Python, in a tsvector with a GIN index."""

from collections.abc import Iterator
from typing import Final

from wireroom.engine.search.lookup import EVERY, Lookup, Phrase, SoughtMarks, SoughtPhrases

CREATE: Final = """
CREATE TABLE news_search (key bigint PRIMARY KEY, terms tsvector NOT NULL);
CREATE INDEX news_search_terms ON news_search USING gin (terms)
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
FIND: Final = """
SELECT key FROM news_search
WHERE terms @@ %s::tsquery AND key < %s AND key >= %s
ORDER BY key DESC LIMIT %s
"""
# Of a few reports alone.
AMONG: Final = "SELECT key FROM news_search WHERE terms @@ %s::tsquery AND key IN ({keys})"
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


def match(lookup: Lookup) -> str:
    """Return the expression of FIND."""
    there, left_out = (list(map(_part, lookup.parts(left_out=out))) for out in (False, True))
    return " & ".join([*(there or [f"'={EVERY}'"]), *(f"!{one}" for one in left_out)])


def _part(part: SoughtPhrases | SoughtMarks) -> str:
    return _phrases(part) if isinstance(part, SoughtPhrases) else _marks(part)


def _phrases(part: SoughtPhrases) -> str:
    return f"({' | '.join(map(_phrase, part.any_of))})"


def _phrase(phrase: Phrase) -> str:
    sign = _IN_HEADLINE if phrase.in_headline else ""
    return "({})".format(" <-> ".join(f"'{sign}{term}'" for term in phrase.terms))


def _marks(part: SoughtMarks) -> str:
    return "({})".format(" | ".join(f"'={one}'" for one in part.any_of))
