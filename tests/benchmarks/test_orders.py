"""A dense stream of large stories: the same in any order of arrival within the hour, and again."""

from functools import cache

import pytest
from benchmarks.orders import (
    WAYS,
    Arrival,
    arrive,
    invent,
    pairs_of,
    settled_of,
    share_differing,
    shuffle,
)

LIVE = 700
SETTLED = settled_of(LIVE)
MOST_DIFFERING = 0.02  # of all pairs that either order gives


@cache
def arrivals() -> tuple[Arrival, ...]:
    return tuple(arrive(invent(LIVE, pace=60)))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["renamed", "linked"])
def test_stories_hardly_hang_on_the_order_within_an_hour(name: str) -> None:
    way = WAYS[name]
    known = pairs_of(way(arrivals()), settled=SETTLED)
    other = pairs_of(way(shuffle(arrivals(), 1, settled=SETTLED)), settled=SETTLED)
    assert len(known) > 1000
    assert share_differing(known, other) <= MOST_DIFFERING


@pytest.mark.slow
def test_the_same_log_gives_the_same_stories() -> None:
    assert WAYS["linked"](arrivals()) == WAYS["linked"](arrivals())


def test_orders_differ_within_the_hour_alone() -> None:
    own = arrivals()
    order = shuffle(own, 1, settled=SETTLED)
    assert order[:SETTLED] == list(own[:SETTLED])
    assert order != list(own)
    assert [one.hour for one in order] == [one.hour for one in own]
    assert sorted(one.number for one in order) == list(range(len(own)))
