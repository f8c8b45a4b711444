"""Pages wait behind a host that may not be asked: the latest first, at a bounded cost a turn."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from wireroom.adapters.executors import InlineExecutor
from wireroom.adapters.host_budget import HostBudget
from wireroom.adapters.pacing import HostPacing
from wireroom.adapters.polite import PoliteFetcher
from wireroom.engine.pages.waking import AT_ONCE, HostRoom, Room
from wireroom.engine.types import FetchRequest, FetchResult
from wireroom.news.models import HeldHost, HeldPage, Outlet, Page
from wireroom.news.models.held import HELD
from wireroom.news.queries.queue import is_due_by
from wireroom.news.services.held import hold_page, hosts_in_turn, take_turn
from wireroom.news.services.leases import claim
from wireroom.news.services.outlets import OutletFacts, file_outlet
from wireroom.pipeline.coordinator import Coordinator
from wireroom.pipeline.fetch import Fetch
from wireroom.pipeline.stage import Executors
from wireroom.pipeline.turns import HostTurns

pytestmark = pytest.mark.django_db
NOW = datetime(2031, 3, 3, 10, tzinfo=UTC)
HOST = "tidewire.example"
FREE = HostRoom(new=Room(requests=500), known=Room(requests=500), interval_s=1.0)
SHUT = HostRoom(
    new=Room(requests=0, closed_s=9e4), known=Room(requests=0, closed_s=9e4), interval_s=1.0
)


class Loop(InlineExecutor):
    """Runs coroutines to their end."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **options: Any) -> Any:
        def run() -> Any:
            made: Coroutine[Any, Any, Any] = fn(*args, **options)
            return asyncio.run(made)

        return super().submit(run)


