"""Audio made smaller by whichever encoder is installed."""

import shutil
import subprocess
from typing import Final

_LIMIT_S: Final = 120.0
# Speech of one voice: 48 kbit/s, an eighth of the WAV that espeak-ng writes.
_ENCODERS: Final = (
    ("lame", ("--quiet", "-m", "m", "-b", "48", "-", "-")),
    ("ffmpeg", ("-v", "error", "-i", "pipe:0", "-ac", "1", "-b:a", "48k", "-f", "mp3", "pipe:1")),
)


def can_press() -> bool:
    """Tell whether any of the encoders is installed."""
    return any(shutil.which(name) for name, _options in _ENCODERS)


def press(audio: bytes) -> bytes:
    """Return WAV as MP3 by lame or ffmpeg; as it is where neither is there or it fails."""
    for name, options in _ENCODERS:
        program = shutil.which(name)
        if program is None:
            continue
        try:
            done = subprocess.run(  # noqa: S603 - a program of this list, no shell
                [program, *options], input=audio, capture_output=True, timeout=_LIMIT_S, check=True
            )
        except (OSError, subprocess.SubprocessError):
            continue
        if done.stdout:
            return done.stdout
    return audio
