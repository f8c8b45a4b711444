"""The gate: what must be true of bytes before any parser sees them, and what they are."""

import json
import re
from contextlib import suppress
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from wireroom.engine.errors import UnreadablePage
from wireroom.engine.faults import Fault
from wireroom.engine.pages.charset import decode_page
from wireroom.engine.pages.crowded_tags import (
    MAX_OPTIONS,
    borders_of_scripts,
    cut_attributes,
    cut_options,
)
from wireroom.engine.pages.unclosed_marks import cut_unclosed
from wireroom.engine.types import Document

# The largest of 1,000 real news pages has 6 MB; a fetch brings 10 MB at most.
MAX_BYTES: Final = 20_000_000
MAX_FEED_BYTES: Final = 60_000_000
# Real pages stay below 150 levels; the second opinion's parser (libxml2) gives up past 256.
MAX_DEPTH: Final = 250
# Counted in the text, where an element that is never closed counts on: past this the page is
# not parsed, for parsing is quadratic in depth.
MAX_OPEN_TAGS: Final = 2_500
# Real pages have up to 60,000 tags, and each costs .02 ms.
MAX_TAGS: Final = 150_000
_SIGNATURES: Final = (
    (b"%PDF", Fault.of("a PDF")),
    (b"\x89PNG", Fault.of("a picture")),
    (b"GIF8", Fault.of("a picture")),
    (b"\xff\xd8\xff", Fault.of("a picture")),
    (b"RIFF", Fault.of("a picture or a sound")),
    (b"PK\x03\x04", Fault.of("an archive or an office document")),
    (b"\x1f\x8b", Fault.of("packed twice")),
    (b"\x7fELF", Fault.of("a program")),
    (b"SQLite format 3", Fault.of("a database")),
    (b"\xd0\xcf\x11\xe0", Fault.of("an office document")),
)
# Bytes between which the ASCII ones of _UNWRITABLE lie. What is less than the second becomes a
# high number where bytes are subtracted, so that one comparison tells.
_TAB, _AFTER_RETURN, _SPACE = (np.uint8(byte) for byte in (0x09, 0x0E, 0x20))
# Those beside the sign for what is no UTF-8.
_UNWRITABLE_SIGNS: Final = "\ufffd\ufffe\uffff"
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_HTML_TAG: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|script|article|main|section|div|p|h[1-6]|span"
    r"|table|link|a|ul|nav|header)\b",
    re.IGNORECASE,
)
_CLOSING_TAG: Final = re.compile(
    r"</(?:html|head|body|title|article|div|p|h[1-6]|span|a)\s*>", re.I
)
_FEED_ROOT: Final = re.compile(
    r"<(?:[\w.-]+:)?(?:rss|feed|rdf|channel|urlset|sitemapindex)\b", re.IGNORECASE
)
_HTML_ROOT: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_JSON_FEED: Final = re.compile(r'\s*\{[^<]{0,2000}?"(?:version|items|home_page_url)"\s*:')
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_LESS_THAN, _SLASH, _LOWER, _A, _O, _Z = (ord(sign) for sign in "</ aoz")
# Elements that cannot nest in themselves or have no end tag say nothing about depth.
_FLAT: Final = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "option",
        "tr",
        "td",
        "th",
        "dt",
        "dd",
        "tbody",
        "thead",
        "tfoot",
        "script",
        "style",
        "path",
        "g",
        "use",
        "rect",
        "circle",
        "svg",
        "a",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "button",
    ]
)


class Kind(StrEnum):
    """What a document is to the reader."""

    HTML = "html"
    FEED = "feed"
    DUMP = "dump"


def take_in(document: Document) -> tuple[str, Kind]:
    """Return the clean text of a document and what it is.

    Raises UnreadablePage (empty, too_large, not_text, too_deep) with what to do.
    """
    raw = document.raw
    if not raw.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise UnreadablePage("empty", "the file is empty; fetch or save the page again")
    if len(raw) > MAX_FEED_BYTES:
        raise _too_large(raw, MAX_FEED_BYTES)
    _refuse_signatures(raw)
    text = decode_page(raw, content_type=document.content_type)
    if _has_unwritable(raw, text):
        _refuse_binary(text)
        text = _UNWRITABLE.sub("", text)
    kind = _kind_of(text)
    if kind is not Kind.FEED and len(raw) > MAX_BYTES:
        raise _too_large(raw, MAX_BYTES)
    if kind is Kind.HTML:
        text = _tamed(text)
    return text, kind


def _has_unwritable(raw: bytes, text: str) -> bool:
    """Tell whether a page holds signs that no text has, or what could not be decoded."""
    signs = np.frombuffer(raw, dtype=np.uint8)
    low, below_space = signs < _TAB, signs - _AFTER_RETURN < _SPACE - _AFTER_RETURN
    if b"\x7f" in raw or b"\x0b" in raw or low.any() or below_space.any():
        return True
    return not text.isascii() and any(sign in text for sign in _UNWRITABLE_SIGNS)


