"""Runs a program of ours on what strangers wrote, in a process that may die without harm."""

import os
import selectors
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

_AT_ONCE: Final = 65_536  # what a pipe holds


class TooMuchSaid(Exception):  # noqa: N818 - reads as what it is
    """The program wrote more than anybody asked for."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a program wrote, what it complained of, and its exit code."""

    said: bytes
    fault: str
    code: int


def run_apart(program: Path, given: bytes, *, limit_s: float, most_said: int) -> Ran:
    """Run a program on bytes. Raises TimeoutError, TooMuchSaid; OSError where a disk is full.

    One taken over would fill our memory for as long as it is listened to.
    """
    until = time.monotonic() + limit_s
    with _room(program, given) as process:
        assert process.stdout
        assert process.stderr
        said, fault = _hear((process.stdout, process.stderr), until=until, most=most_said)
        try:
            code = process.wait(max(until - time.monotonic(), 0))
        except subprocess.TimeoutExpired as error:
            raise TimeoutError from error
    return Ran(said, fault.decode("utf-8", "replace").strip()[-200:], code)


@contextmanager
def _room(program: Path, given: bytes) -> Iterator[subprocess.Popen[bytes]]:
    """Start the process, which does not outlive this."""
    with tempfile.TemporaryFile() as file:  # a pipe would have to be filled while two are read
        file.write(given)
        file.seek(0)
        with subprocess.Popen(  # noqa: S603 - our own interpreter and program
            [sys.executable, "-I", str(program)],
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={},  # no password, no address: nothing that a program taken over could tell
        ) as process:
            try:
                yield process
            finally:
                process.kill()


def _hear(pipes: Sequence[IO[bytes]], *, until: float, most: int) -> list[bytes]:
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
                if len(key.data) > most:
                    raise TooMuchSaid
    return [bytes(said) for said in heard]
