"""What a story is tagged with, every tag with the words that it stands on."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class TopicKind(StrEnum):
    """The kinds of topics."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a topic: code points of an article's body, or of its headline."""

    article: str
    revision: int
    start: int
    end: int
    text: str
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class City:
    """A large city to find one's way on a map by; `names` by language, English always."""

    names: Mapping[str, str]
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place lies and how the gazetteer calls it; a country lies where its capital does."""

    name: str
    country: str
    latitude: float
    longitude: float
    is_city: bool
    near: tuple[City, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryTopic:
    """One topic of a story.

    `key` is what the same topic has in every story that names it as fully; `other_keys` are what
    other stories may name it by. `names` are its fullest names by language. `reports` name it, in
    so many independent `voices`; `salience` is how much of the story is about it, from 0.
    `where` is a place's; `country` an organisation's of which every country has one.
    """

    kind: TopicKind
    key: str
    name: str
    names: Mapping[str, str]
    other_keys: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    reports: int = 0
    voices: int = 0
    salience: float = 0.0
    where: Spot | None = None
    country: str = ""
