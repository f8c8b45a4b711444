"""A feed that was given up is asked again, replaced or removed, each with its line in the log."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.web.newsroom import make_article, make_outlet
from tests.web.test_desk_pages import at_desk, latest

from wireroom.news.models import Article, Entry, Feed, Outlet, OutletState
from wireroom.people.roles import Role

pytestmark = pytest.mark.django_db
URL = "https://tidewire.example/rss"


@pytest.fixture
def feed() -> Feed:
    outlet, now = make_outlet("Tidewire"), timezone.now()
    row = Feed.objects.create(
        outlet=outlet, url=URL, step="poll", retired_at=now, error_count=4, etag='"1"',
        reason="the server says that this feed is gone for good (410)",
    )  # fmt: skip
    page = make_article(outlet, "Ferry sinks off Ostvik").page
    Entry.objects.create(feed=row, page=page, guid_key="k", seen_at=now)
    return row


def do(feed: Feed, deed: str, **sent: Any) -> str:
    answer = at_desk().post(
        f"/en/desk/feed/{feed.pk}/", {"deed": deed, "why": "It moved", **sent}, follow=True
    )
    return str(answer.content.decode())


def test_one_that_was_given_up_is_asked_again(feed: Feed) -> None:
    assert "asked again at once" in do(feed, "again")
    feed.refresh_from_db()
    assert (feed.step, feed.retired_at, feed.error_count, feed.etag) == ("poll", None, 0, "")
    assert feed.due_at
    assert feed.due_at <= timezone.now()
    assert (latest().deed, latest().after, latest().why) == (
        "outlet.feed-again", {"feed": URL}, "It moved",
    )  # fmt: skip


def test_of_an_outlet_at_rest_it_rests_with_the_others(feed: Feed) -> None:
    Outlet.objects.filter(pk=feed.outlet_id).update(state=OutletState.PAUSED)
    do(feed, "again")
    feed.refresh_from_db()
    assert (feed.step, feed.due_at, feed.retired_at) == ("paused", None, None)


def test_a_new_address_is_asked_and_what_was_announced_stays(feed: Feed) -> None:
    do(feed, "replace", url="tidewire.example/news.xml")
    feed.refresh_from_db()
    assert (feed.url, feed.retired_at) == ("https://tidewire.example/news.xml", None)
    assert Entry.objects.filter(feed=feed).count() == 1
    assert latest().before == {"feed": URL}


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "https://other.example/rss"])
def test_an_address_that_cannot_be_taken_changes_nothing(feed: Feed, url: str) -> None:
    Feed.objects.create(outlet=feed.outlet, url="https://other.example/rss", step="poll")
    said = do(feed, "replace", url=url)
    feed.refresh_from_db()
    assert feed.url == URL
    assert "no web address" in said or "polled already" in said


def test_one_that_is_removed_leaves_its_reports_and_the_list_of_troubles(feed: Feed) -> None:
    assert "Retired" in at_desk(email="b@tidewire.example").get("/en/desk/health/").content.decode()
    do(feed, "remove")
    assert not Feed.objects.exists()
    assert Article.objects.count() == 1
    health = at_desk(email="c@tidewire.example").get("/en/desk/health/").content.decode()
    assert "Retired" not in health
    editor = at_desk(email="a@tidewire.example")  # a second time: nothing breaks
    assert editor.post(f"/en/desk/feed/{feed.pk}/", {"deed": "remove"}).status_code == 404
    log = at_desk(email="d@tidewire.example").get("/ar/desk/log/").content.decode()
    assert "حُذفت الخلاصة" in log


def test_it_is_for_editors(feed: Feed) -> None:
    path = f"/en/desk/feed/{feed.pk}/"
    assert at_desk(Role.MODERATOR).post(path, {"deed": "remove"}).status_code == 404
    assert Client().post(path, {"deed": "remove"}).status_code == 302
    assert Feed.objects.count() == 1
