"""Invented topics for a benchmark's database: some twelve a story, a few of them in thousands."""

import random
from collections.abc import Sequence
from typing import Any, Final

from benchmarks.web_words import name
from wireroom.news.models import Article, Story, StoryTopic, Topic

TOPICS: Final = 2_000  # as many as a month of a busy site has, with a long tail
_TAGS: Final = 12
_KINDS: Final = ("person", "person", "place", "organisation")
_TAIL: Final = 2  # exponent: the foremost topic is in every fourth story


def make_topics(lang: str) -> list[Topic]:
    """Write the topics that stories of a language are tagged with."""
    return Topic.objects.bulk_create([_topic(number, lang) for number in range(TOPICS)])


def _topic(number: int, lang: str) -> Topic:
    chance = random.Random(f"{lang}{number}")
    kind, shown = _KINDS[number % len(_KINDS)], name(chance, lang)
    place: dict[str, Any] = {}
    if kind == "place":
        latitude, longitude = chance.uniform(-50, 60), chance.uniform(-180, 180)
        near = [[{"en": name(chance, "en")}, latitude + 1, longitude + each] for each in range(4)]
        place = {"latitude": latitude, "longitude": longitude, "is_city": True, "near": near}
    return Topic(
        kind=kind, key=f"{lang} {number}", slug=f"{lang}-{number}", name=shown,
        names={lang: shown}, created_at="2026-01-01T00:00:00Z", **place,
    )  # fmt: skip


def tag_stories(
    stories: Sequence[Story], members: dict[int, list[Article]], topics: Sequence[Topic]
) -> None:
    """Tag stories, the few foremost topics far more often than the others."""
    StoryTopic.objects.bulk_create(
        row for story in stories for row in _tags(story, members[story.pk], topics)
    )


def _tags(
    story: Story, articles: Sequence[Article], topics: Sequence[Topic]
) -> Sequence[StoryTopic]:
    chance = random.Random(story.pk)
    chosen = {int(len(topics) * chance.random() ** _TAIL) for _ in range(_TAGS)}
    return [
        StoryTopic(
            story=story, topic=topics[number], lang=story.lang, at=articles[-1].sort_at,
            salience=chance.random(), reports=len(articles), voices=len(articles),
            mentions=[[topics[number].name, each.pk, 1, 0, 9, 0] for each in articles[:12]],
        )
        for number in sorted(chosen)
    ]  # fmt: skip
