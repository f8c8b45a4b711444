"""Turns of one host, with a clock that only the pacing moves."""

import asyncio

import pytest

from wireroom.adapters.host_budget import HostBudget
from wireroom.adapters.pacing import HostPacing
from wireroom.engine.errors import FetchFailed
from wireroom.engine.types import GivesWay


class Clock:
    """A monotonic clock; whoever sleeps moves it on."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


def paced(clock: Clock, *, day_budget: int = 6_000, **options: float) -> HostPacing:
    budget = HostBudget(day_budget, clock=clock)
    return HostPacing(clock=clock, sleep=clock.sleep, budget=budget, **options)  # type: ignore[arg-type]


def starts(clock: Clock, pacing: HostPacing, count: int, *, trusted: bool = False) -> list[float]:
    async def run() -> list[float]:
        found: list[float] = []
        for _ in range(count):
            async with pacing.turn("a.example", trusted=trusted):
                found.append(clock())
        return found

    return asyncio.run(run())


def test_an_interval_between_starts() -> None:
    clock = Clock()
    assert starts(clock, paced(clock), 3) == [100.0, 101.0, 102.0]


def test_none_for_trusted_hosts() -> None:
    clock = Clock()
    assert starts(clock, paced(clock), 3, trusted=True) == [100.0, 100.0, 100.0]


def test_a_wish_for_more_room_is_kept() -> None:
    clock = Clock()
    pacing = paced(clock)
    pacing.keep_interval("a.example", 7)
    assert starts(clock, pacing, 3) == [100.0, 107.0, 114.0]
    assert (pacing.interval_s("a.example"), pacing.interval_s("b.example")) == (7, 1)


def test_a_short_rest_is_waited_for_and_a_long_one_reported() -> None:
    clock = Clock()
    pacing = paced(clock)
    pacing.rest("a.example", 3)
    assert starts(clock, pacing, 1) == [103.0]
    pacing.rest("a.example", 300)
    with pytest.raises(FetchFailed, match="asked for no requests until"):
        starts(clock, pacing, 1)
    clock.now += 301
    assert starts(clock, pacing, 1) == [404.0]


def test_no_more_than_two_at_once() -> None:
    clock = Clock()
    pacing = paced(clock, min_interval_s=0.0)
    inside: list[int] = []
    running = 0

    async def use() -> None:
        nonlocal running
        async with pacing.turn("a.example"):
            running += 1
            inside.append(running)
            await asyncio.sleep(0.001)
            running -= 1

    async def run() -> None:
        await asyncio.gather(*(use() for _ in range(10)))

    asyncio.run(run())
    assert max(inside) == 2


def test_a_queue_too_long_to_wait_in() -> None:
    clock = Clock()
    pacing = paced(clock, max_wait_s=5.0, min_interval_s=10.0)
    with pytest.raises(FetchFailed, match="too many requests wait"):
        starts(clock, pacing, 2)


def test_a_budget_of_any_24_hours_is_kept_and_nobody_fails_by_it() -> None:
    """A window of 24 hours never holds more starts than the budget; its own hosts have none."""
    clock = Clock()
    pacing = paced(clock, day_budget=5)
    found: list[float] = []
    rests: list[tuple[bool, float]] = []
    for _ in range(200):
        try:
            found += starts(clock, pacing, 1)
        except FetchFailed as error:
            rests.append((error.held, error.retry_after_s or 0.0))
        clock.now += 1_700
    assert all(held and rest_s > 0 for held, rest_s in rests)
    assert rests
    assert len(found) > 10
    for at in found:
        assert sum(at - 86_400 < other <= at for other in found) <= 5
    assert len(starts(clock, paced(clock, day_budget=5), 9, trusted=True)) == 9


def test_pages_leave_a_part_of_the_budget_to_feeds_and_known_pages_one_to_new_ones() -> None:
    clock = Clock()
    pacing = paced(clock, day_budget=20)

    async def ask(count: int, *, gives_way: GivesWay) -> None:
        for _ in range(count):
            async with pacing.turn("a.example", gives_way=gives_way):
                pass

    for way, most in ((GivesWay.TO_NEWS, 12), (GivesWay.TO_FEEDS, 5), (GivesWay.TO_NONE, 3)):
        asyncio.run(ask(most, gives_way=way))
        with pytest.raises(FetchFailed) as refused:
            asyncio.run(ask(1, gives_way=way))
        assert refused.value.held_by == "a.example"
    room = pacing.room("a.example")
    assert (room.new.requests, room.known.requests) == (0, 0)
    assert 0 < room.known.closed_s <= 25 * 3_600


def test_a_host_at_rest_has_no_room_and_a_new_one_has_all_of_its_shares() -> None:
    clock = Clock()
    pacing = paced(clock, day_budget=20)
    room = pacing.room("a.example")
    assert (room.new.requests, room.known.requests, room.interval_s) == (17, 12, 1.0)
    pacing.rest("a.example", 900)
    room = pacing.room("a.example")
    assert (room.new.requests, room.known.closed_s) == (0, 900)
