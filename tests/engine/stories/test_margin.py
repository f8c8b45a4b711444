"""How much nearer one report is than the nearest story that is not its own."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.stories.decide import (
    AGAIN_SIGNALS,
    DENSITY_SIGNALS,
    load_models,
    measure_density,
)
from wireroom.engine.stories.pairs import SIGNALS, Floats

COSINES = st.lists(st.floats(0, 1), min_size=1, max_size=12)


def _margins(cosines: list[float], stories: list[int]) -> Floats:
    density = measure_density(np.array(cosines), stories, per_day=10.0)
    return density[:, len(DENSITY_SIGNALS)]


@given(COSINES, st.data())
def test_only_what_is_of_the_nearest_story_can_be_nearer_than_all_others(
    cosines: list[float], data: st.DataObject
) -> None:
    stories = [data.draw(st.integers(1, 4)) for _ in cosines]
    found = _margins([*cosines, 0.0], [*stories, 5])
    nearest = stories[int(np.argmax(cosines))]
    assert all(
        margin <= 0 or story == nearest for margin, story in zip(found, stories, strict=False)
    )


@given(COSINES)
def test_those_that_are_one_event_are_no_rivals_of_each_other(cosines: list[float]) -> None:
    alone = [_margins([one, 0.05], [1, 2])[0] for one in cosines]
    together = _margins([*cosines, 0.05], [1] * len(cosines) + [2])[:-1]
    if min(cosines) > 0.05:
        assert np.allclose(together, alone)


def test_a_rival_as_near_leaves_no_margin() -> None:
    assert abs(_margins([0.4, 0.4], [1, 2])).max() == 0
    assert _margins([0.4, 0.1], [1, 2])[0] > 1


def test_margins_count_where_reports_of_a_counted_language_are_measured_again() -> None:
    known = len(SIGNALS) + len(DENSITY_SIGNALS)
    english, other = load_models(is_counted=True), load_models(is_counted=False)
    assert [len(one.weights) - known for one in (english.first, english.again)] == [0, 1]
    assert [len(one.weights) - known for one in (other.first, other.again)] == [0, 0]
    assert len(AGAIN_SIGNALS) == 1
    assert english.again.weights[known] > 0
