"""Live blogs from the outlet's page to the reader's: read, filed, and shown by the real views."""

import html
import re
from datetime import UTC, datetime
from typing import Final

import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_outlet, short_of_year

from wireroom.engine.pages.read import read_document
from wireroom.engine.reading import take_prints
from wireroom.engine.types import Document
from wireroom.news.models import Article, Outlet, Page
from wireroom.news.services.articles import file_readings
from wireroom.news.services.leases import claim
from wireroom.sample.layout import Moment, render_page
from wireroom.sample.reading import load_newsroom
from wireroom.sample.site import Site

pytestmark = pytest.mark.django_db

EPOCH: Final = datetime(2026, 3, 9, 18, tzinfo=UTC)
SITE: Final = Site(newsroom=load_newsroom(), epoch=EPOCH, base_url="http://news.example")
LIVE: Final = [key for key, report in SITE.newsroom.reports.items() if report.entries]


def file_sample(key: str, policy: str) -> Article:
    """Read the page of a sample report and file it as a poll would have."""
    report = SITE.newsroom.reports[key]
    outlet = make_outlet(report.outlet, policy=policy, lang="en")
    url = f"http://news.example/{key}"
    Page.objects.create(outlet=outlet, url=url, seen_at=EPOCH, step="extract", due_at=EPOCH)
    (page,) = claim(Page, "extract", now=EPOCH, limit=1, lease_s=60)
    markup = render_page(SITE, report, Moment(now=EPOCH, corrected_at=None))
    document = Document(name=url, raw=markup.encode(), url=url, captured_at=EPOCH,
                        content_type="text/html; charset=utf-8")  # fmt: skip
    file_readings([(page, [take_prints(one) for one in read_document(document)])], now=EPOCH)
    return Article.objects.get(page=page, role="main")


def text_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def lines_of(page: str) -> list[str]:
    """Return the lines of a page's report as a reader sees them."""
    report = page.partition('<div class="live-count">')[2].partition(
        '<ul class="record" id="record">'
    )[0]
    report = re.sub(r'<span class="told-day"[^>]*>[^<]*</span>', "", report)  # not the report's
    report = re.sub(r"</?(?:time|span|em|strong|a|bdi)\b[^>]*>", "", report)
    pieces = (" ".join(html.unescape(piece).split()) for piece in re.split(r"<[^>]+>", report))
    return [piece for piece in pieces if piece]


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("key", LIVE)
def test_each_entry_of_the_samples_live_blogs_is_shown_once(
    client: Client, key: str, lang: str
) -> None:
    article = file_sample(key, "full")
    page = text_of(client, f"/{lang}/article/{article.pk}/")
    revision = article.revisions.get()
    entries = revision.live_entries
    assert len(entries) == len(SITE.newsroom.reports[key].entries)
    shown = lines_of(page)
    for paragraph in revision.body.split("\n\n"):
        assert shown.count(" ".join(paragraph.split())) == 1, paragraph
    anchors = [f'id="entry-{number}"' for number in range(len(entries), 0, -1)]
    places = [page.index(anchor) for anchor in anchors]
    assert places == sorted(places)
    times = re.findall(r'class="live-time"><a href="#entry-\d+"><time datetime="([^"]+)"', page)
    assert times == [entry["at"].replace("+00:00", "Z") for entry in entries]


@pytest.mark.parametrize("key", LIVE)
def test_an_excerpt_tells_how_many_entries_there_are_and_nothing_of_them(
    client: Client, key: str
) -> None:
    article = file_sample(key, "excerpt")
    revision = article.revisions.get()
    page = text_of(client, f"/en/article/{article.pk}/")
    latest = datetime.fromisoformat(revision.live_entries[0]["at"])
    count = len(revision.live_entries)
    assert f'<p>{count} entries, latest at <time datetime="{latest:%Y-%m-%dT%H:%M:%SZ}">' in page
    assert "live-entry" not in page
    paragraphs = revision.body.split("\n\n")
    for paragraph in paragraphs[revision.live_entries[0]["first"] :]:
        assert " ".join(paragraph.split()) not in lines_of(page)
    assert "The whole report stands with its publisher." in page


def make_live(outlet: Outlet, **changes: object) -> Article:
    entry = {"heading": "A <vote>", "at": "2026-03-03T12:00:00+00:00", "first": 1, "end": 3}
    kept = {"live_entries": [{**entry, **changes}], "html": ""}
    body = "It opens.\n\nA <vote>\n\nThey voted today.\n\nIt closes."
    return make_article(outlet, "H", body=body, structure=kept)


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "1 entry, at 3 March 2026, 12:00 UTC"),
     ("ar", "تحديث واحد في 3 مارس 2026، 12:00 بالتوقيت العالمي")],
)  # fmt: skip
def test_one_entry_is_counted_in_the_readers_language(client: Client, lang: str, said: str) -> None:
    article = make_live(make_outlet("Agency", policy="full"))
    page = text_of(client, f"/{lang}/article/{article.pk}/")
    assert lines_of(page)[0].startswith(short_of_year(said))
    assert "A &lt;vote&gt;</h2>" in page
    assert page.count("&lt;vote&gt;") == 1
    # What an entry calls today is its own day, not that of the blog's first publication.
    assert '<time class="told" datetime="2026-03-03" tabindex="0">' in page
    assert page.index("It opens.") < page.index('id="entry-1"') < page.index("It closes.")


def test_an_entry_without_a_time_is_named_by_its_number(client: Client) -> None:
    article = make_live(make_outlet("Agency", policy="full"), at=None, heading=None)
    page = text_of(client, f"/en/article/{article.pk}/")
    assert '<p class="live-time"><a href="#entry-1">Entry 1</a></p>' in page
    assert "latest at" not in page
    assert "<p>1 entry</p>" in page


def test_entries_that_the_body_does_not_hold_leave_the_text_whole(client: Client) -> None:
    article = make_live(make_outlet("Agency", policy="full"), first=2, end=9)
    page = text_of(client, f"/en/article/{article.pk}/")
    assert "live-entry" not in page
    assert page.count("&lt;vote&gt;") == 1
    assert page.index("It opens.") < page.index("It closes.")


def test_a_headline_policy_tells_nothing_of_a_live_blog(client: Client) -> None:
    article = make_live(make_outlet("Agency", policy="headline"))
    assert "entry" not in text_of(client, f"/en/article/{article.pk}/")


def test_a_note_under_an_excerpt_is_told_by_its_kind_and_day(client: Client) -> None:
    note = {"text": "It is nine.", "kind": "clarification", "at": "2026-03-03T00:00:00+00:00"}
    outlet = make_outlet("Paper", policy="excerpt")
    article = make_article(outlet, "H", body="It burned.", structure={"corrections": [note]})
    for lang, kind, day in (
        ("en", "Clarification", "3 March 2026"), ("ar", "توضيح", "3 مارس 2026"),
    ):  # fmt: skip
        page = text_of(client, f"/{lang}/article/{article.pk}/")
        assert f'{kind} <span class="note-day">{short_of_year(day)}</span>' in page
        assert "It is nine." not in page
