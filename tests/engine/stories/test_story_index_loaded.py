"""Loading many stored articles at once gives the very index that adding them one by one gives."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from wireroom.engine.copies.fingerprint import fingerprint
from wireroom.engine.copies.index import CopyIndex
from wireroom.engine.stories.bulk import Stored
from wireroom.engine.stories.features import Features, extract_features
from wireroom.engine.stories.index import StoryIndex
from wireroom.engine.types import ArticleText

AT = datetime(2031, 5, 6, 12, tzinfo=UTC)


def texts(count: int) -> list[ArticleText]:
    rng = random.Random(5)
    words = [f"word{number}" for number in range(300)]
    return [
        ArticleText(
            id=str(number),
            title=" ".join(rng.choices(words[: 60 + number], k=7)),
            body=" ".join(rng.choices(words[: 60 + number], k=rng.choice([0, 3, 90, 200]))),
            published_at=AT + timedelta(hours=number) if number % 5 else None,
            outlet=rng.choice([None, "North Post", "East Daily"]),
            lang="en",
        )
        for number in range(count)
    ]


@pytest.mark.parametrize("lang", ["en", "fr", "zxx"])  # counted, with a word list, unknown
def test_stories_are_decided_alike_after_loading_and_after_adding(lang: str) -> None:
    written = [replace(text, lang=lang) for text in texts(60)]
    known, coming = written[:50], written[50:]
    one_by_one, loaded = StoryIndex(lang), StoryIndex(lang)
    stored = []
    for key, text in enumerate(known):
        at, features = AT + timedelta(hours=key), extract_features(text)
        one_by_one.add(key // 3, key, features, at=at, outlet=text.outlet, storyline=key // 9)
        stored.append(
            Stored(
                article=key, story=key // 3, storyline=key // 9, packed=features.pack(),
                published_at=text.published_at, at=at, outlet=text.outlet,
            )
        )  # fmt: skip
    loaded.load(stored[:20])
    loaded.load(stored[20:])
    loaded.load([])
    for text in coming:
        features, at = extract_features(text), AT + timedelta(days=2)
        alone = one_by_one.decide(features, at=at, outlet=text.outlet)
        assert loaded.decide(features, at=at, outlet=text.outlet) == alone
    one_by_one.expire(AT + timedelta(hours=10))
    assert loaded.expire(AT + timedelta(hours=10)) == 10
    assert loaded.storyline_of(5) == one_by_one.storyline_of(5) == 1


def test_features_whose_terms_are_out_of_order_are_loaded_too() -> None:
    features = extract_features(texts(1)[0])
    turned = replace(
        features,
        keys=features.keys[::-1],
        weights=features.weights[::-1],
        flags=features.flags[::-1],
    )
    decisions = []
    for packed in (features.pack(), turned.pack()):
        index = StoryIndex("en")
        index.load([_stored(packed)])
        decisions.append(index.decide(features, at=AT, outlet=None))
    assert decisions[0] == decisions[1]
    assert decisions[0].story == 1


def test_an_index_that_was_emptied_and_filled_again_decides_like_a_new_one() -> None:
    rng = random.Random(3)
    known = texts(40)
    old, new = StoryIndex("en"), StoryIndex("en")
    for key in range(2000):  # far more than live ones: their places are given back
        title = " ".join(f"gone{rng.randrange(9000)}" for _ in range(7))
        features = extract_features(ArticleText(id="a", title=title, body="", lang="en"))
        old.add(5000, 5000 + key, features, at=AT - timedelta(days=9), outlet=None)
    assert old.expire(AT - timedelta(days=8)) == 2000
    assert len(old) == 0
    for index in (old, new):
        for key, text in enumerate(known[:30]):
            at = AT + timedelta(hours=key)
            index.add(key // 2, key, extract_features(text), at=at, outlet=text.outlet)
    assert old.expire(AT + timedelta(hours=4)) == new.expire(AT + timedelta(hours=4)) == 4
    for text in known[30:]:
        features, at = extract_features(text), AT + timedelta(days=1)
        again = old.decide(features, at=at, outlet=text.outlet)
        assert again == new.decide(features, at=at, outlet=text.outlet)
        assert again.near


def _stored(packed: bytes) -> Stored:
    assert Features.unpack(packed)
    return Stored(
        article=1, story=1, storyline=1, packed=packed, published_at=AT, at=AT, outlet=None
    )


def test_copies_are_found_alike_after_loading_and_after_adding() -> None:
    prints = [fingerprint(text.body) for text in texts(40)]
    prints[30:] = prints[:10]
    rows = [(key, each, "North Post", AT) for key, each in enumerate(prints)]
    for room in (1000, 25):
        one_by_one, loaded = CopyIndex(max_articles=room), CopyIndex(max_articles=room)
        for key, each, outlet, at in rows:
            one_by_one.add(key, each, outlet=outlet, at=at)
        loaded.load(rows[:15])
        loaded.load(rows[15:])
        for each in prints:
            assert loaded.candidates(each) == one_by_one.candidates(each)
            assert np.array_equal(loaded.furniture(each), one_by_one.furniture(each))
    assert not CopyIndex().candidates(prints[0])
