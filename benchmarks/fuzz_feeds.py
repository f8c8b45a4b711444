"""Fuzz cases of what is polled: feeds, sitemaps and their indexes, lists, pages and listings."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final

from benchmarks.feed_samples import json_feed, opml, page, sitemap, xml_feed
from benchmarks.fuzz_checks import check_address, check_feed, check_value
from benchmarks.fuzz_kind import Kind, damaged, expect
from benchmarks.listing_fronts import HELD_LAYOUTS, LAYOUTS, front
from benchmarks.listing_words import STYLES, WORDS, tell
from wireroom.engine.feeds.answer import Polled, read_answer, read_listing_answer
from wireroom.engine.feeds.discover import discover_feeds, news_sitemaps
from wireroom.engine.feeds.hub import find_hub
from wireroom.engine.feeds.index import Child, ask_children, read_children
from wireroom.engine.feeds.opml import read_opml, write_opml
from wireroom.engine.types import FetchResult

_AS_DATA: Final = 0.3  # of listings: their reports once more as data
_URLS: Final = ("https://gazette.example/rss?x=1", "http://tide.example:8080/feed.xml")
_TYPES: Final = (
    "",
    "application/rss+xml",
    "text/xml; charset=utf-16",
    "text/html; charset=windows-1256",
    'application/json;charset="utf-8"',
    "charset=zlib_codec",
    "text/plain; charset=é",
)
_LINKS: Final = (
    "",
    '<https://hub.example/>; rel="hub"',
    '<x>;rel=hub,<y>;rel="self"',
    "<" * 300,
    "<http://[::1>; rel=hub",
    '<//hub.example/?a=b>; rel = "self hub"; x="',
)
_STATUSES: Final = (200, 200, 200, 200, 203, 304, 404, 500)


def _answer(raw: bytes, chance: Random) -> FetchResult:
    headers = {"content-type": chance.choice(_TYPES), "link": chance.choice(_LINKS)}
    return FetchResult(
        status=200, url=chance.choice(_URLS), headers=headers, body=damaged(raw, chance)
    )


def _made_by(*makers: Callable[[Random], str]) -> Callable[[Random], FetchResult]:
    return lambda chance: _answer(chance.choice(makers)(chance).encode(), chance)


def _take_feed(answer: FetchResult) -> None:
    polled = read_answer(answer)
    assert polled.feed is not None
    check_feed(polled.feed)
    check_value(polled)
    links = find_hub(polled.feed, answer.headers, url=answer.url)
    if links is not None:
        check_value(links)
        check_address(links.hub_url)


@dataclass(frozen=True, slots=True)
class _Index:
    index: FetchResult
    children: tuple[FetchResult | None, ...]
    known: dict[str, tuple[str, str]]


def _make_index(chance: Random) -> _Index:
    children = [
        None
        if chance.random() < 0.1
        else FetchResult(
            status=chance.choice(_STATUSES),
            url=chance.choice(_URLS),
            body=damaged(chance.choice((sitemap, xml_feed))(chance).encode(), chance),
        )
        for _ in range(3)
    ]
    known = {"https://gazette.example/x?a=1&b=2": ('"e"', ""), _URLS[0]: ("", "soon")}
    kept = {url: known[url] for url in known if chance.random() < 0.5}
    return _Index(_answer(sitemap(chance).encode(), chance), tuple(children), kept)


def _take_index(case: _Index) -> None:
    polled = read_answer(case.index)
    assert polled.feed is not None
    asked = ask_children(polled.feed.sitemaps, case.known, named_by=case.index.url, accept="*/*")
    expect(len(asked) <= 3, "more sitemaps are asked than three")
    check_value(tuple(asked))
    children = [
        Child(request.url, answer) for request, answer in zip(asked, case.children, strict=False)
    ]
    read = read_children(polled, children, case.known)
    _check_polled(read)
    expect(set(read.children or {}) <= {one.url for one in children}, "validators of others")


def _check_polled(polled: Polled) -> None:
    check_value(polled)
    if polled.feed is not None:
        check_feed(polled.feed)


def _take_opml(raw: bytes) -> None:
    read = read_opml(raw)
    check_value(read)
    for feed in read.feeds:
        check_address(feed.url)
        expect(len(feed.title) <= 200 and len(feed.folder) <= 200, "a name out of bounds")
    # Names are read as markup anew: of "&lt;b&gt;" nothing would be left.
    again = read_opml(write_opml(read.feeds, title="Tide").encode())
    addresses = [[(feed.url, feed.home_url) for feed in one.feeds] for one in (read, again)]
    expect(addresses[0] == addresses[1], "a list is not read as it was written")


def _take_page(case: tuple[bytes, str]) -> None:
    raw, url = case
    found = discover_feeds(raw, url=url)
    check_value(found)
    expect(len(found) <= 50, "more feeds than are tried")
    sitemaps = news_sitemaps(raw, url=url)
    for address in (*(link.url for link in found), *sitemaps):
        check_address(address)
    expect(len({link.url for link in found}) == len(found), "a feed is named twice")


def _make_listing(chance: Random) -> tuple[FetchResult, tuple[tuple[str, bool], ...]]:
    lang = chance.choice(list(WORDS))
    style = chance.choice(list(STYLES.values()))
    layout = chance.choice([*LAYOUTS.values(), *HELD_LAYOUTS.values()])
    told = [tell(chance, lang, style) for _ in range(chance.randint(0, 20))]
    known = [(tell(chance, lang, style).url, chance.random() < 0.8) for _ in range(5)]
    known += [
        (chance.choice(("https://gazette.example/", "https://[::1]/a-b-c?x", _URLS[0])), True)
    ]
    raw = front(chance, lang, layout, told).encode()
    if chance.random() < _AS_DATA:
        rows = [{"url": one.url, "title": one.headline} for one in told]
        data = damaged(json.dumps({"items": rows}).encode(), chance)
        raw += b'<script type="application/json">' + data + b"</script>"
    return _answer(raw, chance), tuple(known)


def _take_listing(case: tuple[FetchResult, tuple[tuple[str, bool], ...]]) -> None:
    answer, known = case
    polled = read_listing_answer(answer, known)
    _check_polled(polled)


def _make_page(chance: Random) -> tuple[bytes, str]:
    return damaged(page(chance).encode(), chance), chance.choice(_URLS)


KINDS: Final[dict[str, Kind]] = {
    "feed": Kind(12, _made_by(xml_feed, xml_feed, xml_feed, json_feed), _take_feed),
    "sitemap": Kind(30, _made_by(sitemap), _take_feed),
    "sitemap index": Kind(8, _make_index, _take_index),
    "opml": Kind(30, lambda chance: damaged(opml(chance).encode(), chance), _take_opml),
    "discovery": Kind(30, _make_page, _take_page),
    "listing": Kind(4, _make_listing, _take_listing),
}
