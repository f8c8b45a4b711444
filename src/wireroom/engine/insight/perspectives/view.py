"""What perspectives say: for each axis its groups, and what each has that the others have not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from wireroom.engine.insight.ledger.entry import Saying
from wireroom.engine.insight.perspectives.teller import Axis


class Kind(StrEnum):
    """What is compared. The values are stored: never change one."""

    QUOTED = "quoted"  # somebody whose words are given
    FACT = "fact"  # what a sentence says
    NAME = "name"
    NUMBER = "number"
    WORD = "word"
    OPENING = "opening"  # words of opening sentences: they tell of openings, never by themselves


class Side(StrEnum):
    """Which way a group differs. The values are stored: never change one."""

    HAS = "has"
    OMITS = "omits"


@dataclass(frozen=True, slots=True)
class Count:
    """So many outlets `of` so many that could be compared."""

    having: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that most of a group have and few others, or the other way.

    `about` is the name, number or word as a report writes it, empty of a fact. `sayings` are
    words of different outlets that have it, letter for letter: the group's own where it has it,
    others' where it leaves it out. `here` counts the group, `elsewhere` all others. `chance` is
    how likely counts so uneven are where the group makes no difference.
    """

    kind: Kind
    side: Side
    about: str
    sayings: Sequence[Saying]
    here: Count
    elsewhere: Count
    chance: float


@dataclass(frozen=True, slots=True)
class Opening:
    """Sentences with which reports of a group open, the most typical first.

    `is_distinct` tells that the group opens with words with which the others do not.
    """

    sayings: Sequence[Saying]
    is_distinct: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The outlets of one value on an axis.

    Of `reports` by `outlets` so many `texts` of their own kind were read: copies of one text
    count once. `first_outlet` was the first of them, at `first_at`.
    """

    value: str
    outlets: int
    reports: int
    texts: int
    first_at: datetime | None
    last_at: datetime | None
    first_outlet: str
    opening: Opening | None = None
    findings: Sequence[Finding] = ()


@dataclass(frozen=True, slots=True)
class View:
    """An event by one axis: its groups, the largest first."""

    axis: Axis
    groups: Sequence[Group]
