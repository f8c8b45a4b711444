"""One report is one article, whatever its outlet does with guids, addresses and terms."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from wireroom.engine.reading import Reading, take_prints
from wireroom.engine.types import Article as ReadArticle
from wireroom.engine.types import FeedEntry, FetchResult, Role, TimeFrom
from wireroom.news.models import Article, Entry, Feed, Outlet, Page, Revision
from wireroom.news.queries.polling import outlet_lines
from wireroom.news.services.articles import file_readings, file_unreadable
from wireroom.news.services.feeds import add_feed, file_poll
from wireroom.news.services.known_entries import find_news
from wireroom.news.services.leases import claim
from wireroom.news.services.outlets import OutletFacts, file_outlet
from wireroom.news.services.pages import file_fetches, file_unchanged

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)
HOST = "https://tidewire.example"
BODY = tuple(
    f"The ferry {word} burned for nine hours before a tug reached it at dawn, they said."
    for word in ("Alba", "Bree", "Cora", "Dove")
)

pytestmark = pytest.mark.django_db


def outlet() -> Outlet:
    return file_outlet(OutletFacts(name="Tidewire", home_url=f"{HOST}/", policy="full"))[0]


def poll(*entries: FeedEntry, at: datetime = NOW) -> int:
    feed, _ = add_feed(outlet(), f"{HOST}/feed.xml", now=at)
    Feed.objects.filter(pk=feed.pk).update(due_at=at)
    (claimed,) = claim(Feed, "poll", now=at, limit=1, lease_s=60)
    return file_poll(claimed, entries, now=at, due_at=at + timedelta(hours=1))


def entry(guid: str, slug: str, title: str = "Ferry burns off the islands") -> FeedEntry:
    return FeedEntry(guid=guid, url=f"{HOST}/{slug}", title=title)


def claimed(step: str, at: datetime, url: str = "") -> Page:
    pages = Page.objects.filter(url=url) if url else Page.objects.all()
    pages.update(step=step, due_at=at)
    (page,) = claim(Page, step, now=at, limit=1, lease_s=60)
    return page


def read(page: Page, *, at: datetime = NOW, terms: tuple[str, ...] = (), **facts: Any) -> None:
    told = ReadArticle(
        **{
            "id": "a",
            "file": "a",
            "position": 0,
            "role": Role.MAIN,
            "title": "Ferry burns off the islands",
            "paragraphs": BODY,
            "published": NOW,
            "published_from": TimeFrom.STATED,
            "lang": "en",
            **facts,
        }
    )
    reading: Reading = replace(take_prints(told), terms=terms)
    file_readings([(page, [reading])], now=at)


def page_at(slug: str) -> Page:
    url = f"{HOST}/{slug}"
    Page.objects.get_or_create(url=url, defaults={"outlet": outlet(), "seen_at": NOW})
    return claimed("extract", NOW, url)


def test_a_feed_that_gives_new_guids_announces_nothing_new() -> None:
    assert poll(entry("1", "ferry")) == 1
    for guid in "234":
        assert poll(entry(guid, "ferry")) == 0
    assert (Page.objects.count(), Entry.objects.count()) == (1, 1)


def test_one_guid_for_two_reports_makes_two_pages() -> None:
    assert poll(entry("x", "ferry")) == 1
    assert poll(entry("x", "clock", "Old clock strikes")) == 1
    assert poll(entry("x", "ferry"), entry("y", "clock", "Old clock strikes")) == 0
    assert (Page.objects.count(), Entry.objects.count()) == (2, 2)


def test_a_report_with_a_new_headline_and_address_stays_one_article() -> None:
    """Its row stays, and with it whatever readers hung on it: marks, stories, revisions."""
    poll(entry("1", "ferry"))
    read(claimed("extract", NOW))
    first = Article.objects.get()
    later = NOW + timedelta(hours=2)
    assert poll(entry("1", "ferry-two-dead", "Two dead as ferry burns off islands"), at=later) == 1
    page = Page.objects.get()
    assert (page.url, page.step) == (f"{HOST}/ferry-two-dead", "fetch")
    assert page.due_at is not None
    assert page.due_at <= later
    headline = "Two dead as ferry burns off islands"
    read(claimed("extract", later), at=later, title=headline, canonical_url=page.url)
    article = Article.objects.get()
    assert article.pk == first.pk
    assert (article.headline, article.url, article.revision_count) == (headline, page.url, 2)


def test_guid_address_and_headline_changed_in_one_go_are_of_one_article() -> None:
    """Its moment tells, beside a report that stands; five queries, as for any feeds with news."""
    at, stands = NOW - timedelta(seconds=77), entry("0", "clock", "Old clock strikes")
    old = replace(entry("1", "ferry"), published_at=at)
    stands = replace(stands, published_at=NOW - timedelta(hours=3))
    poll(old, stands)
    ids = set(Page.objects.values_list("pk", flat=True))
    new = replace(entry("9", "two-dead", "Two dead as ferry burns off islands"), published_at=at)
    feed = Feed.objects.get()
    with CaptureQueriesContext(connection) as asked:
        told = find_news([(feed, (new, stands))])[0]
    assert len(asked) == 5
    assert [one.is_new for one in told] == [False, False]
    assert poll(new, stands, at=NOW + timedelta(hours=2)) == 1
    assert set(Page.objects.values_list("pk", flat=True)) == ids
    assert Page.objects.filter(url=new.url).exists()
    fair = replace(entry("10", "fair", "A fair for the islands opens"), published_at=at)
    assert poll(fair, stands, at=NOW + timedelta(hours=4)) == 1
    assert Page.objects.count() == 3


@pytest.mark.parametrize("form", ["ferry/amp", "ferry/", "ferry?outputType=amp"])
def test_a_page_in_another_form_is_the_same_article(form: str) -> None:
    read(page_at("ferry"))
    read(page_at(form), title="Ferry burns")
    assert Article.objects.get().url == f"{HOST}/ferry"


def test_a_text_at_a_second_address_is_known_word_for_word() -> None:
    read(page_at("world/ferry"))
    read(page_at("islands/ferry"))
    assert Article.objects.count() == 1
    read(page_at("brief"), paragraphs=("No ferries today.",), title="Ferries")
    read(page_at("brief-2"), paragraphs=("No ferries today.",), title="Ferries")
    assert Article.objects.count() == 3


def test_an_article_goes_on_at_the_address_that_is_left() -> None:
    read(page_at("world/ferry"))
    file_unreadable(page_at("world/ferry"), "gone", "it answers 404", now=NOW)
    read(page_at("islands/ferry"))
    article = Article.objects.get()
    assert article.url == f"{HOST}/islands/ferry"
    assert article.page.url == article.url


def test_noise_makes_no_revision_and_a_correction_does() -> None:
    read(page_at("ferry"), paragraphs=(*BODY, "12 comments"))
    read(page_at("ferry"), paragraphs=(*BODY, "Updated 5 minutes ago", "31 comments"))
    assert Revision.objects.count() == 1
    read(page_at("ferry"), paragraphs=(*BODY[:3], BODY[3].replace("nine", "ten")))
    assert Revision.objects.count() == 2


def test_a_report_is_looked_at_ever_more_rarely_and_sooner_after_a_change() -> None:
    read(page_at("ferry"))
    at, waits = NOW, []
    for _ in range(3):
        due = Page.objects.get().due_at
        assert due is not None
        waits.append(due - at)
        at = due
        (page,) = claim(Page, "fetch", now=at, limit=1, lease_s=60)
        file_unchanged([(page, FetchResult(status=304, url=page.url))], now=at)
    assert waits == [timedelta(minutes=30), timedelta(hours=1), timedelta(hours=4.5)]
    read(claimed("extract", at), at=at, paragraphs=(*BODY, "Two are missing."))
    page = Page.objects.get()
    assert (page.quiet_looks, page.due_at) == (0, at + (at - NOW))


def test_what_site_and_page_state_lowers_the_policy_for_this_article() -> None:
    page = page_at("ferry")
    Page.objects.filter(pk=page.pk).update(step="fetch")
    answer = FetchResult(status=200, url=page.url, body=b"x", terms=("noai:ai.txt",))
    file_fetches([(page, answer)], now=NOW)
    read(claimed("extract", NOW), terms=("noarchive:robots meta",))
    article = Article.objects.get()
    assert (article.ai_reserved, article.most_shown) == (True, "excerpt")
    told = list(outlet_lines("tidewire", now=NOW))
    assert "states: noai in ai.txt, 1 of 1 pages" in told
    assert "states: noarchive in robots meta, 1 of 1 pages" in told
    Outlet.objects.update(overrules_terms=True)
    read(claimed("extract", NOW), terms=("noarchive:robots meta",))
    article.refresh_from_db()
    assert (article.ai_reserved, article.most_shown) == (False, "")


@pytest.mark.parametrize("status", [200, 304])
def test_terms_that_change_reach_an_article_whose_bytes_stay(status: int) -> None:
    page = page_at("ferry")
    Page.objects.filter(pk=page.pk).update(step="fetch")
    first = FetchResult(status=200, url=page.url, body=b"x")
    file_fetches([(page, first)], now=NOW)
    meta = ("noarchive:robots meta",)
    read(claimed("extract", NOW), terms=meta)

    def look(*terms: str) -> Page:
        due = Page.objects.get().due_at
        assert due is not None
        (asked,) = claim(Page, "fetch", now=due, limit=1, lease_s=60)
        answer = FetchResult(status=status, url=page.url, body=b"x", terms=terms)
        if status == 304:
            file_unchanged([(asked, answer)], now=due)
        else:
            file_fetches([(asked, answer)], now=due)
        return Page.objects.get()

    same = look()
    assert (same.step, same.terms) == ("fetch", "noarchive:robots meta")
    for terms, reserved in ((("noai:ai.txt",), True), ((), False)):
        changed = look(*terms)
        assert changed.step == "extract"
        assert changed.due_at is not None
        read(claimed("extract", changed.due_at), at=changed.due_at, terms=meta)
        article = Article.objects.get()
        assert (article.ai_reserved, article.most_shown) == (reserved, "excerpt")
    assert Article.objects.get().revision_count == 1
