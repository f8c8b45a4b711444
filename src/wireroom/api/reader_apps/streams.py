"""The streams that an app shows its reader: what they are called, and which stories each has."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from wireroom.engine.insight.topics.topic import TopicKind
from wireroom.news.queries.languages import primary_subtag
from wireroom.people.models import AppKey
from wireroom.reading.queries.front import languages_of
from wireroom.reading.queries.hiding import Hiding, read_hiding
from wireroom.reading.queries.lists import Listed, read_follows
from wireroom.reading.queries.streams import (
    FRONT,
    STORIES,
    Told,
    follow_stream,
    read_saved_stories,
    read_told,
)
from wireroom.reading.targets import Kind

FEED: Final = "feed/"
LABEL: Final = "user/-/label/"
ALL: Final = "user/-/state/com.google/reading-list"
READ: Final = "user/-/state/com.google/read"
STARRED: Final = "user/-/state/com.google/starred"
_OF_SOMEBODY: Final = re.compile(r"\Auser/[0-9]{1,20}/")
_LABELS: Final[dict[TopicKind | Kind, Promise | str]] = {
    TopicKind.PERSON: _("People"),
    TopicKind.PLACE: _("Places"),
    TopicKind.ORGANISATION: _("Organisations"),
    TopicKind.SUBJECT: _("Sections"),
    Kind.OUTLET: _("Outlets"),
    # Translators: a folder of a reader app: the searches that its reader follows
    Kind.WORDS: _("Searches"),
}
_MOST_STREAMS: Final = 200  # as many follows as are looked at for one list


@dataclass(frozen=True, slots=True)
class Stream:
    """One of a reader's streams; `labels` are the folders that it lies in."""

    name: str
    title: str
    labels: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return what apps call it."""
        return FEED + self.name


@dataclass(frozen=True, slots=True)
class Asker:
    """Whose app asks, in which edition, and what they do not want to see."""

    key: AppKey
    edition: str
    languages: tuple[str, ...]
    country: str
    hiding: Hiding


def read_asker(key: AppKey) -> Asker:
    """Return who asks with a key; an edition that is offered no more is the site's first."""
    offered: tuple[str, ...] = settings.WIREROOM_EDITIONS
    edition = key.edition if key.edition in offered else offered[0]
    languages = languages_of(key.person) or (primary_subtag(edition),)
    country = edition.partition("-")[2].upper()
    return Asker(key, edition, languages, country, read_hiding(key.person))


def own_name(stream: str) -> str:
    """Return a stream as this site calls it: apps write their reader's number for the hyphen."""
    return _OF_SOMEBODY.sub("user/-/", stream)


def read_streams(asker: Asker) -> list[Stream]:
    """Return a reader's streams: their front, the stories they follow, and each other follow."""
    listed = read_follows(
        asker.key.person, asker.hiding, limit=_MOST_STREAMS, has_stories=False
    ).rows
    with override(primary_subtag(asker.edition)):
        own = [
            Stream(FRONT, settings.WIREROOM_NAME),
            Stream(STORIES, gettext("Stories that you follow")),
        ]
        return own + list(_named(listed))


def read_stories_of(asker: Asker, stream: str) -> list[Told] | None:
    """Return the stories of a stream as apps call it, the last told first; None of no such stream.

    A label's are those of all streams that lie in it.
    """
    person = asker.key.person
    if stream == STARRED:
        return read_saved_stories(person, asker.hiding)
    if stream == ALL:
        return _told(asker)
    if stream == READ:
        return [one for one in _told(asker) if one.is_seen]
    if stream.startswith(LABEL):
        label = stream.removeprefix(LABEL)
        names = [one.name for one in read_streams(asker) if label in one.labels]
        return _told(asker, names) if names else None
    if stream.startswith(FEED):
        return _told(asker, [stream.removeprefix(FEED)])
    return None


def _told(asker: Asker, only: Collection[str] = ()) -> list[Told]:
    return read_told(
        asker.key.person,
        asker.hiding,
        languages=asker.languages,
        country=asker.country,
        only=only,
    )


def _named(follows: Iterable[Listed]) -> Iterator[Stream]:
    """Yield a stream for each follow, in the folder of its kind."""
    for one in follows:
        kind = one.topic.kind if one.topic else one.target.kind if one.target else None
        yield Stream(follow_stream(one.id), one.name, (str(_LABELS[kind]),) if kind else ())
