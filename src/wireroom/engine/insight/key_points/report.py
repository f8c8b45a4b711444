"""What key points, timeline and news are read from: the reports of a story, and whose they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from wireroom.engine.insight.former import Former
from wireroom.engine.insight.quotes.quote import Quote
from wireroom.engine.types import CopyKind, CopyPair

# What is compared, so that a story of any size costs the same: 120 tellings take some 0.3 s of
# CPU. The first and the last of a story are those that a reader looks for.
MOST_COMPARED: Final = 120
_FIRST_SHARE: Final = 0.4
_NO_TIME: Final = datetime.max.replace(tzinfo=UTC)
_COPIES: Final = frozenset((CopyKind.WHOLE, CopyKind.EDITED, CopyKind.CUT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report of a story.

    `published_at` is aware or None. `voice` says whose telling it is: reports of one voice (a
    copy and its carriers, outlets of one owner) count once; without it a report is its own.
    `stated_points` are the key points that its outlet gives. The first `timed_chars` of the body
    are of the time it was published; all where that is None, and of a live blog what stands above
    its entries. `quotes` are those of the body, None where they were not looked for.
    `former` are the states before this revision, oldest first.
    """

    id: str
    body: str
    revision: int = 1
    title: str = ""
    published_at: datetime | None = None
    lang: str = "und"
    outlet: str | None = None
    voice: str | None = None
    stated_points: tuple[str, ...] = ()
    timed_chars: int | None = None
    quotes: Sequence[Quote] | None = None
    former: Sequence[Former] = ()

    @property
    def telling(self) -> str:
        """The name under which reports count as one."""
        return self.id if self.voice is None else self.voice


def voices_of_copies(pairs: Iterable[CopyPair]) -> dict[str, str]:
    """Return report id -> voice for all that carry, or are carried by, another report.

    Reports that only share some passages stay two voices: both have reporting of their own.
    """
    return voices_by_lead((pair.a, pair.b) for pair in pairs if pair.kind in _COPIES)


def voices_by_lead(copies: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return report id -> voice for all that stand in a pair of copies."""
    leads: dict[str, str] = {}

    def lead_of(name: str) -> str:
        while (known := leads.setdefault(name, name)) != name:
            leads[name] = name = leads[known]
        return name

    for a, b in copies:
        first, second = sorted((lead_of(a), lead_of(b)))
        leads[second] = first
    return {name: lead_of(name) for name in leads}


def in_order(reports: Iterable[Report]) -> list[Report]:
    """Return the reports by time, those without one last; ids settle what is equal."""
    return sorted(reports, key=lambda one: (_aware(one.published_at) or _NO_TIME, one.id))


def choose_compared(reports: Sequence[Report], *, most: int = MOST_COMPARED) -> list[Report]:
    """Return the reports that are compared, in order of time, at most so many.

    The first of each voice comes before its further ones, which may add something of their own.
    Of too many voices the first and the last stay; those between are left out.
    """
    firsts: dict[str, Report] = {}
    further: list[Report] = []
    for report in in_order(reports):
        if firsts.setdefault(report.telling, report) is not report:
            further.append(report)
    kept = list(firsts.values())
    if len(kept) > most:
        first = int(most * _FIRST_SHARE)
        return [*kept[:first], *kept[first - most :]]
    return in_order([*kept, *further[len(further) - most + len(kept) :]] if further else kept)


def _aware(at: datetime | None) -> datetime | None:
    return at.replace(tzinfo=UTC) if at is not None and at.tzinfo is None else at
