"""Remembers in a file which looks found nothing, so that a run goes on where it stopped."""

from pathlib import Path
from typing import TextIO


class Noted:
    """The looks that found nothing, one a line; without a file it remembers none."""

    def __init__(self, path: Path | None) -> None:
        lines = path.read_text("utf-8").splitlines() if path and path.exists() else []
        self._done = frozenset(lines)
        self._file: TextIO | None = path.open("a", encoding="utf-8") if path else None

    def has(self, look: str) -> bool:
        """Tell whether a look found nothing in a run before."""
        return look in self._done

    def add(self, look: str) -> None:
        """Note that a look found nothing."""
        if self._file:
            print(look, file=self._file, flush=True)

    def close(self) -> None:
        """Close the file."""
        if self._file:
            self._file.close()
