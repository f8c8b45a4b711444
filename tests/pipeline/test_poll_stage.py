"""The stage poll files many answers at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from wireroom.adapters.executors import InlineExecutor
from wireroom.adapters.polite import PoliteFetcher
from wireroom.engine.errors import FetchFailed
from wireroom.engine.feeds.answer import Polled
from wireroom.engine.feeds.rhythm import unpack_rhythm
from wireroom.engine.types import FeedEntry, FetchResult, ParsedFeed
from wireroom.news.models import Feed, Subscription
from wireroom.news.services.feeds import add_feed, file_push
from wireroom.news.services.leases import LeaseLost, claim
from wireroom.news.services.outlets import OutletFacts, file_outlet
from wireroom.pipeline.poll import Poll
from wireroom.pipeline.stage import Executors

pytestmark = pytest.mark.django_db
NOW = datetime(2031, 3, 2, 10, tzinfo=UTC)
HOST = "https://tidewire.example"


class NoFetcher:
    """Says how far apart pages are; nothing is asked here."""

    def spacing_s(self, _url: str) -> float:
        return 1.0


def stage() -> Poll:
    inline = InlineExecutor()
    executors = Executors(net=inline, cpu=inline, bulk=inline, inline=inline)
    return Poll(executors, holder="", fetcher=cast("PoliteFetcher", NoFetcher()))


def feeds(count: int) -> list[Feed]:
    outlet, _ = file_outlet(OutletFacts(name="Tidewire", home_url=HOST))
    for number in range(count):
        add_feed(outlet, f"{HOST}/{number}.xml", now=NOW)
    Feed.objects.update(due_at=NOW)
    return claim(Feed, "poll", now=NOW, limit=count, lease_s=60)


def unchanged(rows: Sequence[Feed]) -> list[tuple[Feed, Polled]]:
    return [(row, Polled(FetchResult(status=304, url=row.url), None)) for row in rows]


def news(row: Feed) -> tuple[Feed, Polled]:
    entry = FeedEntry(guid="1", url=f"{HOST}/ferry", title="Ferry late")
    told: Any = ParsedFeed(kind="rss", title="Tidewire", entries=(entry,))
    return row, Polled(FetchResult(status=200, url=row.url), told)


def test_feeds_without_news_are_filed_by_one_statement() -> None:
    counts = []
    for count in (1, 20):
        rows = feeds(count)
        with CaptureQueriesContext(connection) as asked:
            stage().file(unchanged(rows), now=NOW)
        counts.append(len(asked.captured_queries))
    assert set(Feed.objects.values_list("error_count", "lease")) == {(0, "")}
    assert "nothing changed (304)" in Feed.objects.latest("pk").reason
    assert counts[0] == counts[1]


def test_a_hub_that_missed_news_is_doubted_though_its_poll_was_filed_with_a_late_one() -> None:
    row, late = feeds(2)
    Feed.objects.filter(pk=row.pk).update(push_until=NOW + timedelta(days=1))
    row.push_until = NOW + timedelta(days=1)
    Subscription.objects.create(
        feed=row, hub_url=f"{HOST}/hub", topic_url=row.url, name="n", secret="s", pushed_at=NOW
    )
    Feed.objects.filter(pk=late.pk).update(lease="another's")
    with pytest.raises(LeaseLost):
        stage().file([news(row), *unchanged([late])], now=NOW)
    assert Subscription.objects.get().pushed_at is not None
    stage().file([news(row)], now=NOW)
    assert Subscription.objects.get().pushed_at is None
    assert Feed.objects.get(pk=row.pk).push_until is None


@pytest.mark.parametrize("ends", ["unchanged", "failed"])
def test_what_a_push_taught_while_the_poll_was_under_way_is_kept(ends: str) -> None:
    (row,) = feeds(1)
    until = NOW + timedelta(days=1)
    Feed.objects.update(ok_at=NOW - timedelta(hours=1))
    told, polled = news(row)
    assert polled.feed is not None
    file_push(Feed.objects.get(), polled.feed.entries, now=NOW)
    Feed.objects.update(push_until=until)
    if ends == "unchanged":
        stage().file(unchanged([told]), now=NOW)
    else:
        stage().fail(told, FetchFailed("it is away"), now=NOW)
    row.refresh_from_db()
    assert unpack_rhythm(bytes(row.rhythm)).hours[NOW.hour] > 0.9
    assert (row.push_until, row.news_at, row.lease) == (until, NOW, "")


def test_what_no_column_takes_or_is_no_more_is_not_kept() -> None:
    (row,) = feeds(1)
    Feed.objects.update(children={f"{HOST}/old.xml": ["", ""]})
    row.refresh_from_db()
    told, polled = news(row)
    answer = replace(polled.answer, moved_to=f"{HOST}/{'a' * 2_500}")
    stage().file([(told, replace(polled, answer=answer))], now=NOW)
    row.refresh_from_db()
    assert (row.moved_to, row.moved_seen, row.children) == ("", 0, {})
    assert row.ok_at == NOW
