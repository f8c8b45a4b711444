"""Whose turn it is to write: who waited takes the place before who just had it.

SQLite keeps no line. A connection that finds the place taken looks again after a while, up to .1 s;
the pipeline, which files one transaction after another, has taken it again by then, many times in
a row. Here whoever is first in line holds a lock on a file beside the database until the place is
theirs, and whoever comes from writing lines up behind.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Self

_LOOK_EVERY_S: Final = 0.01
# Then the place is asked for out of turn: who is first in line may wait for half a minute.
_LONGEST_S: Final = 5.0


class Line:
    """The line before one database's place to write."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @classmethod
    def before(cls, database: str) -> Self | None:
        """Return the line of a database in a file; None where no file can be beside it."""
        path = Path(database)
        if not path.is_file():
            return None
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
        try:  # for whoever may open the database itself
            return cls(os.open(f"{path}-turn", flags, path.stat().st_mode & 0o777))
        except OSError:
            return None

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Be first in line, or be out of turn after a while."""
        is_first = self._waits()
        try:
            yield
        finally:
            if is_first:
                fcntl.flock(self._descriptor, fcntl.LOCK_UN)

    def __del__(self) -> None:
        os.close(self._descriptor)

    def _waits(self) -> bool:
        until = time.monotonic() + _LONGEST_S
        while True:
            try:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= until:
                    return False
                time.sleep(_LOOK_EVERY_S)
            else:
                return True
