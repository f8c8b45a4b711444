"""Whether a comment speaks of its story at all."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from wireroom.engine.insight.verify.words_ar import STOP as STOP_AR
from wireroom.engine.insight.verify.words_en import STOP as STOP_EN
from wireroom.engine.moderation.assessment import Context, Reason
from wireroom.engine.moderation.standing import folded_story
from wireroom.engine.text.direction import direction_of
from wireroom.engine.text.words import words

_STOP: Final = STOP_EN | STOP_AR
# Thanks, jokes and short answers share no word with a story and belong to it: only a long comment
# without one word of the story is looked at, and it is shown all the same.
_FEWEST_WORDS: Final = 18
_STEM: Final = 5  # letters that inflected forms of one word mostly share
_SHORTEST: Final = 4


def find_off_topic(text: str, context: Context) -> Iterator[Reason]:
    """Yield a reason when a long comment shares no content word with its story."""
    if not context.story or direction_of(text) != direction_of(context.story[0]):
        return
    said = _stems(words(text))
    if len(said) < _FEWEST_WORDS or said & _story_stems(context.story):
        return
    yield Reason("off_topic", "no_shared_word", 0, len(text), 0.5)


@lru_cache(maxsize=8)  # a story's comments come one after the other
def _story_stems(story: tuple[str, ...]) -> set[str]:
    return _stems(folded_story(story).split())


def _stems(said: list[str]) -> set[str]:
    bare = (
        word.removeprefix("و").removeprefix("ب").removeprefix("ال")
        for word in said
        if word not in _STOP
    )
    return {word[:_STEM] for word in bare if len(word) >= _SHORTEST and word not in _STOP}
