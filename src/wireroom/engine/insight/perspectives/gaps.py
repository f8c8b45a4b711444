"""Coverage gaps: which kinds of outlets hardly tell an event that others tell, or alone do."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import comb
from typing import Final

from wireroom.engine.insight.perspectives.teller import Axis

# A gap is told where so few outlets of a kind would tell an event once in a hundred times by
# chance, all kinds that were asked together; and where at least so many are expected to.
_LEVEL: Final = 0.01
_LEAST_EXPECTED: Final = 2.0
# An event that fewer outlets tell is not yet one that others might have told.
_FEWEST_OUTLETS: Final = 5


class Lack(StrEnum):
    """How coverage is uneven. The values are stored: never change one."""

    FEW = "few"  # fewer outlets of the kind tell it than would by chance, or none
    ONLY = "only"  # no others tell it
    ONE_TEXT = "one text"  # all print one text


@dataclass(frozen=True, slots=True)
class Publisher:
    """An outlet that publishes these days, and its kind on each axis; empty where unknown."""

    outlet: str
    country: str = ""
    lang: str = ""
    owner: str = ""

    def value(self, axis: Axis) -> str:
        """Return its group on an axis; whose text it prints is no matter of the outlet."""
        groups = {Axis.COUNTRY: self.country, Axis.LANGUAGE: self.lang, Axis.OWNER: self.owner}
        return groups.get(axis, "")


@dataclass(frozen=True, slots=True)
class Gap:
    """`telling` of the `outlets` that tell an event are of a kind; `known` are, of `publishers`."""

    axis: Axis
    value: str
    lack: Lack
    telling: int
    outlets: int
    known: int
    publishers: int


def find_gaps(
    publishers: Sequence[Publisher], telling: Sequence[str], *, texts: int
) -> tuple[Gap, ...]:
    """Return where an event's coverage is uneven, the widest gap of each axis first.

    `telling` are the names of the outlets that tell it, in `texts` independent ones. Outlets
    that tell an event as likely as all others would give a binomial count.
    """
    names = frozenset(telling)
    gaps: list[Gap] = []
    for axis in (Axis.COUNTRY, Axis.LANGUAGE, Axis.OWNER):
        placed = [one for one in publishers if one.value(axis)]
        known = Counter(one.value(axis) for one in placed)
        told = Counter(one.value(axis) for one in placed if one.outlet in names)
        if told.total() >= _FEWEST_OUTLETS and len(known) > 1:
            gaps += sorted(_of_axis(axis, known, told), key=lambda gap: (-gap.known, gap.value))
    if texts == 1 and len(names) >= _FEWEST_OUTLETS:
        gaps.append(Gap(Axis.TEXT, "", Lack.ONE_TEXT, 1, len(names), 0, len(publishers)))
    return tuple(gaps)


def _of_axis(axis: Axis, known: Mapping[str, int], told: Mapping[str, int]) -> Iterator[Gap]:
    outlets, publishers = sum(told.values()), sum(known.values())
    asked = {
        value: share
        for value, count in known.items()
        if (share := count / publishers) * outlets >= _LEAST_EXPECTED
    }
    for value, share in asked.items():
        telling = told.get(value, 0)
        place = (telling, outlets, known[value], publishers)
        if _at_most(telling, outlets, share) <= _LEVEL / len(asked):
            yield Gap(axis, value, Lack.FEW, *place)
    for value, telling in told.items():
        if telling == outlets and (known[value] / publishers) ** outlets <= _LEVEL:
            yield Gap(axis, value, Lack.ONLY, telling, outlets, known[value], publishers)


def _at_most(telling: int, outlets: int, share: float) -> float:
    """Return the chance of so few, where each outlet is of the kind with the chance `share`."""
    return sum(
        comb(outlets, n) * share**n * (1 - share) ** (outlets - n) for n in range(telling + 1)
    )
