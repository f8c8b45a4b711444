"""The page reader's front: finds out what a document is and has the right reader read it."""

from collections.abc import Iterator

from wireroom.engine.errors import NotAFeed, UnreadablePage
from wireroom.engine.feeds.parse import parse_feed
from wireroom.engine.feeds.sanitise import plain_text
from wireroom.engine.pages.attribution import take_credit
from wireroom.engine.pages.dump import read_dump
from wireroom.engine.pages.html import (
    LabelledPage,
    ReadPage,
    read_and_label,
    read_remembering,
)
from wireroom.engine.pages.intake import Kind, take_in
from wireroom.engine.pages.memory import Memory
from wireroom.engine.pages.names import article_id
from wireroom.engine.text.direction import direction_of
from wireroom.engine.text.language import language_of
from wireroom.engine.types import (
    Article,
    Document,
    FeedEntry,
    Health,
    Image,
    ParsedFeed,
    Role,
    TimeFrom,
)


def read_document(document: Document) -> tuple[Article, ...]:
    """Return the articles of one page, text dump or feed, the main one first.

    A page that is no article (an author's page, a front, a video ...) comes back once, with
    its health and the reason as a warning. Raises UnreadablePage when nothing can be read;
    its message says what to do.
    """
    return read_with_memory(document, None).articles


def read_with_memory(document: Document, memory: Memory | None) -> ReadPage:
    """Read as read_document does, without what the memory of its outlet calls furniture.

    Only HTML pages show what can be learnt. Raises UnreadablePage.
    """
    text, kind = take_in(document)
    if kind is Kind.HTML:
        return read_remembering(text, document, memory)
    if kind is Kind.FEED:
        return ReadPage(_read_feed(document), None)
    return ReadPage(_read_dump(text, document), None)


def label_document(document: Document, memory: Memory | None = None) -> LabelledPage:
    """Read an HTML page and tell of every block what it was taken for.

    Raises UnreadablePage where nothing can be read, and for dumps and feeds, which have no blocks.
    """
    text, kind = take_in(document)
    if kind is not Kind.HTML:
        raise UnreadablePage(
            "not_a_page", "no HTML page: dumps and feeds have no blocks; read it without --labels"
        )
    return read_and_label(text, document, memory)


def _read_dump(text: str, document: Document) -> tuple[Article, ...]:
    articles = read_dump(text, document)
    if not articles:
        raise UnreadablePage(
            "not_a_page", "no headline with text under it was found; give the page as HTML"
        )
    return articles


def _read_feed(document: Document) -> tuple[Article, ...]:
    try:
        feed = parse_feed(document.raw, url=document.url, content_type=document.content_type)
    except NotAFeed as error:
        raise UnreadablePage("not_a_page", f"no feed after all: {error}") from error
    return tuple(
        _entry_article(entry, feed, document, place) for place, entry in enumerate(feed.entries)
    )


def _entry_article(
    entry: FeedEntry, feed: ParsedFeed, document: Document, position: int
) -> Article:
    paragraphs = list(_entry_paragraphs(entry))
    dateline, credit, body = take_credit(paragraphs, " | ".join(entry.authors) or None)
    lang = language_of(" ".join([entry.title, *body])[:2000], stated=entry.lang or feed.lang)
    return Article(
        id=article_id(document.name, position),
        file=document.name,
        position=position,
        role=Role.ENTRY,
        title=entry.title,
        paragraphs=tuple(body),
        standfirst=entry.summary if entry.content_html else None,
        authors=entry.authors,
        outlet=feed.title,
        platform=feed.title,
        published=entry.published_at,
        published_from=TimeFrom.STATED if entry.published_at else TimeFrom.UNKNOWN,
        updated=entry.updated_at,
        dateline=dateline,
        wire_credit=credit,
        canonical_url=entry.url or None,
        image=Image(url=entry.image_url) if entry.image_url else None,
        lang=lang,
        dir=direction_of(" ".join([entry.title, *body[:3]])),
        tags=entry.tags,
        health=Health.ARTICLE if body else Health.EMPTY,
    )


def _entry_paragraphs(entry: FeedEntry) -> Iterator[str]:
    if not entry.content_html:
        if entry.summary:
            yield entry.summary
        return
    for block in entry.content_html.replace("<p", "\x00<p").replace("<br", "\x00<br").split("\x00"):
        text = plain_text(block)
        if text:
            yield text
