"""What was taken down or blocked is neither fetched nor filed again, wherever it is met."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from wireroom.engine.feeds.opml import ListedFeed
from wireroom.engine.reading import take_prints
from wireroom.engine.types import Article as ReadArticle
from wireroom.engine.types import FeedEntry, Role
from wireroom.news.models import Article, Feed, Outlet, OutletState, Page
from wireroom.news.services.articles import file_readings
from wireroom.news.services.deed_log import By
from wireroom.news.services.feeds import add_feed, file_poll
from wireroom.news.services.leases import claim, rerun_dead
from wireroom.news.services.listed_feeds import file_listed_feeds
from wireroom.news.services.outlet_deeds import set_outlet_state
from wireroom.news.services.outlets import OutletFacts, file_outlet
from wireroom.pipeline.taking_down import take_reports_down

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)
BY = By(who="ilsa", now=NOW)
URL = "https://tidewire.example/ferry"
pytestmark = pytest.mark.django_db


def outlet(name: str, *, is_aggregator: bool = False) -> Outlet:
    home = f"https://{name.lower()}.example/"
    return file_outlet(OutletFacts(name=name, home_url=home, is_aggregator=is_aggregator))[0]


BURNED = "The ferry burned for nine hours."


def read(owner: Outlet, url: str, *, body: str = BURNED, **told: Any) -> int:
    """Read a page of the outlet's that holds the ferry's report; return how many are there."""
    page, _ = Page.objects.get_or_create(url=url, defaults={"outlet": owner, "seen_at": NOW})
    Page.objects.filter(pk=page.pk).update(step="extract", due_at=NOW)
    (claimed,) = claim(Page, "extract", now=NOW, limit=1, lease_s=60)
    article = ReadArticle(
        id="a", file="a", position=0, role=Role.MAIN, title="Ferry burns off the islands",
        paragraphs=(body,) if body else (), lang="en", **told,
    )  # fmt: skip
    file_readings([(claimed, [take_prints(article)])], now=NOW)
    return Article.objects.count()


def poll(owner: Outlet, title: str = "Ferry burns off the islands") -> int:
    """Poll a feed that announces the ferry's report; return how many pages are due for fetching."""
    feed, _ = add_feed(owner, f"{owner.home_url}feed", now=NOW)
    Feed.objects.filter(pk=feed.pk).update(step="poll", due_at=NOW)
    (claimed,) = claim(Feed, "poll", now=NOW, limit=1, lease_s=60)
    entry = FeedEntry(guid="1", url=URL, title=title)
    file_poll(claimed, [entry], now=NOW, due_at=NOW + timedelta(hours=1))
    return Page.objects.filter(step="fetch").count()


def test_a_report_that_was_taken_down_comes_back_by_no_way() -> None:
    tidewire, kaleido = outlet("Tidewire"), outlet("Kaleido", is_aggregator=True)
    assert read(tidewire, URL) == 1
    assert take_reports_down([Article.objects.get().pk], by=BY) == 1
    assert not Page.objects.exists()
    assert poll(tidewire) == 0
    assert read(tidewire, "https://tidewire.example/other", canonical_url=URL) == 0
    assert read(kaleido, "https://kaleido.example/1", outlet="Tidewire") == 0
    # Another outlet's report of the same name is its own.
    assert read(outlet("Meridian"), "https://meridian.example/ferry") == 1


def test_a_headline_that_comes_every_day_is_that_of_other_reports() -> None:
    tidewire, kaleido = outlet("Tidewire"), outlet("Kaleido", is_aggregator=True)
    read(tidewire, URL)
    take_reports_down([Article.objects.get().pk], by=BY)
    assert read(tidewire, "https://tidewire.example/moved") == 0
    assert read(tidewire, "https://tidewire.example/next-day", body="It was towed in.") == 1
    # Where a headline is all that names a report, it is all that can be asked for.
    assert read(kaleido, "https://kaleido.example/1", body="Nine hours!", outlet="Tidewire") == 1


def test_a_headline_without_a_text_is_no_text_that_was_taken_down() -> None:
    tidewire = outlet("Tidewire")
    read(tidewire, URL, body="")
    take_reports_down([Article.objects.get().pk], by=BY)
    assert read(tidewire, "https://tidewire.example/next-day", body="") == 1


def test_of_a_blocked_outlet_nothing_is_filed() -> None:
    tidewire, kaleido = outlet("Tidewire"), outlet("Kaleido", is_aggregator=True)
    set_outlet_state(tidewire.pk, OutletState.BLOCKED, by=BY)
    assert read(kaleido, "https://kaleido.example/1", outlet="Tidewire") == 0
    tidewire.refresh_from_db()
    assert add_feed(tidewire, "https://tidewire.example/new", now=NOW)[0].due_at is None
    set_outlet_state(tidewire.pk, OutletState.ON, by=BY)
    assert read(kaleido, "https://kaleido.example/1", outlet="Tidewire") == 1


@pytest.mark.parametrize("state", [OutletState.PAUSED, OutletState.BLOCKED])
def test_a_list_s_feeds_rest_with_their_outlet(state: OutletState) -> None:
    tidewire = outlet("Tidewire")
    set_outlet_state(tidewire.pk, state, by=BY)
    listed = ListedFeed(url=f"{URL}.xml", title="Tidewire", home_url=tidewire.home_url)
    file_listed_feeds([listed], now=NOW)
    feed = Feed.objects.get()
    assert (feed.outlet, feed.step, feed.due_at) == (tidewire, "paused", None)
    set_outlet_state(tidewire.pk, OutletState.ON, by=BY)
    feed.refresh_from_db()
    assert (feed.step, feed.due_at) == ("poll", NOW)


@pytest.mark.parametrize(
    ("state", "again"), [("on", (1, 1)), ("paused", (0, 1)), ("blocked", (0, 0))]
)
def test_dead_letters_of_an_outlet_that_is_left_alone_stay_dead(
    state: str, again: tuple[int, int]
) -> None:
    tidewire = outlet("Tidewire")
    Feed.objects.create(outlet=tidewire, url=f"{URL}.xml", step="poll", dead_at=NOW)
    Page.objects.create(outlet=tidewire, url=URL, seen_at=NOW, step="fetch", dead_at=NOW)
    Outlet.objects.update(state=state)
    assert (rerun_dead([Feed], now=NOW), rerun_dead([Page], now=NOW)) == again


def test_an_aggregator_s_feed_has_no_blocked_outlet_s_page_fetched_again() -> None:
    tidewire, kaleido = outlet("Tidewire"), outlet("Kaleido", is_aggregator=True)
    Page.objects.create(outlet=tidewire, url=URL, seen_at=NOW)
    assert poll(kaleido) == 0
    set_outlet_state(tidewire.pk, OutletState.BLOCKED, by=BY)
    assert poll(kaleido, title="Nine saved") == 0
    set_outlet_state(tidewire.pk, OutletState.ON, by=BY)
    assert poll(kaleido, title="Nine of ten saved") == 1
