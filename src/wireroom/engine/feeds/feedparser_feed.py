"""The slow way through RSS and Atom, for what the tree reader declines: feedparser."""

from datetime import datetime
from io import BytesIO
from typing import Any, Final

import feedparser

from wireroom.engine.errors import NotAFeed
from wireroom.engine.feeds.dates import read_date
from wireroom.engine.feeds.entries import web_url
from wireroom.engine.feeds.feedparser_bounds import set_bounds
from wireroom.engine.feeds.raw_entry import Attributes, Fields, RawEntry, RawFeed, Text

set_bounds()
# What feedparser has been seen to raise on broken input; anything else is a defect of ours.
_FAILURES: Final = (
    ValueError, LookupError, TypeError, AttributeError, AssertionError, OverflowError,
    RecursionError,
)  # fmt: skip


def read_by_feedparser(text: str, *, url: str | None = None) -> RawFeed:
    """Read a feed from its root element on; raises NotAFeed where nothing can be read."""
    parsed = _parsed(text, url)
    feed = dict(parsed["feed"])
    if isinstance(link := feed.get("link"), str) and parsed.get("bozo"):
        feed["link"] = link.replace("&amp", "&")  # its loose parser leaves "&ampb=2" of "&amp;b=2"
    # Its own kind of dict answers for other names, too: "updated" with "published".
    entries = [_entry(dict(fields), url) for fields in parsed["entries"]]
    fault = str(parsed.get("bozo_exception")) if parsed.get("bozo") else None
    return RawFeed(parsed["version"] or "", feed, entries, fault)


def _parsed(text: str, url: str | None) -> Fields:
    document = "<?xml version='1.0' encoding='utf-8'?>\n" + text
    headers = {"content-type": "application/xml; charset=utf-8"}
    if url:
        headers["content-location"] = url
    try:
        # Bytes in a stream: given text, feedparser would open files and addresses.
        parsed: Fields = feedparser.parse(
            BytesIO(document.encode("utf-8")),
            response_headers=headers,
            resolve_relative_uris=False,  # nh3 does, in the same pass that makes it safe
            sanitize_html=False,
        )
    except _FAILURES as error:
        raise NotAFeed(f"this begins like a feed, but is too broken to read: {error}") from error
    return parsed


def _entry(fields: Fields, base: str | None) -> RawEntry:
    teaser, picture = fields.get("summary"), fields.get("image")
    people, tags = fields.get("authors") or (), fields.get("tags") or ()
    return RawEntry(
        link=_address(fields, "link", base),
        first_link=_address(fields, "feedburner_origlink", base),
        guid=fields.get("id") or "",
        title=_text(fields.get("title_detail")) or _undetailed(fields.get("title")),
        summary=_text(fields.get("summary_detail")),
        subtitle=_text(fields.get("subtitle_detail")),
        teaser=teaser if isinstance(teaser, str) else None,
        contents=[text for part in fields.get("content") or () if (text := _text(part))],
        published=_date(fields, "published"),
        created=_date(fields, "created"),
        updated=_date(fields, "updated"),  # its name for RSS's dc:date, too
        authors=[person.get("name") for person in people if isinstance(person, dict)],
        tags=[(tag.get("term"), tag.get("scheme"), tag.get("label")) for tag in tags],
        media=_dicts(fields.get("media_content")),
        thumbnails=_dicts(fields.get("media_thumbnail")),
        enclosures=[one for one in _dicts(fields.get("links")) if one.get("rel") == "enclosure"],
        picture=picture.get("href") if isinstance(picture, dict) else None,
        transcripts=_dicts(fields.get("podcast_transcript")),
        spoken=_dicts(fields.get("media_text")),
    )


def _address(fields: Fields, name: str, base: str | None) -> str | None:
    return (web_url(fields[name], base) or "") if name in fields else None


def _text(detail: Any) -> Text | None:
    if not detail or not isinstance(detail, dict):
        return None
    value = detail.get("value")
    kind = detail.get("type") or "text/html"
    value = value if isinstance(value, str) else ""
    return value, kind, detail.get("language"), detail.get("base") or None


def _undetailed(title: object) -> Text | None:
    return (title, "text/html", None, None) if isinstance(title, str) else None


def _date(fields: Fields, name: str) -> datetime | None:
    return read_date(fields[name], fields.get(f"{name}_parsed")) if name in fields else None


def _dicts(values: object) -> list[Attributes]:
    return (
        [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []
    )
