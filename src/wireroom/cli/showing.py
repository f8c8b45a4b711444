"""How commands over articles show text and their progress to a person."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

_SHOWN_CHARACTERS: Final = 160
_T = TypeVar("_T")


def counted(things: Iterable[_T], *, every: int, say: Callable[[int], str]) -> Iterator[_T]:
    """Pass things on, and on a terminal say on stderr how many came, after so many each."""
    for count, thing in enumerate(things, start=1):
        if count % every == 0 and sys.stderr.isatty():
            print(f"\r{say(count)}", end="", file=sys.stderr, flush=True)
        yield thing
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def shortened(text: str) -> str:
    """Return a text as one line that a terminal has room for."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN_CHARACTERS else f"{line[: _SHOWN_CHARACTERS - 1]}…"


def printable(text: str) -> str:
    """Return a text that any output in UTF-8 takes: lone surrogates become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
