"""An index in which reports say again what they are told to have said."""

from collections.abc import Mapping

from wireroom.engine.stories.decide import load_models
from wireroom.engine.stories.index import StoryIndex
from wireroom.engine.stories.placed import Nearby

_MODELS = load_models(is_counted=False)
GIVEN = _MODELS.again.bias - _MODELS.first.bias


class Steady(StoryIndex):
    """An index whose reports say again what they said as they came in."""

    def __init__(self) -> None:
        super().__init__("zxx")
        self.said: dict[int, dict[int, float]] = {}

    def odds_beside(
        self,
        nearby: Nearby,
        stories: Mapping[int, int] | None = None,
        *,
        is_again: bool = False,
    ) -> dict[int, float]:
        said = self.said.get(nearby.placed.article, {})
        return {other: value - (0 if is_again else GIVEN) for other, value in said.items()}
