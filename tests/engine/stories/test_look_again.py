"""Odds of reports measured again, once later ones are there."""

from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.stories.linkage import Linkage

ODDS = st.floats(-20, 20)


def _linked(odds: float) -> Linkage:
    linkage = Linkage()
    linkage.add(1, {})
    linkage.add(2, {1: odds})
    return linkage


@given(ODDS, ODDS, ODDS)
def test_what_both_say_again_counts_in_the_mean_whoever_is_asked_first(
    first: float, one: float, other: float
) -> None:
    forth, back = _linked(first), _linked(first)
    forth.correct(1, {2: one})
    forth.correct(2, {1: other})
    back.correct(2, {1: other})
    back.correct(1, {2: one})
    assert forth.odds_of(1)[2] == forth.odds_of(2)[1]
    assert abs(forth.odds_of(1)[2] - back.odds_of(1)[2]) < 1e-9


def test_what_was_said_first_holds_until_both_were_measured_again() -> None:
    linkage = _linked(3.0)
    linkage.correct(1, {})
    assert linkage.odds_of(2) == {1: 3.0}
    linkage.correct(2, {})
    assert linkage.odds_of(1) == linkage.odds_of(2) == {}


def test_a_pair_that_was_a_story_is_parted_where_later_reports_say_so() -> None:
    linkage = _linked(1.0)
    assert linkage.groups({1: 1, 2: 2}) == {1: 1, 2: 1}
    linkage.correct(1, {2: -8.0})
    linkage.correct(2, {1: -8.0})
    assert linkage.groups({1: 1, 2: 2}) == {1: 1, 2: 2}


def test_only_the_sure_are_one_above_a_higher_bar() -> None:
    linkage = _linked(1.0)
    assert linkage.groups({1: 1, 2: 2}, above=2.0) == {1: 1, 2: 2}


def test_a_report_that_was_forgotten_is_not_heard_again() -> None:
    linkage = _linked(1.0)
    linkage.correct(1, {2: 1.0})
    linkage.correct(2, {1: 1.0})
    linkage.remove(1)
    linkage.correct(2, {1: 1.0})
    assert linkage.odds_of(2) == {}
