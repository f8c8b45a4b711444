"""Why a story stands where it does, as it is kept with the story: the causes of its rank."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from wireroom.engine.stories.rank import Causes, Rank
from wireroom.news.queries.rows import read_row

_LOCAL: Final = "SELECT told, happens FROM news_localrank WHERE story_id = %s AND country = %s"
_DIGITS: Final = 4  # of a part: a second of freshness is a thirty-thousandth


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The causes of a rank, and of which country `home` counts; see rank.Causes."""

    owners: int
    carriers: int
    early: int
    home: int
    crowd: int
    fresh_at: datetime
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalStanding:
    """What lifts a story in the editions of a country: who tells it, and that it happens there."""

    country: str
    told: int = 0
    happens: bool = False


def read_local(story: int, country: str) -> LocalStanding | None:
    """Return what a country's editions add to a story: one query; None without a country."""
    if not country:
        return None
    row = read_row(_LOCAL, (story, country))
    if row is None:
        return LocalStanding(country=country)
    return LocalStanding(country=country, told=row[0], happens=bool(row[1]))


def keep_standing(causes: Causes, rank: Rank, *, home: str) -> dict[str, Any]:
    """Return the causes of a rank and its parts as JSON keeps them."""
    return {
        "owners": causes.owners,
        "carriers": causes.carriers,
        "early": causes.early,
        "home": causes.home,
        "crowd": causes.crowd if rank.crowd else 0,
        "fresh_at": causes.fresh_at.isoformat(),
        "country": home,
        "countries": dict(causes.countries),
        "parts": {
            "coverage": round(rank.coverage, _DIGITS),
            "growth": round(rank.growth, _DIGITS),
            "home": round(rank.home, _DIGITS),
            "crowd": round(rank.crowd, _DIGITS),
            "time": round(rank.time, _DIGITS),
        },
    }


def read_standing(value: str) -> Standing | None:
    """Return the causes as a story's column keeps them; None where none are kept yet."""
    if value in ("", "{}"):
        return None
    kept = json.loads(value)
    return Standing(
        owners=kept["owners"],
        carriers=kept["carriers"],
        early=kept["early"],
        home=kept["home"],
        crowd=kept["crowd"],
        fresh_at=datetime.fromisoformat(kept["fresh_at"]),
        country=kept["country"],
    )
