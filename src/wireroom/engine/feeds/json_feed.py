"""JSON Feed 1.0 and 1.1 (jsonfeed.org), read as it is written in the wild."""

import json
from typing import Any

from wireroom.engine.errors import NotAFeed
from wireroom.engine.feeds.dates import read_date
from wireroom.engine.feeds.decode import MAX_ENTRIES
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
from wireroom.engine.feeds.sanitise import clean_html, drop_unwritable, fold_space
from wireroom.engine.types import FeedEntry, ParsedFeed


def read_json_feed(text: str, *, url: str | None = None) -> ParsedFeed:
    """Read a JSON Feed; raises NotAFeed where the JSON is broken or something else."""
    feed = _loaded(text)
    items = feed["items"]
    lang = lang_tag(feed.get("language"))
    authors = _authors(feed)  # of every item that names none (version 1.1)
    found = [
        _entry(item, url, lang, authors) for item in items[:MAX_ENTRIES] if isinstance(item, dict)
    ]
    entries = [entry for entry in found if entry is not None]
    warnings = cut_warning(len(items) > MAX_ENTRIES)
    if len(entries) < len(found):
        warnings += (f"{len(found) - len(entries)} entries without a link were left out",)
    return ParsedFeed(
        kind="json",
        title=short_text(feed.get("title"), MAX_TITLE),
        home_url=web_url(feed.get("home_page_url"), url),
        lang=lang,
        hub_url=_hub(feed.get("hubs")),
        self_url=web_url(feed.get("feed_url"), None),
        entries=drop_doubles(entries),
        warnings=warnings,
    )


def _loaded(text: str) -> dict[str, Any]:
    try:
        feed = json.loads(text)
    except RecursionError as error:
        raise NotAFeed("this is JSON nested too deep to be a feed") from error
    except ValueError as error:
        raise NotAFeed(f"this looks like JSON but is broken: {error}") from error
    if isinstance(feed, dict) and isinstance(feed.get("items"), list):
        return feed
    raise NotAFeed('this is JSON, but no JSON Feed: it has no list called "items"')


def _entry(
    item: dict[str, Any], base: str | None, feed_lang: str | None, feed_authors: list[object]
) -> FeedEntry | None:
    stated = item.get("id")
    guid = safe_guid(str(stated)) if isinstance(stated, str | int | float) else ""
    url = web_url(item.get("url"), base) or web_url(item.get("external_url"), base)
    url = url or (web_url(guid, None) if guid.startswith("http") else None)
    if url is None:
        return None
    content = item.get("content_html")
    return FeedEntry(
        guid=guid or url,
        url=url,
        title=short_text(item.get("title"), MAX_TITLE) or "",
        summary=_summary(item),
        content_html=(clean_html(content, base=url) or None) if isinstance(content, str) else None,
        published_at=read_date(item.get("date_published")),
        updated_at=read_date(item.get("date_modified")),
        authors=clean_names(_authors(item) or feed_authors),
        tags=clean_names(_list(item.get("tags"))),
        image_url=_picture(item, url),
        lang=lang_tag(item.get("language")) or feed_lang,
    )


def _summary(item: dict[str, Any]) -> str | None:
    for name in ("summary", "content_text"):
        if isinstance(item.get(name), str) and item[name].strip():
            # These two are plain text by the rules.
            return fold_space(drop_unwritable(item[name]))[:MAX_SUMMARY].rstrip()
    return short_text(item.get("content_html"), MAX_SUMMARY)


def _authors(item: dict[str, Any]) -> list[object]:
    people = [*_list(item.get("authors")), item.get("author")]
    return [person.get("name") for person in people if isinstance(person, dict)]


def _picture(item: dict[str, Any], url: str) -> str | None:
    attached = (part for part in _list(item.get("attachments")) if isinstance(part, dict))
    pictures = (
        part.get("url") for part in attached if str(part.get("mime_type")).startswith("image/")
    )
    stated = (item.get("image"), item.get("banner_image"), *pictures)
    return next((found for link in stated if (found := web_url(link, url))), None)


def _hub(hubs: object) -> str | None:
    return next(
        (web_url(hub.get("url"), None) for hub in _list(hubs) if isinstance(hub, dict)), None
    )


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
