"""What all feed readers share: entries each once, links absolute, titles plain."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from wireroom.engine.feeds.sanitise import drop_unwritable, plain_text, writable_line
from wireroom.engine.types import FeedEntry
from wireroom.engine.urls import canonical_url

MAX_TITLE: Final = 1_000  # characters; the longest headline met in feeds has about 400
MAX_SUMMARY: Final = 5_000
MAX_GUID: Final = 500
_MAX_NAME: Final = 200
MAX_NAMES: Final = 50  # authors or tags of one entry


def drop_doubles(entries: Sequence[FeedEntry]) -> tuple[FeedEntry, ...]:
    """Return the entries in their order, the first of each guid and headline, and of each address.

    Of two that share a guid and nothing else, the later one is told by its address.
    """
    different = len({entry.url for entry in entries}), len({entry.guid for entry in entries})
    if different == (len(entries), len(entries)):
        return tuple(entries)
    kept: list[FeedEntry] = []
    guids: set[str] = set()
    urls: set[str] = set()
    told: set[tuple[str, str]] = set()
    for entry in entries:
        if entry.url in urls or (entry.guid, entry.title) in told:
            continue
        told.add((entry.guid, entry.title))
        if entry.guid in guids:
            entry = replace(entry, guid=entry.url)
        if entry.guid not in guids:
            guids.add(entry.guid)
            urls.add(entry.url)
            kept.append(entry)
    return tuple(kept)


def short_text(markup: object, limit: int) -> str | None:
    """Return markup as plain text of at most `limit` characters, None where there is none."""
    if not isinstance(markup, str):
        return None
    return _shortened(plain_text(markup), limit)


def short_line(text: str, limit: int) -> str | None:
    """Return text that is no markup in one line of at most `limit` characters, or None."""
    return _shortened(writable_line(text), limit)


def _shortened(text: str, limit: int) -> str | None:
    return (text if len(text) <= limit else text[:limit].rstrip()) or None


def safe_guid(stated: str) -> str:
    """Return an identifier that a database can hold: long ones end in a digest of the whole."""
    guid = drop_unwritable(stated).strip()
    if len(guid) <= MAX_GUID:
        return guid
    return guid[: MAX_GUID - 32] + blake2b(guid.encode(), digest_size=16).hexdigest()


def without_feed(stated: str) -> str:
    """Return what browsers make of "feed:https://...", "feed://https://..." and "feed://..."."""
    scheme, _, rest = stated.partition(":")
    if scheme.lower() != "feed":
        return stated
    bare = rest.removeprefix("//")
    return bare if bare.lower().startswith(("http://", "https://")) else f"http://{bare}"


def web_url(link: object, base: str | None) -> str | None:
    """Return the canonical address of a link as a feed states it."""
    return canonical_url(link, base) if isinstance(link, str) and link.strip() else None


def clean_names(names: Iterable[object]) -> tuple[str, ...]:
    """Return names as plain text, each once, empty ones left out."""
    texts = [text for name in names if isinstance(name, str) and (text := _name_text(name))]
    return tuple(dict.fromkeys(texts))[:MAX_NAMES] if texts else ()


def _name_text(name: str) -> str | None:
    return _known_name(name) if len(name) <= _MAX_NAME else short_text(name, _MAX_NAME)


@lru_cache(maxsize=1_024)  # the authors and tags of a feed come again from entry to entry
def _known_name(name: str) -> str | None:
    return short_text(name, _MAX_NAME)


def lang_tag(stated: object) -> str | None:
    """Return a language tag in BCP 47's usual form ("en-GB"), None where it is none."""
    return _lang_tag(stated) if isinstance(stated, str) and len(stated) < 100 else None


@lru_cache(maxsize=256)  # a feed states one or two, for each of its entries
def _lang_tag(stated: str) -> str | None:
    parts = stated.strip().replace("_", "-").split("-")
    if not (2 <= len(parts[0]) <= 3 and parts[0].isascii() and parts[0].isalpha()):
        return None
    rest = (part.upper() if len(part) == 2 else part for part in parts[1:3] if part.isalnum())
    return "-".join((parts[0].lower(), *rest))


def cut_warning(cut: bool) -> tuple[str, ...]:
    """Return the warning of a feed that was longer than what is read of it."""
    return ("only the first part was read: the feed is longer than is sensible",) if cut else ()
