"""What a reader who types may mean: topics of the last weeks, by the beginnings of words."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.utils.translation import override

from wireroom.engine.text.words import fold, words
from wireroom.news.queries.topics import TopicCard, read_most_covered
from wireroom.web.direction import plain_text
from wireroom.web.editions import EDITIONS
from wireroom.web.topic_parts import kind_name, topic_name, topic_url

MOST: Final = 8
_LATELY: Final = timedelta(days=30)
_MOST_OF_KIND: Final = 300
# What a month is about does not change between two keys that are struck.
_KEPT_S: Final = 60.0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A topic that may be meant: its name, what it is, and where its page stands."""

    name: str
    kind: str
    url: str


@dataclass(frozen=True, slots=True)
class _Known:
    words: frozenset[str]
    topic: TopicCard


_kept: Final[dict[str, tuple[float, tuple[_Known, ...]]]] = {}


def suggest(typed: str, edition: str, *, now: datetime) -> list[Suggestion]:
    """Return topics in whose names every typed word begins a word, the most told first."""
    begun = fold(typed).split()
    if not begun:
        return []
    found = (
        known.topic
        for known in _known(edition, now)
        if all(any(word.startswith(start) for word in known.words) for start in begun)
    )
    return [_suggestion(topic, edition) for topic, _ in zip(found, range(MOST), strict=False)]


def forget() -> None:
    """Read the topics anew when they are asked for next."""
    _kept.clear()


def _suggestion(topic: TopicCard, edition: str) -> Suggestion:
    name, _lang = topic_name(topic, edition)
    return Suggestion(plain_text(name), kind_name(topic.kind), topic_url(topic, edition=edition))


def _known(edition: str, now: datetime) -> tuple[_Known, ...]:
    until, known = _kept.get(edition, (0.0, ()))
    if time.monotonic() >= until:
        known = tuple(_read(edition, now))
        _kept[edition] = time.monotonic() + _KEPT_S, known
    return known


def _read(edition: str, now: datetime) -> Iterator[_Known]:
    covered = read_most_covered(
        EDITIONS[edition].languages, since=now - _LATELY, most=_MOST_OF_KIND
    )
    told = sorted(
        (one for of_kind in covered.values() for one in of_kind),
        key=lambda one: (-one.stories, one.topic.id),
    )
    with override(edition):
        for one in told:
            shown, _lang = topic_name(one.topic, edition)
            names = (shown, one.topic.name, *one.topic.names.values())
            yield _Known(frozenset(word for name in names for word in words(name)), one.topic)
