"""A page as a row of text blocks in reading order: the smallest elements that hold lines."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.engine.pages.dom import ancestors, class_words, seen_text

HEADINGS: Final = frozenset(["h1", "h2", "h3", "h4"])
BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_UNSEEN: Final = frozenset(
    ["script", "style", "noscript", "template", "svg", "iframe", "head", "select", "button"]
)
_MOST_BLOCKS: Final = 20_000
_CHROME: Final = frozenset(["nav", "footer", "aside", "form"])
_NOT_A_REPORT: Final = frozenset(
    ["comment", "comments", "respond", "cookie", "consent", "review", "reviews"]
)
_SENTENCE: Final = 60  # characters: what is shorter may be a label, a name, a time


@dataclass(frozen=True)  # no slots: what is asked several times is kept
class Block:
    """One line or paragraph, with its place in the row."""

    place: int
    node: LexborNode
    tag: str
    text: str

    @cached_property
    def linked(self) -> float:
        """The share of the text that stands in links, 0 to 1."""
        links = [self.node] if self.tag == "a" else self.node.css("a")
        return sum(len(seen_text(link)) for link in links) / max(1, len(self.text))

    @cached_property
    def is_prose(self) -> bool:
        """Whether the block reads as a paragraph rather than as a label or a list of links."""
        return len(self.text) >= _SENTENCE and self.tag not in HEADINGS and self.linked < 0.5


def blocks_of(root: LexborNode) -> list[Block]:
    """Return the blocks with text below `root`, furniture elements left out."""
    found: list[Block] = []
    stack = [root]
    while stack and len(found) < _MOST_BLOCKS:
        node = stack.pop()
        if node.tag in _UNSEEN or node.tag in _CHROME:
            continue
        children = list(_elements(node))
        if node.tag not in HEADINGS and any(_holds_blocks(child) for child in children):
            stack.extend(reversed(children))
            continue
        text = seen_text(node)
        if text:
            found.append(Block(len(found), node, node.tag or "", text))
    return found


@lru_cache(maxsize=2)
def row_of(tree: LexborHTMLParser) -> list[Block]:
    """Return the blocks of a whole tree, made once: the tree must not change any more.

    Several readers ask for the same row while one article is read; two trees are kept.
    """
    return blocks_of(tree.body) if tree.body is not None else []


def _elements(node: LexborNode) -> list[LexborNode]:
    return list(node.iter(include_text=False))


def _holds_blocks(node: LexborNode) -> bool:
    if node.tag in BLOCKS:
        return True
    return any(_holds_blocks(child) for child in _elements(node)) if node.tag == "a" else False


def stands_in_report(node: LexborNode) -> bool:
    """Tell whether an element stands outside navigation, comments and consent boxes."""
    for parent in (node, *ancestors(node)):
        if parent.tag in _CHROME:
            return False
        if parent.tag not in ("body", "html", "main") and class_words(parent) & _NOT_A_REPORT:
            return False
    return True
