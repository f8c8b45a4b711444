"""Front load: how many fronts a second the site gives, and what each costs, over real connections.

`python -m benchmarks.front_load VAR` serves the database of a folder (one that a newsroom ran in,
or what `bench web --keep` left) with two workers, and asks for the front over kept connections.
The client stands on the same machine: what the workers use of it says more than the clock.
"""

import argparse
import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from benchmarks.loopback import free_port

_CONNECTIONS: Final = 16
_START_S: Final = 30.0


def main(words: Sequence[str] | None = None) -> int:
    """Print requests a second, and processor time a request."""
    parser = argparse.ArgumentParser(description=__doc__, prog="front_load")
    parser.add_argument("var", type=Path, help="folder with the database")
    parser.add_argument("--path", default="/en/", help="the page that is asked for")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--for-s", type=float, default=10.0)
    args = parser.parse_args(words)
    port = free_port()
    site = subprocess.Popen(
        [sys.executable, "-m", "wireroom", "site", "--port", str(port), "--workers",
         str(args.workers)],
        env={**os.environ, "WIREROOM_VAR": str(args.var.resolve())},
    )  # fmt: skip
    try:
        _wait_for(port)
        asyncio.run(_ask(port, args.path, 1.0))  # what is read and compiled once
        before = _cpu_s(site.pid)
        asked, took_s = asyncio.run(_ask(port, args.path, args.for_s))
        used_s = _cpu_s(site.pid) - before
    finally:
        site.terminate()
        site.wait()
    print(f"{args.path}: {asked / took_s:.0f} requests/s with {args.workers} workers;")
    print(f"{1000 * used_s / asked:.2f} ms of their processor time each: as many processors of")
    print(f"their own would give {args.workers * asked / used_s:.0f} requests/s")
    return 0


def _wait_for(port: int) -> None:
    until = time.monotonic() + _START_S
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError("the site did not start")


def _cpu_s(parent: int) -> float:
    """Return the processor seconds of a process and its children, of /proc (Linux)."""
    ticks = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(folder.name) == parent or int(fields[1]) == parent:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


async def _ask(port: int, path: str, for_s: float) -> tuple[int, float]:
    """Ask over several connections until the time is over; return how often, and how long."""
    began = time.monotonic()
    counts = await asyncio.gather(
        *(_ask_one(port, path, began + for_s) for _ in range(_CONNECTIONS))
    )
    return sum(counts), time.monotonic() - began


async def _ask_one(port: int, path: str, until: float) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    asked = 0
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    while time.monotonic() < until:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head.decode("latin-1").splitlines()[0])
        length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
        await reader.readexactly(int(length))
        asked += 1
    writer.close()
    return asked


if __name__ == "__main__":
    sys.exit(main())
