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


@dataclass(frozen=True, slots=True)
class TieWish:
    """What an editor said of two stories: that they are one event, or that they are not."""

    one: int
    other: int
    is_together: bool
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """A story and the event that it tells with stories of other languages.

    `names` and `numbers` are what it shared with the one that it was tied to; empty for a story
    that another was tied to. `by_editor` tells that an editor tied it, for the reason `why`.
    """

    story: int
    event: int
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    by_editor: bool = False
    why: str = ""


def tie_stories(members: Iterable[Member], wishes: Iterable[TieWish] = ()) -> tuple[Tied, ...]:
    """Return the stories that tell an event with others, by number.

    The result depends on the articles and the editors' wishes alone, not on when each arrived.
    Of wishes that speak against each other the earlier in `wishes` holds. Articles whose pivots
    cannot be read are left out.
    """
    events = Events()
    stories: dict[int, None] = {}
    for member in sorted(members, key=lambda one: (one.at, one.order)):
        pivots = Pivots.unpack(member.pivots, at=member.at)
        if pivots is not None:
            events.count(member.story, pivots)
            stories[member.story] = None
    said = _grant(events, wishes)
    ties = {story: events.tie(story) for story in stories}
    return tuple(
        _tied(story, events.event_of(story), ties[story], said.get(story))
        for story in sorted(stories)
        if events.is_shared(story)
    )


def _grant(events: Events, wishes: Iterable[TieWish]) -> dict[int, str]:
    """Obey the wishes; return by story why an editor tied it."""
    said: dict[int, str] = {}
    for wish in wishes:
        if wish.one not in events or wish.other not in events:
            continue
        if not wish.is_together:
            events.keep_apart(wish.one, wish.other)
        elif events.bind(wish.one, wish.other):
            said |= {wish.one: wish.why, wish.other: wish.why}
    return said


def _tied(story: int, event: int, tie: Tie | None, said: str | None) -> Tied:
    if said is not None:
        return Tied(story=story, event=event, by_editor=True, why=said)
    if tie is None:
        return Tied(story=story, event=event)
    numbers = tuple(number.removeprefix("#") for number in tie.likeness.numbers)
    return Tied(story=story, event=event, names=tie.names, numbers=numbers)
