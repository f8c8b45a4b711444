"""What a reader who types may mean: recent topics and outlets, by the beginnings of words."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from django.utils.translation import gettext, override

from wireroom.engine.text.words import fold, words
from wireroom.news.queries.catalogue import read_outlet_names
from wireroom.news.queries.topics import read_most_covered
from wireroom.web.direction import plain_text
from wireroom.web.editions import offered
from wireroom.web.parts import page_url
from wireroom.web.topic_parts import kind_name, topic_name, topic_url

MOST: Final = 8
_MOST_OUTLETS: Final = 3
_LATELY: Final = timedelta(days=30)
_MOST_OF_KIND: Final = 300
# What a month is about does not change between two keys that are struck.
_KEPT_S: Final = 60.0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A topic or an outlet that may be meant: its name, what it is, and where its page stands."""

    name: str
    kind: str
    url: str


@dataclass(frozen=True, slots=True)
class _Known:
    """Topics, the most told first, and outlets by name; each under the words of its names."""

    topics: tuple[tuple[frozenset[str], Suggestion], ...]
    outlets: tuple[tuple[frozenset[str], Suggestion], ...]


_kept: Final[dict[str, tuple[float, _Known]]] = {}


def suggest(typed: str, edition: str, *, now: datetime) -> list[Suggestion]:
    """Return topics, then a few outlets, in whose names every typed word begins a word."""
    begun = fold(typed).split()
    if not begun:
        return []
    known = _known(edition, now)
    outlets = _begun(begun, known.outlets, most=_MOST_OUTLETS)
    return [*_begun(begun, known.topics, most=MOST - len(outlets)), *outlets]


def forget() -> None:
    """Read topics and outlets anew when they are asked for next."""
    _kept.clear()


def _begun(
    begun: list[str], known: Iterable[tuple[frozenset[str], Suggestion]], *, most: int
) -> list[Suggestion]:
    found = (
        suggestion
        for words_of, suggestion in known
        if all(any(word.startswith(start) for word in words_of) for start in begun)
    )
    return list(islice(found, most))


def _known(edition: str, now: datetime) -> _Known:
    until, known = _kept.get(edition, (0.0, _Known((), ())))
    if time.monotonic() >= until:
        with override(edition):
            known = _Known(tuple(_read_topics(edition, now)), tuple(_read_outlets(edition)))
        _kept[edition] = time.monotonic() + _KEPT_S, known
    return known


def _read_topics(edition: str, now: datetime) -> Iterator[tuple[frozenset[str], Suggestion]]:
    covered = read_most_covered(
        offered()[edition].languages, since=now - _LATELY, most=_MOST_OF_KIND
    )
    told = sorted(
        (one for of_kind in covered.values() for one in of_kind),
        key=lambda one: (-one.stories, one.topic.id),
    )
    for one in told:
        shown, _lang = topic_name(one.topic, offered()[edition].lang)
        url = topic_url(one.topic, edition=edition)
        suggestion = Suggestion(plain_text(shown), kind_name(one.topic.kind), url)
        yield _words_of(shown, one.topic.name, *one.topic.names.values()), suggestion


def _read_outlets(edition: str) -> Iterator[tuple[frozenset[str], Suggestion]]:
    kind = gettext("Outlet")
    for outlet in read_outlet_names():
        url = page_url("outlet", edition=edition, slug=outlet.slug)
        yield _words_of(outlet.name, outlet.name_en), Suggestion(plain_text(outlet.name), kind, url)


def _words_of(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in words(name))
