"""Texts and addresses of an XML tree as feedparser gives them: trimmed, mended, resolved."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from feedparser.api import StrictFeedParser

from wireroom.engine.feeds.raw_entry import Attributes, Text
from wireroom.engine.feeds.tree_names import Names, NotOursError, attributes_of

# Characters that feedparser takes for windows-1252; a feed that has them is left to it.
_CONTROLS: Final = re.compile("[\x80-\x9f]")
# Joining such an address to any base gives back the same address.
_STEADY: Final = re.compile(
    r"https?://[A-Za-z0-9][A-Za-z0-9.:-]*(?:/[!\"$-:<->@-\[\]-~]*)?(?:\?[!\"$-~]+)?"
)
_OTHER_SCHEME: Final = re.compile("(?:tag|urn):[^/]")  # what Atom calls entries by
_EXTRA_SLASHES: Final = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*://)/+")
_TYPES: Final = {
    "text": "text/plain", "plain": "text/plain", "text/plain": "text/plain",
    "html": "text/html", "text/html": "text/html",
    "xhtml": "application/xhtml+xml", "application/xhtml+xml": "application/xhtml+xml",
}  # fmt: skip
_SCOPING: Final = frozenset(("base", "xml:base", "lang", "xml:lang"))
_MAX_DEPTH: Final = 50  # of markup in a text; reports have up to 15


@dataclass(frozen=True, slots=True)
class Scope:
    """What an element inherits: language ("en-GB"), base address, and whether it is in Atom 1.0."""

    lang: str | None = None
    base: str = ""
    is_atom: bool = False
    is_atom_1: bool = False

    def inside(self, attributes: dict[str, str]) -> "Scope":
        """Return the scope inside an element; raises NotOursError for a base to be worked out."""
        if _SCOPING.isdisjoint(attributes):
            return self
        base = attributes.get("xml:base", attributes.get("base"))
        lang = attributes.get("xml:lang", attributes.get("lang"))
        if base and not (self.base and is_steady(base)):
            raise NotOursError
        if not base and lang is None:
            return self
        lang = self.lang if lang is None else lang.replace("_", "-") or None
        return Scope(lang, base or self.base, self.is_atom, self.is_atom_1)


def is_steady(url: str) -> bool:
    """Whether joining `url` to a base leaves it as it is."""
    return _STEADY.fullmatch(url) is not None


def raw_text(element: Element) -> str:
    """Return an element's text, trimmed; raises NotOursError where it has children."""
    if len(element):
        raise NotOursError
    return (element.text or "").strip()


def mended_text(element: Element) -> str:
    """Return an element's text, trimmed and mended; raises NotOursError where it has children."""
    if len(element):
        raise NotOursError
    text = element.text
    if not text:
        return ""
    text = text.strip()
    return text if text.isascii() else mended(text)


def mended(text: str) -> str:
    """Return text that was UTF-8, read as Latin-1 and written again, as it was meant."""
    if text.isascii():
        return text
    if _CONTROLS.search(text):
        raise NotOursError
    try:
        return text.encode("iso-8859-1").decode("utf-8")
    except UnicodeError:
        return text


def resolved(address: str, base: str) -> str:
    """Return an address joined to `base` as feedparser joins it."""
    if not address or _STEADY.fullmatch(address) or _OTHER_SCHEME.match(address):
        return address
    try:
        return urljoin(base, _EXTRA_SLASHES.sub(r"\1", address))
    except ValueError:
        return ""


def text_construct(
    element: Element, attributes: Attributes, default: str, scope: Scope, names: Names
) -> Text:
    """Return a text with its type, language and base; markup in it is written out.

    `default` is its media type where it states none. Raises NotOursError for types that nobody
    uses, and for markup in what is said to be text.
    """
    kind = default
    if attributes:
        scope = scope.inside(attributes)
        kind = _kind(attributes, default)
        if kind == "application/xhtml+xml":
            value = mended(_inline(element, names, unwrap=scope.is_atom_1).strip())
            return value, kind, scope.lang, scope.base
    value = mended_text(element)
    if kind == "text/plain" and not scope.is_atom and _is_markup(value):
        kind = "text/html"
    return value, kind, scope.lang, scope.base


def _kind(attributes: Attributes, default: str) -> str:
    kind = _TYPES.get(attributes["type"]) if "type" in attributes else default
    if kind is None or attributes.get("mode") == "base64":
        raise NotOursError
    return kind


def _is_markup(value: str) -> bool:
    may_be = "</" in value or ("&" in value and ";" in value)
    return may_be and StrictFeedParser.looks_like_html(value)


def _inline(element: Element, names: Names, *, unwrap: bool) -> str:
    pieces: list[str] = []
    if unwrap and len(element) == 1 and names(element[0]) == "xhtml:div":
        around = f"{element.text or ''}{element[0].tail or ''}"
        if not around.strip():  # the one div that Atom asks for is no part of the text
            attributes_of(element[0])
            element = element[0]
    _write_inside(element, names, pieces, 0)
    return "".join(pieces)


def _write_inside(element: Element, names: Names, pieces: list[str], depth: int) -> None:
    if depth > _MAX_DEPTH:
        raise NotOursError
    if text := element.text:
        pieces.append(_escaped(text))
    for child in element:
        tag = names.in_markup(child)
        opened = f"<{tag}{_written(attributes_of(child))}>" if child.items() else f"<{tag}>"
        if len(child):
            pieces.append(opened)
            _write_inside(child, names, pieces, depth + 1)
            pieces.append(f"</{tag}>")
        else:
            pieces.append(f"{opened}{_escaped(child.text or '')}</{tag}>")
        if tail := child.tail:
            pieces.append(_escaped(tail))


def _escaped(text: str) -> str:
    return escape(text) if "&" in text or "<" in text or ">" in text else text


def _written(attributes: dict[str, str]) -> str:
    if "base" in attributes or "xml:base" in attributes:
        raise NotOursError
    quoted = [
        ' {}="{}"'.format(name, _escaped(value).replace('"', "&quot;"))
        for name, value in attributes.items()
    ]
    return "".join(quoted)
