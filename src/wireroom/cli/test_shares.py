"""Shares of the tests: each a process of its own, several of them beside each other."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

ROOT: Final = Path(__file__).resolve().parents[3]
# Rooms that keep a process busy longest, each a share of its own; all others stand in one share
# together. In this order, longest first, they fill the processors evenly to the end.
_OTHERS: Final = "others"
_ORDER: Final = ("pipeline", "e2e", "engine", _OTHERS, "web")
# What reads or writes tables; on the second database the rest would only run the same lines.
_WITH_DATABASE: Final = (
    "pipeline",
    "web",
    "api",
    "cli",
    "news",
    "people",
    "reading",
    "talk",
)
_LOOK_EVERY_S: Final = 0.2


@dataclass(frozen=True, slots=True)
class Share:
    """One pytest: what it is called, its words, and what its environment has besides."""

    name: str
    words: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Run:
    share: Share
    process: "subprocess.Popen[bytes]"
    told: IO[bytes]


def everything() -> list[list[str]]:
    """Return all tests in shares of paths."""
    names = sorted(path.name for path in (ROOT / "tests").glob("[a-z]*") if path.is_dir())
    files = sorted(path.name for path in (ROOT / "tests").glob("test_*.py"))
    return _parted([*names, *files])


def with_database() -> list[list[str]]:
    """Return the rooms that read or write tables, in shares of paths."""
    return _parted([name for name in _WITH_DATABASE if (ROOT / "tests" / name).is_dir()])


def _parted(names: Sequence[str]) -> list[list[str]]:
    shares = {room: [name for name in names if name == room] for room in _ORDER}
    shares[_OTHERS] = [name for name in names if name not in _ORDER]
    return [[f"tests/{name}" for name in share] for share in shares.values() if share]


def longest_first(shares: Sequence[Share]) -> list[Share]:
    """Return shares of several databases in the order in which to begin them."""
    return sorted(shares, key=_place)


def _place(share: Share) -> int:
    rooms = [word.removeprefix("tests/") for word in share.words if word.startswith("tests/")]
    if not rooms:  # all of them
        return 0
    return _ORDER.index(rooms[0] if rooms[0] in _ORDER else _OTHERS)


def run_shares(shares: Sequence[Share], jobs: int) -> list[int]:
    """Run the shares, at most `jobs` at once, and return their codes in the order they ended.

    One share alone prints as it goes; of several each prints when it has ended, so that no line
    of one stands within another.
    """
    with tempfile.TemporaryDirectory(prefix="wireroom-test-") as folder:
        if len(shares) == 1:
            return [_begin(shares[0], Path(folder), None).wait()]
        return list(_in_turn(shares, jobs, Path(folder)))


def _in_turn(shares: Sequence[Share], jobs: int, folder: Path) -> Iterator[int]:
    waiting, running = list(shares), list[_Run]()
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                share = waiting.pop(0)
                told = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed in _tell
                running.append(_Run(share, _begin(share, folder, told), told))
            for run in [run for run in running if run.process.poll() is not None]:
                running.remove(run)
                _tell(run)
                yield run.process.returncode
            time.sleep(_LOOK_EVERY_S)
    finally:
        for run in running:
            run.process.terminate()


def _begin(share: Share, folder: Path, told: IO[bytes] | None) -> "subprocess.Popen[bytes]":
    print(f"wireroom test: {share.name}", file=sys.stderr, flush=True)
    clean = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "WIREROOM_CLUSTER")}
    var = Path(tempfile.mkdtemp(dir=folder))
    return subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "pytest", *share.words],
        cwd=ROOT,
        env={**clean, "WIREROOM_VAR": str(var), **share.environment},
        stdout=told,
        stderr=subprocess.STDOUT if told else None,
    )


def _tell(run: _Run) -> None:
    run.told.seek(0)
    sys.stdout.write(run.told.read().decode("utf-8", "replace"))
    sys.stdout.flush()
    run.told.close()
