"""Events told in German, French, Spanish, Russian, Portuguese, Italian, Turkish and Chinese."""

import tomllib
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from wireroom.engine.stories.assign import place_articles
from wireroom.engine.stories.concepts import concepts_in
from wireroom.engine.types import ArticleText

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
EVENTS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("told_abroad.toml").read_text("utf-8")
)["event"]


def reports() -> list[ArticleText]:
    return [
        ArticleText(
            id=f"{number}-{part}",
            title=event[part]["title"],
            body=" ".join(event[part]["body"].split()),
            lang=event["langs"][part != "one"],
            outlet=f"{number}-{part}",
            published_at=NOON + timedelta(hours=number + hours),
        )
        for number, event in enumerate(EVENTS)
        for part, hours in (("one", 0.0), ("near_miss", 0.3), ("other", 0.6))
    ]


def test_an_event_is_one_story_in_any_two_languages_and_what_looks_like_it_is_not() -> None:
    placed = {place.id: place.story for place in place_articles(reports())}
    together = {
        pair for pair in combinations(sorted(placed), 2) if len({*map(placed.get, pair)}) < 2
    }
    assert together == {(f"{number}-one", f"{number}-other") for number in range(len(EVENTS))}


@pytest.mark.parametrize(
    ("lang", "text", "concept"),
    [
        ("de", "Nach dem Erdbeben", "earthquake"),
        ("fr", "les pourparlers", "talks"),
        ("es", "los heridos", "injured"),
        ("pt", "a greve", "walkout"),
        ("it", "il sindaco", "city"),
        ("ru", "на выборах", "election"),
        ("tr", "depremde", "earthquake"),
        ("zh", "发生地震", "earthquake"),
    ],
)
def test_common_news_words_are_known_in_many_languages(lang: str, text: str, concept: str) -> None:
    assert concept in set(concepts_in(text, lang))


@pytest.mark.parametrize(
    ("lang", "text"), [("fr", "mais or il pleut"), ("tr", "kar fas"), ("xx", "fire")]
)
def test_words_that_mean_something_else_are_no_concept(lang: str, text: str) -> None:
    assert not {"gold", "goal", "morocco", "fire"} & set(concepts_in(text, lang))
