"""What to read beside an article of its own story first, then of its storyline.

What the archive has on its names is found by rare_names.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Bond(StrEnum):
    """How a related article is tied to the one being read."""

    STORY = "story"
    STORYLINE = "storyline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """An article of the same story or storyline."""

    article: int
    story: int
    outlet: str | None = None
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """A related article and what ties it."""

    article: int
    bond: Bond


def find_related(
    article: int, *, story: int, neighbours: Iterable[Neighbour], limit: int = 6
) -> list[Related]:
    """Choose what to show beside an article of `story` from the members of its storyline.

    Same story first, other outlets before further articles of an outlet already shown, newest
    first; then the storyline's other stories, the newest article of each, newest first.
    Nothing outside the storyline is ever related: an empty list is a right answer.
    """
    others = sorted((n for n in neighbours if n.article != article), key=_newest_first)
    same = _outlets_in_turn([n for n in others if n.story == story])
    one_each = {n.story: n for n in reversed(others) if n.story != story}
    linked = sorted(one_each.values(), key=_newest_first)
    found = [Related(n.article, Bond.STORY) for n in same]
    found += [Related(n.article, Bond.STORYLINE) for n in linked]
    return found[:limit]


def _newest_first(neighbour: Neighbour) -> tuple[float, int]:
    at = neighbour.published_at
    return (-at.timestamp() if at else float("inf"), neighbour.article)


def _outlets_in_turn(neighbours: list[Neighbour]) -> list[Neighbour]:
    """Put the first article of every outlet before the second of any."""
    seen: dict[str | None, int] = {}
    turns = []
    for place, neighbour in enumerate(neighbours):
        turn = seen[neighbour.outlet] = seen.get(neighbour.outlet, -1) + 1
        turns.append((turn, place, neighbour))
    return [neighbour for _, _, neighbour in sorted(turns, key=lambda entry: entry[:2])]
