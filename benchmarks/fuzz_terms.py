"""Fuzz cases of what sites state to machines: robots.txt, ai.txt, tdmrep.json and headers."""

import asyncio
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Final
from urllib.parse import urlsplit

from benchmarks.fuzz_checks import check_value
from benchmarks.fuzz_kind import Kind, damaged, expect
from wireroom.adapters.robots import RobotsGate
from wireroom.engine.errors import FetchFailed
from wireroom.engine.terms import (
    header_terms,
    join_terms,
    meta_terms,
    most_shown,
    reserves_ai,
    restate,
    split_terms,
)
from wireroom.engine.types import FetchRequest, FetchResult

_LINES: Final = (
    "User-agent: *",
    "User-agent: Wireroom",
    "user-agent:wireroom",
    "Disallow: /",
    "Disallow:",
    "Disallow: /*?*=*&*.html$",
    "Allow: /news",
    "Disallow: *" + "*a" * 30,
    "Crawl-delay: 5",
    "Crawl-delay: nan",
    "Crawl-delay: inf",
    "Crawl-delay: -1",
    "Crawl-delay: 1e999",
    "Crawl-delay: ٣",
    "Crawl-delay: 9" + "9" * 300,
    "Sitemap: /news-sitemap.xml",
    "Content-Signal: ai-input=no",
    "content-signal : search=yes , ai-input = yes",
    "Request-rate: 1/0",
    "Request-rate: 1/5m 0900-2600",
    "Visit-time: 9999-0000",
    "Host: x",
    ":",
    "#",
    "Disallow: /%",
    "Disallow: /%zz%E9",
    "Disallow: /é",
    "Allow: /" + "x*" * 50 + "$",
    "\ufeffUser-agent: *",
    "Disallow: /\x00",
    "Disallow: *.txt",
    " ",
    "",
    "Noindex: /",
    "Disallow: /[a-",
    "Disallow: /(((",
    "Crawl-delay: 1_0",
    "Request-rate: 99999999999/1",
)
_DIRECTIVES: Final = (
    "noai",
    "noml",
    "noarchive",
    "nocache",
    "NoSnippet",
    "max-snippet:0",
    "max-snippet : -1",
    "*: noai",
    "otherbot: noarchive",
    "wireroom: nosnippet",
    "unavailable_after: 25 Jun 2031 15:00:00 PST",
    "",
    "noai" * 50,
    "\x00",
    "all",
    ":",
    "noai;noarchive",
    "1",
    "0",
    " 1 ",
    "١",
    "noai:ai.txt; noarchive",
)
_ROWS: Final = (
    '{"location": "/*", "tdm-reservation": 1}',
    '{"location": "/news*", "tdm-reservation": 0}',
    '{"location": 7, "tdm-reservation": "1"}',
    '{"location": "/[a-", "tdm-reservation": true}',
    "{}",
    '{"location": "' + "*a" * 30 + '", "tdm-reservation": 1}',
    "null",
    "[[]]",
    "1e999",
    "NaN",
    '{"location": "\\ud800", "tdm-reservation": 1}',
    '{"location": "/?"}',
    "9" * 5_000,
)
_URLS: Final = (
    "https://tide.example/news/a?b=c",
    "https://tide.example/",
    "http://tide.example:8080/" + "a" * 500,
    "https://tide.example/%E9%zz",
    "https://xn--mgbh0fb.example/x#!y",
    "https://tide.example",
)


@dataclass(frozen=True, slots=True)
class _Site:
    """What a site answers to those who ask for its files, and which page is asked for."""

    files: dict[str, FetchResult | None]
    url: str
    meta: bytes
    headers: dict[str, str]


class _Files:
    """A fetcher that answers from what a site has."""

    def __init__(self, site: _Site) -> None:
        self._site = site

    async def fetch(self, request: FetchRequest) -> FetchResult:
        answer = self._site.files.get(urlsplit(request.url).path)
        if answer is None:
            raise FetchFailed("no answer", permanent=bool(len(request.url) % 2))
        return answer

    async def close(self) -> None:
        """There is nothing to close."""


@cache
def _runner() -> asyncio.Runner:
    return asyncio.Runner()


def _some(chance: Random, texts: tuple[str, ...], between: str) -> str:
    return between.join(chance.choice(texts) for _ in range(chance.randint(0, 8)))


def _headers(chance: Random) -> dict[str, str]:
    return {
        "x-robots-tag": _some(chance, _DIRECTIVES, ", "),
        "tdm-reservation": chance.choice(_DIRECTIVES),
    }


def _file(text: str, chance: Random) -> FetchResult | None:
    if chance.random() < 0.1:
        return None
    status = chance.choice((200, 200, 200, 200, 200, 404, 429, 503, 301))
    raw = damaged(text.encode("utf-8", "replace"), chance)
    return FetchResult(status=status, url=_URLS[0], headers=_headers(chance), body=raw)


def _make(chance: Random) -> _Site:
    rows = f"[{_some(chance, _ROWS, ',')}]" if chance.random() < 0.9 else "[" * 100_000
    files = {
        "/robots.txt": _some(chance, _LINES, chance.choice(("\n", "\r\n", "\r", "\n\n"))),
        "/ai.txt": _some(chance, _LINES, "\n"),
        "/.well-known/tdmrep.json": rows,
    }
    metas = (
        f'<meta name="{chance.choice(("robots", "Wireroom", "tdm-reservation", "x"))}" '
        f"content='{_some(chance, _DIRECTIVES, ',')}'>"
        for _ in range(3)
    )
    return _Site(
        {path: _file(text, chance) for path, text in files.items()},
        chance.choice(_URLS),
        damaged("".join(metas).encode("utf-8", "replace"), chance),
        _headers(chance),
    )


def _take(site: _Site) -> None:
    verdict = _runner().run(RobotsGate(_Files(site)).allowed(site.url))
    check_value(verdict)
    delay_s = verdict.crawl_delay_s
    expect(delay_s is None or delay_s >= 0, f"a delay of {delay_s} s")
    stated = (header_terms(site.headers), meta_terms(site.meta), verdict.terms)
    line = join_terms(*stated)
    check_value(line)
    expect(len(line) < 500, "terms without a bound")
    expect(join_terms(split_terms(line)) == line, "terms are not read as they were joined")
    expect(restate(line, verdict.terms, is_whole=False) != line, "what is the same is stated anew")
    expect(most_shown(line) in ("", "headline", "excerpt"), "a page is shown otherwise")
    expect(reserves_ai(line) == any("noai:" in one for one in split_terms(line)), "noai is lost")


KINDS: Final[dict[str, Kind]] = {"terms": Kind(90, _make, _take)}
