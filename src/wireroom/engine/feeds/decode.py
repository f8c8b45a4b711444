"""From bytes to the text of a feed: unpacked, in the right charset, trimmed to a bound."""

import re
import zlib
from typing import Final

from wireroom.engine.errors import NotAFeed
from wireroom.engine.feeds.sanitise import UNWRITABLE, drop_unwritable
from wireroom.engine.text.charset import decode_web, http_charset

# A poll reads what is new: real feeds hold 10 to 500 entries, news sitemaps up to 1,000
# (the limit of Google's news sitemap), a few podcast and archive feeds more.
MAX_ENTRIES: Final = 1_000
MAX_BYTES: Final = 60_000_000  # read at all; a sitemap may have 50 MB (sitemaps.org)
MAX_CHARS: Final = 10_000_000  # parsed; as much as a fetch brings
_MAX_ATTRIBUTES: Final = 1_000  # of one tag; more cost a parser their square
_BLOATED_TAG: Final = re.compile(rf"<[A-Za-z](?:[^<>=]*=){{{_MAX_ATTRIBUTES}}}")
_TAIL_CHARS: Final = 100_000  # where the end tags of the whole document are looked for
MAX_TAGS: Final = 150_000  # about 3 CPU seconds of feedparser in the worst case
_DECLARED: Final = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]+)""")


def decode_feed(raw: bytes, content_type: str | None = None) -> str:
    """Return the text of a feed; raises NotAFeed when it is empty, too large or no text."""
    raw = _unpacked(raw)
    if len(raw) > MAX_BYTES:
        raise NotAFeed(f"this is larger than {MAX_BYTES // 1_000_000} MB; give a smaller feed")
    if not raw.strip():
        raise NotAFeed("the answer is empty: no feed is there (any more)")
    text = _decoded(raw, content_type)
    writable = drop_unwritable(text)
    if (writable is not text or "\ufffd" in text) and _looks_binary(text):
        raise NotAFeed("this is a binary file (a picture, an archive ...), not a feed")
    return writable


def is_bloated(text: str) -> bool:
    """Whether some tag has more attributes than is sensible."""
    return text.count("=") >= _MAX_ATTRIBUTES and _BLOATED_TAG.search(text) is not None


def trim_entries(text: str, *names: str) -> tuple[str, bool]:
    """Cut the entries (elements called `names`) past the bounds; the rest stays well-formed.

    Returns the text and whether something was cut. Raises NotAFeed when the first entry
    already passes them.
    """
    if is_bloated(text):
        raise NotAFeed("this is no sensible feed: one of its elements has over 1,000 attributes")
    # Nearly all feeds say the names, of which each entry takes two, less often than that.
    if sum(map(text.count, names)) <= MAX_ENTRIES and _fits(text):
        return text, False
    element = rf"(?:[\w.-]+:)?(?:{'|'.join(names)})"
    starts = [match.start() for match in re.finditer(rf"<{element}(?=[\s>/])", text)]
    if len(starts) <= MAX_ENTRIES and _fits(text):
        return text, False
    bounds = starts[1 : MAX_ENTRIES + 1]
    cut = _last_fitting(text, bounds)
    if cut is None:
        raise NotAFeed("this has too much markup for a feed; its first entry is over the limit")
    near = max(cut, len(text) - _TAIL_CHARS)
    ends = [match.end() for match in re.finditer(rf"</{element}\s*>", text[near:])]
    return text[:cut] + (text[near + ends[-1] :] if ends else ""), True


def _fits(text: str) -> bool:
    if len(text) <= MAX_TAGS:
        return True  # not even if each character were a tag
    return len(text) <= MAX_CHARS and _weight(text, 0, len(text)) <= MAX_TAGS


def _weight(text: str, start: int, end: int) -> int:
    # A reference costs feedparser an eighth of what a tag does.
    return text.count("<", start, end) + text.count("&", start, end) // 8


def _last_fitting(text: str, bounds: list[int]) -> int | None:
    best, tags, done = None, 0, 0
    for bound in bounds:
        tags += _weight(text, done, bound)
        done = bound
        if bound > MAX_CHARS or tags > MAX_TAGS:
            break
        best = bound
    return best


def _unpacked(raw: bytes) -> bytes:
    if not raw.startswith(b"\x1f\x8b"):
        return raw
    try:
        return zlib.decompressobj(wbits=31).decompress(raw, MAX_BYTES + 1)
    except zlib.error as error:
        raise NotAFeed("this is a damaged gzip file, not a feed") from error


def _decoded(raw: bytes, content_type: str | None) -> str:
    # A feed's own word first: its server often says nothing or the charset of its pages.
    found = _DECLARED.search(raw, 0, 1024)
    declared = found[1].decode("ascii") if found else None
    return decode_web(raw, stated=(declared, http_charset(content_type)))


def _looks_binary(text: str) -> bool:
    head = text[:2000]
    return len(UNWRITABLE.findall(head)) + head.count("\ufffd") > max(2, len(head) // 20)
