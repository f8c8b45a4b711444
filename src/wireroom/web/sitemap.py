"""Sitemaps as search engines read them (sitemaps.org, with hreflang and news beside it)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from xml.sax.saxutils import escape

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from wireroom.news.queries.languages import primary_subtag
from wireroom.web.here import page_time

_AGE_S: Final = 600  # crawlers come by the hour; what is withdrawn stands there no longer than this
_SPACE: Final = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML: Final = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
_NEWS: Final = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An address: its path, when it changed, and its `others` by language tag, itself among them.

    Others are told only where there are two at least.
    """

    path: str
    at: datetime | None = None
    others: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsPlace:
    """An address of something new, by whom, in which language, and what it is called."""

    path: str
    name: str
    lang: str
    title: str
    at: datetime


def write_index(request: HttpRequest, places: Iterable[Place]) -> HttpResponse:
    """Return the index of sitemaps."""
    site = _site(request)
    return _answer("sitemapindex", (), (_place("sitemap", site, one) for one in places))


def write_sitemap(request: HttpRequest, places: Iterable[Place]) -> HttpResponse:
    """Return a sitemap of addresses."""
    site = _site(request)
    return _answer("urlset", (_XHTML,), (_place("url", site, one) for one in places))


def write_news(request: HttpRequest, places: Iterable[NewsPlace]) -> HttpResponse:
    """Return a sitemap of news."""
    site = _site(request)
    return _answer("urlset", (_NEWS,), (_news(site, one) for one in places))


def _answer(root: str, spaces: tuple[str, ...], parts: Iterator[str]) -> HttpResponse:
    opening = " ".join((root, _SPACE, *spaces))
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<{opening}>\n{"".join(parts)}</{root}>\n'
    response = HttpResponse(text, content_type="application/xml; charset=utf-8")
    patch_cache_control(response, public=True, max_age=_AGE_S)
    return response


def _place(tag: str, site: str, place: Place) -> str:
    at = f"<lastmod>{_written(place.at)}</lastmod>" if place.at else ""
    told = place.others if len(place.others) > 1 else {}
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{lang}" href="{site}{escape(path)}"/>'
        for lang, path in told.items()
    )
    return f"<{tag}><loc>{site}{escape(place.path)}</loc>{at}{others}</{tag}>\n"


def _news(site: str, place: NewsPlace) -> str:
    return (
        f"<url><loc>{site}{escape(place.path)}</loc><news:news><news:publication>"
        f"<news:name>{_text(place.name)}</news:name>"
        f"<news:language>{_text(primary_subtag(place.lang))}</news:language></news:publication>"
        f"<news:publication_date>{_written(place.at)}</news:publication_date>"
        f"<news:title>{_text(place.title)}</news:title></news:news></url>\n"
    )


def _written(at: datetime) -> str:
    """Return a time as XML has it; what says that it is of tomorrow changed by now."""
    return min(at, page_time()).isoformat(timespec="seconds")


def _text(text: str) -> str:
    """Return a text that XML takes: without control characters and halves of letters."""
    return escape("".join(one for one in text if one.isprintable() or one == " "))


def _site(request: HttpRequest) -> str:
    """Return what stands before a path: scheme and host."""
    return escape(f"{request.scheme}://{request.get_host()}")
