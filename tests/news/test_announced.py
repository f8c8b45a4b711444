"""What an announcement adds to a reading, and what is not believed of either."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.types import Article as ReadArticle
from wireroom.engine.types import Role, TimeFrom
from wireroom.news.models import Outlet, Page
from wireroom.news.services.announced import announced_reading, complete

FETCHED = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)
FUTURE = datetime(2090, 1, 1, tzinfo=UTC)


def page(title: str = "", announced_at: datetime | None = None) -> Page:
    return Page(
        outlet=Outlet(lang="en"), title=title, announced_at=announced_at, seen_at=FETCHED,
        fetched_at=FETCHED,
    )  # fmt: skip


def read(*paragraphs: str, title: str = "", published: datetime | None = None) -> ReadArticle:
    return ReadArticle(
        id="a", file="a", position=0, role=Role.MAIN, title=title, paragraphs=paragraphs,
        published=published, published_from=TimeFrom.STATED if published else TimeFrom.UNKNOWN,
    )  # fmt: skip


def test_the_page_s_own_headline_goes_before_the_feed_s_and_its_first_words() -> None:
    assert complete(read("Text.", title="Own"), page("Told")).title == "Own"
    assert complete(read("Text."), page("Told")).title == "Told"
    assert complete(read("Text of it."), page()).title == "Text of it."


@settings(max_examples=50)
@given(st.text(max_size=400))
def test_first_words_are_words_of_the_text_and_short(text: str) -> None:
    title = complete(read(text), page()).title
    assert len(title) <= 101
    assert " ".join(text.split()).startswith(title.removesuffix("…"))


def test_a_text_without_spaces_is_cut_within_it() -> None:
    assert complete(read("水" * 300), page()).title == "水" * 100 + "…"


@pytest.mark.parametrize("announced_at", [None, FUTURE])
def test_a_time_to_come_counts_as_none(announced_at: datetime | None) -> None:
    told = complete(read("Text.", published=FUTURE), page("Told", announced_at))
    assert (told.published, told.published_from) == (None, TimeFrom.UNKNOWN)
    assert announced_reading(page("Told", announced_at)).article.published is None


def test_the_feed_s_time_stands_in_for_one_to_come() -> None:
    at = FETCHED - timedelta(hours=3)
    told = complete(read("Text.", published=FUTURE), page("Told", at))
    assert (told.published, told.published_from) == (at, TimeFrom.STATED)


def test_a_clock_that_runs_some_hours_ahead_is_believed() -> None:
    ahead = FETCHED + timedelta(hours=13)
    assert complete(read("Text.", published=ahead), page()).published == ahead
