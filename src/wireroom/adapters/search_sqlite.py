"""The search index in SQLite: an FTS5 table of terms, newest first by its row numbers."""

from typing import Final

from wireroom.engine.search.lookup import EVERY, Lookup, Phrase, SoughtMarks, SoughtPhrases

# Terms are made in Python (see engine.search): the tokenizer has only to part them at spaces.
CREATE: Final = """
CREATE VIRTUAL TABLE news_search USING fts5(headline, body, marks, tokenize = 'ascii')
"""
DROP: Final = "DROP TABLE news_search"
FILE: Final = """
INSERT OR REPLACE INTO news_search (rowid, headline, body, marks) VALUES (%s, %s, %s, %s)
"""
FORGET: Final = "DELETE FROM news_search WHERE rowid = %s"
# Read from its end, so that of a common word's million places only the latest are looked at.
_FIND: Final = """
SELECT rowid, 1, 0 FROM news_search
WHERE news_search MATCH %s AND rowid < %s AND rowid >= %s
ORDER BY rowid DESC LIMIT %s
"""
# Of a few reports alone: each is looked up, for half a millisecond where its words are common.
AMONG: Final = "SELECT rowid FROM news_search WHERE news_search MATCH %s AND rowid IN ({keys})"


def as_row(key: int, headline: str, body: str, marks: str) -> tuple[object, ...]:
    """Return the values of FILE."""
    return key, headline, body, marks


def find(
    lookup: Lookup, *, since: int, below: int, oldest: int, limit: int
) -> tuple[str, tuple[str | int, ...]]:
    """Return the query of the latest reports, and its values.

    Its rows are a key, whether the report is one, and whether older ones were left unread.
    """
    return _FIND, (match(lookup), below, since, limit)


def match(lookup: Lookup) -> str:
    """Return the expression of find(): every part that is to be there, then NOT each left out."""
    there, left_out = (list(map(_part, lookup.parts(left_out=out))) for out in (False, True))
    wanted = " AND ".join(there or [f'marks : "{EVERY}"'])
    return " NOT ".join([f"({wanted})", *left_out]) if left_out else wanted


def _part(part: SoughtPhrases | SoughtMarks) -> str:
    return _phrases(part) if isinstance(part, SoughtPhrases) else _marks(part)


def _phrases(part: SoughtPhrases) -> str:
    return f"({' OR '.join(map(_phrase, part.any_of))})"


def _phrase(phrase: Phrase) -> str:
    where = "headline" if phrase.in_headline else "{headline body}"
    return f'{where} : "{" ".join(phrase.terms)}"'


def _marks(part: SoughtMarks) -> str:
    return "(marks : ({}))".format(" OR ".join(f'"{one}"' for one in part.any_of))
