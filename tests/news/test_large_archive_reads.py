"""What pages read of a large archive is found by index, and not read through."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.news.test_queries import plan_of, story_page
from tests.web.newsroom import (
    make_article,
    make_outlet,
    make_story,
    make_storyline,
    make_topic,
    tag_story,
)

from wireroom.engine.stories.rank import PINNED, rank_of_time
from wireroom.news.queries.front import read_past_front
from wireroom.news.queries.topic import TopicPage, find_topic, read_topic
from wireroom.news.queries.topics import TopicCard
from wireroom.news.queries.wrap_up import read_wrap_up

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


def _topic_page(*languages: str) -> TopicPage:
    outlet, topic = make_outlet("Ledger"), make_topic()
    for lang in ("en", "fr", "ar", "en", "ar", "ar"):
        tag_story(make_story([make_article(outlet, "Ferry")], lang=lang), topic)
    found = find_topic(topic.pk)
    assert isinstance(found, TopicCard)
    return read_topic(found, languages)


def test_a_topics_stories_in_other_languages_are_counted_the_most_first() -> None:
    assert _topic_page("en").elsewhere == (("ar", 3), ("fr", 1))


def test_all_languages_of_a_topic_may_be_the_editions() -> None:
    assert _topic_page("en", "fr", "ar").elsewhere == ()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads SQLite's plans")
def test_a_storylines_latest_are_found_by_time() -> None:
    outlet = make_outlet("Ledger")
    stories = [make_story([make_article(outlet, f"Day {day}")]) for day in range(3)]
    make_storyline(stories)
    with CaptureQueriesContext(connection) as captured:
        page = story_page(stories[0])
    assert len(page.storyline) == 2
    (beside,) = (one["sql"] for one in captured if ") AS line" in one["sql"])
    assert "story_of_line" in plan_of([beside])


def test_of_a_day_pinned_stories_stand_first_and_other_days_are_left_out() -> None:
    outlet, day = make_outlet("Ledger"), NOW - timedelta(days=30)
    at = rank_of_time(day)
    made = [
        make_story([make_article(outlet, f"Ferry {rank}")], rank=rank, first_at=when, last_at=when)
        for rank, when in (
            (at, day), (at + 2, day), (at + PINNED, day),
            (at + 30, day), (at + PINNED + 1, NOW), (at + 1, day - timedelta(days=3)),
        )
    ]  # fmt: skip
    expected = [made[place].pk for place in (2, 1, 0)]  # the fourth's rank is of no story of it
    assert [card.id for card in read_past_front(("en",), day.date()).stories] == expected
    assert [one.story.id for one in read_wrap_up(("en",), day.date()).stories] == expected


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads SQLite's plans")
def test_an_early_day_is_found_by_its_ranks() -> None:
    make_story([make_article(make_outlet("Ledger"), "Ferry")])
    with CaptureQueriesContext(connection) as captured:
        read_past_front(("en",), NOW.date())
    plans = [plan_of([one["sql"]]) for one in captured if "ORDER BY" in one["sql"]]
    assert any("story_front (lang=? AND rank>? AND rank<?)" in plan for plan in plans)
    assert not any("TEMP B-TREE" in plan for plan in plans)
