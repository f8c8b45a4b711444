"""Which story stands first, and which of its articles leads it."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

# Ranks are logarithms plus time over TAU, so a stored rank never has to be computed anew:
# tenfold coverage is worth 2.3 x TAU. With 9 hours a story with ten owners behind it stands level
# with one of a single owner that is 20 hours younger: a day's news, not a week's. The weights
# below are set by judgement, each by the hours that it is worth, not tuned on clicks.
TAU_S: Final = 9 * 3600.0
# An independent report tells the event anew; a further owner who carries its copy tells it
# again. Four carriers weigh as one report, and what a hundred carry says no more than sixteen.
_CARRIER_WEIGHT: Final = 0.25
_MOST_CARRIERS: Final = 16
# Growth: owners who joined the first with reports of their own while it was new. Three in three
# hours are worth 3 hours of freshness, and no number of them more than 7.
GROWTH_S: Final = 3 * 3600.0
_GROWTH_WEIGHT: Final = 0.5
_MOST_AN_HOUR: Final = 4.0
# A story told by an owner of the edition's country: 2 hours, by ever more of them never over 4.5.
_HOME_WEIGHT: Final = 0.5
# In the editions of a country the same weighs more: an owner of the country who tells a story is
# worth 4.5 hours and any number of them never over 9; that it happens in the country, 6.75. It
# never weighs less there than in the edition of the language, which _HOME_WEIGHT bounds.
_LOCAL_WEIGHT: Final = 1.0
_HAPPENS_WEIGHT: Final = 0.75
# What one outlet alone tells, right after so many other reports of it, is one of a flood: of 100
# in an hour each stands 20 hours further down, the stories of others before it.
CROWD_S: Final = 3600.0
_UNCROWDED: Final = 10
# Of a long story only the news of its last day counts: its rank follows the newest own report,
# held back a little while it runs on, a quarter of its age up to six hours.
_RUNNING_SHARE: Final = 0.25
_RUNNING_MAX_S: Final = 6 * 3600.0

# What an editor's pin adds: ranks rise by a point in nine hours, so that none comes near.
PINNED: Final = 1e9

_EPOCH: Final = datetime(2020, 1, 1, tzinfo=UTC)
_FULL_CHARS: Final = 1500  # a body at least this long is a full report, shorter ones are briefs


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """What choosing a story's lead article needs to know of an article."""

    article: int
    published_at: datetime | None
    chars: int  # length of the body
    is_copy: bool = False  # most of its text is another article's
    is_aside: bool = False  # its headline says little of what the others say
    has_image: bool = False
    revised_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Causes:
    """What a story's rank is made of; see voices.weigh_voices for how they are counted.

    `owners` have an independent report, `carriers` are further owners who have copies alone.
    `early` of the owners reported within GROWTH_S of the first, `home` are of the edition's
    country. `crowd` are the reports that its outlet, where it is the only one, published in the
    CROWD_S before. `countries` are the owners with a report of their own, by country. The story
    opened at `first_at`; its news is of `fresh_at`.
    """

    first_at: datetime
    fresh_at: datetime
    owners: int = 1
    carriers: int = 0
    early: int = 1
    home: int = 0
    crowd: int = 0
    countries: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """A rank by its parts, each in units of TAU: 1 is worth nine hours of freshness."""

    coverage: float
    growth: float
    home: float
    crowd: float
    time: float

    @property
    def total(self) -> float:
        """The number that stories are ordered by: higher stands first."""
        return self.coverage + self.growth + self.home + self.crowd + self.time


def rank_story(causes: Causes) -> Rank:
    """Return the rank of a story, comparable at any later time.

    rank = ln(coverage) + growth + home - crowd + time / TAU, the form of ranking that decays
    without being computed anew (a day adds the same to everything newer). Counts below what
    there must be count as that. Every part but time is bounded or grows as a logarithm.
    """
    owners = max(1, causes.owners)
    carriers = min(max(0, causes.carriers), _MOST_CARRIERS)
    joined = max(0, causes.early - 1)
    an_hour = min(_MOST_AN_HOUR, joined / (GROWTH_S / 3600.0))
    running_s = max(0.0, (causes.fresh_at - causes.first_at).total_seconds())
    held_back_s = min(_RUNNING_MAX_S, _RUNNING_SHARE * running_s)
    age_s = (causes.fresh_at - _EPOCH).total_seconds() - held_back_s
    return Rank(
        coverage=math.log(owners + _CARRIER_WEIGHT * carriers),
        growth=_GROWTH_WEIGHT * math.log1p(an_hour),
        home=_HOME_WEIGHT * (1.0 - 0.5 ** max(0, causes.home)),
        crowd=-math.log(max(1.0, causes.crowd / _UNCROWDED)) + 0.0,
        time=age_s / TAU_S,
    )


def lift_local(told: int, *, happens: bool) -> float:
    """Return what a story gains in a country's editions, in the place of `Rank.home`.

    `told` are the owners of the country who have a report of their own; `happens` says that it
    happens there.
    """
    lift = _LOCAL_WEIGHT * (1.0 - 0.5 ** max(0, told))
    return lift + (_HAPPENS_WEIGHT if happens else 0.0)


def rank_of_time(at: datetime) -> float:
    """Return the part of a rank that the time of a story's news makes."""
    return (at - _EPOCH).total_seconds() / TAU_S


def choose_lead(members: Iterable[Member]) -> int:
    """Return the key of the article that stands for the story.

    Own report before copy, because the reader should get the original; the news before what is
    beside it, because its headline stands for all of them; full before brief, because a lead has
    to carry the story; then the latest state (revision, else publication; without a time last),
    because news is what changed; with a picture before without; then the longer; then the
    smaller key, so that the answer never hangs on order. Raises
    ValueError when there are no members.
    """
    return min(members, key=_lead_order).article


def _lead_order(member: Member) -> tuple[bool, bool, bool, float, bool, int, int]:
    newest = member.revised_at or member.published_at
    return (
        member.is_copy,
        member.is_aside,
        member.chars < _FULL_CHARS,
        -newest.timestamp() if newest else math.inf,
        not member.has_image,
        -member.chars,
        member.article,
    )
