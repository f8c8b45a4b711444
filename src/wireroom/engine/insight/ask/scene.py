"""A sentence that may answer, and how near its words stand to those of the question."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.insight.ask.reading import Word

# Words between an answer and what it is about; chosen on the tuned half of the questions.
FAR: Final = 14


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the places (of words) at which it meets the question."""

    text: str
    words: Sequence[Word]
    met: Sequence[int]


def gap(scene: Scene, place: int) -> int:
    return min((abs(place - met) for met in scene.met), default=FAR * 2)


def is_near(scene: Scene, start: int, most: int) -> bool:
    place = next((i for i, word in enumerate(scene.words) if word.end > start), len(scene.words))
    return not scene.met or gap(scene, place) <= most
