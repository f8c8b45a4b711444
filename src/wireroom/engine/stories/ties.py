"""All live stories of all languages tied to events anew, from what is kept of their articles."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from wireroom.engine.stories.events import Events, Tie
from wireroom.engine.stories.pivots import Pivots


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An article of a story: its packed pivots; `order` breaks ties of `at` whatever came first."""

    story: int
    at: datetime
    order: str
    pivots: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """A story and the event that it tells with stories of other languages.

    `names` and `numbers` are what it shared with the one that it was tied to; empty for a story
    that another was tied to.
    """

    story: int
    event: int
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


def tie_stories(members: Iterable[Member]) -> tuple[Tied, ...]:
    """Return the stories that tell an event with others, by number.

    The result depends on the articles alone, not on when each arrived. Articles whose pivots
    cannot be read are left out.
    """
    events = Events()
    stories: dict[int, None] = {}
    for member in sorted(members, key=lambda one: (one.at, one.order)):
        pivots = Pivots.unpack(member.pivots, at=member.at)
        if pivots is not None:
            events.count(member.story, pivots)
            stories[member.story] = None
    ties = {story: events.tie(story) for story in stories}
    return tuple(
        _tied(story, events.event_of(story), ties[story])
        for story in sorted(stories)
        if events.is_shared(story)
    )


def _tied(story: int, event: int, tie: Tie | None) -> Tied:
    if tie is None:
        return Tied(story=story, event=event)
    numbers = tuple(number.removeprefix("#") for number in tie.likeness.numbers)
    return Tied(story=story, event=event, names=tie.names, numbers=numbers)
