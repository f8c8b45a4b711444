"""Files kept on disk under a bound; what nobody asked for the longest goes where there is too much.

Several processes may share a folder: a file is there whole or not at all.
"""

import logging
import os
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

_log: Final = logging.getLogger(__name__)
_DRAFT: Final = "draft-"
_DRAFT_S: Final = 3600.0  # a draft is written in a second: one this old is of a process that died
# Asked for again within an hour says nothing new of how much a file is wanted, and costs a write.
_ASKED_AGAIN_S: Final = 3600.0
_BLOCK: Final = 4096  # what the smallest file takes of a disk
_LEAST_FILES: Final = 64


class Shelf:
    """A folder of named files, `most_bytes` in all; it is made when the first file comes."""

    def __init__(self, folder: Path, *, most_bytes: int) -> None:
        self._folder: Final = folder
        self._most_bytes: Final = most_bytes
        self._most_files: Final = max(most_bytes // _BLOCK, _LEAST_FILES)

    def find(self, name: str) -> Path | None:
        """Return the file of a name, None where there is none; it counts as asked for now."""
        path = self._folder / name
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < time.time() - _ASKED_AGAIN_S:
                os.utime(path)
            return path
        return None

    def read(self, name: str) -> bytes | None:
        """Return what a name's file holds, None where there is none."""
        path = self.find(name)
        with suppress(FileNotFoundError):  # another process made room between the two
            return path.read_bytes() if path else None
        return None

    def keep(self, files: Mapping[str, bytes]) -> bool:
        """Write files by their names, then make room; these files stay.

        Return whether that was done: where the disk is full, what is kept is made anew each time.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for name, content in files.items():
                self._write(name, content)
            self._make_room(frozenset(files))
        except OSError as error:
            _log.warning("nothing can be kept in %s: %s", self._folder, error)
            return False
        return True

    def _write(self, name: str, content: bytes) -> None:
        handle, draft = tempfile.mkstemp(dir=self._folder, prefix=_DRAFT)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(draft).replace(self._folder / name)
        except OSError:
            Path(draft).unlink(missing_ok=True)
            raise

    def clear(self) -> None:
        """Throw every file away; what another process is writing is its own."""
        with suppress(FileNotFoundError):  # nothing was ever kept
            for _, _, path in self._files():
                if not path.name.startswith(_DRAFT):
                    path.unlink(missing_ok=True)

    def _make_room(self, newest: frozenset[str]) -> None:
        """Remove what has not been asked for the longest, and drafts that nobody finishes."""
        oldest = time.time() - _DRAFT_S
        total = files = 0
        for asked_at, size, path in sorted(self._files(), reverse=True):
            if path.name.startswith(_DRAFT):
                if asked_at < oldest:
                    path.unlink(missing_ok=True)
                continue
            total, files = total + size, files + 1
            is_full = total > self._most_bytes or files > self._most_files
            if is_full and path.name not in newest:
                path.unlink(missing_ok=True)

    def _files(self) -> Iterator[tuple[float, int, Path]]:
        with os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(FileNotFoundError):  # another process has removed it
                    told = entry.stat()
                    yield told.st_mtime, told.st_size, Path(entry.path)
