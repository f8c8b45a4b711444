"""Counts of terms: as a dictionary would keep them, however the table grows and empties."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.stories.counts import Keys, TermCounts
from wireroom.engine.stories.rarity import Rarity

# Few different keys, so that articles share them, at both ends of what a key can be.
KEYS = st.one_of(st.integers(0, 40), st.integers(2**32 - 40, 2**32 - 1), st.integers(0, 2**32 - 1))
ARTICLES = st.lists(st.lists(KEYS, max_size=30, unique=True), max_size=30)


def _value_of(keys: Keys) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return keys / 2.0


@given(ARTICLES, st.integers(0, 30))
def test_terms_are_counted_as_in_a_dictionary(articles: list[list[int]], gone: int) -> None:
    table, counted = TermCounts(_value_of), Counter[int]()
    for keys in articles:
        table.add(np.array(keys, np.uint32), 1)
        counted.update(keys)
    for keys in articles[:gone]:
        table.add(np.array(keys, np.uint32), -1)
        counted.subtract(keys)
    asked = sorted(counted)
    places = table.find(np.array(asked, np.uint32))
    assert table.sums[places].tolist() == [key / 2 + counted[key] for key in asked]


def test_counts_outlive_growth_and_what_nobody_holds_is_forgotten() -> None:
    table = TermCounts(_value_of)
    kept = np.arange(0, 1000, dtype=np.uint32)
    table.add(kept, 3)
    for first in range(1000, 200_000, 1000):
        passing = np.arange(first, first + 1000, dtype=np.uint32)
        table.add(passing, 1)
        table.add(passing, -1)
    assert (table.sums[table.find(kept)] - _value_of(kept)).tolist() == [3] * len(kept)
    assert len(table.sums) <= 16_384


@given(ARTICLES, st.sampled_from(["en", "xx"]))
def test_rarities_are_the_same_counted_together_and_one_by_one(
    articles: list[list[int]], base: str
) -> None:
    together, alone = Rarity(base), Rarity(base)
    expected = []
    for keys in articles:
        expected += alone.idfs(keys).tolist()
        alone.add(keys)
    laid = np.array([key for keys in articles for key in keys], np.uint32)
    sizes = np.array([len(keys) for keys in articles], np.int64)
    assert together.add_all(laid, sizes).tolist() == expected
    for keys in articles:
        assert together.idfs(keys).tolist() == alone.idfs(keys).tolist()
