"""What an outlet's own pages taught of its addresses: which shapes were reports, which were not."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from wireroom.engine.listings.shape import Shape, shape_of

# A shape is believed from three pages on: two may be two copies of one mistake.
_LEAST: Final = 3
_SOUND: Final = 0.7  # of its pages were reports
_UNSOUND: Final = 0.4
# Reports from which on an outlet's shapes are known: another one must speak for itself.
_WELL_KNOWN: Final = 12
_Key = tuple[str, ...]


class Trust(Enum):
    """What is known of a shape."""

    SOUND = "sound"  # in its own section
    ALIKE = "alike"  # in other sections
    UNSOUND = "unsound"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Learnt:
    """How many pages of each shape were reports, and how many were something else."""

    reports: Counter[_Key] = field(default_factory=Counter)
    others: Counter[_Key] = field(default_factory=Counter)
    hosts: frozenset[str] = frozenset()

    @property
    def is_well_known(self) -> bool:
        """Whether enough reports were met that a shape which none of them had is suspect."""
        return self.reports[()] >= _WELL_KNOWN

    def trust(self, shape: Shape) -> Trust:
        """Say whether addresses of a shape lead to reports; its section is asked first."""
        for key, sound in zip(_keys(shape), (Trust.SOUND, Trust.ALIKE), strict=True):
            reports, others = self.reports[key], self.others[key]
            if reports + others >= _LEAST:
                share = reports / (reports + others)
                if share >= _SOUND:
                    return sound
                return Trust.UNSOUND if share <= _UNSOUND else Trust.UNKNOWN
        return Trust.UNKNOWN


def learn(met: Iterable[tuple[str, bool]]) -> Learnt:
    """Return what pages taught: their addresses, and whether each was a report."""
    reports: Counter[_Key] = Counter()
    others: Counter[_Key] = Counter()
    hosts = set()
    for url, is_report in met:
        shape = shape_of(url)
        if not shape.form:
            continue
        count = reports if is_report else others
        count.update((*_keys(shape), ()))
        if is_report:
            hosts.add(shape.host)
    return Learnt(reports, others, frozenset(hosts))


def _keys(shape: Shape) -> tuple[_Key, _Key]:
    first = shape.section[0] if shape.section else ""
    return (shape.host, first, *shape.form), (shape.host, *shape.form)
