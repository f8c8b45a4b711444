"""The feeds as a reader's own libraries see them."""

import json
from calendar import timegm
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest

from wireroom.sample import load_newsroom
from wireroom.sample.content import Kind, Report
from wireroom.sample.feeds import write_feed
from wireroom.sample.layout import Moment
from wireroom.sample.site import Site

EPOCH = datetime(2031, 3, 5, 9, 30, tzinfo=UTC)
SITE = Site(newsroom=load_newsroom(), epoch=EPOCH, base_url="http://127.0.0.1:8091")
OUTLETS = SITE.newsroom.outlets


def announced(outlet: str) -> list[Report]:
    listed = SITE.newsroom.listed(outlet)
    return [report for report in listed if report.kind is not Kind.AUTHOR]


def written(outlet: str, *, corrected_at: datetime | None = None) -> bytes:
    at = Moment(now=EPOCH, corrected_at=corrected_at)
    return write_feed(SITE, OUTLETS[outlet], at)[0]


@pytest.mark.parametrize(
    "outlet", [slug for slug, outlet in OUTLETS.items() if outlet.feed_kind in ("rss", "atom")]
)
def test_feedparser_reads_every_entry(outlet: str) -> None:
    feed: Any = feedparser.parse(written(outlet))
    assert not feed.bozo
    assert feed.feed.title == OUTLETS[outlet].name
    wanted = announced(outlet)
    assert [entry.link for entry in feed.entries] == [SITE.announced_url(r) for r in wanted]
    assert [entry.title for entry in feed.entries] == [SITE.tell(r).headline for r in wanted]
    for entry, report in zip(feed.entries, wanted, strict=True):
        published = datetime.fromtimestamp(timegm(entry.published_parsed), UTC)
        assert published == SITE.tell(report).published


def test_one_feed_holds_full_text() -> None:
    feed: Any = feedparser.parse(written("tidewire"))
    full = {entry.title: entry.content[0].value for entry in feed.entries if "content" in entry}
    text = full["Nine dead in night ferry fire off Port Alderne"]
    assert text.count("<p>") == 9
    assert "PORT ALDERNE (Tidewire) — Nine people" in text


def test_full_text_in_a_feed_keeps_its_structure() -> None:
    feed: Any = feedparser.parse(written("tidewire"))
    title = "What is known about the fire on the Sea Lark, and what is not"
    [text] = [entry.content[0].value for entry in feed.entries if entry.title == title]
    assert text.startswith("<p>PORT ALDERNE (Tidewire) — Investigators")
    for part in (
        "<h2>What happened, and when?</h2>",
        "<ul><li>which",
        "<ol><li>The",
        "<blockquote>",
    ):
        assert part in text
    assert text.endswith("It was built at the Sarn yard.</p>")


@pytest.mark.parametrize(
    "outlet", [slug for slug, outlet in OUTLETS.items() if outlet.feed_kind == "json"]
)
def test_json_feed_has_what_the_standard_asks_for(outlet: str) -> None:
    feed = json.loads(written(outlet))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert len(feed["items"]) == len(announced(outlet))
    for item in feed["items"]:
        assert item["id"]
        assert item["url"]
        assert item["summary"] == item["content_text"]
        assert datetime.fromisoformat(item["date_published"]).tzinfo


def test_the_news_sitemap_names_pages_titles_and_times() -> None:
    spaces = {
        "m": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "n": "http://www.google.com/schemas/sitemap-news/0.9",
    }
    root = ET.fromstring(written("meridian-daily"))
    places = [place.text for place in root.findall("m:url/m:loc", spaces)]
    assert places == [SITE.announced_url(report) for report in announced("meridian-daily")]
    titles = [title.text for title in root.findall("m:url/n:news/n:title", spaces)]
    assert len(titles) == len(places)


def test_tracked_links_have_a_clean_guid() -> None:
    links = [SITE.announced_url(r) for r in SITE.newsroom.reports.values() if r.tracked]
    assert links
    assert all("utm_source=" in link for link in links)


def test_a_corrected_entry_is_updated() -> None:
    first, second = written("civic-times"), written("civic-times", corrected_at=EPOCH)
    modified = {item["id"]: item["date_modified"] for item in json.loads(first)["items"]}
    changed = [
        item["id"]
        for item in json.loads(second)["items"]
        if item["date_modified"] != modified[item["id"]]
    ]
    assert [page.rsplit("/", 1)[1] for page in changed] == [
        "coastal-levy-carried-after-fourteen-hours"
    ]
