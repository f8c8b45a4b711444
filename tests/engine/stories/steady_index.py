"""An index in which reports say again what they are told to have said."""

from collections.abc import Mapping

from wireroom.engine.stories.index import StoryIndex
from wireroom.engine.stories.linkage import given_again
from wireroom.engine.stories.placed import Nearby

GIVEN = given_again({0: 0.0}, is_counted=False)[0]


class Steady(StoryIndex):
    """An index whose reports say again what they said as they came in."""

    def __init__(self) -> None:
        super().__init__("zxx")
        self.said: dict[int, dict[int, float]] = {}

    def odds_beside(
        self, nearby: Nearby, stories: Mapping[int, int] | None = None
    ) -> dict[int, float]:
        said = self.said.get(nearby.placed.article, {})
        return {other: value - GIVEN for other, value in said.items()}
