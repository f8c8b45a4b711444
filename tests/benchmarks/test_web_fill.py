"""A benchmark's database of repeated blocks holds what one of made rows would."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from benchmarks.in_blocks import FIRST_ID, MOST_ROWS
from django.core.management import call_command
from django.db import connection
from django.db.models import CharField, TextField

from benchmarks import web_fill
from wireroom.engine.search.terms import index_text
from wireroom.news.models import (
    Brief,
    Membership,
    RareName,
    SearchDocument,
    Story,
    StoryTopic,
)
from wireroom.news.queries.keys import PLACES
from wireroom.news.queries.latest import latest_revisions
from wireroom.news.services.search import Read, file_indexed

_NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
_BLOCK = 120  # some stories of few reports, and one that everybody reports
_INDEX = {
    "sqlite": "SELECT rowid, headline, body, marks FROM news_search",
    "postgresql": "SELECT key, terms::text FROM news_search",
}


def _read(sql: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [column[0] for column in cursor.description], cursor.fetchall()


def _indexed() -> dict[int, tuple[Any, ...]]:
    """Return what the index has of each article, and of which second."""
    articles = dict(SearchDocument.objects.values_list("key", "article"))
    rows = _read(_INDEX[connection.vendor])[1]
    return {articles[key]: (key // PLACES, *said) for key, *said in rows if key in articles}


def _rules() -> dict[str, object]:
    with connection.cursor() as cursor:
        get = connection.introspection.get_constraints
        return {table: get(cursor, table) for table in web_fill.TABLES}


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


def _assert_blocks_tell_of_themselves() -> None:
    """Of every story, what cites its reports cites its own; the blocks have as many each."""
    own: dict[int, set[int]] = {}
    for story, article in Membership.objects.values_list("story", "article"):
        own.setdefault(story, set()).add(article)
    for brief in Brief.objects.all():
        assert set(_cited(brief.content)) <= own[brief.story_id]
    for tag in StoryTopic.objects.all():
        assert {mention[1] for mention in tag.mentions} <= own[tag.story_id]
    for one in Story.objects.all():
        assert {source[0][0] for source in one.lineage.get("sources", ())} <= own[one.pk]
        names = RareName.objects.filter(story=one).values_list("key", flat=True)
        assert {key for key, _ in one.rare_names} == set(names)
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


def _assert_blocks_say_the_same() -> None:
    for model in web_fill.REPEATED:
        names = [
            field.attname
            for field in model._meta.concrete_fields
            if isinstance(field, CharField | TextField) and field.name not in ("url", "identity")
        ]
        rows = list(model._default_manager.order_by("pk").values_list(*names)) if names else []
        rows = rows[: len(rows) // 3 * 3]  # not the long copies
        assert rows[: len(rows) // 3] * 3 == rows


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_repeated_blocks_are_as_if_they_were_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_fill, "CHUNK", 50)
    monkeypatch.setattr(web_fill, "BLOCK", _BLOCK)
    rules = _rules()
    try:
        web_fill.fill(3 * _BLOCK, now=_NOW)
        connection.check_constraints()
        assert _rules() == rules
        _assert_blocks_say_the_same()
        _assert_blocks_tell_of_themselves()
        filled = _indexed()
        assert len(filled) == 3 * _BLOCK
        _file_again()
        assert _indexed() == filled
    finally:
        call_command("flush", interactive=False, verbosity=0)
        _run("DELETE FROM news_search")
