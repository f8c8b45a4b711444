"""What the fields of an article rest on: which of a page's statements says what was chosen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from wireroom.engine.pages.details import Details
from wireroom.engine.pages.head import Head, first_meta
from wireroom.engine.pages.headline import OTHER_TITLES
from wireroom.engine.pages.stamps import Stamps
from wireroom.engine.pages.structured import Node, text_of, texts_of
from wireroom.engine.text.words import words

_SECTIONS: Final = ("article:section", "og:section")
_PICTURES: Final = ("og:image", "og:image:url")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What was chosen for an article, and the readers' word on where some of it stood."""

    title: str
    details: Details
    authors_in: str | None
    stamps: Stamps
    lang: str
    credited: tuple[tuple[str, str], ...] = ()


def sources_of(
    chosen: Chosen,
    *,
    head: Head,
    meta: Mapping[str, tuple[str, ...]],
    node: Node | None,
    stated_lang: str | None,
) -> tuple[tuple[str, str], ...]:
    """Return (field, where it was found) for the fields that were found.

    The places: "json-ld", "og", "twitter", "meta", "link" for what nobody sees; "title" for the
    page's title, "heading", "byline", "time", "line", "text" for what readers see; "html" for the
    language that the page states, "address", and "script" for embedded state.
    """
    return tuple(_pairs(chosen, head, meta, node or {}, stated_lang))


def _pairs(
    chosen: Chosen,
    head: Head,
    meta: Mapping[str, tuple[str, ...]],
    node: Node,
    stated_lang: str | None,
) -> Iterator[tuple[str, str]]:
    details, stamps = chosen.details, chosen.stamps
    if chosen.title:
        yield "title", _title_in(chosen.title, head, meta, node)
    if details.standfirst:
        yield "standfirst", _standfirst_in(details.standfirst, meta, node)
    if chosen.authors_in:
        yield "authors", chosen.authors_in
    if stamps.published:
        yield "published", stamps.published.found_in
    if stamps.updated:
        yield "updated", stamps.updated.found_in
    yield from chosen.credited
    if details.canonical_url:
        yield "canonical_url", "link" if head.link("canonical") else "address"
    if details.image:
        yield "image", _picture_in(details.image.url, meta, node)
    if chosen.lang != "und":
        is_stated = bool(stated_lang) and chosen.lang[:2] == str(stated_lang)[:2].lower()
        yield "lang", "html" if is_stated else "text"
    if details.section:
        yield "section", _section_in(details.section, meta, node)
    if details.tags:
        yield "tags", _tags_in(meta, node)


def _title_in(title: str, head: Head, meta: Mapping[str, tuple[str, ...]], node: Node) -> str:
    """Return the first statement that says the headline, whatever stands before or after it."""
    wanted = f" {' '.join(words(title))} "
    statements = (
        ("json-ld", text_of(node.get("headline", node.get("name")))),
        ("og", first_meta(meta, "og:title")),
        ("twitter", first_meta(meta, "twitter:title")),
        *(("meta", first_meta(meta, name)) for name in OTHER_TITLES),
        ("title", head.title),
    )
    for place, text in statements:
        if text and wanted in f" {' '.join(words(text))} ":
            return place
    return "heading"


def _standfirst_in(standfirst: str, meta: Mapping[str, tuple[str, ...]], node: Node) -> str:
    if text_of(node.get("description")) == standfirst:
        return "json-ld"
    if first_meta(meta, "og:description") == standfirst:
        return "og"
    stated = (first_meta(meta, "description"), first_meta(meta, "twitter:description"))
    return "meta" if standfirst in stated else "text"


def _picture_in(url: str, meta: Mapping[str, tuple[str, ...]], node: Node) -> str:
    if first_meta(meta, *_PICTURES):
        return "og"
    if first_meta(meta, "twitter:image", "twitter:image:src"):
        return "twitter"
    return "json-ld" if node.get("image") else "text"


def _section_in(section: str, meta: Mapping[str, tuple[str, ...]], node: Node) -> str:
    if text_of(node.get("articleSection")) == section:
        return "json-ld"
    return "og" if first_meta(meta, *_SECTIONS) == section else "meta"


def _tags_in(meta: Mapping[str, tuple[str, ...]], node: Node) -> str:
    if meta.get("article:tag"):
        return "og"
    return "json-ld" if texts_of(node.get("keywords")) else "meta"
