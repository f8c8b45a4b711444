"""A fortnight of polling on a clock of its own, with every fault."""

from statistics import median

import pytest
from benchmarks.month_missed import WORLD
from benchmarks.month_run import BUDGET, run_month
from benchmarks.month_world import FAULTS, make_outlets

pytestmark = pytest.mark.once


def test_a_fortnight_of_faults() -> None:
    """Every article once, sooner than hourly polling and with fewer requests, within budgets."""
    faults = {fault for one in make_outlets(40, days=10, seed=11) for fault in one.faults}
    assert faults == set(FAULTS)
    decided = run_month(40, days=10, seed=11, fixed=False)
    hourly = run_month(40, days=10, seed=11, fixed=True)
    assert decided.doubled == 0
    assert hourly.doubled == 0
    assert decided.most_a_day <= BUDGET
    assert len(set(hourly.filed) - set(decided.filed)) <= 0.005 * len(hourly.filed)
    assert sum(count for why, count in decided.missed.items() if why not in WORLD) == 0
    assert median(decided.delays_s) < median(hourly.delays_s)
    assert decided.polls < hourly.polls
