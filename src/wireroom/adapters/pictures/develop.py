"""Has a picture made anew in a process of its own, which may die without harm."""

from itertools import accumulate, pairwise
from pathlib import Path
from typing import Final

from wireroom.adapters.pictures.darkroom import WIDTHS
from wireroom.adapters.room import TooMuchSaid, run_apart
from wireroom.engine.errors import PictureFailed

_PROGRAM: Final = Path(__file__).with_name("darkroom.py")
_LIMIT_S: Final = 12.0  # by the clock: 8 s of a processor that others use, too
_MOST_BYTES: Final = 4_000_000  # of one file: ten times what the largest photographs come to
_MOST_SAID: Final = len(WIDTHS) * _MOST_BYTES + 1000  # and the line of their sizes


def develop_picture(content: bytes) -> dict[int, bytes]:
    """Return a picture in WebP by its width. Raises PictureFailed (permanent) with the reason.

    Raises OSError where there is no room for a file of that size.
    """
    try:
        ran = run_apart(_PROGRAM, content, limit_s=_LIMIT_S, most_said=_MOST_SAID)
    except TimeoutError as error:
        raise PictureFailed("it took too long to read", permanent=True) from error
    except TooMuchSaid as error:
        raise _strange() from error
    if ran.code != 0:
        died = ran.code < 0 or not ran.fault
        raise PictureFailed("it broke its decoder" if died else ran.fault, permanent=True)
    return _read_files(ran.said)


def _read_files(told: bytes) -> dict[int, bytes]:
    """Take what the process wrote for what it is: the word of one who read a stranger's bytes."""
    sizes, _, rest = told.partition(b"\n")
    try:
        ends = [0, *accumulate(int(size) for size in sizes.split())]
    except ValueError:
        ends = []
    files = [rest[first:end] for first, end in pairwise(ends)]
    if len(files) != len(WIDTHS) or ends[-1] != len(rest) or not all(map(_is_webp, files)):
        raise _strange()
    return dict(zip(WIDTHS, files, strict=True))


def _strange() -> PictureFailed:
    return PictureFailed("its decoder answered something else than pictures", permanent=True)


def _is_webp(file: bytes) -> bool:
    return file[:4] == b"RIFF" and file[8:12] == b"WEBP" and len(file) <= _MOST_BYTES
