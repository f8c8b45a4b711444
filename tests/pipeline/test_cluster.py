"""The same pipeline on a Dask cluster: a scheduler, two workers, one of them killed."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.pipeline.conftest import Calm
from tests.pipeline.newsdesk import ROOT, newsdesk
from tests.pipeline.press import EPOCH, Press

LIMIT_S = 900.0  # what ends a wait for nothing
# Its workers have no database; the coordinator's is that of every other test here.
pytestmark = [pytest.mark.slow, pytest.mark.cluster, pytest.mark.once]


@dataclass(frozen=True, slots=True)
class Cluster:
    """A scheduler's address and its worker processes."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    pytest.importorskip("distributed")
    port = _free_port()
    environment = {
        **{k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "WIREROOM_VAR")},
        "PYTHONPATH": str(ROOT / "src"),
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "10",
    }

    def start(*words: str) -> subprocess.Popen[bytes]:
        log = (tmp_path / "cluster.log").open("ab")
        return subprocess.Popen(
            [sys.executable, "-m", *words],
            env=environment,
            cwd=tmp_path,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )

    address = f"tcp://127.0.0.1:{port}"
    scheduler = start(
        "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port),
        "--no-dashboard",
    )  # fmt: skip
    worker = (
        "distributed.cli.dask_worker", address, "--nworkers", "1", "--nthreads", "1",
        "--no-dashboard", "--host", "127.0.0.1",
    )  # fmt: skip
    workers = [start(*worker), start(*worker)]
    try:
        yield Cluster(address, workers)
    finally:
        # With all their children, and at once: a goodbye to a dead worker takes Dask seconds.
        for process in [*workers, scheduler]:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(60)


def _free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        return int(probe.getsockname()[1])


def test_a_killed_worker_changes_nothing(
    calm: Calm, press: Press, cluster: Cluster, tmp_path: Path
) -> None:
    expected = calm.state
    with newsdesk(
        tmp_path / "cluster", allow=press.address, WIREROOM_CLUSTER=cluster.address
    ) as desk:
        desk.file_sample(EPOCH.isoformat(), press.port)
        desk.start()
        desk.wait_until_reading(limit_s=LIMIT_S)
        cluster.workers[0].kill()
        desk.wait_until_quiet(limit_s=LIMIT_S)
        state = desk.end_state()
    for part, rows in expected.items():
        assert state[part] == rows, part
