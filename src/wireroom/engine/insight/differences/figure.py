"""One figure of one report: what it says, of what, where it stands and what surrounds it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from wireroom.engine.insight.differences.amount import Amount
from wireroom.engine.insight.differences.report import Measure, Report

Keys = frozenset[str]


@dataclass(frozen=True, slots=True)
class Citation:
    """Who is cited for a figure: characters of the body, and the keys of their words."""

    start: int
    end: int
    keys: Keys


@dataclass(frozen=True, slots=True, eq=False)  # one in its place is only like itself
class Figure:
    """A value in its place: `start` to `end` of the body of report number `report`.

    `state` is the class of those counted ("dead"), `group` who they are ("children"), `nouns` the
    keys of the words counted, the noun first; `shown` the word to name the fact by, if any. `near`
    are the keys of each content word between the neighbouring figures and `words` those words,
    `around` the keys of the sentence, `heads` the kinds among them of which a figure is of one
    only. `answers` is the figure of the sentence before that somebody else's value stands against.
    `at` is when it was told where that is not its report's time, `origin` the number of the report
    whose former value it is. `names`, `places`, `periods` and `days` stand beside it; the flags
    say what kind of value it is.
    """

    report: int
    start: int
    end: int
    measure: Measure
    amount: Amount
    nouns: tuple[Keys, ...] = ()
    state: str = ""
    group: str = ""
    is_generic: bool = False
    near: tuple[Keys, ...] = ()
    words: tuple[str, ...] = ()
    around: tuple[Keys, ...] = ()
    heads: Keys = frozenset()
    names: Keys = frozenset()
    places: Keys = frozenset()
    periods: Keys = frozenset()
    days: Keys = frozenset()
    is_past: bool = False
    is_part: bool = False
    is_whole: bool = False
    is_wished: bool = False
    is_changed: bool = False
    is_corrected: bool = False
    cited: Citation | None = None
    shown: str = ""
    answers: "Figure | None" = None
    at: datetime | None = None
    origin: int | None = None


def told_at(figure: Figure, reports: Sequence[Report]) -> datetime | None:
    """Return when a value was first told: with its report, or with the revision it came with."""
    return figure.at or reports[figure.report].published_at


def teller_of(figure: Figure, reports: Sequence[Report]) -> str:
    """Return the outlet whose value it is: of a stale copy that which it copied."""
    return reports[figure.report if figure.origin is None else figure.origin].outlet
