"""Linking only what was touched gives what linking everything gives, and keeps what is held."""

import random
from collections.abc import Collection, Iterable
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.stories.steady_index import Steady

from wireroom.engine.stories.decide import Decision
from wireroom.engine.stories.features import Features
from wireroom.engine.stories.relink import Relinker

AT = datetime(2031, 5, 6, 12, tzinfo=UTC)
EMPTY = Features(lang="zxx", published_at=AT, keys=(), weights=(), flags=())


class Desk:
    """An index and its relinker, fed with decisions that hold."""

    def __init__(self) -> None:
        self.index, self.relinker = Steady(), Relinker()

    def take(self, article: int, decision: Decision) -> None:
        story = decision.story or 1000 + article
        self.index.add(story, article, EMPTY, at=AT, outlet=None)
        self.relinker.add(article, decision)
        self.index.said[article] = dict(decision.near)

    def repair(self, *, held: Collection[int] = (), most: int = 1000) -> None:
        result = self.relinker.relink(self.index, held=held, most=most)
        for one in result:  # as filing does, but for the numbers of stories
            self.index.move(one.article, 1000 + one.group, storyline=1)
        self.relinker.confirm()

    def groups(self, articles: Iterable[int]) -> set[frozenset[int]]:
        stories = {self.index.story_of(one) for one in articles}
        return {frozenset(self.index.members_of(one)) for one in stories if one is not None}


def decisions(seed: int, count: int) -> list[tuple[int, Decision]]:
    """Return decisions on reports of small events, some of them wrong."""
    rng = random.Random(seed)
    event = {article: rng.randrange(count // 4) for article in range(1, count + 1)}
    taken = []
    for article in range(1, count + 1):
        near = {
            other: rng.gauss(1.5 if event[other] == event[article] else -4, 1.5)
            for other in rng.sample(range(1, article), min(article - 1, 11))
        }
        copied = article - 1 if rng.random() < 0.1 and article > 1 else None
        taken.append((article, Decision(None, None, 0.0, "", near, copied)))
    return taken


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 9))
def test_repairs_along_the_way_end_where_one_repair_of_everything_ends(
    seed: int, pace: int
) -> None:
    often, once = Desk(), Desk()
    stream = decisions(seed, 40)
    for number, (article, decision) in enumerate(stream):
        often.take(article, decision)
        once.take(article, decision)
        if number % pace == 0:
            often.repair()
    often.repair()
    once.repair()
    articles = [article for article, _ in stream]
    if max(map(len, once.groups(articles) | often.groups(articles))) <= 12:  # larger ones stay
        assert often.groups(articles) == once.groups(articles)


def near(**odds: float) -> Decision:
    return Decision(None, None, 0.0, "", {int(key[1:]): value for key, value in odds.items()})


def test_a_third_report_joins_two_and_what_is_held_stays() -> None:
    desk = Desk()
    desk.take(1, near())
    desk.take(2, near(_1=-1.2))
    desk.repair()
    assert desk.groups((1, 2)) == {frozenset({1}), frozenset({2})}
    desk.take(3, near(_1=2.0, _2=2.0))
    desk.repair(held=(2,))
    assert desk.groups((1, 2, 3)) == {frozenset({1, 3}), frozenset({2})}
    desk.take(3, near(_1=2.0, _2=2.0))
    desk.repair()
    assert desk.groups((1, 2, 3)) == {frozenset({1, 2, 3})}


def test_what_was_not_filed_is_linked_again() -> None:
    desk = Desk()
    for article, decision in decisions(seed=3, count=12):
        desk.take(article, decision)
    lost = desk.relinker.relink(desk.index, most=1000)
    assert not desk.relinker.is_behind
    assert desk.relinker.relink(desk.index, most=1000) == lost
    desk.relinker.confirm()
    assert desk.relinker.relink(desk.index, most=1000) == ()


def test_what_finds_no_room_is_linked_by_the_next_repair() -> None:
    desk = Desk()
    for article in (2, 4, 6):
        desk.take(article - 1, near())
        desk.take(article, near(**{f"_{article - 1}": 2.0}))
    desk.repair(most=2)
    assert desk.relinker.is_behind
    assert len(desk.groups(range(1, 7))) == 5
    desk.repair(most=2)
    desk.repair(most=2)
    desk.repair(most=2)
    assert len(desk.groups(range(1, 7))) == 3
    assert not desk.relinker.is_behind


def test_forgotten_reports_have_no_part() -> None:
    desk = Desk()
    desk.take(1, near())
    desk.take(2, near())
    desk.take(3, near(_1=3.0, _2=3.0))
    desk.index.remove(3)
    desk.relinker.keep(desk.index)
    desk.repair()
    assert desk.groups((1, 2)) == {frozenset({1}), frozenset({2})}
    assert len(desk.relinker) == 2
