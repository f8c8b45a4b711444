"""What a relinker finds out about reports that came before it was made."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.stories.features import extract_features
from wireroom.engine.stories.index import StoryIndex
from wireroom.engine.stories.relink import Relinker
from wireroom.engine.types import ArticleText

AT = datetime(2031, 5, 6, 12, tzinfo=UTC)
EVENTS = (
    "Dam breaks above Oststadt. The Kerrin dam above Oststadt broke and 340 people fled, mayor"
    " Ada Quill said. Crews from Tolland closed the spillway before night fell on the valley.",
    "Tram drivers vote for a strike. Union leader Milan Kubat of Ostrava Nova said 212 drivers"
    " would stay home from Friday until the council offers another rota for their nights.",
    "Varga wins the chess open. Tomas Varga, 17, took the open of Norfell after nine rounds and a"
    " playoff in which the champion lost her queen to a fork at move thirty.",
)


def fill(count: int) -> StoryIndex:
    """Return an index in which reports of three events stand in a story each."""
    index = StoryIndex("en")
    for article in range(1, count + 1):
        at = AT + timedelta(minutes=5 * article)
        title, body = EVENTS[article % 3].split(". ", 1)
        text = ArticleText(
            id=str(article), title=title, body=f"{body} Report {article}.", published_at=at,
            lang="en", outlet=f"Outlet {article}",
        )  # fmt: skip
        index.add(1000 + article, article, extract_features(text), at=at, outlet=text.outlet)
    return index


def repair(relinker: Relinker, index: StoryIndex, *, most_learnt: int = 100) -> None:
    for one in relinker.relink(index, most=1000, most_learnt=most_learnt):
        index.move(one.article, 1000 + one.group, storyline=1)
    relinker.confirm()


def stories(index: StoryIndex, count: int) -> set[frozenset[int]]:
    found = (index.story_of(article) for article in range(1, count + 1))
    return {frozenset(index.members_of(story)) for story in found if story is not None}


def test_a_touched_report_is_linked_with_those_from_before() -> None:
    index, relinker = fill(6), Relinker()
    relinker.touch([4])
    repair(relinker, index)
    assert stories(index, 6) == {frozenset({1, 4}), *(frozenset({n}) for n in (2, 3, 5, 6))}
    assert not relinker.is_behind


def test_what_nothing_touched_stays_and_costs_nothing() -> None:
    index, relinker = fill(6), Relinker()
    repair(relinker, index)
    assert len(stories(index, 6)) == 6
    assert len(relinker) == 0


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_a_copy_is_bound_to_its_original_once_the_hour_is_over(order: tuple[int, int]) -> None:
    index, relinker = StoryIndex("en"), Relinker()
    carried = {1: {2: 0.6}}
    for article, minutes in (*((one, 5 * one) for one in order), (3, 90)):
        at = AT + timedelta(minutes=minutes)
        title, body = EVENTS[article - 1].split(". ", 1)
        text = ArticleText(id=str(article), title=title, body=body, published_at=at, lang="en")
        features = extract_features(text)
        known = {one: share for one, share in carried.get(article, {}).items() if one in index}
        decision = index.decide(features, at=at, outlet=None, copy_of=known)
        index.add(decision.story or 1000 + article, article, features, at=at, outlet=None)
        relinker.add(article, decision)

    def shares(articles: Collection[int]) -> Mapping[int, Mapping[int, float]]:
        return {one: carried[one] for one in articles if one in carried}

    for one in relinker.relink(index, most=1000, shares=shares):
        index.move(one.article, 1000 + one.group, storyline=1)
    assert stories(index, 3) == {frozenset({1, 2}), frozenset({3})}


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 5))
def test_few_at_a_time_end_where_all_at_once_ends(most_learnt: int) -> None:
    slow, quick = fill(9), fill(9)
    slowly, quickly = Relinker(), Relinker()
    slowly.touch(range(1, 10))
    quickly.touch(range(1, 10))
    repair(quickly, quick)
    rounds = 0
    while slowly.is_behind:
        repair(slowly, slow, most_learnt=most_learnt)
        rounds += 1
        assert rounds < 40
    assert (
        stories(slow, 9) == stories(quick, 9) == {frozenset({n, n + 3, n + 6}) for n in (1, 2, 3)}
    )


def test_where_nothing_may_be_learnt_it_stays_touched() -> None:
    index, relinker = fill(6), Relinker()
    relinker.touch([4])
    repair(relinker, index, most_learnt=0)
    assert relinker.is_behind
    assert len(stories(index, 6)) == 6


def test_what_carries_a_text_stands_with_it() -> None:
    index, relinker = fill(3), Relinker()

    def shares(articles: Collection[int]) -> Mapping[int, Mapping[int, float]]:
        return {1: {2: 0.9}, 2: {1: 0.9}}

    relinker.touch([2])
    for one in relinker.relink(index, most=1000, most_learnt=100, shares=shares):
        index.move(one.article, 1000 + one.group, storyline=1)
    assert index.story_of(1) == index.story_of(2) != index.story_of(3)
