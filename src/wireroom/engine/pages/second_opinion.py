"""A second opinion on a page that the classifier is unsure of: by trafilatura."""

import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree
from lxml import html as lxml_html
from selectolax.lexbor import LexborHTMLParser

from wireroom.engine.pages.sheet import fold_space
from wireroom.engine.text.words import words

# What never holds text of a report and only costs time in every later pass over the tree.
DEAD_WEIGHT: Final = (
    "script", "style", "noscript", "template", "svg", "iframe", "link", "canvas", "object",
    "embed", "select", "textarea", "dialog", "map", "source", "track",
)  # fmt: skip
_PARSER: Final = lxml_html.HTMLParser(
    collect_ids=False,
    default_doctype=False,
    encoding="utf-8",
    remove_comments=True,
    remove_pis=True,
)
_LEAVES: Final = frozenset(("p", "head", "item", "cell", "code", "fw", "ab"))
_NESTS: Final = frozenset(("list", "quote", "table", "row", "div", "body", "item", "cell"))
# Swept on the 1,000 shared pages (300 to 4,000 characters, shares 0 to 0.8): with these, 8 in
# 100 pages take the slow pass and the mean F1 is the slow pass's own (.935).
_ENOUGH: Final = 700
_PROSE_SHARE: Final = 0.3
_OPTIONS: Final[dict[str, Any]] = {
    "include_comments": False,
    "include_tables": True,
    "with_metadata": False,
}


# The F1 that a body promises below which the second opinion counts. Cross-validated on the
# shared pages: it is asked of 5 in 100, where it has .80 and the classifier .64; on the next
# five in 100 it has .81 and the classifier .85.
UNSURE: Final = 0.857
# Blocks of text past which nobody else is asked, for that takes seconds: of 1,000 shared pages
# the largest has 1,748.
MOST_BLOCKS: Final = 5_000
_ANY_END: Final = re.compile(r"\w{2}[.!?؟…。！？][\"'”’»)\]]*(?:\s|$)")
_HEADLINE_WORDS: Final = 3


def second_opinion(page: LexborHTMLParser, *, title: str) -> list[str]:
    """Return the paragraphs that trafilatura finds on a page, none where it finds no report.

    Where it finds none it gives the whole page in one piece: that holds the headline among
    other words, or no sentence at all. The page itself is not changed.
    """
    found = read_body(*_lightened(page))
    if not any(_ANY_END.search(text) for text in found):
        return []
    return [] if len(found) == 1 and _holds_headline(found[0], title) else found


def _lightened(page: LexborHTMLParser) -> tuple[bytes, int]:
    """Return a page without dead weight, and the characters in its <p>.

    Of a page of megabytes there are four copies on the way; each goes as soon as the next is
    made.
    """
    tree = LexborHTMLParser(page.html or "")
    lighten(tree)
    prose_size = sum(len(node.text_lexbor()) for node in tree.css("p"))
    return (tree.html or "").encode("utf-8", "replace"), prose_size


def _holds_headline(text: str, title: str) -> bool:
    own, headline = words(text), words(title)
    if len(headline) < _HEADLINE_WORDS or own == headline:
        return False
    return " ".join(headline) in " ".join(own)


def read_body(markup: bytes, prose_size: int) -> list[str]:
    """Return the paragraphs that trafilatura finds; none where it finds no text.

    `markup` is a page in UTF-8 without dead weight; `prose_size` is the
    number of characters in its <p> elements. The slow pass with its rival extractors runs
    where the quick one finds little.
    """
    root = lxml_html.fromstring(markup, parser=_PARSER)
    quick = list(_paragraphs(_extract(root, fast=True)))
    size = sum(map(len, quick))
    if size >= _ENOUGH and size >= _PROSE_SHARE * prose_size:
        return quick
    return list(_paragraphs(_extract(root, fast=False))) or quick


def _extract(root: Any, *, fast: bool) -> Any:
    # Imported here: it takes 20 MB, which the process that hands pages to workers never needs.
    from trafilatura import bare_extraction

    try:
        document = bare_extraction(root, fast=fast, **_OPTIONS)
    except (ValueError, AttributeError, TypeError, etree.LxmlError):
        return None
    return getattr(document, "body", None)


def lighten(tree: LexborHTMLParser) -> None:
    """Take out of a page what no reader of text wants; the tree itself changes."""
    tree.strip_tags(list(DEAD_WEIGHT))


def _paragraphs(body: Any) -> Iterator[str]:
    for block in _blocks(body) if body is not None else ():
        text = fold_space(block)
        if text:
            yield text


def _blocks(element: Any) -> Iterator[str]:
    """Yield the text of each block in reading order; text between nested blocks is kept."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag in _NESTS or child.tag in _LEAVES:
            yield from _flushed(pieces)
            pieces = []
            yield from _blocks(child)
        elif child.tag == "lb":
            pieces.append("\n")
        else:
            pieces.append("".join(child.itertext()))
        pieces.append(child.tail or "")
    yield from _flushed(pieces)


def _flushed(pieces: list[str]) -> Iterator[str]:
    yield from re.split(r"\n\s*\n", "".join(pieces))
