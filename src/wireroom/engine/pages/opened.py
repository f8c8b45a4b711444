"""A page opened: parsed, laid flat, and with the headline of its main article found."""

from typing import NamedTuple

from wireroom.engine.pages.headline import choose_headline
from wireroom.engine.pages.page import Page, main_node, node_for, open_page
from wireroom.engine.pages.structured import Node
from wireroom.engine.types import Document


class Opened(NamedTuple):
    """A page, the headline of its main article and the JSON-LD of that article."""

    page: Page
    title: str
    node: Node | None


def open_article(text: str, document: Document) -> Opened:
    """Open the text of a page; raises UnreadablePage (too_deep) for what no article page is."""
    page = open_page(text, url=document.url, captured_at=document.captured_at)
    node = main_node(page)
    title = choose_headline(
        page.region, head=page.head, node=node, site_names=page.names, url=page.url
    )
    return Opened(page, title, node_for(page, title) or node)
