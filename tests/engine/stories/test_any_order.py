"""Reports without a time, and copies: a replay ends in the same stories however they arrived."""

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

from benchmarks.tellings import TUNED, tell
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.stories.features import Features, extract_features
from wireroom.engine.stories.replay import Entrant, replay
from wireroom.engine.types import ArticleText

NOON = datetime(2031, 3, 3, 12, tzinfo=UTC)
STREAMS = {"en": "es", "ar": "ar", "ru": "ru"}  # as if in English: words are counted
DENSER = 12  # so that many reports come within an hour, and which is compared with which counts


@cache
def features_of(lang: str) -> tuple[tuple[datetime, str, str, Features], ...]:
    """Return hour, identity, outlet and features of a stream's reports."""
    found = []
    for _, article in tell(STREAMS[lang], TUNED):
        assert article.published_at is not None
        assert article.outlet is not None
        at = NOON + (article.published_at - NOON) / DENSER
        hour = at.replace(minute=0, second=0, microsecond=0)
        known = extract_features(replace(article, lang=lang, published_at=hour))
        found.append((hour, article.id, article.outlet, known))
    return tuple(found)


def arrive(lang: str, *, seed: int) -> dict[str, Entrant]:
    """Return the reports by identity as they arrive at any moment of their hours, in any order.

    Every other one has no time of its own.
    """
    rng = random.Random(seed)
    places = [*range(len(features_of(lang)))]
    rng.shuffle(places)
    found = {}
    for key, place in enumerate(places):  # as rows are numbered
        hour, identity, outlet, known = features_of(lang)[place]
        at = hour if place % 2 else hour + timedelta(seconds=rng.randrange(3600))
        features = known if place % 2 else replace(known, published_at=None)
        found[identity] = Entrant(
            article=key, features=features, at=at, order=identity, outlet=outlet, copy_of={}
        )
    return found


def stories(lang: str, entrants: Mapping[str, Entrant]) -> dict[str, int]:
    name = {one.article: identity for identity, one in entrants.items()}
    return {name[one.article]: one.group for one in replay(lang, entrants.values())}


@cache
def known(lang: str) -> dict[str, int]:
    return stories(lang, arrive(lang, seed=0))


@settings(max_examples=6, deadline=None)
@given(st.sampled_from(sorted(STREAMS)), st.integers(1, 10_000))
def test_any_order_of_arrival_within_the_hour_gives_the_same_stories(lang: str, seed: int) -> None:
    assert stories(lang, arrive(lang, seed=seed)) == known(lang)


def entrant(key: int, body: str, *, minutes: int, copy_of: Mapping[int, float]) -> Entrant:
    at = NOON + timedelta(minutes=minutes)
    text = ArticleText(
        id=str(key), title="", body=body, published_at=at, lang="en", outlet=f"Outlet {key}"
    )
    return Entrant(
        article=key, features=extract_features(text), at=at, order=str(key),
        outlet=text.outlet, copy_of=copy_of,
    )  # fmt: skip


def test_a_copy_ends_with_its_original_whichever_was_published_first() -> None:
    for minutes in (-90, 90):
        original = entrant(1, "Tugs pulled the ferry off Skarne.", minutes=0, copy_of={})
        copy = entrant(2, "Varga won the chess open.", minutes=minutes, copy_of={1: 0.9})
        first, second = replay("en", [original, copy])
        assert first.group == second.group
