"""Rank, lead and related: order that a reader would give."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.stories.rank import Causes, Member, choose_lead, rank_story

AT = datetime(2031, 5, 6, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def rank(outlets: int, independent: int, *, age_h: float = 0, ran_h: float = 0) -> float:
    last = AT - age_h * HOUR
    causes = Causes(
        owners=independent,
        carriers=outlets - independent,
        fresh_at=last,
        first_at=last - ran_h * HOUR,
    )
    return rank_story(causes).total


def test_coverage_lifts_and_age_sinks() -> None:
    assert rank(10, 10) > rank(2, 2) > rank(1, 1)
    assert rank(1, 1) > rank(1, 1, age_h=5)
    assert rank(10, 10, age_h=10) > rank(1, 1)
    assert rank(1, 1) > rank(10, 10, age_h=48)


def test_independent_reports_weigh_more_than_carriers() -> None:
    assert rank(8, 8) > rank(8, 1) > rank(1, 1)


@given(st.integers(-5, 500), st.integers(-5, 500), st.floats(0, 5000), st.floats(-50, 5000))
def test_order_of_two_stories_never_turns_with_time(
    outlets: int, independent: int, age_h: float, ran_h: float
) -> None:
    first = rank(outlets, independent, age_h=age_h, ran_h=ran_h)
    later = rank(outlets, independent, age_h=age_h + 9, ran_h=ran_h)
    assert first - later == pytest.approx(1.0)


def member(key: int, *, chars: int = 3000, is_copy: bool = False, age_h: float = 1.0) -> Member:
    return Member(article=key, published_at=AT - age_h * HOUR, chars=chars, is_copy=is_copy)


def test_the_lead_is_own_then_full_then_recent() -> None:
    copy, brief, old, new = (
        member(1, is_copy=True, age_h=0),
        member(2, chars=200, age_h=0),
        member(3, age_h=9),
        member(4, age_h=2),
    )
    assert choose_lead([copy, brief, old, new]) == 4
    assert choose_lead([copy, brief, old]) == 3
    assert choose_lead([copy, brief]) == 2
    assert choose_lead([copy]) == 1


def test_undated_members_can_lead_and_come_last() -> None:
    undated = Member(article=9, published_at=None, chars=3000)
    assert choose_lead([undated]) == 9
    assert choose_lead([undated, member(5)]) == 5


def test_a_story_without_members_has_no_lead() -> None:
    with pytest.raises(ValueError):
        choose_lead([])
