"""The tags of a story, and the names of those reports that were read anew for them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wireroom.engine.insight.entities.entity import Entity
from wireroom.engine.insight.story_brief import StoryReport
from wireroom.engine.insight.topics.choose import choose_topics, find_names
from wireroom.engine.insight.topics.topic import StoryTopic


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
        topics=choose_topics(read),
        found=[
            Named(new.article, new.revision, new.names or ())
            for report, new in zip(reports, read, strict=True)
            if report.names is None
        ],
    )


def _with_names(report: StoryReport) -> StoryReport:
    return report if report.names is not None else replace(report, names=find_names(report))
