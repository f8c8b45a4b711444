"""The harder invented streams: the same each time, and look-alikes that share no name."""

from itertools import pairwise

import pytest
from benchmarks.tellings import HELD, TUNED, languages, read_templates, tell

MARKS = "=->+"


@pytest.mark.parametrize("lang", languages())
def test_every_language_tells_every_kind_in_several_ways(lang: str) -> None:
    templates = read_templates(lang)
    for kind in (*TUNED, *HELD):
        assert all(len(templates.kinds[kind][mark]) >= 2 for mark in MARKS)
    told = tell(lang, (*TUNED, *HELD))
    assert all("{" not in one.article.title + one.article.body for one in told)
    assert len({one.article.id for one in told}) == len(told)


def test_a_stream_is_the_same_each_time_and_in_order_of_time() -> None:
    told = tell("tr", TUNED)
    assert told == tell("tr", TUNED)
    assert told != tell("tr", TUNED, seed=8)
    times = [one.article.published_at for one in told if one.article.published_at]
    assert len(times) == len(told)
    assert all(before <= after for before, after in pairwise(times))
