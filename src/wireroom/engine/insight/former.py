"""What a report said before it was revised, and since when its passages stand in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Former:
    """A state of a report that a revision replaced; `until` is when that was."""

    body: str
    until: datetime


def gone_from(former: Former, body: str) -> str:
    """Return the paragraphs of a former state that a later one does not have letter for letter."""
    kept = set(body.split(_BREAK))
    return _BREAK.join(text for text in former.body.split(_BREAK) if text not in kept)


def came_with(has: Sequence[bool], former: Sequence[Former]) -> datetime | None:
    """Return the revision that brought something; None where it always stood there.

    `has` tells by former state, oldest first, whether it stood in that.
    """
    for stood, state in zip(reversed(has), reversed(former), strict=True):
        if not stood:
            return state.until
    return None
