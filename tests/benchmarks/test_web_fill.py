"""Filling a benchmark's database in bulk leaves what the ORM and the stage index would file."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest
from benchmarks.in_blocks import FIRST_ID, MOST_ROWS
from benchmarks.in_bulk import Bulk
from django.core.management import call_command
from django.db import connection
from django.db.models import Model

from benchmarks import web_fill
from wireroom.engine.search.terms import index_text
from wireroom.news.models import (
    Brief,
    Membership,
    Outlet,
    RareName,
    SearchDocument,
    Story,
    Storyline,
    StoryTopic,
    Topic,
)
from wireroom.news.queries.keys import PLACES
from wireroom.news.queries.latest import latest_revisions
from wireroom.news.services.search import Read, file_indexed

_Row = TypeVar("_Row", bound=Model)
_NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
_BLOCK = 120  # some stories of few reports, and one that everybody reports
_OTHERS = tuple(model._meta.db_table for model in (Outlet, Storyline, Topic))
_INDEX = {
    "sqlite": "SELECT rowid, headline, body, marks FROM news_search",
    "postgresql": "SELECT key, terms::text FROM news_search",
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
    found: dict[str, object] = {"index": _indexed()}
    for table in (*web_fill.TABLES[:-1], *_OTHERS):
        names, rows = _read(f"SELECT * FROM {table} ORDER BY 1")
        assert rows
        kept = [place for place, name in enumerate(names) if name != "created_at"]
        found[table] = [tuple(row[place] for place in kept) for row in rows]
    return found


def _indexed() -> dict[int, tuple[Any, ...]]:
    """Return what the index has of each article, and of which second."""
    articles = dict(SearchDocument.objects.values_list("key", "article"))
    rows = _read(_INDEX[connection.vendor])[1]
    return {articles[key]: (key // PLACES, *said) for key, *said in rows if key in articles}


def _rules() -> dict[str, object]:
    with connection.cursor() as cursor:
        get = connection.introspection.get_constraints
        return {table: get(cursor, table) for table in web_fill.TABLES}


def _empty() -> None:
    call_command("flush", interactive=False, verbosity=0)
    _run("DELETE FROM news_search")


def _run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def _file_again() -> None:
    """Have the index made by the services, of the texts that stand there."""
    _run("DELETE FROM news_search")
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


def _cited(content: dict[str, Any]) -> Iterator[int]:
    for room in ("points", "news", "quotes", "timeline"):
        yield from (one["saying"][1] for one in content[room])
    yield from (quote["first"] for quote in content["quotes"])


def _assert_other_blocks_tell_of_themselves() -> None:
    """Of every story, what cites its reports cites its own; the blocks have as many each."""
    own: dict[int, set[int]] = {}
    for story, article in Membership.objects.values_list("story", "article"):
        own.setdefault(story, set()).add(article)
    for brief in Brief.objects.all():
        assert set(_cited(brief.content)) <= own[brief.story_id]
    for tag in StoryTopic.objects.all():
        assert {mention[1] for mention in tag.mentions} <= own[tag.story_id]
    for story in Story.objects.all():
        assert {source[0][0] for source in story.lineage.get("sources", ())} <= own[story.pk]
        names = RareName.objects.filter(story=story).values_list("key", flat=True)
        assert {key for key, _ in story.rare_names} == set(names)
    for table in (Story, Membership, SearchDocument):
        ids = sorted(
            table._default_manager.filter(pk__lt=FIRST_ID + 3 * MOST_ROWS).values_list(
                "pk", flat=True
            )
        )
        first = ids[: len(ids) // 3]
        assert ids == [pk + block * MOST_ROWS for block in range(3) for pk in first]
    keys = list(SearchDocument.objects.order_by("-key").values_list("article", flat=True))
    blocks = [(article - FIRST_ID) // MOST_ROWS for article in keys]
    assert blocks == sorted(blocks)  # each is earlier than the one before


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_rows_in_bulk_are_those_of_the_orm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_fill, "CHUNK", 50)
    monkeypatch.setattr(web_fill, "BLOCK", _BLOCK)
    before = _rules()
    try:
        web_fill.fill(3 * _BLOCK, now=_NOW, bulk=_ByOrm(FIRST_ID))
        expected = _stands()
        _empty()
        web_fill.fill(3 * _BLOCK, now=_NOW)
        connection.check_constraints()
        assert _stands() == expected
        assert _rules() == before
        _assert_other_blocks_tell_of_themselves()
        filled = _indexed()
        _file_again()
        assert _indexed() == filled
    finally:
        _empty()
