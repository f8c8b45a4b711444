"""The wrap-up: the day's foremost stories as a page, as text, and as a feed."""

from datetime import UTC, datetime, timedelta
from typing import Any

import feedparser
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.engine.stories.rank import PINNED, rank_of_time
from wireroom.news.models import Brief, Outlet, Story

pytestmark = pytest.mark.django_db
NOON = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)
YESTERDAY = NOON - timedelta(days=1)


def story_of(at: datetime, headline: str, *, lift: float = 0.0, **terms: Any) -> Story:
    """Make a story of one report at a time, with two key points."""
    outlet = make_outlet(f"Outlet {Outlet.objects.count()}", **({"policy": "full"} | terms))
    article = make_article(outlet, headline, body="Rain.", sort_at=at)
    story = make_story([article], rank=rank_of_time(at) + lift)
    points = [
        {"saying": [f"{headline}: point {n}.", article.pk, 1, 0, 5], "independent": 1}
        for n in range(4)
    ]
    Brief.objects.create(story=story, content={"points": points})
    return story


def text_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def day_of(at: datetime) -> str:
    return at.date().isoformat()


def test_a_day_has_its_stories_the_foremost_first_with_two_points_each(client: Client) -> None:
    story_of(YESTERDAY, "Small")
    story_of(YESTERDAY, "Great", lift=2.0)
    story_of(YESTERDAY - timedelta(days=2), "Old", lift=5.0)
    page = text_of(client, f"/en/wrap-up/{day_of(YESTERDAY)}/")
    assert page.index("Great</a>") < page.index("Small</a>")
    assert "Old" not in page
    assert "Great: point 1." in page
    assert "Great: point 2." not in page


def test_ten_stories_are_enough(client: Client) -> None:
    for number in range(12):
        story_of(YESTERDAY, f"Story {number}")
    assert text_of(client, f"/en/wrap-up/{day_of(YESTERDAY)}/").count("<h2") == 10


def test_a_story_that_runs_over_midnight_is_of_both_days(client: Client) -> None:
    story = story_of(YESTERDAY, "Long night")
    Story.objects.filter(pk=story.pk).update(first_at=YESTERDAY - timedelta(days=1))
    for back in (0, 1):
        path = f"/en/wrap-up/{day_of(YESTERDAY - timedelta(days=back))}/"
        assert "Long night" in text_of(client, path)


def test_a_pinned_story_is_of_its_day(client: Client) -> None:
    story_of(YESTERDAY, "Pinned", lift=PINNED)
    assert "Pinned" in text_of(client, f"/en/wrap-up/{day_of(YESTERDAY)}/")


def test_the_terms_of_outlets_hold(client: Client) -> None:
    story_of(YESTERDAY, "Closed", policy="headline")
    page = text_of(client, f"/en/wrap-up/{day_of(YESTERDAY)}/")
    assert "Closed" in page
    assert "point" not in page.replace('class="point"', "")


def test_each_edition_has_its_own(client: Client) -> None:
    story_of(YESTERDAY, "قصة", lang="ar")
    assert "قصة" not in text_of(client, f"/en/wrap-up/{day_of(YESTERDAY)}/")
    assert "قصة" in text_of(client, f"/ar/wrap-up/{day_of(YESTERDAY)}/")


def test_the_text_is_plain(client: Client) -> None:
    story_of(YESTERDAY, "Fire & <b>water</b>")
    response = client.get(f"/en/wrap-up/{day_of(YESTERDAY)}/text/")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    text = response.content.decode()
    assert "1. Fire & <b>water</b> (Outlet 0)\n" in text
    assert "\n1 independent report. http://testserver/en/story/" in text


def test_the_feed_has_a_day_an_entry_once_the_day_has_ended(client: Client) -> None:
    story_of(YESTERDAY, "Of <yesterday>")
    story_of(NOON, "Of today")
    story_of(NOON - timedelta(days=5), "Of last week")
    feed = feedparser.parse(client.get("/en/wrap-up/feed.xml").content)
    assert feed.bozo == 0
    assert [entry.link[-11:-1] for entry in feed.entries] == [
        day_of(YESTERDAY),
        day_of(NOON - timedelta(days=5)),
    ]
    assert "Of &lt;yesterday&gt;" in feed.entries[0].summary


def test_today_and_an_empty_day_are_pages(client: Client) -> None:
    assert "No story is kept of this day." in text_of(client, "/en/wrap-up/")
    assert "لا قصص محفوظة لهذا اليوم." in text_of(client, "/ar/wrap-up/2001-02-03/")
    assert '<a href="/en/wrap-up/">' in text_of(client, "/en/")


@pytest.mark.parametrize("day", ["2026-13-01", "0001-01-01", "9999-12-31", "2026", "--"])
def test_what_is_no_day_of_news_is_not_found(client: Client, day: str) -> None:
    assert client.get(f"/en/wrap-up/{day}/").status_code == 404


@pytest.mark.parametrize("stories", [1, 5])
def test_the_number_of_queries_is_constant(client: Client, stories: int) -> None:
    for number in range(stories):
        story_of(YESTERDAY, f"Story {number}")
    with CaptureQueriesContext(connection) as queries:
        text_of(client, f"/en/wrap-up/{day_of(YESTERDAY)}/")
    assert len(queries) == 5  # what is pinned is asked for apart from the day's ranks
