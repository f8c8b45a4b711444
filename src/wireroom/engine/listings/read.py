"""A listing page read as a feed: its reports' addresses and headlines, in the page's order."""

from collections.abc import Iterable
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.engine.errors import NotAFeed, UnreadablePage
from wireroom.engine.feeds.entries import MAX_TITLE, drop_doubles
from wireroom.engine.listings.choose import choose_links
from wireroom.engine.listings.data import read_data_links
from wireroom.engine.listings.learnt import learn
from wireroom.engine.listings.links import read_links
from wireroom.engine.pages.intake import Kind, take_in
from wireroom.engine.pages.sheet import lay_out
from wireroom.engine.types import Document, FeedEntry, ParsedFeed
from wireroom.engine.urls import canonical_url

# One look brings at most as many; fronts with more repeat themselves below.
MOST_ENTRIES: Final = 200


def read_listing(
    raw: bytes,
    *,
    url: str,
    content_type: str | None = None,
    known: Iterable[tuple[str, bool]] = (),
) -> ParsedFeed:
    """Return the reports that a page of links leads to, without times: it states none.

    What it holds as data counts, too, for fronts that scripts fill in the browser.
    `known` are addresses of the outlet's pages and whether each was read as a report. Raises
    NotAFeed for what is no page of links.
    """
    try:
        text, kind = take_in(Document(name=url, raw=raw, url=url, content_type=content_type))
    except UnreadablePage as error:
        raise NotAFeed("this page cannot be read as a listing: %(why)s", why=error) from error
    if kind is not Kind.HTML:
        raise NotAFeed("this is no web page, so no listing; add it as a feed instead")
    tree = LexborHTMLParser(text)
    base = tree.css_first("base[href]")
    stated = canonical_url(base.attributes.get("href") or "", url) if base else None
    scripts = [_script(one) for one in tree.css("script:not([src])")]  # a sheet has none of them
    links = read_links(lay_out(tree), base=stated or url)
    shown = {link.url for link in links}
    told = read_data_links(scripts, base=stated or url)
    links += [link for link in told if link.url not in shown]
    chosen = choose_links(links, learn(known), url=url)[:MOST_ENTRIES]
    return ParsedFeed(
        kind="listing",
        title=None,
        home_url=url,
        entries=drop_doubles(
            [
                FeedEntry(guid=link.url, url=link.url, title=link.headline[:MAX_TITLE])
                for link in chosen
            ]
        ),
    )


def _script(node: LexborNode) -> tuple[str, str]:
    return (node.attributes.get("type") or "").strip().lower(), node.text(deep=True)
