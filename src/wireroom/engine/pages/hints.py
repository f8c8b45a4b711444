"""What a page says of its article outside the text, gathered for the classifier of blocks."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.pages.head import first_meta
from wireroom.engine.pages.line_features import Hints
from wireroom.engine.pages.page import Page
from wireroom.engine.pages.region import Region
from wireroom.engine.pages.sheet import Block, fold_space
from wireroom.engine.pages.structured import Node, text_of, types_of

_FEWEST: Final = 200  # characters of JSON-LD's text: shorter ones are summaries
_HEADINGS: Final = frozenset(("h1", "h2", "h3"))
_SAME_WORDS: Final = 0.6


def hints_for(page: Page, region: Region, title: str, node: Node | None) -> Hints:
    """Return what JSON-LD, meta elements and headline tell of the article of a region."""
    body = text_of(node.get("articleBody")) if node else None
    return Hints(
        title=title,
        article_body=body if body and len(body) >= _FEWEST else "",
        description=fold_space(first_meta(page.meta, "og:description", "description") or ""),
        headline_place=headline_place(region, title),
        page_kinds=_page_kinds(page),
    )


def headline_place(region: Region, title: str) -> int:
    """Return where in the region's row of blocks the headline stands, -1 where it does not."""
    wanted = title.casefold()
    homes = region.sheet.elements
    blocks = region.blocks
    same = [n for n, block in enumerate(blocks) if block.text.casefold() == wanted]
    headings = [n for n in same if homes[blocks[n].home].tag in _HEADINGS]
    if headings or same:
        return (headings or same)[0]
    first = next((n for n, block in enumerate(blocks) if homes[block.home].tag == "h1"), -1)
    return first if first >= 0 else _alike(blocks, set(wanted.split()))


def _alike(blocks: Sequence[Block], wanted: set[str]) -> int:
    for place, block in enumerate(blocks):
        if wanted and len(block.text) < 400:
            own = set(block.text.casefold().split())
            if len(own & wanted) > _SAME_WORDS * len(own | wanted):
                return place
    return -1


def _page_kinds(page: Page) -> tuple[float, ...]:
    structured = page.structured
    types: set[str] = set()
    for node in (*structured.articles, *structured.others):
        types |= types_of(node)
    stated = first_meta(page.meta, "og:type") or ""
    marks = (
        any("News" in name or "Report" in name for name in types),
        "BlogPosting" in types,
        any(name.endswith("Article") for name in types),
        "Product" in types,
        "WebPage" in types,
        bool(types),
        stated == "article",
        stated == "website",
        bool(stated),
        len(structured.articles) > 1,
    )
    return tuple(map(float, marks))
