"""The stage poll: feeds and sitemaps, asked when the decider says so."""

import logging
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, Final

from django.conf import settings
from django.db import transaction

from wireroom.adapters.executors import follow
from wireroom.adapters.polite import PoliteFetcher
from wireroom.engine.errors import FetchFailed, NotAFeed
from wireroom.engine.feeds.answer import Polled, read_answer
from wireroom.engine.feeds.pace import Pace
from wireroom.engine.feeds.rhythm import unpack_rhythm
from wireroom.engine.feeds.sameness import News
from wireroom.engine.feeds.schedule import PollLimits, PollOutcome, PollState, decide_poll
from wireroom.engine.types import FetchRequest, FetchResult, ParsedFeed
from wireroom.news.models import Feed
from wireroom.news.services.feeds import EndedPoll, file_poll, file_polls, look_for_news
from wireroom.news.services.known_entries import FoundEntry
from wireroom.news.services.subscriptions import doubt
from wireroom.pipeline.stage import Executors, Stage
from wireroom.pipeline.subscribe import look_for_hub

log = logging.getLogger(__name__)
ACCEPT: Final = (
    "application/rss+xml, application/atom+xml, application/feed+json,"
    " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1"
)


class Poll(Stage[Feed]):
    """Ask the feed on conditions, parse in a worker, file entries and the next time."""

    step = "poll"
    model = Feed
    in_flight = 64
    together = 32

    def __init__(self, executors: Executors, *, holder: str, fetcher: PoliteFetcher) -> None:
        super().__init__(executors, holder=holder)
        self._fetcher = fetcher

    def start(self, rows: Sequence[Feed], *, now: datetime) -> list[Future[Any]]:
        return [self._ask(row) for row in rows]

    def _ask(self, row: Feed) -> Future[Any]:
        request = FetchRequest(
            url=row.url,
            etag=row.etag or None,
            last_modified=row.last_modified or None,
            accept=ACCEPT,
        )
        answer: Future[Any] = self.executors.net.submit(self._fetcher.fetch_feed, request)
        return follow(answer, self._read)

    def _read(self, answer: FetchResult) -> Future[Polled]:
        # What came without a feed has nothing to crash on: handing it over costs more than reading.
        is_feed = 200 <= answer.status < 300
        executor = self.executors.cpu if is_feed else self.executors.inline
        return executor.submit(read_answer, answer)

    @transaction.atomic
    def file(self, done: Sequence[tuple[Feed, Polled]], *, now: datetime) -> None:
        brought = [(row, result.feed.entries) for row, result in done if result.feed]
        found = dict(zip((row.pk for row, _ in brought), look_for_news(brought), strict=True))
        file_polls(
            [self._ended(row, result, found.get(row.pk, ()), now=now) for row, result in done],
            now=now,
        )
        for row, result in done:
            look_for_hub(row, result, now=now)

    def _ended(
        self, row: Feed, result: Polled, found: Sequence[FoundEntry], *, now: datetime
    ) -> EndedPoll:
        new = [one.told.entry.published_at for one in found if one.is_new]
        outcome = PollOutcome(
            status=result.answer.status,
            headers=result.answer.headers,
            new_entries=len(new),
            changed_entries=sum(one.told.news is News.CHANGED for one in found),
            new_at=tuple(new),
            pace=result.pace,
            moved_to=result.answer.moved_to,
        )
        state = _state(row)
        if new and row.push_until is not None:
            doubt(row)
            state = replace(state, push_until=None)
        columns = self._decide(row, state, outcome, result.feed, now=now)
        return EndedPoll(
            feed=row, found=found, spacing_s=self._fetcher.spacing_s(row.url), state=columns
        )

    def fail(self, row: Feed, error: BaseException, *, now: datetime) -> None:
        """A feed is never given up: it is asked more and more rarely, with its last good state."""
        if isinstance(error, FetchFailed | NotAFeed) and not self.is_exhausted(row):
            held_s = None
            if isinstance(error, FetchFailed) and error.held:
                held_s = error.retry_after_s or 0.0
            outcome = PollOutcome(error=str(error), held_s=held_s)
            columns = self._decide(row, _state(row), outcome, None, now=now)
            file_poll(row, (), now=now, spacing_s=self._fetcher.spacing_s(row.url), **columns)
        else:
            super().fail(row, error, now=now)

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
            "pace": asdict(decision.pace),
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
        if decision.url != row.url and not Feed.objects.filter(url=decision.url).exists():
            columns["url"] = decision.url
        return columns


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


def _pace(kept: dict[str, Any]) -> Pace:
    return Pace(
        ttl_s=kept.get("ttl_s", 0),
        skip_hours=tuple(kept.get("skip_hours", ())),
        skip_days=tuple(kept.get("skip_days", ())),
    )
