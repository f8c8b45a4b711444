"""Budgets, circuits and answers between two coordinators: nobody spends what another has taken."""

from datetime import UTC, datetime, timedelta

import pytest

from wireroom.engine.circuit import FAILURES_TO_OPEN, PROBE
from wireroom.engine.writing import Budget, Failure, Feature, Unwritten, Written
from wireroom.news.models import ModelDay, ModelServer
from wireroom.news.services.servers import admit, note_reply, way_of
from wireroom.news.services.spending import Cost, reserve, settle

pytestmark = pytest.mark.django_db

NOW = datetime(2031, 5, 5, 12, tzinfo=UTC)
DAY = NOW.date()
SERVER = "tiny at http://127.0.0.1:8080/v1"


def take(tokens: int, micros: int = 0, *, budget: Budget) -> bool:
    return reserve(Feature.KEY_POINTS, Cost(tokens, micros), budget, day=DAY)


def test_the_last_of_a_budget_is_taken_once() -> None:
    budget = Budget(tokens=1000)
    assert [take(400, budget=budget) for _ in range(3)] == [True, True, False]
    assert take(200, budget=budget)
    assert ModelDay.objects.get().tokens == 1000


def test_money_holds_as_tokens_do() -> None:
    assert take(1, 600, budget=Budget(micros=1000))
    assert not take(1, 600, budget=Budget(micros=1000))


def test_what_was_reserved_and_not_spent_comes_back() -> None:
    budget = Budget(tokens=1000)
    take(900, budget=budget)
    settle(Feature.KEY_POINTS, day=DAY, reserved=Cost(900), spent=Cost(100), calls=1)
    assert take(900, budget=budget)


def test_days_and_features_are_counted_apart() -> None:
    budget = Budget(tokens=500)
    assert take(500, budget=budget)
    assert reserve(Feature.TRY, Cost(500), budget, day=DAY)
    assert reserve(Feature.KEY_POINTS, Cost(500), budget, day=DAY + timedelta(days=1))


def fail(kind: Failure = Failure.SERVER) -> None:
    note_reply(SERVER, Unwritten(failure=kind, why="oh"), now=NOW)


def test_a_circuit_opens_after_failures_in_a_row_and_one_call_tries_it() -> None:
    for _ in range(FAILURES_TO_OPEN):
        assert admit(SERVER, now=NOW) is None
        fail()
    until = admit(SERVER, now=NOW)
    assert until is not None
    assert admit(SERVER, now=until) is None
    assert admit(SERVER, now=until) == until + PROBE
    note_reply(SERVER, Written(answer={}, model="tiny", way="text"), now=until)
    assert admit(SERVER, now=until) is None
    assert way_of(SERVER) == "text"


def test_failures_of_a_request_are_no_failures_of_its_server() -> None:
    for _ in range(FAILURES_TO_OPEN + 1):
        fail(Failure.NONSENSE)
    assert admit(SERVER, now=NOW) is None
    assert ModelServer.objects.get().failed == 0
