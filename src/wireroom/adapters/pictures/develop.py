"""Has a picture made anew in a process of its own, which may die without harm."""

import os
import selectors
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate, pairwise
from pathlib import Path
from typing import IO, Final

from wireroom.adapters.pictures.darkroom import WIDTHS
from wireroom.engine.errors import PictureFailed

_PROGRAM: Final = Path(__file__).with_name("darkroom.py")
_LIMIT_S: Final = 12.0  # by the clock: 8 s of a processor that others use, too
_MOST_BYTES: Final = 4_000_000  # of one file: ten times what the largest photographs come to
_MOST_SAID: Final = len(WIDTHS) * _MOST_BYTES + 1000  # and the line of their sizes
_AT_ONCE: Final = 65_536  # what a pipe holds


def develop_picture(content: bytes) -> dict[int, bytes]:
    """Return a picture in WebP by its width. Raises PictureFailed (permanent) with the reason.

    Raises OSError where there is no room for a file of that size.
    """
    until = time.monotonic() + _LIMIT_S
    try:
        with _darkroom(content) as process:
            assert process.stdout
            assert process.stderr
            told, fault = _hear((process.stdout, process.stderr), until=until)
            code = process.wait(max(until - time.monotonic(), 0))
    except (TimeoutError, subprocess.TimeoutExpired) as error:
        raise PictureFailed("it took too long to read", permanent=True) from error
    if code != 0:
        said = fault.decode("utf-8", "replace").strip()[-200:]
        died = code < 0 or not said
        raise PictureFailed("it broke its decoder" if died else said, permanent=True)
    return _read_files(told)


@contextmanager
def _darkroom(content: bytes) -> Iterator[subprocess.Popen[bytes]]:
    """Start the process, which does not outlive this."""
    with tempfile.TemporaryFile() as given:  # a pipe would have to be filled while two are read
        given.write(content)
        given.seek(0)
        with subprocess.Popen(  # noqa: S603 - our own interpreter and program
            [sys.executable, "-I", str(_PROGRAM)],
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={},  # no password, no address: nothing that a decoder taken over could tell
        ) as process:
            try:
                yield process
            finally:
                process.kill()


def _hear(pipes: Sequence[IO[bytes]], *, until: float) -> list[bytes]:
    """Return all that comes out of pipes. Raises TimeoutError, PictureFailed where it is too much.

    A decoder taken over would fill our memory for as long as it is listened to.
    """
    heard = [bytearray() for _ in pipes]
    with selectors.DefaultSelector() as waiting:
        for pipe, said in zip(pipes, heard, strict=True):
            waiting.register(pipe, selectors.EVENT_READ, said)
        while waiting.get_map():
            if (left := until - time.monotonic()) <= 0:
                raise TimeoutError
            for key, _events in waiting.select(left):
                more = os.read(key.fd, _AT_ONCE)
                key.data.extend(more)
                if not more:
                    waiting.unregister(key.fileobj)
                if len(key.data) > _MOST_SAID:
                    raise _strange()
    return [bytes(said) for said in heard]


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
