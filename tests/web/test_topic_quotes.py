"""All that a person is quoted with: its pages and its feed, and where speakers' names lead."""

from typing import Any

import feedparser
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.test_topic_pages import address, make_place, make_topic, tell, text_of

from wireroom.news.models import Brief, Topic
from wireroom.news.queries import topic_quotes

pytestmark = pytest.mark.django_db


def quote(article: int | None, text: str, speaker: str) -> dict[str, Any]:
    return {
        "saying": [text, article, 1, 0, 12], "kind": "direct", "speakers": [speaker],
        "addressee": "", "via": [], "others": [], "carried": 1, "independent": 1,
        "first": article,
    }  # fmt: skip


def say(jane: Topic, words: str, hours: float, *, quotes: int = 1, **terms: Any) -> None:
    """Make a story whose report quotes her so often, and somebody else once."""
    story = tell(f"On {words}", jane, hours=hours, **terms)
    said = [quote(story.lead_id, f"{words} {n}.", "Jane Farrant") for n in range(quotes)]
    said.append(quote(story.lead_id, f"No {words}.", "Joan Heron"))
    Brief.objects.create(story=story, content={"quotes": said})


def test_all_quotes_stand_on_pages_the_latest_story_first(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(topic_quotes, "_ENOUGH", 3)
    jane = make_topic("Jane Farrant")
    for hours, words in enumerate(("tides", "piers", "nets", "ropes"), start=1):
        say(jane, words, hours, quotes=2)
    tell("Silent", jane, hours=9)
    about = text_of(client, address(jane))
    assert f'href="{address(jane)}quotes/"' in about
    first = text_of(client, f"{address(jane)}quotes/")
    assert first.index("tides 0.") < first.index("tides 1.") < first.index("piers 0.")
    assert "nets" not in first
    assert "No tides." not in first
    older = first.partition('rel="next" href="')[2].partition('"')[0]
    second = text_of(client, f"{address(jane)}quotes/{older}")
    assert "piers" not in second
    assert second.index("nets 0.") < second.index("ropes 1.")
    last = second.partition('rel="next" href="')[2].partition('"')[0]
    assert "None of these stories" not in text_of(client, f"{address(jane)}quotes/{last}")


def test_queries_do_not_grow_with_quotes(client: Client) -> None:
    counts = set()
    for stories in (1, 3):
        jane = make_topic("Jane Farrant", number=stories)
        for number in range(stories):
            say(jane, f"{stories} tides {number}", number + 1, quotes=stories)
        with CaptureQueriesContext(connection) as queries:
            text_of(client, f"{address(jane)}quotes/")
        counts.add(len(queries))
    assert counts == {4}


def test_quotes_are_a_feed_within_the_outlets_terms(client: Client) -> None:
    jane = make_topic("Jane Farrant", names={"en": "Jane Farrant", "ar": "جين فرانت"})
    say(jane, "tides", 1)
    say(jane, "secrets", 2, policy="headline")
    page = text_of(client, f"{address(jane)}quotes/")
    assert f'href="{address(jane)}quotes/feed.xml"' in page
    feed = feedparser.parse(text_of(client, f"{address(jane)}quotes/feed.xml"))
    assert [entry.title for entry in feed.entries] == ["tides 0."]
    assert "Jane Farrant" in feed.entries[0].summary
    assert "secrets 0" not in page
    assert "On tides" in text_of(client, f"{address(jane)}quotes/")
    assert "جين فرانت" in text_of(client, f"{address(jane, 'ar')}quotes/")


def test_only_people_speak_and_old_addresses_lead_on(client: Client) -> None:
    place = make_place()
    tell("Rain", place)
    assert client.get(f"{address(place)}quotes/").status_code == 404
    assert client.get(f"{address(place)}quotes/feed.xml").status_code == 404
    jane = make_topic("Jane Farrant")
    moved = client.get(f"/en/topic/jane-{jane.pk}/quotes/")
    assert (moved.status_code, moved["Location"]) == (302, f"{address(jane)}quotes/")
    assert "No story of this edition" in text_of(client, f"{address(jane)}quotes/")


def test_speakers_without_a_page_lead_to_a_search(client: Client) -> None:
    jane = make_topic("Jane Farrant")
    story = tell("Bridge", jane)
    said = [quote(story.lead_id, "It is late.", one) for one in ("Jane Farrant", 'Al "Ace" Roe')]
    Brief.objects.create(story=story, content={"quotes": said})
    for path in (f"/en/story/{story.pk}/", f"/en/story/{story.pk}/quotes/"):
        page = text_of(client, path)
        assert f'<a class="topic" href="{address(jane)}"><bdi>Jane Farrant' in page
        assert 'href="/en/search/?q=%22Al+Ace+Roe%22"' in page
