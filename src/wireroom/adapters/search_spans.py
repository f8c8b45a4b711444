"""Spans of time that an index without an order is searched by: the latest first, each eight times
as long as the one before.

PostgreSQL's index of words knows no order: of a common word it gives all of a million reports,
where the latest few hundred are wanted. So it holds the spans that a report is of as well, and a
search asks for the words within the latest span, then within longer ones behind it, until it has
enough.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# Bits of a key that a span leaves out. A key counts 1/4096 s (news/queries/keys.py): spans of
# 2.3 hours, 18 hours, 6 days, 49 days and 388 days. The shortest two hold some thousand reports of
# a newsroom with 10,000 a day, which are read in a millisecond or two.
LEVELS: Final = (25, 28, 31, 34, 37)
_MOST: Final = 2  # spans of a level that one look takes in
# Spans of all levels are numbered together: so many numbers of one span's number are levels.
_NUMBERS: Final = 8
# The spans of a report, for the index.
IN_SQL: Final = "(ARRAY[{}])".format(
    ", ".join(
        f"(key >> {level}) * {_NUMBERS}" + (f" + {at}" if at else "")
        for at, level in enumerate(LEVELS)
    )
)


@dataclass(frozen=True, slots=True)
class Look:
    """Keys from `since` on and `below` another; `spans` hold them all.

    Where there are none, the look goes through whatever there is.
    """

    since: int
    below: int
    spans: tuple[int, ...]


def looks(*, since: int, below: int, oldest: int) -> Iterator[Look]:
    """Yield what to look at in turn, the latest first: together all keys between, each once.

    Spans that reach behind the oldest key of all would narrow nothing.
    """
    for at, level in enumerate(LEVELS):
        if since >= below:
            return
        last = (below - 1) >> level
        first = max(last - _MOST + 1, since >> level)
        if first << level <= oldest:
            break
        spans = tuple(number * _NUMBERS + at for number in range(first, last + 1))
        yield Look(max(first << level, since), below, spans)
        below = first << level
    if since < below:
        yield Look(since, below, ())
