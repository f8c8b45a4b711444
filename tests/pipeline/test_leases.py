"""Claims: nobody else gets the row, a lost lease files nothing, a dead holder's rows come back."""

from datetime import UTC, datetime, timedelta

import pytest

from wireroom.news.models import Feed, Outlet, Shard
from wireroom.news.services.feeds import add_feed
from wireroom.news.services.leases import (
    LeaseLost,
    bury,
    claim,
    finish,
    put_off,
    release_leases,
    rerun_dead,
)
from wireroom.news.services.outlets import OutletFacts, file_outlet
from wireroom.news.services.shards import Hold, fence, hold_shard, release_shards

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=10)

pytestmark = pytest.mark.django_db


@pytest.fixture
def outlet() -> Outlet:
    return file_outlet(OutletFacts(name="Tidewire"))[0]


def _feeds(outlet: Outlet, count: int) -> None:
    for number in range(count):
        add_feed(outlet, f"https://tidewire.example/{number}.xml", now=NOW)


def _claim(now: datetime = NOW, limit: int = 10, holder: str = "") -> list[Feed]:
    return claim(Feed, "poll", now=now, limit=limit, lease_s=60, holder=holder)


def test_a_claimed_row_is_not_claimed_again(outlet: Outlet) -> None:
    _feeds(outlet, 5)
    first, second, third = _claim(limit=3), _claim(limit=3), _claim(limit=3)
    assert len(first) == 3
    assert len(second) == 2
    assert third == []
    assert not {row.pk for row in first} & {row.pk for row in second}


def test_a_row_comes_back_when_its_lease_runs_out(outlet: Outlet) -> None:
    _feeds(outlet, 1)
    (row,) = _claim()
    assert _claim(NOW + timedelta(seconds=59)) == []
    (again,) = _claim(NOW + timedelta(seconds=61))
    assert (again.pk, again.attempts) == (row.pk, 2)


def test_a_lost_lease_files_nothing(outlet: Outlet) -> None:
    _feeds(outlet, 1)
    (slow,) = _claim()
    (quick,) = _claim(LATER)
    with pytest.raises(LeaseLost):
        finish(slow, title="late")
    finish(quick, title="in time")
    assert Feed.objects.get().title == "in time"


def test_finishing_clears_what_the_tries_left(outlet: Outlet) -> None:
    _feeds(outlet, 1)
    (row,) = _claim()
    assert put_off(row, "no answer", until=NOW)
    (row,) = _claim()
    finish(row, step="poll", due_at=LATER)
    row.refresh_from_db()
    assert (row.attempts, row.last_error, row.lease, row.due_at) == (0, "", "", LATER)


def test_a_dead_letter_keeps_its_error_and_can_be_run_again(outlet: Outlet) -> None:
    _feeds(outlet, 1)
    (row,) = _claim()
    assert bury(row, "gone for good", now=NOW)
    row.refresh_from_db()
    assert (row.step, row.due_at, row.last_error) == ("poll", None, "gone for good")
    assert _claim(LATER) == []
    assert rerun_dead((Feed,), now=LATER) == 1
    assert len(_claim(LATER)) == 1


def test_a_dead_holders_rows_are_due_at_once(outlet: Outlet) -> None:
    _feeds(outlet, 4)
    assert len(_claim(limit=2, holder="dead-holder1")) == 2
    assert len(_claim(limit=2, holder="live-holder1")) == 2
    assert release_leases("dead-holder1", now=NOW) == 2
    assert len(_claim(holder="live-holder1")) == 2


def test_a_killed_holder_is_no_attempt_of_its_rows(outlet: Outlet) -> None:
    _feeds(outlet, 1)
    for kills in range(1, 4):
        (row,) = _claim(holder="harbour")
        assert (row.attempts, row.orphaned) == (1, kills - 1)
        release_leases("harbour", now=NOW)
    (row,) = _claim(holder="quay")
    finish(row, step="poll", due_at=NOW)
    row.refresh_from_db()
    assert (row.attempts, row.orphaned) == (0, 0)


def test_a_language_has_one_holder(outlet: Outlet) -> None:
    assert hold_shard("ar", "one", now=NOW, lease_s=20) is Hold.ANEW
    assert hold_shard("ar", "two", now=NOW, lease_s=20) is Hold.NOT
    assert hold_shard("ar", "one", now=NOW + timedelta(seconds=10), lease_s=20) is Hold.STILL
    assert hold_shard("ar", "two", now=NOW + timedelta(seconds=31), lease_s=20) is Hold.ANEW
    with pytest.raises(LeaseLost):
        fence("ar", "one")
    fence("ar", "two")
    release_shards("two")
    assert hold_shard("ar", "one", now=NOW + timedelta(seconds=32), lease_s=20) is Hold.ANEW
    assert Shard.objects.count() == 1
