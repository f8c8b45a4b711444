"""Filing what the search index has of articles, and making it due anew when they changed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet

from wireroom.adapters import search_postgres, search_sqlite
from wireroom.engine.search.lookup import document_marks
from wireroom.engine.search.terms import IndexedText
from wireroom.news.models import SearchDocument
from wireroom.news.queries.keys import PLACES, first_key
from wireroom.news.services.leases import finish_all


@dataclass(frozen=True, slots=True)
class Read:
    """A document claimed, and the terms of its article."""

    row: SearchDocument
    text: IndexedText


def ask_for_index(articles: Iterable[int], *, now: datetime) -> None:
    """Make articles due for the search index; inside the caller's transaction."""
    ids = sorted(articles)
    SearchDocument.objects.bulk_create(
        [SearchDocument(article_id=one, step="index", due_at=now) for one in ids],
        update_conflicts=True,
        unique_fields=["article"],
        # One that is being read loses its lease: it is of yesterday.
        update_fields=["step", "due_at", "lease", "attempts", "dead_at"],
    )


@transaction.atomic
def file_indexed(read: Sequence[Read]) -> None:
    """File terms and end their claims. Raises LeaseLost, and has then filed none."""
    keys = _keys([one.row for one in read])
    finish_all([(one.row, {"key": key}) for one, key in zip(read, keys, strict=True)])
    index: Any = search_sqlite if connection.vendor == "sqlite" else search_postgres
    old = [(one.row.key,) for one in read if one.row.key is not None]
    rows = [
        index.as_row(key, one.text.headline, one.text.body, _marks(one.row))
        for one, key in zip(read, keys, strict=True)
    ]
    with connection.cursor() as cursor:
        if old:
            cursor.executemany(index.FORGET, old)
        cursor.executemany(index.FILE, rows)


def forget_outlets(outlets: Collection[int]) -> None:
    """Take what outlets published out of the index; inside the caller's transaction."""
    _forget(SearchDocument.objects.filter(article__outlet__in=outlets))


def forget_articles(articles: Collection[int]) -> None:
    """Take articles out of the index; inside the caller's transaction."""
    _forget(SearchDocument.objects.filter(article__in=articles))


def _forget(documents: QuerySet[SearchDocument]) -> None:
    index: Any = search_sqlite if connection.vendor == "sqlite" else search_postgres
    keys = list(documents.filter(key__isnull=False).values_list("key"))
    if keys:
        with connection.cursor() as cursor:
            cursor.executemany(index.FORGET, keys)


def _keys(rows: Sequence[SearchDocument]) -> list[int]:
    """Return a free key for each row; the one it has, where its time did not change."""
    firsts = [first_key(row.article.sort_at) for row in rows]
    taken = _taken(sorted(set(firsts)))
    keys = []
    for row, first in zip(rows, firsts, strict=True):
        if row.key is not None and first <= row.key < first + PLACES:
            keys.append(row.key)
            continue
        keys.append(_free(first, row.article_id, taken))
        taken.add(keys[-1])
    return keys


def _taken(firsts: Sequence[int]) -> set[int]:
    """Return the keys taken in the seconds of these first keys: one query, none for none."""
    if not firsts:
        return set()
    table = connection.ops.quote_name(SearchDocument._meta.db_table)
    ranges = " OR ".join(["key >= %s AND key < %s"] * len(firsts))
    ends = [end for first in firsts for end in (first, first + PLACES)]
    with connection.cursor() as cursor:  # the ORM takes longer to build it than it takes to run
        cursor.execute(f"SELECT key FROM {table} WHERE {ranges}", ends)  # noqa: S608
        return {key for (key,) in cursor.fetchall()}


def _free(first: int, article_id: int, taken: set[int]) -> int:
    """Return a free key of the second; of a full one, the next is as good."""
    start = article_id % PLACES
    places = (first + (start + step) % PLACES for step in range(PLACES))
    found = next((key for key in places if key not in taken), None)
    return found if found is not None else _next_free(first + PLACES, taken)


def _next_free(key: int, taken: set[int]) -> int:
    while key in taken or SearchDocument.objects.filter(key=key).exists():
        key += 1
    return key


def _marks(row: SearchDocument) -> str:
    article = row.article
    return document_marks(
        outlet=article.outlet_id,
        country=article.outlet.country,
        lang=article.lang,
        section=article.section,
    )
