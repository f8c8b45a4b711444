"""Filling a benchmark's database in bulk leaves what the ORM and the stage index would."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest
from benchmarks.in_bulk import Bulk
from django.core.management import call_command
from django.db import connection
from django.db.models import Model

from benchmarks import web_fill
from wireroom.engine.search.terms import index_text
from wireroom.news.models import Outlet, SearchDocument, Storyline, Topic
from wireroom.news.queries.latest import latest_revisions
from wireroom.news.services.search import Read, file_indexed

_Row = TypeVar("_Row", bound=Model)
_NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
_ARTICLES = 340  # one story that everybody reports, and some that few do, in four chunks
_OTHERS = tuple(model._meta.db_table for model in (Outlet, Storyline, Topic))
_INDEX = {
    "sqlite": "SELECT rowid, headline, body, marks FROM news_search ORDER BY rowid",
    "postgresql": "SELECT key, terms::text FROM news_search ORDER BY key",
}


class _ByOrm(Bulk):
    def write(self, rows: Sequence[_Row]) -> Sequence[_Row]:
        if rows:
            self.number(rows) if rows[0].pk is None else None
            type(rows[0])._default_manager.bulk_create(rows)
        return rows


def _read(sql: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [column[0] for column in cursor.description], cursor.fetchall()


def _stands() -> dict[str, object]:
    """Return all that stands in the tables that are filled, but when rows were made."""
    found: dict[str, object] = {"index": _read(_INDEX[connection.vendor])}
    for table in (*web_fill.TABLES[:-1], *_OTHERS):
        names, rows = _read(f"SELECT * FROM {table} ORDER BY 1")
        assert rows
        kept = [place for place, name in enumerate(names) if name != "created_at"]
        found[table] = [tuple(row[place] for place in kept) for row in rows]
    return found


def _rules() -> dict[str, object]:
    with connection.cursor() as cursor:
        get = connection.introspection.get_constraints
        return {table: get(cursor, table) for table in web_fill.TABLES}


def _empty() -> None:
    call_command("flush", interactive=False, verbosity=0)
    _read_nothing("DELETE FROM news_search")


def _read_nothing(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def _file_again() -> None:
    """Have the index made by the services, of the texts that stand there."""
    _read_nothing("DELETE FROM news_search")
    SearchDocument.objects.update(key=None)
    rows = list(SearchDocument.objects.select_related("article__outlet").order_by("article_id"))
    bodies = latest_revisions([row.article_id for row in rows])
    reads = [
        Read(
            row,
            index_text(
                row.article.headline,
                row.article.standfirst,
                bodies[row.article_id].body,
                row.article.lang,
            ),
        )
        for row in rows
    ]
    file_indexed(reads)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_rows_in_bulk_are_those_of_the_orm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_fill, "CHUNK", 100)
    before = _rules()
    try:
        web_fill.fill(_ARTICLES, now=_NOW, bulk=_ByOrm())
        expected = _stands()
        _empty()
        web_fill.fill(_ARTICLES, now=_NOW)
        connection.check_constraints()
        assert _stands() == expected
        assert _rules() == before
        SearchDocument.objects.filter(article__url__endswith="/long").delete()
        _file_again()
        assert _stands() == expected
    finally:
        _empty()
