"""Why articles of a simulated month were missed: what was asked of their feed meanwhile."""

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from benchmarks.month_world import Outlet, Report
from wireroom.engine.feeds.schedule import PollDecision


class Look(StrEnum):
    """How one look at a feed ended; the values are how the table says why articles were missed."""

    GOOD = "stood in an answer"  # such an article is not missed, or recognition is wrong
    CUT = "every answer was cut short"
    FAILED = "every answer was a failure"
    HELD = "the host's budget was spent"
    RESTED = "the server asked for a rest"
    AWAY = "the feed was away for as long as they stood in it"
    LEFT = "the feed went away before it was looked at again"


class Wait(StrEnum):
    """Why a feed was not asked while the article stood in it."""

    WISH = "the feed or its server asks for that pace"
    REST = "the server asked for a rest"
    FAILURE = "it failed before, and is asked more rarely"
    BUDGET = "the host's budget was spent"
    FIRST = "the feed had not been asked yet"
    RHYTHM = "the decider chose a later time"


# What only the world is to blame for: nobody could have seen the article and kept to the manners.
WORLD: Final = frozenset(
    {
        Look.AWAY.value,
        Look.LEFT.value,
        Look.CUT.value,
        Look.FAILED.value,
        Look.RESTED.value,
        Wait.WISH.value,
        Wait.REST.value,
    }
)
_WISHES: Final = ("asks for this pace", "calls its answer fresh", "asks to be left alone")


def why_wait(decision: PollDecision, *, held: bool) -> Wait:
    """Return why the next look is when it is."""
    if held:
        return Wait.BUDGET
    if "asks to wait" in decision.reason:
        return Wait.REST
    if decision.error_count:
        return Wait.FAILURE
    return Wait.WISH if any(wish in decision.reason for wish in _WISHES) else Wait.RHYTHM


@dataclass(slots=True)
class Looks:
    """When a feed was looked at, how that ended, and why the next look is when it is."""

    at: list[datetime] = field(default_factory=list)
    ended: list[tuple[Look, Wait]] = field(default_factory=list)

    def note(self, at: datetime, look: Look, wait: Wait) -> None:
        """Add one look, in order of time."""
        self.at.append(at)
        self.ended.append((look, wait))

    def why_missed(self, outlet: Outlet, since: datetime, until: datetime) -> str:
        """Return why an article was not found that stood in the feed from `since` to `until`."""
        stood_until = until
        since, until = answers_between(outlet, since, until)
        if since >= until:
            return Look.AWAY.value
        first, last = bisect_left(self.at, since), bisect_left(self.at, until)
        looks = {look for look, _ in self.ended[first:last]}
        for look in (Look.GOOD, Look.HELD, Look.CUT, Look.RESTED, Look.FAILED):
            if look in looks:
                return look.value
        wait = self.ended[first - 1][1] if first else Wait.FIRST
        return (Look.LEFT if wait is Wait.RHYTHM and until < stood_until else wait).value


def answers_between(outlet: Outlet, since: datetime, until: datetime) -> tuple[datetime, datetime]:
    """Return the part of a time in which the outlet's feed was there; an empty one if never."""
    begin, end = outlet.trouble
    if "gone" in outlet.faults:
        until = min(until, begin)
    elif not outlet.faults.isdisjoint(("down", "403")):
        if begin <= since:
            since = max(since, end)
        elif until <= end:
            until = min(until, begin)
    return since, until


def stands_until(outlet: Outlet, report: Report, end: datetime) -> datetime:
    """Return when a report leaves its outlet's feed, pushed out by as many later ones."""
    for window in (outlet.window, 200):  # 200 after a reset
        pushed_out = report.number + window
        until = outlet.reports[pushed_out].at if pushed_out < len(outlet.reports) else end
        if "reset" not in outlet.faults or until < outlet.trouble[0]:
            return until
    return until
