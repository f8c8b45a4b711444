"""RSS 0.9 to 2.0 and Atom, with our own charset, dates and sanitising."""

import html
import re
from collections.abc import Iterable, Iterator
from html.entities import name2codepoint
from typing import Final

from feedparser.api import StrictFeedParser

from wireroom.engine.errors import NotAFeed
from wireroom.engine.feeds.entities import Entities
from wireroom.engine.feeds.entries import (
    MAX_SUMMARY,
    MAX_TITLE,
    clean_names,
    cut_warning,
    drop_doubles,
    lang_tag,
    safe_guid,
    short_line,
    short_text,
    web_url,
)
from wireroom.engine.feeds.feedparser_feed import read_by_feedparser
from wireroom.engine.feeds.pictures import entry_picture
from wireroom.engine.feeds.raw_entry import Fields, RawEntry, RawFeed, Tag, Text
from wireroom.engine.feeds.sanitise import clean_html, drop_unwritable
from wireroom.engine.feeds.transcripts import entry_transcript
from wireroom.engine.feeds.tree_feed import read_tree
from wireroom.engine.types import FeedEntry, ParsedFeed

_REFERENCE: Final = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?:(#[xX][0-9A-Fa-f]+|#[0-9]+|[A-Za-z][A-Za-z0-9]*);)?", re.DOTALL
)
# Nothing but these leaves nothing to mend; numbers of which some are no characters are left out.
_TO_MEND: Final = re.compile(
    "&(?!(?:amp|lt|gt|quot|apos|#(?:3[2-9]|1[6-9][0-9]|2[0-4][0-9]|8[0-9]{3}|x[2-6][0-9A-Fa-f]));)"
)
_XML_NAMES: Final = frozenset({"lt", "gt", "amp", "quot", "apos"})
_BLOCKS: Final = re.compile(r"<(?:p|br|div|blockquote|ul|ol|h[2-6])\b", re.IGNORECASE)
_PERIODS_S: Final = {
    "hourly": 3_600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000,
}  # fmt: skip  # RSS 1.0 syndication module
_MAX_TTL_S: Final = 2_592_000


def read_xml_feed(
    text: str,
    entities: Entities,
    *,
    url: str | None = None,
    cut: bool = False,
    by_tree: bool = True,
) -> ParsedFeed:
    """Read a feed from its root element on; raises NotAFeed where nothing can be read.

    Without `by_tree` feedparser reads it, which comes to the same and takes longer.
    """
    mended = _mended(text, entities) if _TO_MEND.search(text) else text
    raw = (read_tree(mended, url=url) if by_tree else None) or read_by_feedparser(mended, url=url)
    feed = raw.fields
    if not (raw.version or raw.entries or feed):
        raise NotAFeed("this begins like a feed, but is too broken to read")
    lang = lang_tag(feed.get("language"))
    found = [_entry(entry, url, lang) for entry in raw.entries]
    entries = [entry for entry in found if entry is not None]
    return ParsedFeed(
        kind="atom" if raw.version.startswith("atom") or text.startswith("<feed") else "rss",
        title=_feed_title(feed),
        home_url=web_url(feed.get("link"), url),
        lang=lang,
        ttl_s=_ttl_s(feed),
        hub_url=_linked(feed, "hub"),
        self_url=_linked(feed, "self"),
        entries=drop_doubles(entries),
        warnings=(*cut_warning(cut), *_warnings(raw, len(found) - len(entries))),
    )


def _mended(text: str, entities: Entities) -> str:
    return _REFERENCE.sub(lambda match: _written_out(match, entities), text)


def _written_out(match: re.Match[str], entities: Entities) -> str:
    """Mend a reference that would end a strict parse: "&" alone, "&nbsp;", "&#0;"."""
    name = match[1]
    if match[0].startswith("<") or name in _XML_NAMES:
        return match[0]
    if name is None or not name.startswith("#"):
        if name and (declared := entities(name)) is not None:
            return declared
        code = name2codepoint.get(name or "")
        return "&amp;" + match[0][1:] if code is None else chr(code)
    char = html.unescape(match[0]) if len(name) < 10 else ""
    return match[0] if char and char != "\ufffd" and drop_unwritable(char) == char else ""


