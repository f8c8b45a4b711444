"""Audio kept on disk by the hash of what is said."""

from pathlib import Path
from typing import Final

from wireroom.adapters.shelf import Shelf
from wireroom.adapters.speech import audio_type

_MOST_BYTES: Final = 500_000_000  # some two months of two editions in WAV, a year and more in MP3
_TYPES: Final = ("mp3", "wav")


class AudioShelf:
    """A folder of audio files, which several processes may share."""

    def __init__(self, folder: Path, *, most_bytes: int = _MOST_BYTES) -> None:
        self._folder: Final = folder
        self._shelf: Final = Shelf(folder, most_bytes=most_bytes)

    def find(self, key: str) -> Path | None:
        """Return the file of a key, None where there is none."""
        found = (self._shelf.find(f"{key}.{kind}") for kind in _TYPES)
        return next((path for path in found if path is not None), None)

    def keep(self, key: str, audio: bytes) -> Path | None:
        """Write a file and return where it is, None where no room is left for it.

        What nobody listens to makes room.
        """
        name = f"{key}.{audio_type(audio) or 'wav'}"
        return self._folder / name if self._shelf.keep({name: audio}) else None

    def clear(self) -> None:
        """Throw every file away: each can be made again of what is shown now."""
        self._shelf.clear()
