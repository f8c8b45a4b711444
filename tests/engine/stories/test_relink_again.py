"""Reports of a large language are measured again before they are linked."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.stories.decide import Decision
from wireroom.engine.stories.features import Features, extract_features
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
    "Museum of Lissen reopens. The old museum in Lissen opened its doors after a restoration of"
    " four years that cost 18 million crowns, curator Petra Holm told guests in the great hall.",
    "Ferry runs aground off Skarne. A ferry with 96 passengers struck a bank in fog off Skarne and"
    " tugs pulled it free at high water, harbour master Nils Ober said.",
)


class Desk:
    """An index of one language and its relinker."""

    def __init__(self, lang: str) -> None:
        self.lang, self.index, self.relinker = lang, StoryIndex(lang), Relinker()

    def features(self, article: int, event: int) -> Features:
        title, body = EVENTS[event].split(". ", 1)
        text = ArticleText(
            id=str(article), title=title, body=f"{body} Report {article}.", published_at=AT,
            lang=self.lang, outlet=f"Outlet {article}",
        )  # fmt: skip
        return extract_features(text)

    def take(self, article: int, event: int, *, near: dict[int, float] | None = None) -> None:
        """File a report as it is decided, or as if these had been its odds."""
        features, outlet = self.features(article, event), f"Outlet {article}"
        decision = self.index.decide(features, at=AT, outlet=outlet)
        if near is not None:
            decision = Decision(None, None, 0.0, "", near)
        story = decision.story or 1000 + article
        self.index.add(story, article, features, at=AT, outlet=outlet)
        self.relinker.add(article, decision)

    def repair(self, *, most_again: int | None = None) -> None:
        for one in self.relinker.relink(self.index, most=1000, most_again=most_again):
            self.index.move(one.article, 2000 + one.group, storyline=1)
        self.relinker.confirm()

    def stories(self, articles: Iterable[int]) -> set[frozenset[int]]:
        found = {self.index.story_of(article) for article in articles}
        return {frozenset(self.index.members_of(story)) for story in found if story is not None}


def alone(articles: Iterable[int]) -> set[frozenset[int]]:
    return {frozenset({article}) for article in articles}


def taken(lang: str, events: Sequence[int], *, odds: float) -> Desk:
    """Return a desk whose reports, one an event given, were all thought to tell one."""
    desk = Desk(lang)
    for article, event in enumerate(events, 1):
        desk.take(article, event, near=dict.fromkeys(range(1, article), odds))
    return desk


@pytest.mark.parametrize("lang", ["en", "zxx"])
def test_what_was_thought_one_event_is_parted_where_the_texts_say_so(lang: str) -> None:
    desk = taken(lang, (0, 1, 2), odds=1.0)
    desk.repair()
    assert desk.stories((1, 2, 3)) == alone((1, 2, 3))


def test_what_was_not_known_to_be_near_is_found() -> None:
    desk = taken("en", (0, 0, 1), odds=-1.0)
    desk.repair()
    assert desk.stories((1, 2, 3)) == {frozenset({1, 2}), frozenset({3})}


@pytest.mark.parametrize(("lang", "heard"), [("en", {2, 3}), ("zxx", {2})])
def test_what_comes_after_the_hour_is_heard_only_where_words_are_counted(
    lang: str, heard: set[int]
) -> None:
    desk = Desk(lang)
    for article, minutes in ((1, 0), (2, 59), (3, 60)):
        features = desk.features(article, 0)
        desk.index.add(1, article, features, at=AT + timedelta(minutes=minutes), outlet=None)
    assert set(desk.index.odds_of(1)) == heard
    assert set(desk.index.odds_of(3)) == {1, 2}


@pytest.mark.parametrize(("events", "together"), [([0] * 5, True), (range(5), False)])
def test_five_that_were_likely_one_event_stay_only_where_they_are(
    events: Sequence[int], together: bool
) -> None:
    desk, articles = taken("en", events, odds=1.0), range(1, 6)
    desk.repair()
    expected = {frozenset(articles)} if together else alone(articles)
    assert desk.stories(articles) == expected


def test_what_finds_no_room_to_be_measured_is_linked_the_next_time() -> None:
    desk = Desk("en")
    for article in range(1, 7):
        desk.take(article, article % 3, near={})
    desk.repair(most_again=1)
    assert desk.relinker.is_behind
    for _ in range(6):
        desk.repair(most_again=1)
    assert not desk.relinker.is_behind


@settings(max_examples=20, deadline=None)
@given(
    st.permutations([(article, article % 4) for article in range(1, 9)]),
    st.sampled_from(["en", "zxx"]),
)
def test_any_order_of_arrival_ends_in_the_same_stories(
    order: list[tuple[int, int]], lang: str
) -> None:
    desk, articles = Desk(lang), range(1, 9)
    for article, event in order:
        desk.take(article, event)
    desk.repair()
    assert desk.stories(articles) == {frozenset({one, one + 4}) for one in range(1, 5)}


def joined(order: Sequence[int], *, lang: str, paused: int = 0) -> dict[int, set[int]]:
    """Return which reports of one hour may be linked after it, however they arrived in it.

    A repair falls in the midst of the hour, once so many are there.
    """
    desk = Desk(lang)
    for place, article in enumerate((*order, 9)):
        if place == paused:
            desk.repair()
        at = AT + timedelta(minutes=7 * article)
        features = desk.features(article, article % 4)
        decision = desk.index.decide(features, at=at, outlet=None)
        story = decision.story or 1000 + article
        desk.index.add(story, article, features, at=at, outlet=None)
        desk.relinker.add(article, decision)
    desk.repair()
    return {article: set(desk.relinker.joined_to(article)) for article in range(1, 9)}


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(1, 9)), st.integers(0, 8), st.sampled_from(["en", "zxx"]))
def test_what_reports_are_known_to_be_near_to_hangs_on_no_order(
    order: list[int], paused: int, lang: str
) -> None:
    assert joined(order, lang=lang, paused=paused) == joined(range(1, 9), lang=lang)
