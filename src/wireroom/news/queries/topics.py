"""Topics as lists show them: a story's tags, and what a week was most about."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from wireroom.engine.insight.topics.keys import person_key
from wireroom.engine.insight.topics.topic import TopicKind
from wireroom.news.queries.rows import Row, marks, read_rows, time_value

MOST_TAGS: Final = 8
_MOST_PLACES: Final = 12  # on a story's map
MOST_OF_KIND: Final = 12
# What a week is about shows in its latest rows; of a large site it has millions.
_LATEST_ROWS: Final = 10_000
TOPIC_COLUMNS: Final = (
    "topic.id, topic.kind, topic.key, topic.slug, topic.name, topic.names, topic.country,"
    " topic.latitude, topic.longitude, topic.is_city, topic.near"
)
TOPIC_END: Final = 11
IS_SHOWN: Final = "topic.hidden_at IS NULL AND topic.merged_into_id IS NULL"
# By the index of kinds and keys.
_SECTIONS: Final = f"""
SELECT {TOPIC_COLUMNS} FROM news_topic AS topic WHERE topic.kind = 'subject' AND {IS_SHOWN}
ORDER BY topic.key
"""
_TAGS: Final = f"""
SELECT {TOPIC_COLUMNS}, tag.salience FROM news_storytopic AS tag
JOIN news_topic AS topic ON topic.id = tag.topic_id
WHERE tag.story_id = %s AND {IS_SHOWN}
ORDER BY tag.salience DESC, topic.id
"""
# Counted by the index alone, before anything is joined.
_LATELY: Final = f"""
SELECT {TOPIC_COLUMNS}, counted.stories FROM (
    SELECT ranked.*, row_number() OVER (
        PARTITION BY kind ORDER BY stories DESC, voices DESC, topic_id
    ) AS place FROM (
        SELECT told.topic_id, topic.kind, told.stories, told.voices FROM (
            SELECT latest.topic_id, count(*) AS stories, sum(latest.voices) AS voices FROM (
                SELECT tag.topic_id, tag.voices FROM news_storytopic AS tag
                WHERE tag.lang IN ({{langs}}) AND tag.at >= %s
                ORDER BY tag.at DESC LIMIT {_LATEST_ROWS}
            ) AS latest
            GROUP BY latest.topic_id
        ) AS told
        JOIN news_topic AS topic ON topic.id = told.topic_id
        WHERE {IS_SHOWN}
    ) AS ranked
) AS counted
JOIN news_topic AS topic ON topic.id = counted.topic_id
WHERE counted.place <= %s
ORDER BY counted.place
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Landmark:
    """A large city that helps to find one's way on a map; `names` by language."""

    names: dict[str, str]
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCard:
    """A topic in a list; `names` by language, `key` of a subject is what it is translated by."""

    id: int
    kind: TopicKind
    key: str
    slug: str
    name: str
    names: dict[str, str]
    country: str
    latitude: float | None
    longitude: float | None
    is_city: bool
    near: tuple[Landmark, ...]

    @property
    def named(self) -> str:
        """Return its part of an address: the id finds it, the name is for people."""
        return f"{self.slug}-{self.id}"

    @property
    def is_placed(self) -> bool:
        """Tell whether it has a place on a map."""
        return self.latitude is not None and self.longitude is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """A story's topics, most salient first; its places, and its people by their folded names.

    `subject` is the key and slug of the foremost that has a section.
    """

    subject: tuple[str, str] | None = None
    shown: tuple[TopicCard, ...] = ()
    places: tuple[TopicCard, ...] = ()
    people: dict[str, TopicCard] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """A topic and in how many stories of a week it is."""

    topic: TopicCard
    stories: int


def topic_card(row: Row) -> TopicCard:
    """Return a topic of a row that starts with TOPIC_COLUMNS."""
    id_, kind, key, slug, name, names, country, latitude, longitude, is_city, near = row[:TOPIC_END]
    return TopicCard(
        id=id_,
        kind=TopicKind(kind),
        key=key,
        slug=slug,
        name=name,
        names=json.loads(names),
        country=country,
        latitude=latitude,
        longitude=longitude,
        is_city=bool(is_city),
        near=tuple(_landmarks(near)),
    )


def _landmarks(near: str) -> Iterator[Landmark]:
    for names, latitude, longitude in json.loads(near) if near != "[]" else ():
        yield Landmark(names=names, latitude=latitude, longitude=longitude)


def read_tags(story_id: int) -> Tags:
    """Return what a story is tagged with, in one query."""
    rows = read_rows(_TAGS, (story_id,))
    cards = [topic_card(row) for row in rows]
    places = [card for card in cards if card.is_placed][:_MOST_PLACES]
    people = {
        person_key(name): card
        for card in cards
        if card.kind is TopicKind.PERSON
        for name in (card.name, *card.names.values())
    }
    subjects = [
        (row[TOPIC_END], card.key, card.slug)
        for row, card in zip(rows, cards, strict=True)
        if card.kind is TopicKind.SUBJECT
    ]
    return Tags(
        subject=max(subjects)[1:] if subjects else None,
        shown=tuple(cards[:MOST_TAGS]),
        places=tuple(places),
        people=people,
    )


def read_sections() -> list[TopicCard]:
    """Return the subjects that have a section, in one query."""
    return [topic_card(row) for row in read_rows(_SECTIONS)]


def read_most_covered(
    languages: Sequence[str], *, since: datetime, most: int = MOST_OF_KIND
) -> dict[TopicKind, tuple[Covered, ...]]:
    """Return the topics of most stories since a time, `most` of each kind, in one query."""
    sql = _LATELY.format(langs=marks(languages))
    found: dict[TopicKind, list[Covered]] = {kind: [] for kind in TopicKind}
    for row in read_rows(sql, (*languages, time_value(since), most)):
        card = topic_card(row)
        found[card.kind].append(Covered(topic=card, stories=row[TOPIC_END]))
    return {kind: tuple(covered) for kind, covered in found.items()}
