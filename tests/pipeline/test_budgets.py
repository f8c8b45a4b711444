"""Budgets of hosts are one for all coordinators, outlive a restart, and cost few writes."""

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from wireroom.adapters.host_budget import HostBudget
from wireroom.engine.errors import FetchFailed
from wireroom.engine.types import AskedFor, GivesWay
from wireroom.news.models import HostHour
from wireroom.pipeline import budgets
from wireroom.pipeline.budgets import Budgets

pytestmark = pytest.mark.django_db
HOST = "tidewire.example"


class Clock:
    """Seconds since 1970, and of the monotonic clock."""

    now = 1_900_000_000.0

    def __call__(self) -> float:
        return self.now


def spend(budget: HostBudget, times: int, *, host: str = HOST) -> int:
    """Ask so often, or until the budget is spent; return how often."""
    for done in range(times):
        try:
            budget.spend(host, gives_way=GivesWay.TO_NONE)
        except FetchFailed:
            return done
    return times


def test_two_coordinators_spend_one_budget_and_a_restart_gives_no_other() -> None:
    clock = Clock()
    one, two = (HostBudget(10, clock=clock) for _ in range(2))
    first, second = (Budgets(budget, monotonic=clock) for budget in (one, two))
    assert spend(one, 4) == 4
    first.keep()
    assert spend(two, 3) == 3
    second.keep()  # here it learns of the other's four
    assert spend(two, 9) == 3
    second.keep()
    later = HostBudget(10, clock=clock)
    Budgets(later, monotonic=clock)
    with pytest.raises(FetchFailed) as refused:
        later.spend(HOST, gives_way=GivesWay.TO_NEWS)
    assert refused.value.held
    assert 0 < (refused.value.retry_after_s or 0) <= 25 * 3_600
    assert spend(later, 9, host="other.example") == 9
    clock.now += 26 * 3_600
    assert spend(later, 9) == 9
    assert HostHour.objects.get().asked == 10


def test_what_is_asked_is_written_a_few_times_a_minute_and_old_hours_go() -> None:
    clock = Clock()
    budget = HostBudget(clock=clock)
    beside = Budgets(budget, monotonic=clock)
    with CaptureQueriesContext(connection) as asked:
        beside()
        clock.now += 11
        beside()
    assert not asked.captured_queries  # nothing was asked
    budget.spend("x" * 400, gives_way=GivesWay.TO_NONE)  # no name of a host
    for number in range(700):
        budget.spend(f"{number}.example", gives_way=GivesWay.TO_NONE)
    clock.now += 11
    beside()
    assert HostHour.objects.count() == 700
    clock.now += 26 * 3_600
    budget.spend(HOST, gives_way=GivesWay.TO_NONE)
    beside()
    assert [row.host for row in HostHour.objects.all()] == [HOST]


def test_what_could_not_be_kept_is_kept_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    budget = HostBudget(clock=clock)
    beside = Budgets(budget, monotonic=clock)
    spend(budget, 2)
    with monkeypatch.context() as away:
        away.setattr(budgets, "keep_asked", _is_away)
        with pytest.raises(DatabaseError):
            beside.keep()
    spend(budget, 1)
    beside.keep()
    assert HostHour.objects.get().asked == 3


def test_what_hosts_are_asked_for_is_kept_apart_in_one_row() -> None:
    clock = Clock()
    one, two = (HostBudget(clock=clock) for _ in range(2))
    first, second = (Budgets(budget, monotonic=clock) for budget in (one, two))
    for budget, kind in ((one, AskedFor.FEED), (one, AskedFor.PICTURE), (two, AskedFor.FEED)):
        budget.spend(HOST, gives_way=GivesWay.TO_NONE, asks_for=kind)
    first.keep()
    second.keep()
    row = HostHour.objects.get()
    assert (row.asked, row.feeds, row.pictures, row.pages) == (3, 2, 1, 0)


def test_an_hour_that_a_wrong_clock_put_ahead_holds_no_host_up() -> None:
    clock = Clock()
    budget = HostBudget(5, clock=clock)
    budget.learn([(HOST, budget.hour + 1_000, 5)])
    assert spend(budget, 9) == 5


def _is_away(*_: object, **__: object) -> None:
    raise DatabaseError("the database is away")
