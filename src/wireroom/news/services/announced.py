"""What a page's announcement adds to its reading, and what no reading is believed."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from wireroom.engine.reading import Reading
from wireroom.engine.types import Article as ReadArticle
from wireroom.engine.types import Health, Role, TimeFrom
from wireroom.news.models import Page

# Clocks run ahead and zones are left out: by half a day, not by more than a day.
_AHEAD: Final = timedelta(days=1)
# A report that has no headline is called by its first words: as many as a long headline has.
_LONGEST_OPENING: Final = 100


def complete(read: ReadArticle, page: Page) -> ReadArticle:
    """Fill from the feed's announcement what the page itself does not say.

    Nobody reads tomorrow's news: a time after the page was fetched counts as none. What has no
    headline anywhere has the first words of its text.
    """
    read = _without_future(read, page)
    if read.role is not Role.MAIN:
        return read
    read = replace(read, title=read.title.strip() or page.title.strip() or _opening(read))
    announced_at = _announced_at(page)
    if read.published is None and announced_at is not None:
        return replace(read, published=announced_at, published_from=TimeFrom.STATED)
    return read


def announced_reading(page: Page) -> Reading:
    """Return the announced headline as the reading of a page that cannot be read."""
    announced_at = _announced_at(page)
    article = ReadArticle(
        id="",
        file="",
        position=0,
        role=Role.MAIN,
        title=page.title,
        published=announced_at,
        published_from=TimeFrom.STATED if announced_at else TimeFrom.UNKNOWN,
        lang=page.outlet.lang or "und",
        health=Health.EMPTY,
    )
    return Reading(article=article, copy_prints=b"", story_features=b"")


def _without_future(read: ReadArticle, page: Page) -> ReadArticle:
    if read.published is not None and _is_future(read.published, page):
        read = replace(read, published=None, published_from=TimeFrom.UNKNOWN)
    if read.updated is not None and _is_future(read.updated, page):
        read = replace(read, updated=None)
    return read


def _announced_at(page: Page) -> datetime | None:
    at = page.announced_at
    return None if at is None or _is_future(at, page) else at


def _is_future(at: datetime, page: Page) -> bool:
    return at > (page.fetched_at or page.seen_at) + _AHEAD


def _opening(read: ReadArticle) -> str:
    text = " ".join(read.body.split())
    if len(text) <= _LONGEST_OPENING:
        return text
    cut = text[:_LONGEST_OPENING]
    return f"{cut.rpartition(' ')[0] or cut}…"
