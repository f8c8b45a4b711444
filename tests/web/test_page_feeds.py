"""Fronts, stories and outlets as feeds: what a feed reader gets, and that it is the page's."""

import feedparser
import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_outlet, make_story

pytestmark = pytest.mark.django_db


def feed(client: Client, path: str) -> feedparser.FeedParserDict:
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml"
    assert "public" in response["Cache-Control"]
    assert not response.cookies
    read = feedparser.parse(response.content)
    assert not read.bozo
    assert read.feed.links
    return read


def test_a_front_has_its_stories_an_outlet_and_a_story_their_reports(client: Client) -> None:
    outlet, other = make_outlet("Harbour Ledger", policy="full"), make_outlet("Tidewire")
    first = make_article(outlet, "Rates are <cut>", hours=5, body="The bank cut its rate.")
    second = make_article(other, "Bank cuts rate", hours=2)
    story = make_story([first, second])
    front = feed(client, "/en/feed.xml")
    assert [entry.title for entry in front.entries] == ["Rates are <cut>"]
    assert front.entries[0].link.endswith(f"/en/story/{story.pk}/")
    assert "2 outlets" in front.entries[0].summary
    reports = feed(client, f"/en/story/{story.pk}/feed.xml")
    assert [entry.title for entry in reports.entries] == ["Bank cuts rate", "Rates are <cut>"]
    assert [entry.author for entry in reports.entries] == ["Tidewire", "Harbour Ledger"]
    own = feed(client, f"/en/outlet/{outlet.slug}/feed.xml")
    assert [entry.summary for entry in own.entries] == ["The bank cut its rate."]


def test_pages_say_where_their_feeds_are(client: Client) -> None:
    outlet = make_outlet("Harbour Ledger")
    story = make_story([make_article(outlet, "Rates are cut")])
    for page in ("/en/", f"/en/story/{story.pk}/", f"/en/outlet/{outlet.slug}/"):
        text = client.get(page).content.decode()
        assert 'type="application/atom+xml" title="' in text
        assert f'href="{page}feed.xml"' in text


def test_an_empty_newsroom_has_an_empty_feed_and_what_is_not_there_none(client: Client) -> None:
    assert not feed(client, "/ar/feed.xml").entries
    assert client.get("/en/story/9/feed.xml").status_code == 404
    assert client.get("/en/outlet/nobody/feed.xml").status_code == 404


def test_a_withdrawn_report_leaves_the_feeds(client: Client) -> None:
    outlet = make_outlet("Harbour Ledger")
    story = make_story(
        [make_article(outlet, "Rates are cut"), make_article(outlet, "Bank says so")]
    )
    gone = story.memberships.last()
    assert gone
    type(gone.article).objects.filter(pk=gone.article_id).update(spiked_at="2026-01-01T00:00:00Z")
    titles = [entry.title for entry in feed(client, f"/en/outlet/{outlet.slug}/feed.xml").entries]
    assert titles == ["Rates are cut"]
