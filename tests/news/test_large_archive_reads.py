"""What pages read of a large archive is found by index, and not read through."""

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

from wireroom.news.queries.topic import TopicPage, find_topic, read_topic
from wireroom.news.queries.topics import TopicCard

pytestmark = pytest.mark.django_db


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
