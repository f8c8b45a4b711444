"""Audio kept on disk by the hash of what is said; the oldest goes where there is too much."""

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from wireroom.adapters.speech import audio_type

_MOST_BYTES: Final = 500_000_000  # some two months of two editions in WAV, a year and more in MP3
_DRAFT: Final = "draft-"
_DRAFT_S: Final = 3600.0  # a draft is written in a second: one this old is of a process that died
_TYPES: Final = ("mp3", "wav")


class AudioShelf:
    """A folder of audio files. Several processes may share it: a file is there whole or not."""

    def __init__(self, folder: Path, *, most_bytes: int = _MOST_BYTES) -> None:
        self._folder: Final = folder
        self._most_bytes: Final = most_bytes

    def find(self, key: str) -> Path | None:
        """Return the file of a key, None where there is none."""
        paths = (self._folder / f"{key}.{kind}" for kind in _TYPES)
        return next((path for path in paths if path.is_file()), None)

    def keep(self, key: str, audio: bytes) -> Path:
        """Write a file and return where it is; whatever is oldest makes room."""
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{key}.{audio_type(audio) or 'wav'}"
        self._clear_drafts()
        handle, draft = tempfile.mkstemp(dir=self._folder, prefix=_DRAFT)
        with os.fdopen(handle, "wb") as file:
            file.write(audio)
        Path(draft).replace(path)
        self._make_room(path)
        return path

    def clear(self) -> None:
        """Throw every file away: each can be made again of what is shown now."""
        for kind in _TYPES:
            for path in self._folder.glob(f"*.{kind}"):
                path.unlink(missing_ok=True)

    def _clear_drafts(self) -> None:
        oldest = time.time() - _DRAFT_S
        for path in self._folder.glob(f"{_DRAFT}*"):
            with suppress(FileNotFoundError):  # another process has cleared it, or finished it
                if path.stat().st_mtime < oldest:
                    path.unlink()

    def _make_room(self, newest: Path) -> None:
        files = sorted(
            (path for kind in _TYPES for path in self._folder.glob(f"*.{kind}") if path != newest),
            key=lambda path: path.stat().st_mtime,
            reverse=True,
        )
        total = newest.stat().st_size
        for path in files:
            total += path.stat().st_size
            if total > self._most_bytes:
                path.unlink(missing_ok=True)
