"""The stage hub: hubs are asked to tell of a feed's news, and asked again before a lease ends."""

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import Any
from urllib.parse import urljoin

from django.conf import settings

from wireroom.adapters.polite import PoliteFetcher
from wireroom.engine.errors import FetchFailed
from wireroom.engine.feeds.answer import Polled
from wireroom.engine.feeds.hub import HubLinks, can_be_called, find_hub, subscribe_fields
from wireroom.news.models import Feed, Subscription
from wireroom.news.services.subscriptions import file_asked, let_rest, note_asking, note_hub
from wireroom.pipeline.stage import Executors, Stage


class Subscribe(Stage[Subscription]):
    """Ask the hub; it calls back to see whether we did (web/views/hub.py)."""

    step = "hub"
    model = Subscription
    in_flight = 8
    related = ("feed",)

    def __init__(self, executors: Executors, *, holder: str, fetcher: PoliteFetcher) -> None:
        super().__init__(executors, holder=holder)
        self._fetcher = fetcher

    def claim(self, *, now: datetime, limit: int) -> list[Subscription]:
        return let_rest(super().claim(now=now, limit=limit))

    def start(self, rows: Sequence[Subscription], *, now: datetime) -> list[Future[Any]]:
        for row in rows:
            note_asking(row, now=now)
        return [self.executors.net.submit(self._ask, row) for row in rows]

    async def _ask(self, row: Subscription) -> int:
        links = HubLinks(row.hub_url, row.topic_url)
        callback = urljoin(settings.WIREROOM_URL, f"websub/{row.name}")
        fields = subscribe_fields(links, callback=callback, secret=row.secret)
        status = await self._fetcher.send_form(row.hub_url, fields, named_by=row.feed.url)
        if not 200 <= status < 300:
            raise FetchFailed(f"{row.hub_url} answered {status}")
        return status

    def file(self, done: Sequence[tuple[Subscription, int]], *, now: datetime) -> None:
        for row, _status in done:
            file_asked(row, now=now)


def look_for_hub(feed: Feed, polled: Polled, *, now: datetime) -> None:
    """Note the hub that a poll's answer names, where hubs can reach this instance."""
    if polled.feed is None or not can_be_called(
        settings.WIREROOM_URL, allow=settings.WIREROOM_ALLOW
    ):
        return
    links = find_hub(polled.feed, polled.answer.headers, url=polled.answer.url)
    note_hub(feed, links, now=now)
