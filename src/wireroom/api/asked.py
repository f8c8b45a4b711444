"""What a question names, read and checked: an edition, a place in a list, a story."""

from dataclasses import dataclass
from typing import Final

from django.conf import settings

from wireroom.news.queries.columns import StoryRow
from wireroom.news.queries.mends import Withdrawn
from wireroom.news.queries.story import MovedTo, find_story

_MOST_MOVES: Final = 8  # a story that was merged into one that was merged ...


@dataclass(frozen=True, slots=True)
class Refused(Exception):  # noqa: N818 - an answer
    """There is no answer: the status of HTTP, and why."""

    status: int
    words: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose front is asked for."""

    languages: tuple[str, ...]
    country: str


def read_edition(code: str) -> Asked:
    """Return the edition of a code, of none the first. Raises Refused."""
    offered: tuple[str, ...] = settings.WIREROOM_EDITIONS
    code = code or offered[0]
    if code not in offered:
        raise Refused(404, f"there is no edition {code[:12]!r}: ask /editions which there are")
    lang, _, country = code.partition("-")
    return Asked((lang,), country.upper())


def open_story(story_id: int) -> StoryRow:
    """Return a story, where it was merged the one that has its reports now. Raises Refused."""
    for _ in range(_MOST_MOVES):
        story = find_story(story_id)
        if isinstance(story, MovedTo):
            story_id = story.story_id
            continue
        if isinstance(story, Withdrawn):
            raise Refused(410, "this story was withdrawn")
        if story is not None:
            return story
        break
    raise Refused(404, "there is no such story")
