"""A child of `up` ends with it, also where that was killed before the child looked at all."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from wireroom.adapters.orphans import SUPERVISED_VARIABLE

pytestmark = pytest.mark.once
ROOT = Path(__file__).resolve().parents[2]
WAITS = "from wireroom.adapters.orphans import {0}; {0}(); import time; time.sleep(60)"
# Begins a process of a pool and is gone before that looks who began it.
LEAVES = """
import multiprocessing, os, sys, time
def work(told):
    while os.getppid() == multiprocessing.parent_process().pid:
        time.sleep(0.01)
    from wireroom.adapters.orphans import die_with_parent
    die_with_parent()
    time.sleep(60)
if __name__ == "__main__":
    multiprocessing.get_context("fork").Process(target=work, args=(1,)).start()
    os._exit(0)
"""


def _run(*command: str, supervisor: str = "") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), SUPERVISED_VARIABLE: supervisor}
    return subprocess.run(  # its output ends when all who inherited it have ended
        [sys.executable, *command], env=environment, capture_output=True, timeout=30, check=False
    )


@pytest.mark.parametrize(
    "command",
    [
        ("-c", WAITS.format("die_with_supervisor")),
        ("-m", "wireroom.cli.sample_server", "--port", "0"),
    ],
)
def test_a_child_ends_whose_supervisor_was_gone_when_it_looked(command: Sequence[str]) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    assert _run(*command, supervisor=str(gone.pid)).returncode == 1


def test_a_process_of_a_pool_ends_whose_parent_was_gone_when_it_looked() -> None:
    _run("-c", LEAVES)
