"""kill -9 of any process at any moment loses and doubles nothing."""

import contextlib
import random
import time
from pathlib import Path

import psutil
import pytest
from tests.pipeline.conftest import Calm
from tests.pipeline.newsdesk import Newsdesk, newsdesk
from tests.pipeline.press import EPOCH, Press

KILLS = 20
LIMIT_S = 900.0  # what ends a wait for nothing

pytestmark = pytest.mark.slow


def _file_and_run(desk: Newsdesk, press: Press) -> None:
    desk.file_sample(EPOCH.isoformat(), press.port)
    desk.start()


def _kill_one(desk: Newsdesk, chance: random.Random) -> bool:
    """Kill the coordinator or one of its workers; say whether there was one."""
    alive = desk.alive()
    if not alive:
        return False
    # The coordinator holds the leases: it is hit as often as all workers together.
    victim = alive[0] if chance.random() < 0.5 else chance.choice(alive)
    with contextlib.suppress(psutil.NoSuchProcess):
        victim.kill()
    return True


def test_twenty_kills_leave_the_same_state(calm: Calm, press: Press, tmp_path: Path) -> None:
    expected = calm.state
    assert len(expected["articles"]) >= 80

    chance = random.Random(20)
    with newsdesk(tmp_path / "killed", allow=press.address) as desk:
        _file_and_run(desk, press)
        kills = 0
        while kills < KILLS:
            time.sleep(chance.uniform(0.1, 2.5))
            kills += _kill_one(desk, chance)
            if desk.processes[-1].poll() is not None:
                desk.start()
        desk.wait_until_quiet(limit_s=LIMIT_S)
        state = desk.end_state()
    for part, rows in expected.items():
        assert state[part] == rows, part


def test_two_coordinators_share_the_work(calm: Calm, press: Press, tmp_path: Path) -> None:
    expected = calm.state
    with newsdesk(tmp_path / "two", allow=press.address) as two:
        _file_and_run(two, press)
        two.start()
        two.wait_until_quiet(limit_s=LIMIT_S)
        state = two.end_state()
    assert state["articles"] == expected["articles"]
    assert state["stories"] == expected["stories"]
    assert state["copies"] == expected["copies"]
