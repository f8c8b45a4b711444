"""What bylines and times both ask of a page: stray meta tags, the boxes around headlines."""

from collections.abc import Mapping
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from wireroom.engine.pages.dom import ancestors, fold_space

_MOST_HEADINGS: Final = 20  # a page of more is a list


def with_valued_meta(
    tree: LexborHTMLParser, meta: Mapping[str, tuple[str, ...]]
) -> Mapping[str, tuple[str, ...]]:
    """Return `meta` with the tags <meta name=... value=...> behind those of the right form.

    A page with a description or a title for sharing in its right form has no others.
    """
    if "description" in meta or "og:title" in meta:
        return meta
    found = {name: list(values) for name, values in meta.items()}
    for node in tree.css("meta[value]:not([content])"):
        value = fold_space(node.attributes.get("value") or "")
        name = node.attributes.get("property") or node.attributes.get("name") or ""
        if value and name:
            found.setdefault(name.strip().lower(), []).append(value)
    return {name: tuple(values) for name, values in found.items()}


def boxes_of_headings(tree: LexborHTMLParser) -> frozenset[int]:
    """Return the `mem_id` of every element that holds an h1."""
    headings = tree.css("h1")[:_MOST_HEADINGS]
    return frozenset(box.mem_id for heading in headings for box in ancestors(heading))
