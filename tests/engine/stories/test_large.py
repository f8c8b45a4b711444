"""Large stories gain the reports that stand alone beside them, and nothing that is merely near."""

import random
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.stories.steady_index import Steady

from wireroom.engine.stories.decide import Decision
from wireroom.engine.stories.features import Features
from wireroom.engine.stories.large import MERGED, STRANGERS, find_large, join_large
from wireroom.engine.stories.linkage import MOST_LINKED, Linkage
from wireroom.engine.stories.relink import Relinker

AT = datetime(2031, 5, 6, 12, tzinfo=UTC)
EMPTY = Features(lang="zxx", published_at=AT, keys=(), weights=(), flags=())
LIKELY, UNLIKELY = MERGED + 1.0, MERGED - 1.0
LARGE = range(1, MOST_LINKED + 2)
ALONE = 90


def _odds(count: int, value: float) -> dict[int, float]:
    return dict.fromkeys(list(LARGE)[:count], value)


@pytest.mark.parametrize(
    ("count", "value", "joins"), [(6, LIKELY, True), (6, UNLIKELY, False), (1, 3.0, False)]
)
def test_a_report_joins_the_large_story_that_it_is_near_to_in_several_places(
    count: int, value: float, joins: bool
) -> None:
    linkage = Linkage()
    for article in LARGE:
        linkage.add(article, {})
    linkage.add(ALONE, _odds(count, value))
    groups = linkage.groups({**dict.fromkeys(LARGE, 1), ALONE: 2})
    assert (groups[ALONE] == groups[1]) is joins
    assert {groups[article] for article in LARGE} == {1}


def test_a_group_joins_by_the_mean_of_its_reports_and_the_nearer_of_two_stories() -> None:
    story_of = {**dict.fromkeys(range(10), 1), **dict.fromkeys(range(10, 20), 2)}
    near = dict.fromkeys(range(4), LIKELY)
    nearer = dict.fromkeys(range(10, 14), LIKELY + 1)
    assert find_large([near], story_of) == 1
    assert find_large([{**near, **nearer}], story_of) == 2
    assert find_large([near, {}], story_of) is None
    assert find_large([{}], story_of) is None


@given(st.integers(0, 10_000))
def test_joining_moves_whole_groups_and_leaves_large_stories_together(seed: int) -> None:
    rng = random.Random(seed)
    firsts = {article: article - article % 3 for article in range(30)}
    large = {article for article in firsts if article < 9}
    odds: Mapping[int, Mapping[int, float]] = {
        article: {
            other: rng.uniform(STRANGERS, 4) for other in rng.sample(range(30), 6) if other < 9
        }
        for article in firsts
    }
    joined = join_large(firsts, odds, large)
    for article, first in firsts.items():
        assert joined[article] == joined[first]
        assert joined[joined[article]] == joined[article] <= article
    assert len({joined[article] for article in large}) == 3


class Desk:
    """An index and its relinker with one large story in it."""

    def __init__(self) -> None:
        self.index, self.relinker = Steady(), Relinker()
        for article in LARGE:
            self.take(article, story=1, odds={})

    def take(self, article: int, *, story: int, odds: Mapping[int, float]) -> None:
        self.index.add(story, article, EMPTY, at=AT, outlet=None)
        self.relinker.add(article, Decision(story, None, 0.0, "", odds))
        self.index.said[article] = dict(odds)

    def repair(self, *, held: tuple[int, ...] = ()) -> None:
        for one in self.relinker.relink(self.index, held=held, most=1000):
            self.index.move(one.article, 1000 + one.group, storyline=one.line)
        self.relinker.confirm()


def test_repair_of_a_large_language_joins_too_but_nothing_that_an_editor_holds() -> None:
    desk = Desk()
    desk.take(ALONE, story=ALONE, odds=_odds(6, LIKELY))
    desk.repair(held=(3,))
    assert desk.index.story_of(ALONE) != desk.index.story_of(1)
    desk.take(ALONE, story=ALONE, odds=_odds(6, LIKELY))
    desk.repair()
    assert desk.index.story_of(ALONE) == desk.index.story_of(1)
    assert len(desk.index.members_of(desk.index.story_of(1) or 0)) == len(LARGE) + 1


def test_later_reports_of_the_large_story_may_tell_where_an_earlier_one_belongs() -> None:
    desk = Desk()
    desk.take(ALONE, story=ALONE, odds={})
    desk.repair()
    assert desk.index.story_of(ALONE) != desk.index.story_of(1)
    for later in range(ALONE + 1, ALONE + 5):
        desk.take(later, story=desk.index.story_of(1) or 0, odds={ALONE: LIKELY})
    desk.repair()
    assert desk.index.story_of(ALONE) == desk.index.story_of(1)
