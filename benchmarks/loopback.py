"""Servers of this machine for benchmarks: a free port, and a module that serves for a while."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from socket import create_server
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
_ENDS_WITHIN_S: Final = 10


def free_port() -> int:
    """Return a port that nobody listens on just now."""
    with contextlib.closing(create_server(("127.0.0.1", 0))) as probe:
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def served_by(module: str, *words: str) -> Iterator[str]:
    """Run a module that prints its address first; give that, and end it afterwards."""
    command = [sys.executable, "-m", module, *words]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    try:
        yield server.stdout.readline().strip()
    finally:
        server.terminate()
        server.wait(_ENDS_WITHIN_S)
