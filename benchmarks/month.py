"""A month of polling on a clock of its own: every article once, how late, at how many requests.

    ./wireroom bench month [--outlets N] [--days N] [--seed N]

Invented outlets (benchmarks/month_world.py) publish for a month, with feeds that are down, slow,
moved, gone, reset, cut short, whose clocks and guids are wrong. The decider, the recognition of
entries, the identity of addresses and the pacing of hosts are the real ones; network, pages and
tables are not there. The same month is polled every 60 minutes for comparison. Prints for both
how many requests were made for feeds and for pages, how late articles were, and what went wrong:
articles filed twice, articles that left their feed before anybody asked, requests of a host
in 24 hours at the most.
"""

import argparse
import asyncio
import heapq
import sys
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from statistics import median, quantiles
from typing import Final

from benchmarks.month_world import DAYS, START, Answer, Outlet, Report, make_outlets
from benchmarks.table import print_table, state_machine
from wireroom.adapters.host_budget import HostBudget
from wireroom.adapters.pacing import HostPacing
from wireroom.engine.errors import FetchFailed
from wireroom.engine.feeds.entries import drop_doubles
from wireroom.engine.feeds.sameness import Announced, News, Recognised, recognise
from wireroom.engine.feeds.schedule import PollOutcome, PollState, decide_poll
from wireroom.engine.pages.revisit import decide_visit
from wireroom.engine.types import FeedEntry
from wireroom.news.identity import url_identity

BUDGET: Final = 800  # an eighth of the real one, so that platforms of many outlets reach it
_FIXED: Final = timedelta(minutes=60)
_DAY: Final = timedelta(days=1)


@dataclass(slots=True)
class Feed:
    """A feed's state, and what it announced, as the tables keep it."""

    outlet: Outlet
    state: PollState
    by_guid: dict[str, Announced] = field(default_factory=dict)
    by_url: dict[str, Announced] = field(default_factory=dict)
    served: tuple[FeedEntry, ...] = ()


@dataclass(slots=True)
class Month:
    """What a month of one way of polling gave."""

    polls: int = 0
    page_requests: int = 0
    held: int = 0
    most_a_day: int = 0
    filed: Counter[tuple[int, int]] = field(default_factory=Counter)
    delays_s: list[float] = field(default_factory=list)
    asked: defaultdict[str, deque[datetime]] = field(default_factory=lambda: defaultdict(deque))

    @property
    def doubled(self) -> int:
        """Articles that were filed more than once."""
        return sum(1 for times in self.filed.values() if times > 1)


