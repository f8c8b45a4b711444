"""Child processes are kept alive, and outlive settings that cannot be started with."""

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from wireroom.cli import supervisor
from wireroom.cli.supervisor import SERVES_VARIABLE, Child, Supervisor
from wireroom.engine.errors import BadInput

pytestmark = pytest.mark.once


class _Stage:
    """What a supervisor asks: settings change once; the next time it is told to stop."""

    def __init__(self, *after: Child) -> None:
        self.before, self.after = Child("before", ["-c", "import time; time.sleep(60)"]), after
        self.said: list[str] = []
        self.was_alive: list[bool] = []

    def run(self) -> Supervisor:
        looks = iter((True, False))
        run = Supervisor([self.before], self.said.append, remake=self._remake)
        run.has_changed = lambda: next(looks) or self._stop()
        run.run(ready=lambda: None)
        return run

    def _remake(self) -> Sequence[Child]:
        self.was_alive.append(not self.before.is_dead())
        if not self.after:
            raise BadInput("the database does not answer")
        return self.after

    def _stop(self) -> bool:
        self.was_alive.append(not self.before.is_dead())
        os.kill(os.getpid(), signal.SIGTERM)
        return False


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "SETTLE_S", 0.0)


def test_what_runs_goes_on_where_nothing_can_be_started_anew() -> None:
    stage = _Stage()
    stage.run()
    assert stage.was_alive == [True, True]
    assert "the database does not answer" in stage.said[0]
    assert stage.before.is_dead()


def test_all_start_anew_with_settings_that_changed() -> None:
    stage = _Stage(Child("after", ["-c", "import time; time.sleep(60)"]))
    assert [child.name for child in stage.run().children] == ["after"]
    assert stage.was_alive == [True, False]
    assert isinstance(stage.after[0].process, subprocess.Popen)
    assert stage.after[0].is_dead()


BEFORE = "import os, sys, time; open(sys.argv[1], 'w').write(str(os.getpid())); time.sleep(60)"
AFTER = """
import os, sys, time
while not (os.path.exists(sys.argv[1]) and open(sys.argv[1]).read()):
    time.sleep(0.01)
os.kill(int(open(sys.argv[1]).read()), 0)
open(sys.argv[2], "w").write("the one of before runs")
os.write(int(os.environ[sys.argv[3]]), b".")
time.sleep(60)
"""


def test_what_overlaps_serves_before_the_one_of_before_ends(tmp_path: Path) -> None:
    pid, told = str(tmp_path / "pid"), tmp_path / "told"
    after = Child("site", ["-c", AFTER, pid, str(told), SERVES_VARIABLE], overlaps=True)
    stage = _Stage(after)
    stage.before.command = ["-c", BEFORE, pid]
    stage.run()
    assert told.read_text() == "the one of before runs"
    assert stage.was_alive == [True, False]
    assert after.is_dead()


def test_what_dies_before_it_serves_holds_up_nothing() -> None:
    stage = _Stage(Child("site", ["-c", "1 / 0"], overlaps=True))
    started = time.monotonic()
    stage.run()
    assert time.monotonic() - started < supervisor.SERVES_WITHIN_S / 2
    assert stage.was_alive == [True, False]


def test_a_machine_without_room_for_a_process_is_asked_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    child, said = Child("site", ["-c", ""]), list[str]()
    tries: list[int] = []

    def refuse(_child: Child) -> None:
        tries.append(len(tries))
        if len(tries) == 2:
            os.kill(os.getpid(), signal.SIGTERM)
        raise OSError(12, "Cannot allocate memory")

    run = Supervisor([child], said.append)
    monkeypatch.setattr(supervisor, "FIRST_PAUSE_S", 0.01)
    monkeypatch.setattr(supervisor, "LONGEST_PAUSE_S", 0.01)

    def end_and_refuse() -> bool:
        if child.is_dead():
            monkeypatch.setattr(Child, "start", refuse)
        return False

    run.has_changed = end_and_refuse
    run.run(ready=lambda: None)
    assert len(tries) == 2
    assert "Cannot allocate memory" in said[-1]
