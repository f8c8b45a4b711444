"""What a person reads as streams by time: their front, each of their follows, what they saved."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, TypeAlias

from wireroom.engine.search.query import parse_query
from wireroom.news.models import Membership
from wireroom.news.queries.cards import StoryCard
from wireroom.news.queries.columns import IS_PUBLISHED
from wireroom.news.queries.front import read_front
from wireroom.news.queries.in_time import TooSlow
from wireroom.news.queries.rows import Value, marks, read_rows, written_moment
from wireroom.news.queries.search import search_newest
from wireroom.people.models import Person
from wireroom.reading.models import Follow, Seen
from wireroom.reading.queries.hiding import Hiding, without_hidden
from wireroom.reading.queries.led import LED_STORIES, LED_TOPICS
from wireroom.reading.queries.stories import read_stories

FRONT: Final = "front"
STORIES: Final = "stories"  # all stories that are followed are one stream
# What a reader app asks for at a time, and more than anybody reads of a day.
MOST_TOLD: Final = 1000
# Of each stream where all are asked for: nobody's list is one outlet's alone.
_OF_EACH: Final = 100
_HIDDEN: Final = 200  # so many may fall out
_MOST_FOLLOWS: Final = 200  # the latest; each costs a look at an index
_MOST_SEARCHES: Final = 20  # the latest; each is a query of some ms
_AT_ONCE: Final = 50  # parts of one statement: SQLite takes 500
_IS_SHOWN: Final = f"{IS_PUBLISHED} AND story.spiked_at IS NULL AND story.last_at IS NOT NULL"
_OF_TOPIC: Final = f"""SELECT * FROM (
    SELECT CAST(%s AS bigint) AS follow_id, tag.story_id, CAST(story.last_at AS text)
    FROM news_storytopic AS tag
    JOIN news_story AS story ON story.id = tag.story_id
    WHERE tag.topic_id = %s AND tag.lang IN ({{langs}}) AND {_IS_SHOWN}
    ORDER BY tag.at DESC LIMIT %s
) AS of_topic"""
_OF_OUTLET: Final = f"""SELECT * FROM (
    SELECT CAST(%s AS bigint) AS follow_id, place.story_id, CAST(story.last_at AS text) FROM (
        SELECT id FROM news_article WHERE outlet_id = %s AND spiked_at IS NULL
        ORDER BY sort_at DESC LIMIT %s
    ) AS latest JOIN news_membership AS place ON place.article_id = latest.id
    JOIN news_story AS story ON story.id = place.story_id WHERE {_IS_SHOWN}
) AS of_outlet"""
_OF_STORIES: Final = f"""
WITH RECURSIVE {LED_STORIES}
SELECT DISTINCT story.id, CAST(story.last_at AS text) AS at
FROM led JOIN news_story AS story ON story.id = led.story_id
WHERE {_IS_SHOWN} ORDER BY at DESC, story.id LIMIT %s
"""
_LED_TO: Final = f"WITH {LED_TOPICS} SELECT follow_id, topic_id FROM led_topic"
_SAVED: Final = """
SELECT COALESCE(saved.story_id, place.story_id) FROM reading_saved AS saved
LEFT JOIN news_membership AS place ON place.article_id = saved.article_id
WHERE saved.person_id = %s {condition} ORDER BY saved.id DESC LIMIT %s
"""
_AMONG: Final = "AND COALESCE(saved.story_id, place.story_id) IN ({ids})"


_Found: TypeAlias = tuple[str, int, datetime]  # in which stream which story, last told when


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A story as streams have it: when it was last told, in which it stands, what was done to it.

    One that was told again since its reader looked is not seen.
    """

    story: StoryCard
    at: datetime
    streams: tuple[str, ...]
    is_seen: bool
    is_saved: bool


def follow_stream(number: int) -> str:
    """Return the name of the stream of a follow, by its row's number."""
    return f"follow/{number}"


def numbered_follow(stream: str) -> int | None:
    """Return the number of the follow that a stream is of; None of the streams that all have."""
    told = stream.removeprefix("follow/")
    is_one = told != stream and told.isascii() and told.isdigit() and len(told) < 19
    return int(told) if is_one else None


