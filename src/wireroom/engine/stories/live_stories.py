"""The live stories of one language: their storylines, their reports, and who has told them."""

from collections.abc import Collection
from dataclasses import dataclass

from wireroom.engine.stories.placed import Placed


@dataclass(slots=True)
class _Story:
    """A live story: its storyline, how many reports each outlet has there, and its articles."""

    storyline: int
    outlets: dict[str | None, int]
    members: dict[int, None]


class LiveStories:
    """Story -> what stands in it; one whose last report leaves is forgotten."""

    def __init__(self) -> None:
        self._stories: dict[int, _Story] = {}

    def storyline_of(self, story: int) -> int | None:
        """Return the storyline of a live story."""
        return self._stories[story].storyline if story in self._stories else None

    def members_of(self, story: int) -> Collection[int]:
        """Return the live articles of a story."""
        return self._stories[story].members if story in self._stories else ()

    def is_told_by(self, story: int, outlet: str | None) -> bool:
        """Say whether a known outlet has a report in a live story."""
        return outlet is not None and self._stories[story].outlets.get(outlet, 0) > 0

    def enter(self, placed: Placed, storyline: int | None) -> None:
        """Put an article into its story; a new one opens its storyline unless one is given."""
        known = self._stories.get(placed.story)
        if known is None:
            line = placed.story if storyline is None else storyline
            known = self._stories[placed.story] = _Story(line, {}, {})
        known.outlets[placed.outlet] = known.outlets.get(placed.outlet, 0) + 1
        known.members[placed.article] = None

    def leave(self, placed: Placed) -> None:
        """Take an article out of its story."""
        story = self._stories[placed.story]
        story.outlets[placed.outlet] -= 1
        del story.members[placed.article]
        if not story.members:
            del self._stories[placed.story]