def _entry(raw: RawEntry, base: str | None, feed_lang: str | None) -> FeedEntry | None:
    lang = (lang_tag(raw.title[2]) if raw.title and raw.title[2] else None) or feed_lang
    transcript = entry_transcript(raw, base, lang) if raw.transcripts or raw.spoken else None
    url = raw.first_link or raw.link or _guid_link(raw.guid, base)
    url = url or (transcript.url if transcript else "")
    if not url:
        return None
    markup, markup_base = _content(raw)
    title = _words(raw.title, None, MAX_TITLE)
    summary = _words(raw.summary or raw.subtitle, raw.teaser, MAX_SUMMARY)
    return FeedEntry(
        guid=safe_guid(raw.guid) or url,
        url=url,
        title=title or "",
        summary=summary or (short_text(markup, MAX_SUMMARY) if markup else None),
        content_html=(clean_html(markup, base=markup_base or url) or None) if markup else None,
        published_at=raw.published or raw.created or raw.updated,
        updated_at=raw.updated,
        authors=clean_names(raw.authors) if raw.authors else (),
        tags=clean_names(_tag_names(raw.tags)) if raw.tags else (),
        image_url=entry_picture(raw, base),
        lang=lang,
        transcript=transcript,
    )


def _tag_names(tags: Iterable[Tag]) -> Iterator[str | None]:
    """Yield what readers call each tag; where that is a label, then its term, if it is a word."""
    for term, _, label in tags:
        yield label or term
        if label and term and "://" not in term and term.casefold() != label.casefold():
            yield term


def _guid_link(guid: str, base: str | None) -> str | None:
    return web_url(guid, base) if guid.startswith(("http://", "https://")) else None


def _content(raw: RawEntry) -> tuple[str, str | None]:
    """Return the longest marked-up text of an entry and the base of its links."""
    contents = [text for text in raw.contents if _is_markup(text)] if raw.contents else []
    if not contents:
        summary = raw.summary
        # RSS 2.0 has one element for teaser and full text; a text in blocks is the latter.
        if summary is None or "<" not in summary[0] or not _BLOCKS.search(summary[0]):
            return "", None
        contents = [summary]
    longest = max(contents, key=lambda text: len(text[0]))
    return longest[0], longest[3]


def _is_markup(text: Text) -> bool:
    """Whether a text is said to be markup; bytes of no stated kind are what they look like."""
    if text[1] == "application/octet-stream":
        return bool(StrictFeedParser.looks_like_html(text[0]))
    return "html" in text[1]


def _words(text: Text | None, instead: str | None, limit: int) -> str | None:
    """Return a text as plain text: markup is read as markup, text as it stands."""
    value = text[0] if text else ""
    value = value or instead or ""
    if not value:
        return None
    is_plain = text is not None and text[1] == "text/plain"
    return short_line(value, limit) if is_plain else short_text(value, limit)


def _feed_title(feed: Fields) -> str | None:
    detail = feed.get("title_detail")
    detail = detail if isinstance(detail, dict) else {}
    value = detail.get("value") or feed.get("title")
    if not isinstance(value, str):
        return None
    return _words((value, detail.get("type") or "text/html", None, None), None, MAX_TITLE)


def _linked(feed: Fields, rel: str) -> str | None:
    links = feed.get("links") or ()
    return next((web_url(link.get("href"), None) for link in links if link.get("rel") == rel), None)


def _ttl_s(feed: Fields) -> int | None:
    ttl = str(feed.get("ttl") or "").strip()
    if ttl.isascii() and ttl.isdigit() and int(ttl[:9]) > 0:
        return min(int(ttl[:9]) * 60, _MAX_TTL_S)
    period = _PERIODS_S.get(str(feed.get("sy_updateperiod") or "").strip().lower())
    if period is None:
        return None
    times = str(feed.get("sy_updatefrequency") or "1").strip()
    count = int(times[:6]) if times.isascii() and times.isdigit() else 1
    return min(period // max(count, 1), _MAX_TTL_S) or None


def _warnings(raw: RawFeed, without_link: int) -> list[str]:
    warnings = []
    if raw.fault is not None:
        warnings.append(f"the feed is not well-formed: {raw.fault}"[:200])
    if without_link:
        warnings.append(f"{without_link} entries without a link were left out")
    return warnings
