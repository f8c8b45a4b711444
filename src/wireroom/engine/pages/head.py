"""What a page says where nobody reads it: meta tags, links, scripts, gathered in one search."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.engine.pages.sheet import fold_space

# One search visits every node of a page: all of it is asked for at once, by tag alone, for
# selectors with attributes take three times as long.
_SAID: Final = "title, meta, link, script, input, button"
_LINKS: Final = frozenset(["canonical", "shortlink", "alternate"])
_MOST_SCRIPTS: Final = 120
_LONGEST_REL: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A <link>: its relation and type in lower case, its address and title as written."""

    rel: frozenset[str]
    type: str
    href: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A page's unseen statements in page order; `copied` is what its buttons put on a clipboard."""

    title: str = ""
    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    linked_data: tuple[str, ...] = ()
    scripts: tuple[LexborNode, ...] = ()
    copied: tuple[str, ...] = ()

    def link(self, rel: str) -> str | None:
        """Return the address of the first link of a relation."""
        return next((link.href for link in self.links if rel in link.rel), None)


def read_head(tree: LexborHTMLParser) -> Head:
    """Gather what a page says in tags that are not shown."""
    return _gathered(tree.css(_SAID))


def read_head_within(nodes: Iterable[LexborNode]) -> Head:
    """Gather what the tags that are not shown say in a part of a page."""
    return _gathered(found for node in nodes for found in node.css(_SAID))


def _gathered(nodes: Iterable[LexborNode]) -> Head:
    reader = _Reader()
    for node in nodes:
        reader.take(node)
    return Head(
        title=reader.title,
        meta=reader.all_meta(),
        links=tuple(reader.links),
        linked_data=tuple(reader.linked_data),
        scripts=tuple(reader.scripts[:_MOST_SCRIPTS]),
        copied=tuple(reader.copied),
    )


class _Reader:
    """What has been gathered so far."""

    __slots__ = ("copied", "linked_data", "links", "meta", "scripts", "title", "valued")

    def __init__(self) -> None:
        self.title = ""
        self.meta: dict[str, list[str]] = {}
        self.valued: dict[str, list[str]] = {}
        self.links: list[Link] = []
        self.linked_data: list[str] = []
        self.scripts: list[LexborNode] = []
        self.copied: list[str] = []

    def take(self, node: LexborNode) -> None:
        """Keep what one tag says."""
        tag = node.tag
        attributes = node.attributes
        if tag == "meta":
            self._take_meta(attributes)
        elif tag == "script":
            if "ld+json" in (attributes.get("type") or "").lower():
                self.linked_data.append(node.text() or "")
            elif "src" not in attributes:
                self.scripts.append(node)
        elif tag == "link":
            self._take_link(attributes)
        elif tag == "title":
            parent = node.parent  # pictures have titles too
            if not self.title and (parent is None or parent.tag in ("head", "html", "body")):
                self.title = fold_space(node.text() or "")
        else:
            text = (attributes.get("data-clipboard-text") or attributes.get("value") or "").strip()
            if text.startswith("http"):
                self.copied.append(text)

    def _take_meta(self, attributes: Mapping[str, str | None]) -> None:
        content = attributes.get("content")
        found = self.valued if content is None else self.meta
        text = fold_space((attributes.get("value") if content is None else content) or "")
        if not text:
            return
        for key in ("property", "name", "itemprop"):
            name = (attributes.get(key) or "").strip().lower()
            if name:
                found.setdefault(name, []).append(text)

    def _take_link(self, attributes: Mapping[str, str | None]) -> None:
        said = attributes.get("rel")
        if not said or len(said) > _LONGEST_REL:
            return
        rel = frozenset(said.lower().split())
        if not _LINKS.isdisjoint(rel):
            self.links.append(
                Link(
                    rel=rel,
                    type=(attributes.get("type") or "").lower(),
                    href=(attributes.get("href") or "").strip(),
                    title=(attributes.get("title") or "").strip(),
                )
            )

    def all_meta(self) -> Mapping[str, tuple[str, ...]]:
        """Return the meta tags; <meta name=... value=...> counts on pages without right ones.

        A page with a description or a title for sharing in its right form has no others.
        """
        if not ("description" in self.meta or "og:title" in self.meta):
            for name, values in self.valued.items():
                self.meta.setdefault(name, []).extend(values)
        return {name: tuple(values) for name, values in self.meta.items()}


def first_meta(meta: Mapping[str, tuple[str, ...]], *names: str) -> str | None:
    """Return the first content among the names, tried in order."""
    return next((meta[name][0] for name in names if name in meta), None)
