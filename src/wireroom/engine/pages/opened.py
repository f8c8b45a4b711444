"""The main article of a page opened for its classifier: the flat sheet and what the page says."""

from wireroom.engine.pages.headline import choose_headline
from wireroom.engine.pages.hints import hints_for
from wireroom.engine.pages.line_features import Hints
from wireroom.engine.pages.page import main_node, node_for, open_page
from wireroom.engine.pages.region import whole
from wireroom.engine.pages.sheet import Sheet
from wireroom.engine.pages.structured import text_of
from wireroom.engine.types import Document


def open_article(text: str, document: Document) -> tuple[Sheet, Hints]:
    """Return the sheet of a page that is taken to hold one article, and the hints to it."""
    page = open_page(text, url=document.url, captured_at=document.captured_at)
    node = main_node(page)
    stated = text_of(node.get("headline", node.get("name"))) if node else None
    title = choose_headline(page.tree, meta=page.meta, stated=stated, site_names=page.names)
    node = node_for(page, title) or node
    return page.sheet, hints_for(page, whole(page.sheet), title, node)
