"""Has a picture made anew in a process of its own, which may die without harm."""

import subprocess
import sys
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Final

from wireroom.adapters.pictures.darkroom import WIDTHS
from wireroom.engine.errors import PictureFailed

_PROGRAM: Final = Path(__file__).with_name("darkroom.py")
_LIMIT_S: Final = 12.0  # by the clock: 8 s of a processor that others use, too
_MOST_BYTES: Final = 4_000_000  # of one file: ten times what the largest photographs come to


def develop_picture(content: bytes) -> dict[int, bytes]:
    """Return a picture in WebP by its width. Raises PictureFailed (permanent) with the reason."""
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and program
            [sys.executable, "-I", str(_PROGRAM)],
            input=content,
            capture_output=True,
            timeout=_LIMIT_S,
            env={},  # no password, no address: nothing that a decoder taken over could tell
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PictureFailed("it took too long to read", permanent=True) from error
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip()[-200:]
        died = done.returncode < 0 or not said
        raise PictureFailed("it broke its decoder" if died else said, permanent=True)
    return _read_files(done.stdout)


def _read_files(told: bytes) -> dict[int, bytes]:
    """Take what the process wrote for what it is: the word of one who read a stranger's bytes."""
    sizes, _, rest = told.partition(b"\n")
    try:
        ends = [0, *accumulate(int(size) for size in sizes.split())]
    except ValueError:
        ends = []
    files = [rest[first:end] for first, end in pairwise(ends)]
    if len(files) != len(WIDTHS) or ends[-1] != len(rest) or not all(map(_is_webp, files)):
        raise PictureFailed("its decoder answered something else than pictures", permanent=True)
    return dict(zip(WIDTHS, files, strict=True))


def _is_webp(file: bytes) -> bool:
    return file[:4] == b"RIFF" and file[8:12] == b"WEBP" and len(file) <= _MOST_BYTES
