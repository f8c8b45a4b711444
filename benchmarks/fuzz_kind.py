"""A kind of fuzz case: what makes its input of a seed, and what holds of all that comes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from benchmarks.mutations import MUTATIONS

# Most damage makes markup ill-formed; half of the cases are strange, but whole.
_WHOLE = 0.5


class Wrong(AssertionError):  # noqa: N818 - says what
    """What was read breaks a promise; the message says which."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`share` is how many of 1,000 cases are of this kind: fewer of what takes longer.

    `take` raises WireroomError for what its reader refuses, as it may, and Wrong or anything else
    for what must not be.
    """

    share: int
    make: Callable[[Random], Any]
    take: Callable[[Any], None]


def chance_of(kind: str, seed: int) -> Random:
    """Return the random numbers of one case, the same for the same seed."""
    return Random(f"{kind} {seed}")


def damaged(raw: bytes, chance: Random) -> bytes:
    """Return the bytes as they are, or with one or two of the ways that bytes go wrong."""
    while chance.random() > _WHOLE:
        raw = chance.choice(list(MUTATIONS.values()))(raw, chance)
    return raw


def expect(is_so: object, what: str) -> None:
    """Raise Wrong unless it is so."""
    if not is_so:
        raise Wrong(what)
