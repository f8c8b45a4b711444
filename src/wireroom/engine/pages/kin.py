"""How the boxes of two headlines are related: neighbours of one kind hold articles of one kind."""

from collections.abc import Collection, Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from wireroom.engine.pages.blocks import Block
from wireroom.engine.pages.dom import ancestors, attribute, class_words

_FULL_PARAGRAPHS: Final = 2
_OUTLETS: Final = frozenset(["source", "outlet", "publisher", "provider"])


def same_box_kind(head: Block, main: Block) -> bool:
    """Tell whether both headlines are <h1> in boxes of one kind: the mark of endless pages."""
    if head.tag != "h1" or main.tag != "h1":
        return False
    own, shared = _named_box(head.node), _named_box(main.node)
    if own is None or shared is None or own.mem_id == shared.mem_id:
        return False
    same = own.tag == shared.tag and attribute(own, "class") == attribute(shared, "class")
    return same and (own.tag == "article" or bool(attribute(own, "class")))


def are_siblings(head: Block, main: Block) -> bool:
    """Tell whether both headlines stand in <article> elements side by side."""
    own, shared = _own_article(head.node), _own_article(main.node)
    if own is None or shared is None or own.mem_id == shared.mem_id:
        return False
    mine, theirs = own.parent, shared.parent
    return mine is not None and theirs is not None and mine.mem_id == theirs.mem_id


def alike(head: Block, main: Block) -> bool:
    """Tell whether both headlines stand in neighbouring boxes of one tag and class."""
    shared = {parent.mem_id for parent in ancestors(main.node)}
    own = _below(head.node, shared)
    home = own.parent if own is not None else None
    if own is None or home is None or not attribute(own, "class"):
        return False
    other = _below(main.node, {home.mem_id})
    return (
        other is not None
        and other.tag == own.tag
        and attribute(other, "class").split()[:1] == attribute(own, "class").split()[:1]
    )


def _below(node: LexborNode, tops: Collection[int]) -> LexborNode | None:
    """Return the ancestor of a node, or itself, right below the first of `tops`."""
    below = node
    for parent in ancestors(node):
        if parent.mem_id in tops:
            return below
        below = parent
    return None


def _own_article(node: LexborNode) -> LexborNode | None:
    return next((parent for parent in ancestors(node) if parent.tag == "article"), None)


def _named_box(node: LexborNode) -> LexborNode | None:
    """Return the nearest ancestor that is more than a header around a headline."""
    for parent in ancestors(node):
        if parent.tag == "article" or len(parent.css("p")) >= _FULL_PARAGRAPHS:
            return parent
    return None


def leads_away(head: Block) -> bool:
    """Tell whether a headline is a link, as a teaser's is."""
    return head.linked > 0.8 or any(parent.tag == "a" for parent in ancestors(head.node))


def names_outlet(row: Sequence[Block], head: Block) -> bool:
    """Tell whether a line of the header is marked as the outlet: aggregators link headlines."""
    for block in row[head.place + 1 : head.place + 4]:
        if any(class_words(node) & _OUTLETS for node in (block.node, *block.node.css("span, a"))):
            return True
    return False
