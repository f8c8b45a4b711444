"""The sample newsroom on loopback, as a process of its own, for tests of the whole path."""

import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.pipeline.newsdesk import ROOT, Newsdesk, newsdesk
from tests.pipeline.press import EPOCH, Press

LIMIT_S = 900.0  # what ends a wait for nothing; a free machine takes 30 s


@dataclass(frozen=True, slots=True)
class Calm:
    """An ingest of the sample that nothing disturbed: its address, its end, its desk at rest."""

    press: Press
    state: dict[str, Any]
    desk: Newsdesk
    at: datetime  # when it was fetched: what "3 hours ago" counts from


@contextlib.contextmanager
def _press_at(port: int) -> Iterator[Press]:
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "wireroom.sample", "--port", str(port)),
            *("--epoch", EPOCH.isoformat(), "--corrected-after-s", "86400"),
        ],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        text=True,
    )
    assert process.stdout is not None
    assert f":{port}/" in process.stdout.readline()
    try:
        yield Press(f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait(60)


@pytest.fixture(scope="session")
def press_port() -> int:
    """One port for every start of the sample: addresses are part of what an ingest leaves."""
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as probe:
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def calm(press_port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Calm]:
    """What a killed, shared or distributed ingest is compared with: made once for all of them."""
    with contextlib.ExitStack() as stack:
        with _press_at(press_port) as press:
            var = tmp_path_factory.mktemp("calm")
            desk = stack.enter_context(newsdesk(var, allow=press.address))
            desk.file_sample(EPOCH.isoformat(), press.port)
            at = datetime.now(UTC)
            desk.start()
            desk.wait_until_quiet(limit_s=LIMIT_S)
            state = desk.end_state()
            desk.stop()
        yield Calm(press, state, desk, at)


@pytest.fixture
def press(press_port: int) -> Iterator[Press]:
    """A fresh sample server: its 429 and its corrections come once a start."""
    with _press_at(press_port) as press:
        yield press
