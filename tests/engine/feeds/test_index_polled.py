"""A sitemap index asked with its sitemaps, and what is passed over when it is first seen."""

from datetime import UTC, datetime, timedelta

import pytest

from wireroom.engine.errors import NotAFeed
from wireroom.engine.feeds.answer import Polled
from wireroom.engine.feeds.first_sight import MOST_AT_FIRST, passed_over
from wireroom.engine.feeds.index import MOST_CHILDREN, Child, ask_children, read_children
from wireroom.engine.feeds.parse import parse_feed
from wireroom.engine.types import FeedEntry, FetchResult, ParsedFeed

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
AT = "https://tide.example/sitemap.xml"


def answer(body: str = "", status: int = 200, **headers: str) -> FetchResult:
    stated = {name.replace("_", "-"): value for name, value in headers.items()}
    return FetchResult(status=status, url=AT, body=body.encode(), headers=stated)


def urls(*paths: str) -> str:
    rows = "".join(f"<url><loc>https://tide.example/{path}</loc></url>" for path in paths)
    return f"<urlset>{rows}</urlset>"


def index(*names: str) -> ParsedFeed:
    rows = "".join(f"<sitemap><loc>/{name}.xml</loc></sitemap>" for name in names)
    return parse_feed(f"<sitemapindex>{rows}</sitemapindex>".encode(), url=AT)


def test_the_newest_sitemaps_are_asked_and_no_more() -> None:
    named = index("posts-2025-12", "posts-2026-2", "posts-2026-11", "pages", "news").sitemaps
    requests = ask_children(named, {}, named_by=AT, accept="*/*")
    assert [one.url.rpartition("/")[2] for one in requests] == [
        "news.xml", "posts-2026-11.xml", "posts-2026-2.xml",
    ]  # fmt: skip
    assert len(requests) == MOST_CHILDREN
    assert {one.named_by for one in requests} == {AT}


def test_sitemaps_are_asked_on_conditions_also_where_the_index_is_as_it_was() -> None:
    known = {"https://tide.example/a.xml": ('"1"', "Mon, 30 Nov 2026 11:00:00 GMT")}
    (request,) = ask_children((), known, named_by=AT, accept="*/*")
    assert (request.etag, request.last_modified) == known[request.url]
    same = read_children(
        Polled(answer(status=304), None), [Child(request.url, answer(status=304))], known
    )
    assert same.feed is None
    assert same.children == known
    new = read_children(
        Polled(answer(status=304), None),
        [Child(request.url, answer(urls("x"), etag='"2"'))],
        known,
    )
    assert new.feed is not None
    assert [one.url for one in new.feed.entries] == ["https://tide.example/x"]
    assert new.children == {request.url: ('"2"', "")}
    assert not new.unseen


def test_one_broken_sitemap_takes_nothing_with_it() -> None:
    children = [
        Child("https://tide.example/a.xml", None),
        Child("https://tide.example/b.xml", answer("<html>")),
        Child("https://tide.example/c.xml", answer(urls("x", "y"))),
    ]
    polled = read_children(Polled(answer(), index("a", "b", "c")), children, {})
    assert polled.feed is not None
    assert len(polled.feed.entries) == 2
    assert polled.unseen == {"https://tide.example/x", "https://tide.example/y"}
    assert set(polled.children or {}) == {"https://tide.example/c.xml"}
    with pytest.raises(NotAFeed):
        read_children(Polled(answer(), index("a", "b")), children[:2], {})


def test_a_sitemap_that_failed_at_first_is_asked_again_though_the_index_stays() -> None:
    children = [
        Child("https://tide.example/a.xml", answer(urls("x"), etag='"1"')),
        Child("https://tide.example/b.xml", None),
    ]
    first = answer(etag='"index"', last_modified="Mon", expires="Tue")
    polled = read_children(Polled(first, index("a", "b")), children, {})
    assert polled.answer.headers == {"expires": "Tue"}
    # One that was read before is known by its own answer.
    known = {"https://tide.example/b.xml": ('"0"', "")}
    polled = read_children(Polled(first, index("a", "b")), children, known)
    assert polled.answer.headers == first.headers
    assert (polled.children or {})["https://tide.example/b.xml"] == ('"0"', "")


def test_a_long_sitemap_leaves_room_for_the_others() -> None:
    children = [
        Child("https://tide.example/a.xml", answer(urls(*(f"a{n}" for n in range(1_000))))),
        Child("https://tide.example/b.xml", answer(urls("new"))),
    ]
    feed = read_children(Polled(answer(), index("a", "b")), children, {}).feed
    assert feed is not None
    assert feed.entries[-1].url == "https://tide.example/new"


def entry(number: int, days: float | None = None) -> FeedEntry:
    url = f"https://tide.example/{number}"
    at = None if days is None else NOW - timedelta(days=days)
    return FeedEntry(guid=url, url=url, title="", published_at=at)


def test_texts_of_sitemaps_are_bounded() -> None:
    long = "x" * 3_000
    address = f"https://tide.example/{long}.xml"
    children = [Child(address, None), Child(AT, answer(urls("a")))]
    feed = read_children(Polled(answer(), index(long, "news")), children, {}).feed
    assert feed is not None
    (told,) = feed.warnings
    assert told.startswith("https://tide.example/xxx")
    assert len(told) < 400
    named = (
        f"<urlset><url><loc>https://tide.example/a</loc><name>Tide\n {long}</name></url></urlset>"
    )
    title = parse_feed(named.encode(), url=AT).title
    assert title is not None
    assert title.startswith("Tide xxx")
    assert len(title) == 1_000


def test_what_is_first_seen_does_not_flood() -> None:
    undated = tuple(entry(n) for n in range(100))
    listing = ParsedFeed(kind="listing", entries=undated)
    assert len(passed_over(listing, is_first=True, now=NOW)) == 100 - MOST_AT_FIRST
    assert undated[0].url not in passed_over(listing, is_first=True, now=NOW)
    assert not passed_over(listing, is_first=False, now=NOW)
    assert not passed_over(ParsedFeed(kind="rss", entries=undated), is_first=True, now=NOW)


def test_of_a_sitemap_the_last_week_is_fetched() -> None:
    sitemap = ParsedFeed(kind="sitemap", entries=(entry(1, 0.5), entry(2, 30), entry(3, 6)))
    assert passed_over(sitemap, is_first=True, now=NOW) == {entry(2).url}
    assert not passed_over(sitemap, is_first=False, now=NOW)
    unseen = frozenset({entry(2).url, entry(3).url})
    assert passed_over(sitemap, is_first=False, unseen=unseen, now=NOW) == {entry(2).url}
