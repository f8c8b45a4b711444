"""What a relinker finds out about reports that came before it was made."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta

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