def _too_large(raw: bytes, limit: int) -> UnreadablePage:
    return UnreadablePage(
        "too_large",
        "the file has %(size)s MB and no page may have more than %(most)s MB; cut it, or give the"
        " article's own page",
        size=len(raw) // 1_000_000,
        most=limit // 1_000_000,
    )


def _refuse_signatures(raw: bytes) -> None:
    for mark, what in _SIGNATURES:
        if raw.startswith(mark):
            raise UnreadablePage(
                "not_text", "this is %(what)s, not a page; give HTML, text or a feed", what=what
            )


def _refuse_binary(text: str) -> None:
    head = text[:20_000]
    strange = len(_UNWRITABLE.findall(head)) - head.count("\0") + head.count("\ufffd")
    if strange * 10 > len(head) or head.count("\0") * 4 > len(head):
        raise UnreadablePage(
            "not_text", "this is not text in any charset known; give HTML, text or a feed"
        )


def _kind_of(text: str) -> Kind:
    head = text[:200_000]
    root = _root_place(head)
    if _FEED_ROOT.match(head, root):
        return Kind.FEED
    if _JSON_FEED.match(head) and _is_json_feed(text):
        return Kind.FEED
    if _HTML_ROOT.match(head, root):
        return Kind.HTML
    _refuse_data(text)
    tags = len(_HTML_TAG.findall(head))
    if (tags >= 2 and _CLOSING_TAG.search(head)) or tags >= 20:
        return Kind.HTML
    return Kind.DUMP


def _refuse_data(text: str) -> None:
    """Refuse JSON and JSON Lines that are no feed: their braces would be read as a report."""
    if not text.lstrip().startswith(("{", "[")):
        return
    for whole in (text, text.lstrip().partition("\n")[0]):
        with suppress(ValueError, RecursionError):
            if isinstance(json.loads(whole), (dict, list)):
                raise UnreadablePage(
                    "not_text", "this is JSON, but no JSON Feed; give HTML, text or a feed"
                )


def _root_place(head: str) -> int:
    """Return where the first element (or an HTML doctype) begins: past comments and prolog."""
    at = len(head) - len(head.lstrip())
    while head.startswith(("<?", "<!"), at) and not _HTML_ROOT.match(head, at):
        end = head.find("-->" if head.startswith("<!--", at) else ">", at)
        if end < 0:
            break
        at = head.find("<", end)
        if at < 0:
            break
    return max(at, 0)


def _is_json_feed(text: str) -> bool:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and isinstance(value.get("items"), list)


def _tamed(text: str) -> str:
    """Return the markup without crowded tags and lists of options; refuse what is nested too deep.

    What the bytes show at a glance decides for ordinary pages; only others are counted through.
    """
    signs = np.frombuffer(text.encode("utf-8", "replace"), dtype=np.uint8)
    tags = np.flatnonzero(signs[:-1] == _LESS_THAN)
    following = signs[tags + 1]
    opens = ((following | _LOWER) >= _A) & ((following | _LOWER) <= _Z)
    starts = tags[opens]
    # Fewer tags than may be open need not be counted out.
    is_deep = len(starts) > MAX_OPEN_TAGS and _highest(opens, following) > MAX_OPEN_TAGS
    if is_deep or len(tags) > MAX_TAGS:
        _refuse_depth(_without_scripts(signs.tobytes()))
    if (cut := cut_unclosed(text, signs, tags)) is not text:
        return _tamed(cut)
    text = cut_attributes(text, signs, starts)
    options = np.count_nonzero((following | _LOWER) == _O) if len(tags) > MAX_OPTIONS else 0
    return cut_options(text) if options > MAX_OPTIONS else text


def _highest(opens: NDArray[np.bool_], following: NDArray[np.uint8]) -> int:
    """Return how many tags are open at once, of which some may open and others close."""
    level = np.cumsum(opens.astype(np.int32) - (following == _SLASH))
    return int((level - np.minimum.accumulate(level)).max(initial=0))


def _without_scripts(markup: bytes) -> str:
    """Return the markup without what its scripts say, where "a<b" is no tag."""
    borders = [0, *borders_of_scripts(markup), len(markup)]
    pieces = [markup[start:end] for start, end in zip(borders[::2], borders[1::2], strict=True)]
    return b"".join(pieces).decode("utf-8", "replace")


def _refuse_depth(text: str) -> None:
    """Count open elements as they come: cheap, and before any parser builds a tree of them."""
    most = depth = tags = 0
    for match in _TAG.finditer(text):
        tags += 1
        if match[2].lower() in _FLAT:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        most = max(most, depth)
        if depth > MAX_OPEN_TAGS or tags > MAX_TAGS:
            break
    if most > MAX_OPEN_TAGS:
        raise too_deep()
    if tags > MAX_TAGS:
        raise UnreadablePage(
            "too_large",
            "more than %(most)s tags; give the article's own page",
            most=f"{MAX_TAGS:,}",
        )


def too_deep() -> UnreadablePage:
    """Return the error for a page whose elements are nested deeper than any article's."""
    return UnreadablePage(
        "too_deep",
        "elements are nested more than %(most)s deep; this is no article page: "
        "save the page from a browser and try again",
        most=MAX_DEPTH,
    )
