"""A forest's quick arithmetic gives what asking every tree about every row gives."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.pages_html.page_trees import sheet_of

from wireroom.engine.pages.classifier import MODEL, classifier
from wireroom.engine.pages.context import context_of
from wireroom.engine.pages.features import features_of
from wireroom.engine.pages.forest import Forest
from wireroom.engine.pages.line_features import Hints
from wireroom.engine.pages.numbers import Matrix


def asked_one_by_one(forest: Forest, row: Matrix) -> float:
    """Return a row's probability: walk each tree down, add the leaves up."""
    score = forest.bias
    for columns, borders, leaves in zip(
        forest.columns.tolist(), forest.borders.tolist(), forest.leaves.tolist(), strict=True
    ):
        place = 0
        for column, border in zip(columns, borders, strict=True):
            place = 2 * place + int(float(row[column]) > border)
        score += leaves[place]
    return 1 / (1 + math.exp(-score))


def grown(seed: int, trees: int, depth: int, width: int) -> Forest:
    chance = np.random.default_rng(seed)
    return Forest(
        chance.integers(0, width, (trees, depth)).astype(np.int16),
        chance.integers(-2, 3, (trees, depth)).astype(np.float32),
        chance.normal(0, 0.3, (trees, 2**depth)).astype(np.float32),
        float(chance.normal()),
    )


def rows_of(seed: int, count: int, width: int) -> Matrix:
    """Return rows of small whole numbers, so that many lie on a border itself."""
    return np.random.default_rng(seed).integers(-3, 4, (count, width)).astype(np.float32)


@given(
    st.integers(0, 2**32 - 1),
    st.integers(1, 9),
    st.integers(1, 6),
    st.integers(1, 7),
    st.integers(0, 20),
)
def test_probabilities_are_those_of_each_tree_asked_about_each_row(
    seed: int, trees: int, depth: int, width: int, count: int
) -> None:
    forest, rows = grown(seed, trees, depth, width), rows_of(seed, count, width)
    expected = [asked_one_by_one(forest, row) for row in rows]
    found = forest.probabilities(rows)
    assert found.shape == (count,)
    assert found.tolist() == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize("count", [999, 1_000, 1_001, 2_345])
def test_rows_past_those_taken_at_once_are_judged_alike(count: int) -> None:
    forest, rows = grown(7, 20, 5, 9), rows_of(7, count, 9)
    expected = [asked_one_by_one(forest, row) for row in rows]
    assert forest.probabilities(rows).tolist() == pytest.approx(expected, abs=1e-5)


def test_a_sure_forest_stays_between_nothing_and_certainty() -> None:
    forest = Forest(
        np.zeros((1, 1), np.int16),
        np.zeros((1, 1), np.float32),
        np.array([[-60.0, 60.0]], np.float32),
        0.0,
    )
    low, high = forest.probabilities(np.array([[-1.0], [1.0]], np.float32)).tolist()
    assert 0 <= low < 1e-6
    assert 1 - 1e-6 < high <= 1


def test_the_shipped_classifier_holds_arrays_alone() -> None:
    with np.load(MODEL, allow_pickle=False) as arrays:
        assert all(arrays[name].dtype != object for name in arrays.files)


@pytest.mark.parametrize("body", ["<h1>A boat</h1><p>It left on Monday.</p>", "<p>One</p>"])
def test_the_shipped_forests_ask_for_features_that_there_are(body: str) -> None:
    model = classifier()
    features = features_of(sheet_of(body), Hints(), model.odds)
    first = model.first.probabilities(features.rows)
    width = features.rows.shape[1]
    both = width + context_of(first, features).shape[1]
    assert 0 <= model.first.columns.min() <= model.first.columns.max() < width
    assert 0 <= model.second.columns.min() <= model.second.columns.max() < both
    for forest in (model.first, model.second):
        trees, depth = forest.columns.shape
        assert forest.borders.shape == (trees, depth)
        assert forest.leaves.shape == (trees, 2**depth)
        assert np.isfinite(forest.leaves).all()


def test_a_page_without_blocks_has_features_of_the_same_width() -> None:
    model = classifier()
    empty, full = (features_of(sheet_of(body), Hints(), model.odds) for body in ("", "<p>A</p>"))
    assert empty.rows.shape == (0, full.rows.shape[1])
    assert len(context_of(np.zeros(0, np.float32), empty)) == 0
