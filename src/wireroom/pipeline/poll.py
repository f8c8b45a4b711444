"""The stage poll: feeds, sitemaps and listings, asked when the decider says so."""

import logging
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, Final

from django.conf import settings
from django.db import transaction

from wireroom.adapters.executors import answered, follow
from wireroom.adapters.polite import PoliteFetcher
from wireroom.engine.errors import FetchFailed, NotAFeed
from wireroom.engine.feeds.answer import NOT_MODIFIED, Polled, read_answer, read_listing_answer
from wireroom.engine.feeds.first_sight import passed_over
from wireroom.engine.feeds.index import Child, ask_children, read_children
from wireroom.engine.feeds.pace import Pace
from wireroom.engine.feeds.rhythm import unpack_rhythm
from wireroom.engine.feeds.sameness import News
from wireroom.engine.feeds.schedule import PollLimits, PollOutcome, PollState, decide_poll
from wireroom.engine.types import AskedFor, FetchRequest, FetchResult, ParsedFeed
from wireroom.news.models import Feed
from wireroom.news.queries.known_pages import known_pages
from wireroom.news.services.feeds import (
    LISTING,
    URL_LENGTH,
    EndedPoll,
    file_poll,
    file_polls,
    look_for_news,
    renew_pushed,
    sift_entries,
)
from wireroom.news.services.known_entries import FoundEntry
from wireroom.news.services.subscriptions import doubt
from wireroom.pipeline.fetch import ACCEPT as PAGE
from wireroom.pipeline.stage import MANY, Executors, Stage
from wireroom.pipeline.subscribe import look_for_hub