class Simulation:
    """One month of one way of polling, event by event."""

    def __init__(self, outlets: list[Outlet], *, days: int, fixed: bool) -> None:
        self.end = START + timedelta(days=days)
        self.fixed = fixed
        self.month = Month()
        self.now = START
        self._turns = count()
        self._events: list[tuple[datetime, int, Feed | tuple[Outlet, Report, int]]] = []
        self._articles: dict[tuple[int, str], int] = {}
        budget = HostBudget(BUDGET, clock=self._clock)
        self._pacing = HostPacing(budget=budget, clock=self._clock, sleep=self._sleep)
        for outlet in outlets:
            for url in outlet.urls:
                feed = Feed(outlet, PollState(url=url, interval_s=900))
                self._at(START + timedelta(seconds=outlet.number), feed)

    async def run(self) -> Month:
        """Let the month pass."""
        while self._events:
            self.now, _, what = heapq.heappop(self._events)
            if isinstance(what, Feed):
                await self._poll(what)
            else:
                await self._fetch(*what)
        return self.month

    def _clock(self) -> float:
        return (self.now - START).total_seconds()

    async def _sleep(self, _seconds: float) -> None:
        """A turn is reserved; that it starts some seconds later changes nothing here."""

    def _at(self, when: datetime, what: Feed | tuple[Outlet, Report, int]) -> None:
        if when < self.end:
            heapq.heappush(self._events, (when, next(self._turns), what))

    async def _ask(self, host: str, *, gives_way: bool = False) -> None:
        async with self._pacing.turn(host, gives_way=gives_way):
            asked = self.month.asked[host]
            asked.append(self.now)
            while asked[0] <= self.now - _DAY:
                asked.popleft()
            self.month.most_a_day = max(self.month.most_a_day, len(asked))

    async def _poll(self, feed: Feed) -> None:
        state = feed.state
        try:
            await self._ask(feed.outlet.host)
        except FetchFailed as error:
            self.month.held += 1
            outcome = PollOutcome(error=str(error), held_s=error.retry_after_s)
        else:
            self.month.polls += 1
            answer = feed.outlet.answer(state.url, state.etag, self.now)
            if answer.status == 429:
                self._pacing.rest(feed.outlet.host, float(answer.headers["retry-after"]))
            outcome = self._outcome(feed, answer)
        decision = decide_poll(state, outcome, self.now)
        good = outcome.error is None and outcome.held_s is None and not decision.error_count
        feed.state = replace(
            state,
            url=decision.url,
            interval_s=decision.interval_s,
            etag=decision.etag,
            error_count=decision.error_count,
            moved_to=decision.moved_to,
            moved_seen=decision.moved_seen,
            ok_at=self.now if good else state.ok_at,
            pace=decision.pace,
            rhythm=decision.rhythm,
        )
        if not decision.retired:
            self._at(self.now + _FIXED if self.fixed else decision.due_at, feed)

    def _outcome(self, feed: Feed, answer: Answer) -> PollOutcome:
        found = self._recognise(feed, answer.entries)
        new = [one for one in found if one.news is News.NEW]
        for one in found:
            if one.news is not News.SAME or (one.known and one.guid != one.known.guid):
                self._keep(feed, one.guid, one.entry, one.known)
        for one in new:
            self._file(feed.outlet, one.entry)
        return PollOutcome(
            status=answer.status,
            headers=answer.headers,
            new_entries=len(new),
            new_at=tuple(one.entry.published_at for one in new),
            pace=answer.pace,
            error=answer.error,
            moved_to=answer.moved_to,
        )

    @staticmethod
    def _recognise(feed: Feed, served: tuple[FeedEntry, ...] | None) -> tuple[Recognised, ...]:
        if not served or served is feed.served:
            return ()  # the very same again: all of it is known
        feed.served = served
        entries = drop_doubles(served)
        names = {name for one in entries for name in (one.guid, one.url)}
        return recognise(
            entries,
            by_guid={name: feed.by_guid[name] for name in names & feed.by_guid.keys()},
            by_url={one.url: feed.by_url[one.url] for one in entries if one.url in feed.by_url},
        )

    def _keep(self, feed: Feed, guid: str, entry: FeedEntry, known: Announced | None) -> None:
        if known is not None:
            del feed.by_guid[known.guid], feed.by_url[known.url]
        kept = Announced(
            guid=guid,
            url=entry.url,
            title=entry.title,
            published_at=known.published_at if known else entry.published_at,
            updated_at=entry.updated_at,
        )
        feed.by_guid[guid] = feed.by_url[entry.url] = kept

    def _file(self, outlet: Outlet, entry: FeedEntry) -> None:
        number = int(entry.url.split("/")[4].partition("-")[0])
        identity = (outlet.number, url_identity(entry.url))
        if identity in self._articles:
            return
        self._articles[identity] = number
        report = outlet.reports[number]
        key = (outlet.number, number)
        self.month.filed[key] += 1
        if self.month.filed[key] == 1 and report.at > START + _DAY:
            self.month.delays_s.append((self.now - report.at).total_seconds())
        if not self.fixed:  # pages are fetched alike, however feeds are polled
            self._at(self.now + timedelta(seconds=1), (outlet, report, 0))

    async def _fetch(self, outlet: Outlet, report: Report, looks: int) -> None:
        try:
            await self._ask(outlet.host, gives_way=True)
        except FetchFailed as error:
            self.month.held += 1
            rest = timedelta(seconds=max(error.retry_after_s or 0.0, 1.0))
            self._at(self.now + rest, (outlet, report, looks))
            return
        self.month.page_requests += 1
        again = decide_visit(report.at, self.now, quiet_looks=looks + 1)
        if again is not None:
            self._at(again, (outlet, report, looks + 1))


def run_month(count_: int, *, days: int, seed: int, fixed: bool) -> Month:
    """Poll so many outlets for so many days."""
    outlets = make_outlets(count_, days=days, seed=seed)
    return asyncio.run(Simulation(outlets, days=days, fixed=fixed).run())


def main() -> int:
    """Run both months and print what they gave."""
    parser = argparse.ArgumentParser(prog="wireroom bench month", description=__doc__)
    parser.add_argument("--outlets", type=int, default=500)
    parser.add_argument("--days", type=int, default=DAYS)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    print(state_machine())
    ways = {"decided": False, "every 60 min": True}
    months = {
        name: run_month(args.outlets, days=args.days, seed=args.seed, fixed=fixed)
        for name, fixed in ways.items()
    }
    either = set().union(*(month.filed for month in months.values()))
    print_table(
        f"{args.outlets} outlets, {args.days} days, seed {args.seed}",
        [
            "",
            "polls",
            "a new article",
            "median delay",
            "p90",
            "twice",
            "left",
            "pages",
            "most a day",
        ],
        [_row(name, month, either) for name, month in months.items()],
    )
    return int(any(month.doubled or month.most_a_day > BUDGET for month in months.values()))


def _row(name: str, month: Month, either: set[tuple[int, int]]) -> list[str]:
    return [
        name,
        f"{month.polls}",
        f"{month.polls / max(len(month.filed), 1):.2f}",
        f"{median(month.delays_s) / 60:.1f} min",
        f"{quantiles(month.delays_s, n=10)[-1] / 60:.0f} min",
        f"{month.doubled} of {len(month.filed)}",
        f"{len(either - set(month.filed))}",
        f"{month.page_requests}",
        f"{month.most_a_day} of {BUDGET}",
    ]


if __name__ == "__main__":
    sys.exit(main())
