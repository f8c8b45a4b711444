"""The tags of a story, and the names of those reports that were read anew for them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from wireroom.engine.insight.entities.entity import Entity, Kind
from wireroom.engine.insight.story_brief import StoryReport
from wireroom.engine.insight.topics.choose import choose_topics, find_names
from wireroom.engine.insight.topics.topic import StoryTopic
from wireroom.engine.text.words import fold


@dataclass(frozen=True, slots=True)
class Named:
    """What one revision of an article names."""

    article: str
    revision: int
    names: Sequence[Entity]


@dataclass(frozen=True, slots=True)
class StoryTags:
    """The topics of a story; `found` is of the articles whose names nobody had looked for."""

    topics: Sequence[StoryTopic] = ()
    found: Sequence[Named] = ()


def tag_story(reports: Sequence[StoryReport]) -> StoryTags:
    """Choose the topics of a story's reports, reading those alone whose names are not known."""
    read = [
        one if one.names is not None else replace(one, names=find_names(one)) for one in reports
    ]
    return StoryTags(
        topics=choose_topics(_as_datelines_say(read)),
        found=[
            Named(new.article, new.revision, new.names or ())
            for report, new in zip(reports, read, strict=True)
            if report.names is None
        ],
    )


def _as_datelines_say(reports: Sequence[StoryReport]) -> list[StoryReport]:
    """Return reports whose people are none whose name any of them is datelined by.

    A town that no table knows reads like somebody's name: two words with capitals.
    """
    towns = {fold(one.dateline) for one in reports if one.dateline}
    if not towns:
        return list(reports)
    return [
        replace(one, names=[_placed(each, towns) for each in one.names or ()]) for one in reports
    ]


def _placed(name: Entity, towns: Collection[str]) -> Entity:
    is_town = name.kind is Kind.PERSON and fold(name.name) in towns
    return replace(name, kind=Kind.PLACE) if is_town else name
