"""What a reader who types may mean, as browsers and the search page ask for it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.news.models import Outlet, Story, StoryTopic, Topic
from wireroom.web.suggesting import MOST, forget

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)


@pytest.fixture(autouse=True)
def _nothing_is_kept() -> Iterator[None]:
    forget()
    yield
    forget()


def story(lang: str = "en") -> Story:
    outlet = make_outlet(f"Outlet {Outlet.objects.count()}")
    return make_story([make_article(outlet, "Rates are cut", lang=lang)], lang=lang)


def topic(
    name: str, *, told: int = 1, kind: str = "person", lang: str = "en", **names: str
) -> None:
    row = Topic.objects.create(
        kind=kind, key=name.casefold(), slug="x", name=name,
        names={"en": name, **names}, created_at=NOW,
    )  # fmt: skip
    StoryTopic.objects.bulk_create(
        StoryTopic(
            story=story(lang), topic=row, lang=lang, at=NOW - timedelta(hours=hours), voices=1
        )
        for hours in range(told)
    )


def names(client: Client, typed: str, edition: str = "en") -> list[Any]:
    response = client.get(f"/{edition}/search/suggest/", {"q": typed})
    assert response.status_code == 200
    assert response["Content-Type"] == "application/x-suggestions+json"
    assert not response.cookies
    _told, found, kinds, urls = response.json()
    assert len(found) == len(kinds) == len(urls) <= MOST
    assert all("/topic/" in url or "/outlet/" in url for url in urls)
    return list(found)


def test_any_word_of_a_name_may_begin_so_and_the_most_told_come_first(client: Client) -> None:
    topic("Ilsabet Corran")
    topic("Corran Bay", kind="place", told=3)
    topic("Aldous Fenwick")
    assert names(client, "corr") == ["Corran Bay", "Ilsabet Corran"]
    assert names(client, "  CORRAN ils ") == ["Ilsabet Corran"]
    assert names(client, "orran") == []


def test_names_of_either_script_lead_to_the_edition_s_own(client: Client) -> None:
    topic("Ilsabet Corran", lang="ar", ar="إلزابيت كوران")
    assert names(client, "الزاب", "ar") == ["إلزابيت كوران"]
    assert names(client, "corr", "ar") == ["إلزابيت كوران"]
    assert names(client, "corr") == []  # no story of this edition tells of her


def test_outlets_are_meant_too_and_leave_room_for_topics(client: Client) -> None:
    for number in range(MOST + 2):
        topic(f"Corran {number}")
    for number in range(5):
        Outlet.objects.create(
            name=f"كوران {number}", name_key=f"x{number}", name_en=f"Corran Herald {number}",
            slug=f"corran-herald-{number}", home_url="https://herald.example/",
        )  # fmt: skip
    assert names(client, "corr her") == ["كوران 0", "كوران 1", "كوران 2"]
    found = names(client, "corr")
    assert len(found) == MOST
    assert found[-3:] == ["كوران 0", "كوران 1", "كوران 2"]


@pytest.mark.parametrize("typed", ["", "   ", "\x00", "%_", "a" * 10_000, "<b>", "\u202e"])
def test_whatever_is_typed_is_answered(client: Client, typed: str) -> None:
    topic("Ilsabet Corran")
    assert names(client, typed) == []


def test_it_is_read_once_a_minute(client: Client) -> None:
    topic("Ilsabet Corran")
    names(client, "ils")
    with CaptureQueriesContext(connection) as queries:
        assert names(client, "ilsa") == ["Ilsabet Corran"]
    assert not queries


def test_browsers_are_told_where_to_ask(client: Client) -> None:
    described = client.get("/en/search/opensearch.xml").content.decode()
    assert 'type="application/x-suggestions+json"' in described
    assert "/en/search/suggest/?q={searchTerms}" in described
