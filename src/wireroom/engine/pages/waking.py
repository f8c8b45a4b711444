"""How many of the pages that wait behind a host are woken now, and when to look there again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

# As many as one coordinator fetches at a time: at a second apart they keep a host's two places
# busy for a minute, and what is woken in vain costs no more than these rows.
AT_ONCE: Final = 64
# A budget may have been raised, or its counts mended, by somebody else: a look touches no page.
LOOK_AGAIN_S: Final = 3_600.0
_LEAST_S: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How many requests of a kind a host may get now; where none, for how many seconds none."""

    requests: int
    closed_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HostRoom:
    """What a host may be asked for now: pages nobody has seen, looks at known ones, how far apart.

    Both are of one budget: a new page takes from what is left for looks.
    """

    new: Room
    known: Room
    interval_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Waking:
    """How many waiting pages of each kind are woken, and in how many seconds is the next turn."""

    new: int
    known: int
    next_s: float


def decide_waking(room: HostRoom, *, new: int, known: int, under_way: int = 0) -> Waking:
    """Wake what the host's budget allows, new pages first, and look again once they are done.

    `new` and `known` are how many pages of each kind wait; more than AT_ONCE count as so many.
    `under_way` is how many were woken before and not fetched yet: they have a part of the room.
    What a turn costs hangs on the budget alone, however many pages wait.
    """
    free = AT_ONCE - under_way
    woken = max(min(new, room.new.requests - under_way, free), 0)
    looks = max(min(known, room.known.requests - under_way - woken, free - woken), 0)
    if woken + looks + under_way:
        wait_s = (woken + looks + under_way) * room.interval_s
    else:
        wait_s = min(room.new.closed_s if new else room.known.closed_s, LOOK_AGAIN_S)
    return Waking(new=woken, known=looks, next_s=max(wait_s, _LEAST_S))


def first_turn(now: datetime, *, closed_s: float) -> datetime:
    """Return when a host has its first turn, once a page had to wait for it."""
    return now + timedelta(seconds=max(min(closed_s, LOOK_AGAIN_S), _LEAST_S))
