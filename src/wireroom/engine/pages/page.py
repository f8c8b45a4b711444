"""What one HTML page says of itself, gathered once and asked by every reader of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from wireroom.engine.pages.head import Head, first_meta, read_head
from wireroom.engine.pages.intake import MAX_DEPTH, too_deep
from wireroom.engine.pages.region import Region, whole
from wireroom.engine.pages.sheet import Sheet, lay_out
from wireroom.engine.pages.site import (
    host_of,
    page_address,
    site_name,
    site_names,
    titled_name,
    web_url,
)
from wireroom.engine.pages.structured import Node, StructuredPage, read_structured, text_of, url_of
from wireroom.engine.text.words import words

_DEPTH: Final = attrgetter("depth")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A parsed page with its meta tags and JSON-LD; `url` is canonical, absolute or None.

    `region` is the whole of `sheet`; a page of several articles is read by smaller ones.
    """

    tree: LexborHTMLParser
    sheet: Sheet
    region: Region
    head: Head
    meta: Mapping[str, tuple[str, ...]]
    structured: StructuredPage
    url: str | None
    host: str | None
    site: str | None
    names: Sequence[str]
    lang: str | None
    captured_at: datetime | None


def open_page(text: str, *, url: str | None, captured_at: datetime | None) -> Page:
    """Parse the text of a page and gather what it says of itself.

    Raises UnreadablePage (too_deep) for what no article page is.
    """
    tree = LexborHTMLParser(text)
    region = whole(lay_out(tree))
    if max(map(_DEPTH, region.sheet.elements), default=0) > MAX_DEPTH:
        raise too_deep()
    head = read_head(tree)
    meta = head.meta
    structured = read_structured(head.linked_data)
    address = page_address(head, url)
    host = host_of(address) or host_of(url)
    root = tree.root
    # A page that names its site needs no look at its links.
    named = first_meta(meta, "og:site_name")
    titled = None if named else titled_name(head, region, address or url)
    return Page(
        tree=tree,
        sheet=region.sheet,
        region=region,
        head=head,
        meta=meta,
        structured=structured,
        url=address,
        host=host,
        site=site_name(meta, structured, host, titled),
        names=site_names(meta, structured, host, titled),
        lang=(root.attributes.get("lang") if root else None) or _meta_lang(meta),
        captured_at=captured_at,
    )


def _meta_lang(meta: Mapping[str, tuple[str, ...]]) -> str | None:
    return first_meta(meta, "og:locale", "content-language", "language", "dc.language")


def main_node(page: Page) -> Node | None:
    """Return the JSON-LD article that the page is about: by its address, else by its headline."""
    nodes = page.structured.articles
    title = first_meta(page.meta, "og:title", "twitter:title") or ""
    wanted = set(words(title))
    best, best_score = None, -1.0
    for place, node in enumerate(nodes):
        headline = set(words(text_of(node.get("headline", node.get("name"))) or ""))
        score = 1.0 if headline and headline <= wanted else 0.0
        score += 2.0 if page.url and web_url(url_of(node), base=page.url) == page.url else 0.0
        score += 0.5 * ("datePublished" in node) + 0.3 * ("headline" in node) - 0.01 * place
        if score > best_score:
            best, best_score = node, score
    return best


def node_for(page: Page, headline: str) -> Node | None:
    """Return the JSON-LD article with this headline."""
    wanted = words(headline)
    for node in page.structured.articles:
        if wanted and words(text_of(node.get("headline", node.get("name"))) or "") == wanted:
            return node
    return None
