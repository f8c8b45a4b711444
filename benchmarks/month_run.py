"""The simulated month itself: the decider, recognition, pacing and turns of hosts at work."""

import asyncio
import heapq
from collections import Counter, defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from typing import Final

from benchmarks.month_missed import Look, Looks, stands_until, why_wait
from benchmarks.month_pages import PageOf, Waiting
from benchmarks.month_world import START, Answer, Outlet, make_outlets
from wireroom.adapters.host_budget import HostBudget
from wireroom.adapters.pacing import HostPacing
from wireroom.engine.errors import FetchFailed
from wireroom.engine.feeds.announced import Announced
from wireroom.engine.feeds.entries import drop_doubles
from wireroom.engine.feeds.sameness import News, Recognised, recognise
from wireroom.engine.feeds.schedule import PollOutcome, PollState, decide_poll
from wireroom.engine.pages.revisit import decide_visit
from wireroom.engine.pages.waking import decide_waking, first_turn
from wireroom.engine.types import FeedEntry, GivesWay
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
    told_at: dict[datetime, list[Announced]] = field(default_factory=dict)
    served: tuple[FeedEntry, ...] = ()
    looks: Looks = field(default_factory=Looks)


@dataclass(slots=True)
class Month:
    """What a month of one way of polling gave."""

    polls: int = 0
    page_requests: int = 0
    held_polls: int = 0
    held_pages: int = 0
    new_left: int = 0  # pages that still wait for their hosts at the end: never fetched
    looks_left: int = 0  # and fetched before
    most_a_day: int = 0
    left: int = 0  # reports that left their feeds before the month ended
    mistaken: int = 0  # entries taken for another report that their feed announced before
    filed: Counter[tuple[int, int]] = field(default_factory=Counter)
    delays_s: list[float] = field(default_factory=list)
    page_delays_s: list[float] = field(default_factory=list)
    missed: Counter[str] = field(default_factory=Counter)
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
        self._events: list[tuple[datetime, int, Feed | PageOf | str]] = []
        self._articles: set[tuple[int, str]] = set()
        self._waiting = Waiting()
        budget = HostBudget(BUDGET, clock=self._clock)
        self._pacing = HostPacing(budget=budget, clock=self._clock, sleep=self._sleep)
        self._feeds = [
            Feed(outlet, PollState(url=url, interval_s=900))
            for outlet in outlets
            for url in outlet.urls
        ]
        for feed in self._feeds:
            self._at(START + timedelta(seconds=feed.outlet.number), feed)

    async def run(self) -> Month:
        """Let the month pass."""
        while self._events:
            self.now, _, what = heapq.heappop(self._events)
            if isinstance(what, Feed):
                await self._poll(what)
            elif isinstance(what, PageOf):
                await self._fetch(what)
            else:
                self._wake(what)
        self.month.new_left, self.month.looks_left = self._waiting.total()
        self._explain()
        return self.month

    def _clock(self) -> float:
        return (self.now - START).total_seconds()

    async def _sleep(self, _seconds: float) -> None:
        """A turn is reserved; that it starts some seconds later changes nothing here."""

    def _at(self, when: datetime, what: Feed | PageOf | str) -> None:
        if when < self.end:
            heapq.heappush(self._events, (when, next(self._turns), what))

    async def _ask(self, host: str, *, gives_way: GivesWay = GivesWay.TO_NONE) -> None:
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
            self.month.held_polls += 1
            look = Look.HELD if "budget" in str(error) else Look.RESTED
            outcome = PollOutcome(error=str(error), held_s=error.retry_after_s)
        else:
            self.month.polls += 1
            answer = feed.outlet.answer(state.url, state.etag, self.now)
            look = _look_of(answer)
            if answer.status == 429:
                self._pacing.rest(feed.outlet.host, float(answer.headers["retry-after"]))
            outcome = self._outcome(feed, answer)
        decision = decide_poll(state, outcome, self.now)
        good = outcome.error is None and outcome.held_s is None and not decision.error_count
        feed.looks.note(self.now, look, why_wait(decision, held=look is Look.HELD))
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
        self.month.mistaken += sum(
            _number(one.known.url) != _number(one.entry.url) for one in found if one.known
        )
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
            told_at=_told_at(feed, entries),
        )

    def _keep(self, feed: Feed, guid: str, entry: FeedEntry, known: Announced | None) -> None:
        if known is not None:
            del feed.by_guid[known.guid], feed.by_url[known.url]
            if known.published_at is not None:
                feed.told_at[known.published_at].remove(known)
        kept = Announced(
            guid=guid,
            url=entry.url,
            title=entry.title,
            published_at=known.published_at if known else entry.published_at,
            updated_at=entry.updated_at,
        )
        feed.by_guid[guid] = feed.by_url[entry.url] = kept
        if kept.published_at is not None:
            feed.told_at.setdefault(kept.published_at, []).append(kept)

    def _file(self, outlet: Outlet, entry: FeedEntry) -> None:
        number = _number(entry.url)
        identity = (outlet.number, url_identity(entry.url))
        if identity in self._articles:
            return
        self._articles.add(identity)
        report = outlet.reports[number]
        key = (outlet.number, number)
        self.month.filed[key] += 1
        if self.month.filed[key] == 1 and report.at > START + _DAY:
            self.month.delays_s.append((self.now - report.at).total_seconds())
        if not self.fixed:  # pages are fetched alike, however feeds are polled
            page = PageOf(len(self._articles), outlet, report, self.now)
            self._at(self.now + timedelta(seconds=1), page)

    async def _fetch(self, page: PageOf) -> None:
        host = page.outlet.host
        try:
            await self._ask(host, gives_way=GivesWay.TO_NEWS if page.looks else GivesWay.TO_FEEDS)
        except FetchFailed as error:
            self.month.held_pages += 1
            if self._waiting.hold(page):
                self._at(first_turn(self.now, closed_s=error.retry_after_s or 0.0), host)
            return
        self.month.page_requests += 1
        if not page.looks:
            self.month.page_delays_s.append((self.now - page.announced_at).total_seconds())
        again = decide_visit(page.report.at, self.now, quiet_looks=page.looks + 1)
        if again is not None:
            self._at(again, replace(page, looks=page.looks + 1))

    def _wake(self, host: str) -> None:
        """Give a host its turn: some of the pages behind it are fetched, a few seconds apart."""
        room = self._pacing.room(host)
        new, known = self._waiting.count(host)
        turn = decide_waking(room, new=new, known=known)
        for place, page in enumerate(self._waiting.wake(host, new=turn.new, known=turn.known)):
            self._at(self.now + timedelta(seconds=place * room.interval_s), page)
        if new + known > turn.new + turn.known:
            self._at(self.now + timedelta(seconds=turn.next_s), host)

    def _explain(self) -> None:
        """Say of each report that left its feeds unseen why."""
        for feeds in self._by_outlet():
            outlet = feeds[0].outlet
            for report in outlet.reports:
                until = stands_until(outlet, report, self.end)
                if until >= self.end:
                    continue  # it can still be found
                self.month.left += 1
                if not self.month.filed[outlet.number, report.number]:
                    why = feeds[0].looks.why_missed(outlet, report.at, until)
                    self.month.missed[why] += 1

    def _by_outlet(self) -> list[list[Feed]]:
        by_outlet: defaultdict[int, list[Feed]] = defaultdict(list)
        for feed in self._feeds:
            by_outlet[feed.outlet.number].append(feed)
        return list(by_outlet.values())


def _number(url: str) -> int:
    """Return the number of the report at an address."""
    return int(url.split("/")[4].partition("-")[0])


def _told_at(feed: Feed, entries: Sequence[FeedEntry]) -> dict[datetime, list[Announced]]:
    """Return what the feed announced before at the times of entries at unknown addresses."""
    times = {one.published_at for one in entries if one.url not in feed.by_url}
    return {at: feed.told_at[at] for at in times if at in feed.told_at}


def _look_of(answer: Answer) -> Look:
    if answer.status == 429:
        return Look.RESTED
    if answer.error is not None or answer.status not in (200, 304):
        return Look.FAILED
    return Look.CUT if answer.is_cut else Look.GOOD


def run_month(count_: int, *, days: int, seed: int, fixed: bool) -> Month:
    """Poll so many outlets for so many days."""
    outlets = make_outlets(count_, days=days, seed=seed)
    return asyncio.run(Simulation(outlets, days=days, fixed=fixed).run())
