"""What a person follows, blocks and mutes, in lists that are read by key."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, TypeVar

from django.db.models import Model, QuerySet

from wireroom.news.models import Outlet
from wireroom.news.queries.cards import StoryCard
from wireroom.news.queries.rows import marks, read_rows
from wireroom.news.queries.topics import TOPIC_COLUMNS, TopicCard, topic_card
from wireroom.people.models import Person
from wireroom.reading.models import Block, Follow, Muted
from wireroom.reading.queries.hiding import Hiding
from wireroom.reading.queries.stories import read_stories
from wireroom.reading.targets import Kind, Target

PAGE_ROWS: Final = 50
_TOPICS: Final = f"SELECT {TOPIC_COLUMNS} FROM news_topic AS topic WHERE topic.id IN ({{ids}})"
_Row = TypeVar("_Row", bound=Model)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What a target is called, and in which language; `id` and `at` are those of a list's row."""

    target: Target | None
    name: str
    lang: str = "und"
    id: int = 0
    at: datetime | None = None
    topic: TopicCard | None = None
    slug: str = ""
    exceptions: tuple[str, ...] = ()
    alert: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of a list, the latest first; `older` is the number behind which the next starts."""

    rows: tuple[Listed, ...]
    older: int | None


def read_follows(
    person: Person,
    hiding: Hiding,
    *,
    before: int | None = None,
    limit: int = PAGE_ROWS,
    has_stories: bool = True,
) -> Page:
    """Return what a person follows, stories or not: at most five queries.

    A story that is not to be seen any more has no name.
    """
    own = Follow.objects.filter(person=person).select_related("outlet")
    own = own if has_stories else own.filter(story=None)
    rows, older = _cut(own, before, limit)
    return Page(rows=name_follows(rows, hiding), older=older)


def name_follows(rows: Sequence[Follow], hiding: Hiding) -> tuple[Listed, ...]:
    """Return what these follow, named: at most four queries; their outlets are loaded."""
    ids = [one.topic_id for one in rows if one.topic_id]
    topics = {row[0]: topic_card(row) for row in read_rows(_TOPICS.format(ids=marks(ids)), ids)}
    stories = read_stories([one.story_id for one in rows if one.story_id], hiding)
    named = _followed(rows, topics, stories)
    return tuple(replace(one, alert=row.alert) for one, row in zip(named, rows, strict=True))


def read_blocks(person: Person, *, before: int | None = None, limit: int = PAGE_ROWS) -> Page:
    """Return which outlets a person blocks: one query."""
    own = Block.objects.filter(person=person).select_related("outlet")
    rows, older = _cut(own, before, limit)
    return Page(rows=tuple(_outlet(one.pk, one.at, one.outlet) for one in rows), older=older)


def read_mutes(person: Person, *, before: int | None = None, limit: int = PAGE_ROWS) -> Page:
    """Return which words a person mutes: one query."""
    rows, older = _cut(Muted.objects.filter(person=person), before, limit)
    listed = (
        Listed(
            id=one.pk, at=one.at, target=None, name=one.words,
            exceptions=tuple(map(str, one.exceptions)),
        )
        for one in rows
    )  # fmt: skip
    return Page(rows=tuple(listed), older=older)


def _cut(own: QuerySet[_Row], before: int | None, limit: int) -> tuple[list[_Row], int | None]:
    if before is not None:
        own = own.filter(pk__lt=before)
    rows = list(own.order_by("-pk")[: limit + 1])
    return rows[:limit], rows[limit - 1].pk if len(rows) > limit else None


def _followed(
    rows: Iterable[Follow], topics: dict[int, TopicCard], stories: dict[int, StoryCard]
) -> Iterator[Listed]:
    for row in rows:
        if row.story_id:
            story = stories.get(row.story_id)
            told, lang = (story.headline, story.lang) if story else ("", "und")
            target = Target(Kind.STORY, row.story_id)
            yield Listed(id=row.pk, at=row.at, target=target, name=told, lang=lang)
        elif row.topic_id:
            topic = topics[row.topic_id]
            target = Target(Kind.TOPIC, topic.id)
            yield Listed(id=row.pk, at=row.at, target=target, name=topic.name, topic=topic)
        elif row.outlet:
            yield _outlet(row.pk, row.at, row.outlet)
        else:
            target = Target(Kind.WORDS, words=row.words)
            yield Listed(id=row.pk, at=row.at, target=target, name=row.words)


def _outlet(number: int, at: datetime, outlet: Outlet) -> Listed:
    return Listed(
        id=number, at=at, target=Target(Kind.OUTLET, outlet.pk), name=outlet.name,
        lang=outlet.lang, slug=outlet.slug,
    )  # fmt: skip
