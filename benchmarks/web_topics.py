"""Invented topics for a benchmark's database: some twelve a story, a few of them in thousands."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from benchmarks.web_words import name
from wireroom.news.models import Article, Story, StoryTopic, Topic

TOPICS: Final = 2_000  # as many as a month of a busy site has, with a long tail
_TAGS: Final = 12
_KINDS: Final = ("person", "person", "place", "organisation")
_CREATED_AT: Final = datetime(2026, 1, 1, tzinfo=UTC)
_TAIL: Final = 2  # exponent: the foremost topic is in every fourth story


def make_topics(lang: str) -> list[Topic]:
    """Return the topics that stories of a language are tagged with."""
    return [_topic(number, lang) for number in range(TOPICS)]


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
        names={lang: shown}, created_at=_CREATED_AT, **place,
    )  # fmt: skip


def tag_story(
    story: Story, articles: Sequence[Article], topics: Sequence[Topic]
) -> list[StoryTopic]:
    """Return what a story is tagged with, the few foremost topics far more often than others."""
    chance = random.Random(story.pk)
    chosen = {int(len(topics) * chance.random() ** _TAIL) for _ in range(_TAGS)}
    return [
        StoryTopic(
            story_id=story.pk, topic_id=topics[number].pk, lang=story.lang, at=articles[-1].sort_at,
            salience=chance.random(), reports=len(articles), voices=len(articles),
            mentions=[[topics[number].name, each.pk, 1, 0, 9, 0] for each in articles[:12]],
        )
        for number in sorted(chosen)
    ]  # fmt: skip
