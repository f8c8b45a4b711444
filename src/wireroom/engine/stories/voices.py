"""How many voices tell a story: its reports counted by who owns the outlets behind them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from wireroom.engine.stories.rank import GROWTH_S, Causes

# One owner alone keeps a story new for so long past the others' last reports: who posts a story
# a hundred times does not hold the front with it.
_ALONE: Final = timedelta(hours=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One report of a story. `owner` is its outlet's; where that is not known, the outlet."""

    owner: str
    at: datetime
    is_copy: bool = False  # most of its text is another report's
    country: str = ""


def weigh_voices(voices: Iterable[Voice], *, home: str = "", crowd: int = 0) -> Causes:
    """Return what ranks a story of these reports, in the eyes of the country `home`.

    However often an owner reports, it is one voice. Copies bring no news: neither when they
    appear nor how many counts for growth and freshness. Raises ValueError without voices.
    """
    ordered = sorted(voices, key=lambda one: (one.at, one.owner, one.country))
    if not ordered:
        raise ValueError("a story without reports has no rank")
    own = [one for one in ordered if not one.is_copy] or ordered[:1]
    first: dict[str, datetime] = {}
    last: dict[str, datetime] = {}
    for one in own:
        first.setdefault(one.owner, one.at)
        last[one.owner] = one.at
    opened = own[0].at
    grown = opened + timedelta(seconds=GROWTH_S)
    countries = _count_by_country(own)
    return Causes(
        first_at=opened,
        fresh_at=_fresh_at(opened, last),
        owners=len(first),
        carriers=len({one.owner for one in ordered} - first.keys()),
        early=sum(at <= grown for at in first.values()),
        home=countries.get(home.upper(), 0),
        crowd=crowd if len(first) == 1 else 0,
        countries=countries,
    )


def _fresh_at(opened: datetime, last: Mapping[str, datetime]) -> datetime:
    newest = sorted(last.values(), reverse=True)
    others = newest[1] if len(newest) > 1 else opened
    return min(newest[0], others + _ALONE)


def _count_by_country(own: Sequence[Voice]) -> dict[str, int]:
    """Return how many owners of each country have a report of their own."""
    owners = {(one.country.upper(), one.owner) for one in own if one.country}
    return dict(Counter(country for country, _owner in sorted(owners)))
