"""Which reports of an event are read, so that one of any size costs the same."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.perspectives.teller import Teller

# Reports read: 90 of usual length take half a second of CPU. What shows among so many outlets
# would show among more.
MOST_READ: Final = 90
# Independent texts on each side of a comparison: fewer show nothing, whatever they say.
FEWEST: Final = 3


def choose_read(tellers: Sequence[Teller], *, most: int = MOST_READ) -> list[int]:
    """Return the numbers of the reports to read, at most so many, in their order.

    All kinds of outlets (by country, language, owner and whose text) have their turn, and of each
    kind those texts first of which it has none yet. Bodies are not looked at. None are read where
    there are too few to be compared: most stories are small.
    """
    waiting: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(tellers):
        if one.may_be_read:
            waiting[one.country, one.lang, one.owner, one.text].append(number)
    if sum(map(len, waiting.values())) < 2 * FEWEST:
        return []
    queues = [_fresh_first(numbers, tellers) for _, numbers in sorted(waiting.items())]
    chosen: list[int] = []
    turn = 0
    while len(chosen) < most and any(turn < len(queue) for queue in queues):
        chosen += [queue[turn] for queue in queues if turn < len(queue)]
        turn += 1
    return sorted(chosen[:most])


def _fresh_first(numbers: Sequence[int], tellers: Sequence[Teller]) -> list[int]:
    seen: set[str] = set()
    fresh: list[int] = []
    again: list[int] = []
    for number in numbers:
        told = again if tellers[number].voice in seen else fresh
        told.append(number)
        seen.add(tellers[number].voice)
    return [*fresh, *again]
