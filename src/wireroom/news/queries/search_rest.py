"""Filters of a search that no mark of the index stands for: what is asked of rows, and topics."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection

from wireroom.adapters import search_postgres, search_sqlite
from wireroom.engine.search.lookup import Lookup
from wireroom.engine.search.query import Field, Filter
from wireroom.news.queries.rows import marks, read_rows
from wireroom.news.queries.search_topics import find_topics, told_of, topic_keys

# So many rows are looked at a time.
_LOOKED_AT: Final = 300
# For a topic of many stories more: it may be told in one report of two hundred.
_LOOKED_AT_FOR_TOPIC: Final = 2_000
_CARRIES: Final = """(article.wire_credit <> ''
    OR EXISTS (SELECT 1 FROM news_copy AS pair WHERE pair.b_id = article.id
               AND pair.direction = 'a>b' AND pair.containment_b >= 0.5)
    OR EXISTS (SELECT 1 FROM news_copy AS pair WHERE pair.a_id = article.id
               AND pair.direction = 'b>a' AND pair.containment_a >= 0.5))"""
_CONDITIONS: Final = {
    (Field.IS, "wire"): _CARRIES,
    (Field.IS, "own"): f"NOT {_CARRIES}",
    (Field.HAS, "picture"): "article.image_url <> ''",
    (Field.HAS, "quotes"): (
        "EXISTS (SELECT 1 FROM news_articleinsight AS found"
        " WHERE found.article_id = article.id AND CAST(found.quotes AS text) <> '[]')"
    ),
}


@dataclass(frozen=True, slots=True)
class Rest:
    """SQL that is said of rows, and the keys of a rarer topic's reports, the newest first.

    `many` are to be looked at a time; 0 where nothing is asked of rows.
    """

    conditions: str
    among: Sequence[int] | None
    many: int


def read_rest(filters: Sequence[Filter]) -> Rest:
    """Return what is asked beside words and marks: up to three queries for topics."""
    conditions = "".join(
        f" AND {_not(one.is_left_out)}{condition}"
        for one in filters
        if (condition := _CONDITIONS.get((one.field, one.value)))
    )
    many = _LOOKED_AT if conditions else 0
    among = None
    if unwanted := _topics(filters, left_out=True):
        conditions += f" AND NOT {told_of(find_topics(unwanted))}"
        many = _LOOKED_AT
    if wanted := _topics(filters, left_out=False):
        topics = find_topics(wanted)
        among = topic_keys(topics)
        if among is None:
            conditions += f" AND {told_of(topics)}"
            many = _LOOKED_AT_FOR_TOPIC
    return Rest(conditions, among, many)


def _topics(filters: Sequence[Filter], *, left_out: bool) -> list[str]:
    named = (one for one in filters if one.field is Field.TOPIC)
    return [one.value for one in named if one.is_left_out is left_out]


def _not(is_left_out: bool) -> str:
    return "NOT " if is_left_out else ""


def find_among(keys: Sequence[int], lookup: Lookup) -> Iterator[int]:
    """Yield those of some keys, in their order, that have what is looked up."""
    if not lookup.phrases and not lookup.marks:
        yield from keys
        return
    index: Any = search_sqlite if connection.vendor == "sqlite" else search_postgres
    for start in range(0, len(keys), _LOOKED_AT):
        some = keys[start : start + _LOOKED_AT]
        sql = index.AMONG.format(keys=marks(some))
        found = read_rows(sql, (index.match(lookup), *some))
        yield from sorted((int(row[0]) for row in found), reverse=True)
