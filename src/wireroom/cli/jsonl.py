"""JSON Lines in and out for the commands: files or standard input, one clear line a failure."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from wireroom.cli.showing import printable
from wireroom.engine.errors import BadInput


@contextmanager
def line_writer(target: str) -> Iterator[Callable[[dict[str, Any]], None]]:
    """Give a function that writes one JSON object a line to the file, or to stdout for "-"."""
    with _opened(target) as stream:

        def write(row: dict[str, Any]) -> None:
            # Lone surrogates cannot be encoded: they are replaced, never fatal.
            line = json.dumps(row, ensure_ascii=False, default=_plain)
            stream.write(printable(line) + "\n")

        yield write
        stream.flush()


@contextmanager
def _opened(target: str) -> Iterator[IO[str]]:
    if target == "-":
        yield sys.stdout
        return
    try:
        stream = Path(target).open("w", encoding="utf-8")  # noqa: SIM115 - closed below
    except OSError as error:
        raise BadInput(
            f"cannot write {target}: {error.strerror}; choose another --jsonl"
        ) from error
    with stream:
        yield stream


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"cannot write {type(value).__name__} as JSON")