class Desk:
    """A pipeline's fetching on a clock of its own; hosts answer at once with an empty page."""

    def __init__(self, *, budget: int) -> None:
        self.now = NOW
        self.asked: list[tuple[datetime, str]] = []
        self.pacing = self._paced(budget)
        executors = Executors(
            net=Loop(), cpu=InlineExecutor(), bulk=InlineExecutor(), inline=InlineExecutor()
        )
        fetcher = cast("PoliteFetcher", self)
        self.stage = Fetch(executors, holder="", fetcher=fetcher)
        turns = HostTurns(fetcher, clock=self.clock, monotonic=self._seconds)
        self.coordinator = Coordinator([self.stage], clock=self.clock, beside=turns)

    def clock(self) -> datetime:
        return self.now

    def raise_budget(self, budget: int) -> None:
        """Start anew with another budget, as the settings have it."""
        self.pacing = self._paced(budget)

    def room(self, place: str) -> HostRoom:
        return self.pacing.room(place)

    async def fetch_page(self, request: FetchRequest) -> FetchResult:
        async with self.pacing.turn(HOST, gives_way=request.gives_way):
            self.asked.append((self.now, request.url))
        return FetchResult(status=410, url=request.url)

    def pass_time(self, hours: float, *, step: timedelta = timedelta(minutes=2)) -> None:
        """Let the coordinator turn until then."""
        end = self.now + timedelta(hours=hours)
        while self.now < end:
            self.now += step
            while self.coordinator.turn():
                pass

    def _paced(self, budget: int) -> HostPacing:
        counted = HostBudget(budget, clock=self._seconds)
        counted.learn([(HOST, *one) for one in self._by_hour().items()])
        return HostPacing(budget=counted, clock=self._seconds, sleep=self._sleep)

    def _by_hour(self) -> dict[int, int]:
        by_hour: dict[int, int] = {}
        for at, _ in self.asked:
            hour = int(at.timestamp() // 3600)
            by_hour[hour] = by_hour.get(hour, 0) + 1
        return by_hour

    def _seconds(self) -> float:
        return self.now.timestamp()

    async def _sleep(self, _seconds: float) -> None:
        """Time passes between the turns of the coordinator."""


def outlet() -> Outlet:
    return file_outlet(OutletFacts(name="Tidewire", home_url=f"https://{HOST}"))[0]


def pages(count: int, *, fetched: bool = False, step: str = "fetch") -> list[Page]:
    of, first = outlet(), Page.objects.count()
    return Page.objects.bulk_create(
        Page(
            outlet=of, url=f"https://{HOST}/{first + number}", seen_at=NOW, step=step, due_at=NOW,
            fetched_at=NOW if fetched else None,
        )
        for number in range(count)
    )  # fmt: skip


def held(count: int, *, fetched: bool = False) -> list[int]:
    """Return pages that wait behind the host."""
    pages(count, fetched=fetched)
    for row in claim(Page, "fetch", now=NOW, limit=count, lease_s=60):
        assert hold_page(row, "spent", host=HOST, closed_s=60, now=NOW)
    return list(HeldPage.objects.order_by("pk").values_list("pk", flat=True))[-count:]


def due() -> set[int]:
    return set(Page.objects.filter(step="fetch").values_list("pk", flat=True))


def turn(room: HostRoom, *, now: datetime = NOW) -> int:
    return take_turn(HeldHost.objects.get(), room, now=now)


def test_ten_times_the_budget_is_fetched_in_the_end_within_it_and_the_latest_first() -> None:
    desk = Desk(budget=20)
    pages(200)
    desk.pass_time(1)
    assert len(desk.asked) == 17  # of 20 requests three are kept for feeds
    assert Page.objects.filter(step=HELD).count() == 183
    early = len(desk.asked)
    pages(3)  # news of the day, while all of the budget is spent
    desk.pass_time(26, step=timedelta(hours=1))
    later = {url for _, url in desk.asked[early:]}
    assert later == {f"https://{HOST}/{number}" for number in range(186, 203)}
    desk.pass_time(25 * 12, step=timedelta(hours=2))
    assert len({url for _, url in desk.asked}) == len(desk.asked) == 203
    for at, _ in desk.asked:
        assert sum(at - timedelta(days=1) < other <= at for other, _ in desk.asked) <= 17
    assert not HeldHost.objects.exists()
    assert not HeldPage.objects.exists()


def test_a_budget_that_is_raised_counts_within_the_hour() -> None:
    desk = Desk(budget=20)
    pages(100)
    desk.pass_time(0.5)
    assert len(desk.asked) == 17
    desk.raise_budget(80)
    desk.pass_time(1.2)
    assert len(desk.asked) == 68


def test_new_pages_wake_before_known_ones_each_the_latest_first() -> None:
    known, new = held(3, fetched=True), held(2)
    room = HostRoom(new=Room(requests=9), known=Room(requests=4), interval_s=1.0)
    assert turn(room) == 4
    assert due() == {*new, *known[1:]}


def test_a_turn_costs_the_same_however_many_pages_wait() -> None:
    costs = []
    for waiting in (100, 1_400):
        held(10)
        some = pages(waiting, step=HELD)
        HeldPage.objects.bulk_create(
            HeldPage(page=row, host=HOST, line=HeldPage.Line.NEW) for row in some
        )
        with CaptureQueriesContext(connection) as asked:
            assert turn(FREE) == AT_ONCE
        costs.append(len(asked.captured_queries))
        assert len(due()) == AT_ONCE
        Page.objects.all().delete()
        HeldHost.objects.all().delete()
    assert costs[0] == costs[1] <= 12


def test_what_is_not_fetched_yet_keeps_others_asleep() -> None:
    held(3 * AT_ONCE)
    assert [turn(FREE, now=NOW + timedelta(minutes=n)) for n in range(3)] == [AT_ONCE, 0, 0]
    Page.objects.filter(step="fetch").update(step="extract")
    assert turn(FREE, now=NOW + timedelta(minutes=4)) == AT_ONCE


def test_one_of_two_coordinators_has_the_turn() -> None:
    held(2 * AT_ONCE)
    both = HeldHost.objects.get()
    assert [take_turn(both, FREE, now=NOW) for _ in range(2)] == [AT_ONCE, 0]


def test_a_host_that_never_comes_back_costs_a_look_an_hour_and_no_page() -> None:
    held(5)
    at = NOW
    for _ in range(5):
        assert turn(SHUT, now=at) == 0
        (host,) = hosts_in_turn(now=at + timedelta(hours=1), limit=9)
        assert not hosts_in_turn(now=at + timedelta(minutes=59), limit=9)
        at = host.turn_at
    assert not is_due_by(at - timedelta(minutes=1))  # nothing that `--until-idle` waits for
    HeldHost.objects.update(turn_at=at + timedelta(days=400))  # a clock was wrong
    assert hosts_in_turn(now=at, limit=9)


def test_a_page_that_went_another_way_is_not_woken_and_one_without_its_lease_not_held() -> None:
    first, second = held(2)
    Page.objects.filter(pk=first).update(step="", due_at=None)  # its outlet was blocked
    assert turn(FREE) == 1
    assert due() == {second}
    (row,) = claim(Page, "fetch", now=NOW, limit=1, lease_s=60)
    Page.objects.filter(pk=second).update(lease="another")
    assert not hold_page(row, "spent", host=HOST, closed_s=60, now=NOW)
    assert not hold_page(row, "spent", host="", closed_s=60, now=NOW)
    assert Page.objects.get(pk=second).step == "fetch"
    turn(FREE, now=NOW + timedelta(hours=1))
    turn(FREE, now=NOW + timedelta(hours=2))
