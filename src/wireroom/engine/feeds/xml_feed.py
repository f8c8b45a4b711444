"""RSS 0.9 to 2.0 and Atom, with our own charset, dates and sanitising."""

import html
import re
from collections.abc import Iterable
from datetime import datetime
from html.entities import name2codepoint
from io import BytesIO
from typing import Any, Final

import feedparser

from wireroom.engine.errors import NotAFeed
from wireroom.engine.feeds.dates import read_date
from wireroom.engine.feeds.entries import (
    MAX_SUMMARY,
    MAX_TITLE,
    clean_names,
    cut_warning,
    drop_doubles,
    lang_tag,
    safe_guid,
    short_text,
    web_url,
)
from wireroom.engine.feeds.feedparser_bounds import set_bounds
from wireroom.engine.feeds.pictures import entry_picture
from wireroom.engine.feeds.sanitise import clean_html, drop_unwritable, fold_space
from wireroom.engine.feeds.transcripts import entry_transcript
from wireroom.engine.feeds.tree_feed import read_tree
from wireroom.engine.types import FeedEntry, ParsedFeed

set_bounds()
_Fields = dict[str, Any]  # what feedparser gives: untyped
_REFERENCE: Final = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?:(#[xX][0-9A-Fa-f]+|#[0-9]+|[A-Za-z][A-Za-z0-9]*);)?", re.DOTALL
)
# Nothing but these leaves nothing to mend; numbers of which some are no characters are left out.
_TO_MEND: Final = re.compile(
    "&(?!(?:amp|lt|gt|quot|apos|#(?:3[2-9]|1[6-9][0-9]|2[0-4][0-9]|8[0-9]{3}|x[2-6][0-9A-Fa-f]));)"
)
_XML_NAMES: Final = frozenset({"lt", "gt", "amp", "quot", "apos"})
_DETAILS: Final = {"title": "title_detail", "summary": "summary_detail"}
_BLOCKS: Final = re.compile(r"<(?:p|br|div|blockquote|ul|ol|h[2-6])\b", re.IGNORECASE)
_PERIODS_S: Final = {
    "hourly": 3_600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000,
}  # fmt: skip  # RSS 1.0 syndication module
_MAX_TTL_S: Final = 2_592_000
# What feedparser has been seen to raise on broken input; anything else is a defect of ours.
_FAILURES: Final = (
    ValueError, LookupError, TypeError, AttributeError, AssertionError, OverflowError,
    RecursionError,
)  # fmt: skip


def read_xml_feed(
    text: str, *, url: str | None = None, cut: bool = False, by_tree: bool = True
) -> ParsedFeed:
    """Read a feed from its root element on; raises NotAFeed where nothing can be read.

    Without `by_tree` feedparser reads it, which comes to the same and takes longer.
    """
    mended = _REFERENCE.sub(_written_out, text) if _TO_MEND.search(text) else text
    parsed = (read_tree(mended, url=url) if by_tree else None) or _parsed(mended, url)
    feed, version = parsed["feed"], parsed["version"] or ""
    if not version and not parsed["entries"] and not feed:
        raise NotAFeed("this begins like a feed, but is too broken to read")
    lang = lang_tag(feed.get("language"))
    found = [_entry(fields, url, lang) for fields in parsed["entries"]]
    entries = [entry for entry in found if entry is not None]
    return ParsedFeed(
        kind="atom" if version.startswith("atom") or text.startswith("<feed") else "rss",
        title=_plain(feed, "title", MAX_TITLE),
        home_url=web_url(_home(feed, is_broken=bool(parsed.get("bozo"))), url),
        lang=lang,
        ttl_s=_ttl_s(feed),
        hub_url=_linked(feed, "hub"),
        self_url=_linked(feed, "self"),
        entries=drop_doubles(entries),
        warnings=(*cut_warning(cut), *_warnings(parsed, len(found) - len(entries))),
    )


def _parsed(text: str, url: str | None) -> _Fields:
    document = "<?xml version='1.0' encoding='utf-8'?>\n" + text
    headers = {"content-type": "application/xml; charset=utf-8"}
    if url:
        headers["content-location"] = url
    try:
        # Bytes in a stream: given text, feedparser would open files and addresses.
        parsed: _Fields = feedparser.parse(
            BytesIO(document.encode("utf-8")),
            response_headers=headers,
            resolve_relative_uris=False,  # nh3 does, in the same pass that makes it safe
            sanitize_html=False,
        )
    except _FAILURES as error:
        raise NotAFeed(f"this begins like a feed, but is too broken to read: {error}") from error
    # Its own kind of dict answers for other names, too: "updated" with "published".
    plain = {"feed": dict(parsed["feed"]), "entries": [dict(entry) for entry in parsed["entries"]]}
    return {**parsed, **plain}


