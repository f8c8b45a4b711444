"""Invented briefs for a benchmark's database, as large as those of real stories."""

import random
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, Final

from benchmarks.web_words import name, sentence
from wireroom.news.models import Article, Brief, Story

# Of a story with own reports of its own: about what the sample newsroom's have, and more.
_POINTS: Final = 4
_DIFFERENCES: Final = 3
_VALUES: Final = 3
_QUOTES: Final = 20
_DAYS: Final = 4
_GROUPS: Final = ("QA", "QB", "QC", "QD")
_FINDINGS: Final = 4


def make_briefs(stories: Sequence[Story], members: dict[int, list[Article]]) -> list[Brief]:
    """Return the briefs of stories; one of a single report has points and quotes alone."""
    return [
        Brief(story_id=story.pk, made_at=story.last_at, content=_content(story, members[story.pk]))
        for story in stories
    ]


def _content(story: Story, articles: Sequence[Article]) -> dict[str, Any]:
    chance = random.Random(story.pk)
    many = len(articles) > 1

    def saying() -> list[Any]:
        article = chance.choice(articles)
        text = sentence(chance, 18, article.lang)
        return [text, article.pk, article.revision_count, 0, len(text)]

    def value() -> dict[str, Any]:
        return {
            "saying": saying(), "marked": [0, 6], "source": "", "latest": False,
            "carriers": [articles[0].outlet.name],
        }  # fmt: skip

    def quote() -> dict[str, Any]:
        others = [saying() for _ in articles[:8]]
        return {
            "saying": saying(), "kind": "direct", "speakers": [name(chance, story.lang)],
            "addressee": "", "via": [], "others": others, "carried": len(others) + 1,
            "independent": 1, "first": articles[0].pk,
        }  # fmt: skip

    def day(number: int) -> dict[str, Any]:
        at = (story.first_at or articles[0].sort_at) - timedelta(days=number)
        return {
            "saying": saying(), "day": at.date().isoformat(), "when": "happened", "others": 1,
        }  # fmt: skip

    table = {"kind": "update", "measure": "count", "about": "dead"}
    differences = _DIFFERENCES if many else 0
    return {
        "points": [{"saying": saying(), "independent": 2} for _ in range(_POINTS)],
        "news": [{"saying": saying(), "novelty": ["event"]} for _ in range(8 if many else 0)],
        "differences": [
            {**table, "values": [value() for _ in range(_VALUES)]} for _ in range(differences)
        ],
        "quotes": [quote() for _ in range(_QUOTES if many else 4)],
        "timeline": [day(number) for number in reversed(range(_DAYS if many else 1))],
        "withheld": 0,
        "perspectives": _views(saying) if many else [],
        "gaps": [["country", "JP", "few", 0, 18, 30, 120]] if many else [],
    }


def _views(saying: Callable[[], list[Any]]) -> list[dict[str, Any]]:
    """Return perspectives by all axes, as many groups and findings as a story's page shows."""

    def finding() -> dict[str, Any]:
        return {
            "kind": "fact", "side": "omits", "about": "", "sayings": [saying()],
            "here": [0, 6], "elsewhere": [9, 12],
        }  # fmt: skip

    def group(value: str) -> dict[str, Any]:
        return {
            "value": value, "outlets": 6, "reports": 6, "texts": 6, "first_at": "", "last_at": "",
            "first_outlet": "", "opening": {"sayings": [saying()], "distinct": False},
            "findings": [finding() for _ in range(_FINDINGS)],
        }  # fmt: skip

    axes = ("country", "language", "owner", "text")
    return [{"axis": axis, "groups": [group(value) for value in _GROUPS]} for axis in axes]
