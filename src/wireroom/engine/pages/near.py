"""The lines that stand right around a headline, where bylines and times are."""

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from wireroom.engine.pages.blocks import HEADINGS, Block, row_of
from wireroom.engine.text.words import words

_LONGEST_LINE: Final = 140
_BEFORE: Final = 4
_AFTER: Final = 14
# State that pages embed for their scripts: {"datePublished":"2026-03-01T06:00:00Z"}.
_EMBEDDED_DATE: Final = re.compile(
    r"""\\?["'](?:datePublished|date_published|publishedAt|published_at|publishedDate|"
    r"published_date|"""
    r"""publishDate|publish_date|publicationDate|firstPublished\w*|first_published\w*|pubDate|"""
    r"""displayDate|postDate|publishedOn|"
    r"datePosted)\\?["']\s*:\s*\\?["'](\d{4}-\d{2}-\d{2}[^"'\\]{0,20})"""
)


def lines_near_headline(tree: LexborHTMLParser, title: str) -> list[Block]:
    """Return the short lines after the headline, then those just before it, the nearest first."""
    row = row_of(tree)
    wanted = words(title)
    heads = [block for block in row if block.tag in HEADINGS]
    head = next((block for block in heads if words(block.text) == wanted), None)
    head = head or next((block for block in heads if block.tag == "h1"), None)
    place = head.place if head is not None else -1
    after = row[place + 1 : place + 1 + _AFTER]
    before = row[max(0, place - _BEFORE) : max(0, place)][::-1]
    return [block for block in (*after, *before) if len(block.text) <= _LONGEST_LINE]


def embedded_date(tree: LexborHTMLParser) -> str | None:
    """Return the publication date in the state that a page embeds for its scripts.

    Only where there is one: states list other articles too. JSON-LD is read elsewhere.
    """
    found: set[str] = set()
    for script in tree.css('script:not([src]):not([type*="ld+json" i])')[:80]:
        found.update(_EMBEDDED_DATE.findall(script.text() or ""))
        if len(found) > 1:
            return None
    return found.pop() if found else None
