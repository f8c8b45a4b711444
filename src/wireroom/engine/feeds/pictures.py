"""The picture of an entry, from what feeds attach: Media RSS, enclosures, iTunes."""

import re
from collections.abc import Iterator
from typing import Final

from wireroom.engine.feeds.entries import web_url
from wireroom.engine.feeds.raw_entry import Attributes, RawEntry

_PICTURE_FILE: Final = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)", re.IGNORECASE)


def entry_picture(raw: RawEntry, base: str | None) -> str | None:
    """Return the address of the widest attached picture; the first where no width is stated."""
    if not (raw.media or raw.thumbnails or raw.enclosures or raw.picture):
        return None
    widest, best = -1, None
    for width, stated in _attached(raw):
        if width > widest and (url := web_url(stated, base)) is not None:
            widest, best = width, url
    return best


def _attached(raw: RawEntry) -> Iterator[tuple[int, object]]:
    for media in raw.media or ():
        if _is_picture(media, url := media.get("url")):
            yield _width(media), url
    for media in raw.thumbnails or ():
        yield _width(media), media.get("url")
    for link in raw.enclosures or ():
        if _is_picture(link, url := link.get("href")):
            yield 0, url
    if raw.picture:
        yield 0, raw.picture


def _is_picture(media: Attributes, url: object) -> bool:
    if kind := media.get("medium") or media.get("type"):
        return kind.startswith("image")
    return isinstance(url, str) and _PICTURE_FILE.search(url) is not None


def _width(media: Attributes) -> int:
    stated = media.get("width")
    return (
        int(stated) if stated and stated.isascii() and stated.isdigit() and len(stated) < 6 else 0
    )
