"""A clock that ran ahead and was put back keeps no feed silent until the time that it had named."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.web.newsroom import make_outlet

from wireroom.news.models import Feed
from wireroom.pipeline.put_back import PutBack

pytestmark = pytest.mark.django_db
NOW = datetime(2031, 3, 20, 9, tzinfo=UTC)
YEAR = timedelta(days=365)


def _feed(name: str, *, polled: datetime, due: datetime, **more: object) -> Feed:
    times = {"polled_at": polled, "ok_at": polled, "news_at": None, "due_at": due}
    address = f"https://{name}.example/feed"
    outlet = make_outlet(name)
    return Feed.objects.create(outlet=outlet, url=address, step="poll", **times | more)


def _due(feed: Feed) -> datetime | None:
    feed.refresh_from_db()
    return feed.due_at


def test_feeds_are_asked_by_the_clock_of_now() -> None:
    soon = NOW + timedelta(minutes=5)
    wrong = _feed("wrong", polled=NOW + YEAR, due=NOW + YEAR + timedelta(minutes=5))
    right = _feed("right", polled=NOW - timedelta(minutes=5), due=soon)
    asked = _feed("asked", polled=NOW + YEAR, due=NOW + YEAR, lease="x")
    PutBack(clock=lambda: NOW)()
    assert (_due(wrong), _due(right), _due(asked)) == (NOW, soon, NOW + YEAR)
    assert (wrong.polled_at, wrong.ok_at, wrong.news_at) == (NOW, NOW, None)


def test_it_is_looked_for_at_the_start_and_when_the_clock_goes_back() -> None:
    clock = [NOW]
    look = PutBack(clock=lambda: clock[0])
    look()
    clock[0] += timedelta(days=1)
    look()
    feed = _feed("feed", polled=clock[0], due=clock[0] + timedelta(minutes=5))
    look()
    assert _due(feed) == clock[0] + timedelta(minutes=5)
    clock[0] = NOW + timedelta(minutes=1)
    look()
    assert _due(feed) == clock[0]
