"""What ranks a story: owners, growth, freshness, country; nothing is gained by posting often."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.stories.rank import Causes, Rank, rank_story
from wireroom.engine.stories.voices import Voice, weigh_voices

AT = datetime(2031, 5, 6, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)

counts = st.integers(-3, 200)
moments = st.integers(-20_000, 20_000).map(lambda minutes: AT + timedelta(minutes=minutes))
causes = st.builds(
    Causes, owners=counts, carriers=counts, early=counts, home=counts, crowd=counts,
    first_at=moments, fresh_at=moments,
)  # fmt: skip
voices = st.builds(
    Voice,
    owner=st.sampled_from("abcdef"),
    at=moments,
    is_copy=st.booleans(),
    country=st.sampled_from(["", "AE", "gb"]),
)


def own(owner: str, hour: float = 0, *, country: str = "", is_copy: bool = False) -> Voice:
    return Voice(owner=owner, at=AT + hour * HOUR, country=country, is_copy=is_copy)


def total(*told: Voice, home: str = "", crowd: int = 0) -> float:
    return rank_story(weigh_voices(told, home=home, crowd=crowd)).total


@given(causes)
@settings(max_examples=50)
def test_the_parts_sum_to_the_rank_and_are_bounded(some: Causes) -> None:
    rank = rank_story(some)
    parts = [getattr(rank, name) for name in Rank.__dataclass_fields__]
    assert rank.total == pytest.approx(sum(parts))
    assert 0 <= rank.growth <= 0.9
    assert 0 <= rank.home <= 0.5
    assert rank.coverage >= 0
    assert rank.crowd <= 0


@given(causes, st.sampled_from(["owners", "carriers", "early", "home"]), st.integers(1, 50))
@settings(max_examples=50)
def test_more_of_a_cause_never_sinks_a_story(some: Causes, name: str, more: int) -> None:
    lifted = replace(some, **{name: getattr(some, name) + more})
    assert rank_story(lifted).total >= rank_story(some).total


@given(causes, st.integers(1, 500), st.floats(0, 900))
@settings(max_examples=50)
def test_a_crowd_sinks_and_freshness_lifts(some: Causes, crowd: int, hours: float) -> None:
    assert rank_story(replace(some, crowd=some.crowd + crowd)).total <= rank_story(some).total
    newer = replace(some, fresh_at=some.fresh_at + hours * HOUR)
    assert rank_story(newer).total >= rank_story(some).total


@given(st.lists(voices, min_size=1, max_size=8), st.integers(2, 5), st.data())
@settings(max_examples=30)
def test_the_same_reports_again_change_nothing(
    told: list[Voice], times: int, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(told * times))
    assert weigh_voices(shuffled, home="AE") == weigh_voices(told, home="AE")


@given(st.lists(voices, min_size=1, max_size=8), st.integers(1, 100))
@settings(max_examples=30)
def test_copies_of_owners_already_there_change_nothing(told: list[Voice], times: int) -> None:
    first = min(told, key=lambda one: one.at)
    told = [replace(first, is_copy=False), *told]
    copies = [replace(first, is_copy=True, at=AT + 9999 * HOUR)] * times
    assert weigh_voices([*told, *copies]) == weigh_voices(told)


def test_two_outlets_of_one_owner_are_one_voice() -> None:
    assert total(own("a"), own("a", 1)) < total(own("a"), own("b", 1))
    assert weigh_voices([own("a"), own("a"), own("b")]).owners == 2


def test_a_hundred_copies_weigh_less_than_five_reports() -> None:
    copies = [own(f"carrier {number}", is_copy=True) for number in range(100)]
    assert total(own("a")) < total(own("a"), *copies) < total(*(own(name) for name in "abcdef"))


def test_a_story_that_grows_quickly_stands_higher() -> None:
    quick = (own("a", -9), own("b", -8), own("c", -7), own("d"))
    slow = (own("a", -9), own("b", -3), own("c", -2), own("d"))
    assert total(*quick) > total(*slow)
    copied = [replace(one, is_copy=one.owner in "bc") for one in quick]
    assert weigh_voices(copied).early == 1


def test_one_owner_keeps_a_story_new_for_some_hours_alone() -> None:
    told = [own("a"), own("b")]
    posts = [own("a", hour) for hour in range(100)]
    assert weigh_voices([*told, *posts]).fresh_at == AT + 6 * HOUR
    assert weigh_voices([*told, *posts, own("b", 90)]).fresh_at == AT + 96 * HOUR
    assert weigh_voices(posts).fresh_at == AT + 6 * HOUR


def test_an_editions_country_lifts_what_is_told_there() -> None:
    told = (own("a", country="ae"), own("b", country="GB"))
    assert total(*told, home="AE") > total(*told, home="FR") == total(*told)
    assert weigh_voices(told, home="AE").home == 1
    again = (*told, own("a", 2, country="AE"), own("c", country="AE", is_copy=True))
    assert weigh_voices(again).countries == {"AE": 1, "GB": 1}


def test_a_flood_counts_against_what_one_owner_alone_tells() -> None:
    assert total(own("a"), crowd=100) < total(own("a", -18), crowd=3)
    assert total(own("a"), crowd=10) == total(own("a"))
    assert total(own("a"), own("b"), crowd=100) == total(own("a"), own("b"))


def test_a_story_without_reports_has_no_rank() -> None:
    with pytest.raises(ValueError, match="without reports"):
        weigh_voices([])
