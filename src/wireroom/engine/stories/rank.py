"""Which story stands first, and which of its articles leads it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

# Ranks are logarithms plus time over TAU, so a stored rank never has to be computed anew:
# tenfold coverage is worth 2.3 x TAU. With 9 hours a story with ten outlets stands level
# with one of a single outlet that is 20 hours younger: a day's news, not a week's.
TAU_S: Final = 9 * 3600.0
# An independent report tells the event anew; a further carrier of one wire copy tells it
# again. Four carriers weigh as one report.
_CARRIER_WEIGHT: Final = 0.25
# Of a long story only the news of its last day counts: its rank follows the newest article,
# held back a little while it runs on, a quarter of its age up to six hours.
_RUNNING_SHARE: Final = 0.25
_RUNNING_MAX_S: Final = 6 * 3600.0

_EPOCH: Final = datetime(2020, 1, 1, tzinfo=UTC)
_FULL_CHARS: Final = 1500  # a body at least this long is a full report, shorter ones are briefs


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """What choosing a story's lead article needs to know of an article."""

    article: int
    published_at: datetime | None
    chars: int  # length of the body
    is_copy: bool = False  # most of its text is another article's
    has_image: bool = False
    revised_at: datetime | None = None


def rank_story(*, outlets: int, independent: int, last_at: datetime, first_at: datetime) -> float:
    """Return the rank of a story: higher stands first; comparable at any later time.

    rank = ln(coverage) + time / TAU, the form of ranking that decays without being computed
    anew (a day adds the same to everything newer). `coverage` counts independent reports in
    full and further carriers by a quarter; `outlets` and `independent` below one count as one.
    """
    own = max(1, independent)
    coverage = own + _CARRIER_WEIGHT * max(0, outlets - own)
    running_s = max(0.0, (last_at - first_at).total_seconds())
    held_back_s = min(_RUNNING_MAX_S, _RUNNING_SHARE * running_s)
    age_s = (last_at - _EPOCH).total_seconds() - held_back_s
    return math.log(coverage) + age_s / TAU_S


def choose_lead(members: Iterable[Member]) -> int:
    """Return the key of the article that stands for the story.

    Own report before copy, because the reader should get the original; full before brief,
    because a lead has to carry the story; then the latest state (revision, else publication;
    without a time last), because news is what changed; with a picture before without; then
    the longer; then the smaller key, so that the answer never hangs on order. Raises
    ValueError when there are no members.
    """
    return min(members, key=_lead_order).article


def _lead_order(member: Member) -> tuple[bool, bool, float, bool, int, int]:
    newest = member.revised_at or member.published_at
    return (
        member.is_copy,
        member.chars < _FULL_CHARS,
        -newest.timestamp() if newest else math.inf,
        not member.has_image,
        -member.chars,
        member.article,
    )