def read_told(
    person: Person,
    hiding: Hiding,
    *,
    languages: Sequence[str],
    country: str = "",
    only: Collection[str] = (),
) -> list[Told]:
    """Return the stories of a person's streams, or of some, the last told first, each once.

    At most MOST_TOLD, without what is hidden. A query for each fifty follows, one for each search.
    """
    streams: dict[int, dict[str, None]] = {}  # in order, as a set is not
    last: dict[int, datetime] = {}
    for stream, story, at in _find(person, languages, country, frozenset(only)):
        streams.setdefault(story, {})[stream] = None
        last[story] = at
    latest = sorted(last, key=lambda story: (last[story], story), reverse=True)
    told = _tell(person, latest[: MOST_TOLD + _HIDDEN], hiding)
    return [replace(one, streams=tuple(streams[one.story.id])) for one in told[:MOST_TOLD]]


def read_saved_stories(person: Person, hiding: Hiding) -> list[Told]:
    """Return the stories that a person saved, or a report of, the last told first: six queries."""
    rows = read_rows(_SAVED.format(condition=""), (person.pk, MOST_TOLD))
    return _tell(person, list(dict.fromkeys(story for (story,) in rows if story)), hiding)


def read_told_stories(person: Person, ids: Sequence[int], hiding: Hiding) -> list[Told]:
    """Return some stories by their numbers, muted words or not: at most six queries."""
    return _states(person, list(read_stories(ids, hiding).values()))


def _find(
    person: Person, languages: Sequence[str], country: str, only: frozenset[str]
) -> Iterator[_Found]:
    most = MOST_TOLD if len(only) == 1 else _OF_EACH
    follows = Follow.objects.filter(person=person, story=None).order_by("-pk")[:_MOST_FOLLOWS]
    wanted = [one for one in follows if not only or follow_stream(one.pk) in only]
    if not only or STORIES in only:
        for story, at in read_rows(_OF_STORIES, (person.pk, most)):
            yield STORIES, story, written_moment(at)
    yield from _of_rows(person, wanted, languages, most)
    for one in [one for one in wanted if one.words][:_MOST_SEARCHES]:
        yield from _search(one, languages)
    if not only or FRONT in only:
        front = read_front(languages, country=country, limit=_OF_EACH)
        yield from ((FRONT, one.id, one.last_at) for one in front.stories if one.last_at)


def _of_rows(
    person: Person, follows: Iterable[Follow], languages: Sequence[str], most: int
) -> Iterator[_Found]:
    """Yield the stories of topics and outlets that are followed."""
    led: dict[int, int] = dict(read_rows(_LED_TO, (person.pk,)))
    langs = marks(languages)
    parts: list[tuple[str, tuple[Value, ...]]] = []
    for one in follows:
        if one.outlet_id:
            parts.append((_OF_OUTLET, (one.pk, one.outlet_id, most)))
        elif one.pk in led:
            sql = _OF_TOPIC.format(langs=langs)
            parts.append((sql, (one.pk, led[one.pk], *languages, most)))
    for start in range(0, len(parts), _AT_ONCE):
        some = parts[start : start + _AT_ONCE]
        sql = " UNION ALL ".join(part for part, _values in some)
        values = tuple(value for _part, own in some for value in own)
        for follow, story, at in read_rows(sql, values):
            yield follow_stream(follow), story, written_moment(at)


def _search(follow: Follow, languages: Sequence[str]) -> Iterator[_Found]:
    query = parse_query(follow.words)
    if query.is_empty:
        return
    try:
        hits = search_newest(query, langs=languages).hits
    except TooSlow:  # found by the next look
        return
    places = Membership.objects.filter(article__in=[one.report.id for one in hits])
    for story, at in places.values_list("story", "story__last_at"):
        if at is not None:
            yield follow_stream(follow.pk), story, at


def _tell(person: Person, ids: Sequence[int], hiding: Hiding) -> list[Told]:
    """Return stories with their states, the last told first, without what is hidden."""
    shown = without_hidden(list(read_stories(ids, hiding).values()), hiding)
    return _states(person, shown)


def _states(person: Person, stories: Sequence[StoryCard]) -> list[Told]:
    ids = [one.id for one in stories]
    seen = dict(Seen.objects.filter(person=person, story__in=ids).values_list("story", "at"))
    among = _SAVED.format(condition=_AMONG.format(ids=marks(ids)))
    saved = {story for (story,) in read_rows(among, (person.pk, *ids, MOST_TOLD))}
    told = [
        Told(
            story=one, at=one.last_at, streams=(), is_saved=one.id in saved,
            is_seen=one.id in seen and seen[one.id] >= one.last_at,
        )
        for one in stories if one.last_at
    ]  # fmt: skip
    return sorted(told, key=lambda one: (one.at, one.story.id), reverse=True)
