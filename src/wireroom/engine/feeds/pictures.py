"""The picture of an entry, from what feeds attach: Media RSS, enclosures, iTunes."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from wireroom.engine.feeds.entries import web_url

_PICTURE_FILE: Final = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)", re.IGNORECASE)

_HOLDERS: Final = frozenset(("media_content", "media_thumbnail", "links", "image"))


def entry_picture(fields: dict[str, Any], base: str | None) -> str | None:
    """Return the address of the widest attached picture; the first where no width is stated."""
    if _HOLDERS.isdisjoint(fields):
        return None
    widest, best = -1, None
    for width, stated in _attached(fields):
        if width > widest and (url := web_url(stated, base)) is not None:
            widest, best = width, url
    return best


def _attached(fields: dict[str, Any]) -> Iterator[tuple[int, object]]:
    for media in _dicts(fields.get("media_content")):
        if _is_picture(media, media.get("url")):
            yield _width(media), media.get("url")
    for media in _dicts(fields.get("media_thumbnail")):
        yield _width(media), media.get("url")
    for link in _dicts(fields.get("links")):
        if link.get("rel") == "enclosure" and _is_picture(link, link.get("href")):
            yield 0, link.get("href")
    image = fields.get("image")
    if isinstance(image, dict):
        yield 0, image.get("href")


def _is_picture(media: dict[str, Any], url: object) -> bool:
    kind = str(media.get("medium") or media.get("type") or "")
    if kind:
        return kind.startswith("image")
    return isinstance(url, str) and _PICTURE_FILE.search(url) is not None


def _width(media: dict[str, Any]) -> int:
    stated = str(media.get("width") or "")
    return int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 6 else 0


def _dicts(values: object) -> Sequence[dict[str, Any]]:
    if not isinstance(values, list):
        return ()
    return [value for value in values if isinstance(value, dict)]
