"""The front is kept while nothing on it changed, and made anew by the very next request after.

These tests stand in transactions, where no state of the database is told: rows alone decide.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.news.models import Article, Outlet, Story
from wireroom.web import keeping
from wireroom.web.kept_pages import KeptPages
from wireroom.web.views import front

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count how often a front is made."""
    times: list[str] = []
    make = front._show

    def show(*args: object, **named: object) -> object:
        times.append("made")
        return make(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(front, "_show", show)
    monkeypatch.setattr(keeping, "KEPT", KeptPages(most_bytes=1 << 20))
    return times


def newsroom() -> Story:
    outlet = make_outlet("Harbour Ledger", policy="full")
    return make_story([make_article(outlet, "Rates are cut", body="The bank cut its rate.")])


def text(client: Client, path: str = "/en/", **headers: str) -> str:
    response = client.get(path, headers=headers)
    assert response.status_code == 200
    assert "public" in response["Cache-Control"]
    assert response["Content-Language"] == path[1:3]
    assert not response.cookies
    return response.content.decode()


def test_it_is_made_once_and_answers_conditions(client: Client, made: list[str]) -> None:
    newsroom()
    first = client.get("/en/")
    again = client.get("/en/")
    assert made == ["made"]
    assert (again.content, again["ETag"]) == (first.content, first["ETag"])
    assert client.get("/en/", headers={"if-none-match": first["ETag"]}).status_code == 304
    assert not client.head("/en/").content
    assert "Content-Security-Policy" in again


CHANGES: dict[str, Callable[[], object]] = {
    "a new story": lambda: make_story([make_article(make_outlet("Tidewire"), "Ferry sinks")]),
    "a headline": lambda: Article.objects.update(headline="Rates stay"),
    "an outlet's terms": lambda: Outlet.objects.update(policy="headline"),
    "an outlet's name": lambda: Outlet.objects.update(name="Ledger"),
    "a story withdrawn": lambda: Story.objects.update(rank=None),
    "more reports": lambda: Story.objects.update(outlets_count=7),
    "a later report": lambda: Story.objects.update(last_at=timezone.now() - timedelta(hours=9)),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_on_it_is_seen_by_the_next_request(
    client: Client, made: list[str], change: str
) -> None:
    newsroom()
    before = text(client)
    CHANGES[change]()
    assert text(client) != before
    assert made == ["made", "made"]


def test_a_minute_later_ages_are_told_anew(
    client: Client, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom()
    text(client)
    later = timezone.now() + timedelta(minutes=1)
    monkeypatch.setattr(keeping, "page_time", lambda: later)
    text(client)
    assert made == ["made", "made"]


def test_no_edition_or_host_answers_another_and_odd_queries_are_not_kept(
    client: Client, made: list[str], settings: Settings
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    newsroom()
    assert 'href="http://one.example/en/"' in text(client, host="one.example")
    assert 'href="http://two.example/en/"' in text(client, host="two.example")
    assert 'dir="rtl"' in text(client, "/ar/", host="one.example")
    kept = len(made)
    for number in range(5):
        text(client, f"/en/?x={number}", host="two.example")
    assert len(made) == kept
    assert "?page=7" in text(client, "/en/?page=7", host="two.example")
    assert "?page=7" not in text(client, host="two.example")