log = logging.getLogger(__name__)
ACCEPT: Final = (
    "application/rss+xml, application/atom+xml, application/feed+json,"
    " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Brought:
    """A feed as its outlet's rules leave it, what of it is news, and how much they left out."""

    feed: ParsedFeed
    found: Sequence[FoundEntry]
    left_out: int


class Poll(Stage[Feed]):
    """Ask the feed on conditions, parse in a worker, file entries and the next time."""

    step = "poll"
    model = Feed
    # Most answers are "not modified" and cost a hundredth of a statement's overhead to file.
    in_flight = MANY
    together = MANY // 2

    def __init__(self, executors: Executors, *, holder: str, fetcher: PoliteFetcher) -> None:
        super().__init__(executors, holder=holder)
        self._fetcher = fetcher

    def start(self, rows: Sequence[Feed], *, now: datetime) -> list[Future[Any]]:
        return [self._ask(row) for row in rows]

    def _ask(self, row: Feed) -> Future[Any]:
        is_listing = row.kind == LISTING
        request = FetchRequest(
            url=row.url,
            etag=row.etag or None,
            last_modified=row.last_modified or None,
            accept=PAGE if is_listing else ACCEPT,
            asks_for=AskedFor.FEED,
        )
        # A listing is a page, which robots.txt may forbid.
        fetch = self._fetcher.fetch_page if is_listing else self._fetcher.fetch_feed
        answer: Future[Any] = self.executors.net.submit(fetch, request)
        if is_listing:
            known = known_pages(row.outlet_id)
            cpu = self.executors.cpu
            return follow(answer, lambda came: cpu.submit(read_listing_answer, came, known))
        return follow(follow(answer, self._read), partial(self._go_down, row))

    def _read(self, answer: FetchResult) -> Future[Polled]:
        # What came without a feed has nothing to crash on: handing it over costs more than reading.
        is_feed = 200 <= answer.status < 300
        executor = self.executors.cpu if is_feed else self.executors.inline
        return executor.submit(read_answer, answer)

    def _go_down(self, row: Feed, index: Polled) -> Future[Any]:
        """Ask the sitemaps of an index, too: it announces no page itself."""
        is_same = index.feed is None and index.answer.status == NOT_MODIFIED
        named = index.feed.sitemaps if index.feed else ()
        known = {url: (pair[0], pair[1]) for url, pair in row.children.items()}
        if not named and not (is_same and known):
            return answered(index)
        requests = ask_children(named, known, named_by=row.url, accept=ACCEPT)
        children: Future[Any] = self.executors.net.submit(self._ask_children, requests)
        read = self.executors.cpu.submit
        return follow(children, lambda came: read(read_children, index, came, known))

    async def _ask_children(self, requests: Sequence[FetchRequest]) -> list[Child]:
        return [await self._ask_child(request) for request in requests]

    async def _ask_child(self, request: FetchRequest) -> Child:
        try:
            return Child(request.url, await self._fetcher.fetch_feed(request))
        except FetchFailed:
            return Child(request.url, None)

    @transaction.atomic
    def file(self, done: Sequence[tuple[Feed, Polled]], *, now: datetime) -> None:
        renew_pushed([row for row, _ in done])
        brought = _brought(done)
        file_polls(
            [self._ended(row, result, brought.get(row.pk), now=now) for row, result in done],
            now=now,
        )
        for row, result in done:
            look_for_hub(row, result, now=now)

    def _ended(
        self, row: Feed, result: Polled, brought: _Brought | None, *, now: datetime
    ) -> EndedPoll:
        found = brought.found if brought else ()
        new = [one.told.entry.published_at for one in found if one.is_new]
        outcome = PollOutcome(
            status=result.answer.status,
            headers=result.answer.headers,
            new_entries=len(new),
            changed_entries=sum(one.told.news is News.CHANGED for one in found),
            left_out=brought.left_out if brought else 0,
            new_at=tuple(new),
            pace=result.pace,
            moved_to=_kept_whole(result.answer.moved_to),
        )
        state = _state(row)
        if new and row.push_until is not None:
            doubt(row)
            state = replace(state, push_until=None)
        feed = brought.feed if brought else None
        columns = self._decide(row, state, outcome, feed, now=now)
        if result.children is not None:
            columns["children"] = result.children
        elif result.feed is not None and row.children:
            columns["children"] = {}  # it is no index any more
        is_first, unseen = row.ok_at is None, result.unseen
        return EndedPoll(
            feed=row, found=found, spacing_s=self._fetcher.spacing_s(row.url), state=columns,
            passed=passed_over(feed, is_first=is_first, unseen=unseen, now=now) if feed else (),
        )  # fmt: skip

    def fail(self, row: Feed, error: BaseException, *, now: datetime) -> None:
        """A feed is never given up: it is asked more and more rarely, with its last good state."""
        if isinstance(error, FetchFailed | NotAFeed) and not self.is_exhausted(row):
            held_s = None
            if isinstance(error, FetchFailed) and error.held:
                held_s = error.retry_after_s or 0.0
            outcome = PollOutcome(error=str(error), held_s=held_s)
            self._file_failure(row, outcome, now=now)
        else:
            super().fail(row, error, now=now)

    @transaction.atomic
    def _file_failure(self, row: Feed, outcome: PollOutcome, *, now: datetime) -> None:
        renew_pushed([row])
        columns = self._decide(row, _state(row), outcome, None, now=now)
        file_poll(row, (), now=now, spacing_s=self._fetcher.spacing_s(row.url), **columns)

    def _decide(
        self,
        row: Feed,
        state: PollState,
        outcome: PollOutcome,
        feed: ParsedFeed | None,
        *,
        now: datetime,
    ) -> dict[str, Any]:
        """Return the feed's new state, column by column."""
        limits = PollLimits(min_s=settings.WIREROOM_POLL_MIN_S)
        decision = decide_poll(state, outcome, now, limits=limits)
        good = outcome.error is None and not decision.error_count
        if not good and outcome.held_s is None and not row.error_count:  # said once, when it begins
            log.warning("feed %s of %s: %s", row.url, row.outlet, decision.reason)
        columns: dict[str, Any] = {
            "due_at": None if decision.retired else decision.due_at,
            "interval_s": decision.interval_s,
            "etag": (decision.etag or "")[:500],
            "last_modified": (decision.last_modified or "")[:100],
            "error_count": decision.error_count,
            "moved_to": decision.moved_to or "",
            "moved_seen": decision.moved_seen,
            "pace": _kept_pace(decision.pace),
            "rhythm": decision.rhythm.pack(),
            "reason": decision.reason[:300],
            "polled_at": now if outcome.held_s is None else row.polled_at,
            "retired_at": now if decision.retired else None,
        }
        if good:
            columns["ok_at"] = now
        if outcome.new_entries:
            columns["news_at"] = now
        if feed is not None:
            columns |= {"kind": feed.kind, "title": (feed.title or "")[:300]}
            columns["left_out"] = outcome.left_out
        if decision.url != row.url and not Feed.objects.filter(url=decision.url).exists():
            columns["url"] = decision.url
        return columns


def _brought(done: Sequence[tuple[Feed, Polled]]) -> dict[int, _Brought]:
    """Return by row what the feeds that came brought."""
    came = [(row, result.feed) for row, result in done if result.feed]
    sifted = sift_entries([(row, feed.entries) for row, feed in came])
    told = [(row, kept.entries) for (row, _), kept in zip(came, sifted, strict=True)]
    return {
        row.pk: _Brought(
            feed=replace(feed, entries=kept.entries), found=found, left_out=kept.left_out.total()
        )
        for (row, feed), kept, found in zip(came, sifted, look_for_news(told), strict=True)
    }


def _state(row: Feed) -> PollState:
    return PollState(
        url=row.url,
        interval_s=row.interval_s,
        etag=row.etag or None,
        last_modified=row.last_modified or None,
        error_count=row.error_count,
        moved_to=row.moved_to or None,
        moved_seen=row.moved_seen,
        ok_at=row.ok_at,
        push_until=row.push_until,
        pace=_pace(row.pace),
        rhythm=unpack_rhythm(bytes(row.rhythm)),
    )


def _kept_whole(moved_to: str | None) -> str | None:
    """Return where a feed moved to; an address that is too long for its column is not believed."""
    return moved_to if moved_to and len(moved_to) <= URL_LENGTH else None


def _kept_pace(pace: Pace) -> dict[str, Any]:
    """Return what _pace reads, without the deep copies that dataclasses.asdict makes."""
    return {"ttl_s": pace.ttl_s, "skip_hours": pace.skip_hours, "skip_days": pace.skip_days}


def _pace(kept: dict[str, Any]) -> Pace:
    return Pace(
        ttl_s=kept.get("ttl_s", 0),
        skip_hours=tuple(kept.get("skip_hours", ())),
        skip_days=tuple(kept.get("skip_days", ())),
    )
