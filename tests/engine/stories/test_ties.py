"""All live stories are tied anew from what is kept of them, whatever came first."""

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.engine.stories.told_twice import TWICE, Told

from wireroom.engine.stories.pivots import Pivots, find_pivots
from wireroom.engine.stories.ties import Member, TieWish, tie_stories
from wireroom.engine.types import ArticleText

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def member(story: int, told: Told, lang: str, *, hours: float = 0.0) -> Member:
    text = ArticleText(id=str(story), title=told.title, body=told.body, lang=lang)
    return Member(
        story=story,
        at=NOON + timedelta(hours=hours),
        order=str(story),
        pivots=find_pivots(text).pack(),
    )


def newsroom() -> list[Member]:
    return [
        one
        for number, twice in enumerate(TWICE)
        for one in (
            member(3 * number + 1, twice.english, "en", hours=number),
            member(3 * number + 2, twice.arabic, "ar", hours=number + 0.5),
            member(3 * number + 3, twice.near_miss, "ar", hours=number + 0.2),
        )
    ]


def test_every_event_told_twice_is_tied_and_nothing_else() -> None:
    found = {one.story: one.event for one in tie_stories(newsroom())}
    expected = {
        3 * number + place: 3 * number + 1 for number in range(len(TWICE)) for place in (1, 2)
    }
    assert found == expected


def test_the_story_that_was_tied_says_what_both_give() -> None:
    first, second = tie_stories(newsroom())[2:4]
    assert "Osterman" in first.names
    assert first.numbers == ("47.5",)
    assert (second.names, second.numbers) == ((), ())


def test_the_order_of_arrival_does_not_matter() -> None:
    members = newsroom()
    expected = tie_stories(members)
    for seed in range(5):
        random.Random(seed).shuffle(members)
        assert tie_stories(members) == expected


def test_what_cannot_be_read_is_left_out() -> None:
    broken = [
        Member(story=99, at=NOON, order="x", pivots=pivots)
        for pivots in (b"", b"nonsense", b"x\x9c\x03\x00\x00\x00\x00\x01")
    ]
    assert tie_stories([*broken, *newsroom()]) == tie_stories(newsroom())


def test_nothing_is_tied_to_nothing() -> None:
    assert tie_stories([]) == ()


@given(st.text(max_size=60), st.text(max_size=300), st.sampled_from(["en", "ar", "ru", "zh", ""]))
def test_pivots_are_the_same_after_they_were_kept(title: str, body: str, lang: str) -> None:
    pivots = find_pivots(ArticleText(id="x", title=title, body=body, lang=lang))
    kept = Pivots.unpack(pivots.pack(), at=None)
    assert kept is not None
    assert (kept.lang, kept.keys, kept.cased) == (pivots.lang, pivots.keys, pivots.cased)


def events_of(*wishes: TieWish) -> dict[int, int]:
    return {one.story: one.event for one in tie_stories(newsroom(), wishes)}


def test_what_an_editor_parts_stays_apart() -> None:
    assert {1, 2}.isdisjoint(events_of(TieWish(1, 2, is_together=False)))


def test_what_an_editor_ties_goes_before_what_the_engine_finds() -> None:
    tied = tie_stories(newsroom(), [TieWish(1, 3, is_together=True, why="same ship")])
    of = {one.story: one for one in tied}
    assert of[1].event == of[3].event == 1
    assert (of[3].by_editor, of[3].why) == (True, "same ship")
    assert 2 not in of


def test_of_wishes_that_differ_the_first_holds() -> None:
    together, apart = TieWish(1, 3, is_together=True), TieWish(1, 3, is_together=False)
    assert events_of(together, apart)[3] == 1
    assert 3 not in events_of(apart, together)


def test_two_stories_of_one_language_are_never_tied() -> None:
    assert events_of(TieWish(1, 4, is_together=True)) == events_of()


def test_a_wish_about_a_story_that_is_not_there_changes_nothing() -> None:
    assert events_of(TieWish(1, 999, is_together=True)) == events_of()
