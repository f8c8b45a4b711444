"""What prometheus_client keeps a process's counts in: a file, or memory where there is no room."""

from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from prometheus_client.mmap_dict import MmapedDict

# As prometheus_client makes them: some 400 counts, and twice as much where they are more.
_FIRST_BYTES: Final = 1 << 16
# What stands beside a count's name: its length, its value, its time, and what fills them up.
_BESIDE_NAME: Final = 32


class CountFile:
    """Counts by name, each with a value and a time.

    A file that is mapped into memory and has no place of its own on the disk ends the process at
    the first count where the disk is full (SIGBUS): a site that only reads would die of counting.
    Here the place is taken first. Without it counts stay in memory, where nobody else sees them.
    """

    def __init__(self, filename: str, read_mode: bool = False) -> None:
        self._unseen: dict[str, tuple[float, float]] = {}
        self._file: Any = None
        with suppress(OSError):
            _take_room(Path(filename), _FIRST_BYTES)
            self._file = _SureFile(filename, read_mode)  # type: ignore[no-untyped-call]

    def read_value(self, key: str) -> tuple[float, float]:
        """Return a count's value and time; a new one begins at nothing."""
        if self._file is not None and key not in self._unseen:
            with suppress(OSError):
                value, at = self._file.read_value(key)
                return value, at
        return self._unseen.setdefault(key, (0.0, 0.0))

    def write_value(self, key: str, value: float, timestamp: float) -> None:
        """Set a count's value and time."""
        if self._file is None or key in self._unseen:
            self._unseen[key] = (value, timestamp)
        else:
            self._file.write_value(key, value, timestamp)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()


class _SureFile(MmapedDict):
    """A file of counts that takes its place on the disk before it grows into it."""

    def _init_value(self, key: str) -> None:
        if self._used + len(key.encode()) + _BESIDE_NAME > self._capacity:
            _take_room(Path(self._fname), self._capacity)
        super()._init_value(key)  # type: ignore[no-untyped-call]


def _take_room(path: Path, more: int) -> None:
    """Make a file longer, by bytes that are really written. Raises OSError where none fit."""
    with path.open("ab", buffering=0) as file:
        before = file.tell()
        try:
            if file.write(bytes(more)) < more:
                raise OSError(f"no room for {more} bytes in {path}")
        except OSError:
            file.truncate(before)
            raise