def _written_out(match: re.Match[str]) -> str:
    """Mend a reference that would end a strict parse: "&" alone, "&nbsp;", "&#0;"."""
    name = match[1]
    if match[0].startswith("<") or name in _XML_NAMES:
        return match[0]
    if name is None or not name.startswith("#"):
        code = name2codepoint.get(name or "")
        return "&amp;" + match[0][1:] if code is None else chr(code)
    char = html.unescape(match[0]) if len(name) < 10 else ""
    return match[0] if char and char != "\ufffd" and drop_unwritable(char) == char else ""


def _entry(fields: _Fields, base: str | None, feed_lang: str | None) -> FeedEntry | None:
    title = fields.get("title_detail") or {}
    lang = lang_tag(title.get("language")) or feed_lang
    transcript = entry_transcript(fields, base, lang)
    url = _link(fields, base) or (transcript.url if transcript else "")
    if not url:
        return None
    content, content_base = _content(fields)
    published = _date(fields, "published", "published_parsed")
    published = published or _date(fields, "created", "created_parsed")
    # feedparser's name for RSS's dc:date, too.
    updated = _date(fields, "updated", "updated_parsed")
    return FeedEntry(
        guid=safe_guid(fields.get("id") or "") or url,
        url=url,
        title=_plain(fields, "title", MAX_TITLE) or "",
        summary=_plain(fields, "summary", MAX_SUMMARY) or short_text(content, MAX_SUMMARY),
        content_html=(clean_html(content, base=content_base or url) or None) if content else None,
        published_at=published or updated,
        updated_at=updated,
        authors=_author_names(fields["authors"]) if "authors" in fields else (),
        tags=_tag_names(fields["tags"]) if "tags" in fields else (),
        image_url=entry_picture(fields, base),
        lang=lang,
        transcript=transcript,
    )


def _link(fields: _Fields, base: str | None) -> str | None:
    for name in ("feedburner_origlink", "link"):
        if name in fields and (url := web_url(fields[name], base)) is not None:
            return url
    stated = str(fields.get("id"))
    return web_url(stated, base) if stated.startswith(("http://", "https://")) else None


def _content(fields: _Fields) -> tuple[str, str | None]:
    """Return the longest marked-up text of an entry and the base of its links."""
    contents = [part for part in fields.get("content") or () if _is_markup(part)]
    if not contents:
        summary = fields.get("summary_detail") or {}
        value = summary.get("value") or ""
        # RSS 2.0 has one element for teaser and full text; a text in blocks is the latter.
        if "<" not in value or not _BLOCKS.search(value):
            return "", None
        contents = [summary]
    longest = max(contents, key=lambda part: len(part.get("value") or ""))
    return longest.get("value") or "", longest.get("base") or None


def _is_markup(part: _Fields) -> bool:
    return "html" in (part.get("type") or "html")


def _plain(fields: _Fields, name: str, limit: int) -> str | None:
    """Return a text construct as plain text: markup is read as markup, text as it stands."""
    detail = fields.get(_DETAILS[name])
    if not detail and name == "summary":
        detail = fields.get("subtitle_detail")
    if not isinstance(detail, dict):
        detail = {}
    value = detail.get("value") or fields.get(name)
    if not isinstance(value, str):
        return None
    if detail.get("type") == "text/plain":
        text = fold_space(drop_unwritable(value))
        return (text if len(text) <= limit else text[:limit].rstrip()) or None
    return short_text(value, limit)


def _date(fields: _Fields, name: str, guess: str) -> datetime | None:
    return read_date(fields[name], fields.get(guess)) if name in fields else None


def _author_names(people: Iterable[object]) -> tuple[str, ...]:
    return clean_names([person.get("name") for person in people if isinstance(person, dict)])


def _tag_names(tags: Iterable[_Fields]) -> tuple[str, ...]:
    return clean_names([tag.get("label") or tag.get("term") for tag in tags])


def _home(feed: _Fields, *, is_broken: bool) -> object:
    """Return the feed's own link; of "&amp;b=2" feedparser's loose parser leaves "&ampb=2"."""
    link = feed.get("link")
    return link.replace("&amp", "&") if is_broken and isinstance(link, str) else link


def _linked(feed: _Fields, rel: str) -> str | None:
    links = feed.get("links") or ()
    return next((web_url(link.get("href"), None) for link in links if link.get("rel") == rel), None)


def _ttl_s(feed: _Fields) -> int | None:
    ttl = str(feed.get("ttl") or "").strip()
    if ttl.isascii() and ttl.isdigit() and int(ttl[:9]) > 0:
        return min(int(ttl[:9]) * 60, _MAX_TTL_S)
    period = _PERIODS_S.get(str(feed.get("sy_updateperiod") or "").strip().lower())
    if period is None:
        return None
    times = str(feed.get("sy_updatefrequency") or "1").strip()
    count = int(times[:6]) if times.isascii() and times.isdigit() else 1
    return min(period // max(count, 1), _MAX_TTL_S) or None


def _warnings(parsed: _Fields, without_link: int) -> list[str]:
    warnings = []
    if parsed.get("bozo"):
        warnings.append(f"the feed is not well-formed: {parsed.get('bozo_exception')}"[:200])
    if without_link:
        warnings.append(f"{without_link} entries without a link were left out")
    return warnings
