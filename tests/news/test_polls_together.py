"""Many polls filed in one transaction: what comes of it is what filing each alone gives."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from wireroom.engine.types import FeedEntry
from wireroom.news.models import Entry, Feed, Page
from wireroom.news.services.feeds import EndedPoll, add_feed, file_poll, file_polls, look_for_news
from wireroom.news.services.leases import LeaseLost, claim
from wireroom.news.services.outlets import OutletFacts, file_outlet

pytestmark = pytest.mark.django_db
NOW = datetime(2031, 3, 2, 10, tzinfo=UTC)
HOST = "https://tidewire.example"
TITLES = ("Ferry burns off the islands", "Ferry burns again", "Mill closes")
Polls = Sequence[tuple[Feed, Sequence[FeedEntry]]]


# Times to the second, as a report has them that was published by itself.
MOMENTS = tuple(NOW - timedelta(seconds=seconds) for seconds in (77, 3_723))


def feeds(count: int) -> list[Feed]:
    outlet, _ = file_outlet(OutletFacts(name="Tidewire", home_url=HOST))
    for number in range(count):
        add_feed(outlet, f"{HOST}/{number}.xml", now=NOW)
    return claimed(NOW)


def claimed(at: datetime) -> list[Feed]:
    Feed.objects.update(due_at=at)
    return claim(Feed, "poll", now=at, limit=100, lease_s=60)


def entry(name: str, **changes: Any) -> FeedEntry:
    url = f"{HOST}/{name}"
    return FeedEntry(**{"guid": url, "url": url, "title": name, **changes})


def file_together(polls: Polls, at: datetime) -> int:
    state = {"due_at": at + timedelta(hours=1)}
    return file_polls(
        [
            EndedPoll(feed=feed, found=found, state=state)
            for (feed, _), found in zip(polls, look_for_news(polls), strict=True)
        ],
        now=at,
    )


def file_each(polls: Polls, at: datetime) -> int:
    hour = timedelta(hours=1)
    return sum(file_poll(feed, told, now=at, due_at=at + hour) for feed, told in polls)


def invented(chance: random.Random, feed: Feed) -> list[FeedEntry]:
    """Invent entries whose guids and addresses change, and are shared within the feed."""
    return [
        entry(
            f"{feed.pk}/{chance.randrange(6)}",
            guid=chance.choice((f"g{chance.randrange(4)}", f"{HOST}/{feed.pk}/1")),
            title=chance.choice(TITLES),
            published_at=chance.choice((None, *MOMENTS)),
        )
        for _ in range(chance.randrange(7))
    ]


def kept() -> tuple[list[object], list[object]]:
    entries = Entry.objects.order_by("feed__url", "guid_key")
    return (
        list(entries.values_list("feed__url", "page__url", "guid_key", "title", "seen_at")),
        list(Page.objects.order_by("url").values_list("url", "title", "step", "due_at")),
    )


@pytest.mark.parametrize("seed", range(8))
def test_polls_filed_together_leave_what_each_alone_leaves(seed: int) -> None:
    feeds(3)
    left = []
    for file in (file_together, file_each):
        chance = random.Random(seed)
        with transaction.atomic():
            counts = []
            for hour in range(4):
                at = NOW + timedelta(hours=hour)
                counts.append(file([(one, invented(chance, one)) for one in claimed(at)], at))
            left.append((counts, kept()))
            transaction.set_rollback(True)
    assert left[0] == left[1]
    assert left[0][1][0]


def test_a_page_that_two_feeds_announce_at_once_is_one() -> None:
    one, other = feeds(2)
    assert file_together([(one, [entry("ferry")]), (other, [entry("ferry")])], NOW) == 2
    assert Page.objects.count() == 1
    assert set(Entry.objects.values_list("feed", flat=True)) == {one.pk, other.pk}


def test_a_report_that_moved_to_a_known_page_is_news_once() -> None:
    one, other = feeds(2)
    told = {"guid": "g", "title": TITLES[0]}
    file_together([(one, [entry("draft", **told)]), (other, [entry("ferry")])], NOW)
    counts = []
    for hour in range(1, 4):
        at = NOW + timedelta(hours=hour)
        (one, _) = claimed(at)
        counts.append(file_together([(one, [entry("ferry", **told)])], at))
    assert counts == [1, 0, 0]
    assert Entry.objects.get(feed=one).page.url == f"{HOST}/ferry"


def test_a_lost_lease_takes_all_polls_back() -> None:
    one, other = feeds(2)
    Feed.objects.filter(pk=other.pk).update(lease="another's")
    with pytest.raises(LeaseLost):
        file_together([(one, [entry("ferry")]), (other, [])], NOW)
    assert not Page.objects.exists()
    one.refresh_from_db()
    assert one.lease


def test_what_many_feeds_have_of_news_is_found_by_as_many_statements_as_of_one() -> None:
    told = [(feed, [entry(f"{feed.pk}")]) for feed in feeds(20)]
    file_together(told, NOW)
    more = [(feed, [*old, entry(f"{feed.pk}/new", published_at=MOMENTS[0])]) for feed, old in told]
    counts = []
    for most in (1, 20):
        with CaptureQueriesContext(connection) as asked:
            found = look_for_news(more[:most])
        assert [[one.is_new for one in of_feed] for of_feed in found] == [[False, True]] * most
        counts.append(len(asked.captured_queries))
    assert counts[0] == counts[1]


def test_as_many_feeds_with_nothing_new_cost_as_many_statements_as_one() -> None:
    told = [(feed, [entry(f"{feed.pk}")]) for feed in feeds(20)]
    file_together(told, NOW)
    counts = []
    for most in (1, 20):
        again = [(feed, told[place][1]) for place, feed in enumerate(claimed(NOW)[:most])]
        with CaptureQueriesContext(connection) as asked:
            assert file_together(again, NOW) == 0
        counts.append(len(asked.captured_queries))
    assert counts[0] == counts[1]
