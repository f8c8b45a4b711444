"""What feedparser calls each element of an XML tree, and which of them bear on what we keep."""

from collections.abc import Iterable
from typing import Final
from xml.etree.ElementTree import Element

from feedparser.api import StrictFeedParser

from wireroom.engine.feeds.feedparser_bounds import PODCASTING
from wireroom.engine.feeds.raw_entry import Attributes

_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_ABOUT: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_QUALIFIED: Final = {
    f"{_XML}lang": "xml:lang", f"{_XML}base": "xml:base", f"{_XML}space": "xml:space",
    _ABOUT: "rdf:about",
}  # fmt: skip
_XLINK: Final = "http://www.w3.org/1999/xlink"  # feedparser makes attributes of its declaration
_XHTML: Final = "xhtml:"
_USERLAND: Final = "backend.userland.com/rss"
_PREFIXES: Final[dict[str, str]] = {
    uri.lower(): prefix.lower()
    for uri, prefix in {**StrictFeedParser.namespaces, **PODCASTING}.items()
}
_WELL_KNOWN: Final = frozenset(_PREFIXES.values()) - {""}
# Elements that feedparser acts on in a way that the tree reader does not follow.
REFUSED: Final = frozenset(
    [
        "abstract",
        "body",
        "xhtml:body",
        "channel",
        "feed",
        "rss",
        "rdf:rdf",
        "item",
        "entry",
        "image",
        "textinput",
        "tags",
        "svg",
        "itunes:link",
        "itunes:owner",
        "managingeditor",
        "svg:svg",
    ]
)
_REFUSED_PREFIXES: Final = ("gml:", "psc:")
# Fields of ours that an unknown element of the same name would write to.
_KEPT_FIELDS: Final = frozenset(
    [
        "authors",
        "author",
        "links",
        "link",
        "tags",
        "title",
        "title_detail",
        "summary",
        "summary_detail",
        "subtitle_detail",
        "description",
        "description_detail",
        "content",
        "id",
        "guid",
        "published",
        "published_parsed",
        "updated",
        "updated_parsed",
        "created",
        "created_parsed",
        "date",
        "date_parsed",
        "modified",
        "modified_parsed",
        "issued",
        "issued_parsed",
        "tagline",
        "tagline_detail",
        "image",
        "media_content",
        "media_thumbnail",
        "media_text",
        "podcast_transcript",
        "language",
        "ttl",
        "sy_updateperiod",
        "sy_updatefrequency",
        "feedburner_origlink",
    ]
)


_USUAL_NAMES: Final = {
    "isPermaLink": "ispermalink",
    **{name: name for name in ("url", "href", "rel", "type", "length", "medium", "term", "label")},
}


class NotOursError(Exception):
    """The tree reader might differ from feedparser here: let feedparser read the feed."""


class Names:
    """The names of a document's elements, as feedparser would call them: "prefix:local"."""

    __slots__ = ("_known", "_markup", "_prefixes", "uris")

    def __init__(self, declared: Iterable[tuple[str, str]]) -> None:
        """Take the namespaces of a document; raises NotOursError where they are tangled."""
        self._known: dict[str, str] = {}
        self._markup: dict[str, str] = {}
        self._prefixes: dict[str, str] = {}
        self.uris = self._checked(declared)

    def __call__(self, element: Element) -> str:
        """Return an element's name; raises NotOursError for what nobody can follow."""
        tag = element.tag
        try:
            return self._known[tag]
        except KeyError:
            name = self._known[tag] = self._named(tag)
            return name

    def in_markup(self, element: Element) -> str:
        """Return the name of an element of XHTML; raises NotOursError for any other."""
        tag = element.tag
        try:
            return self._markup[tag]
        except KeyError:
            name = self(element).removeprefix(_XHTML)
            if self(element) == name or name in ("svg", "math"):
                raise NotOursError from None
            self._markup[tag] = name
            return name

    @staticmethod
    def writes(name: str) -> bool:
        """Whether feedparser lets an element of this name, unknown to us, write what we keep."""
        if name in REFUSED or name.startswith(_REFUSED_PREFIXES):
            return True
        return name.replace(":", "_") in _KEPT_FIELDS

    def _checked(self, declared: Iterable[tuple[str, str]]) -> frozenset[str]:
        pairs = {(prefix.lower(), uri) for prefix, uri in declared}
        by_prefix = {prefix: uri for prefix, uri in pairs if prefix}
        if len(by_prefix) < sum(1 for prefix, _ in pairs if prefix):
            raise NotOursError  # one name for two namespaces
        for prefix, uri in pairs:
            if not uri or uri == _XLINK:
                raise NotOursError
            standard = _standard_prefix(uri)
            if standard is None and self._prefixes.get(uri, prefix) != prefix:
                raise NotOursError  # two names for one namespace
            if standard and by_prefix.get(standard, uri) != uri:
                raise NotOursError  # its well-known name means another namespace here
            if standard is not None and standard != prefix and prefix in _WELL_KNOWN:
                raise NotOursError
            self._prefixes[uri] = prefix if standard is None else standard
        return frozenset(uri.lower() for _, uri in pairs)

    def _named(self, tag: str) -> str:
        if tag[0] != "{":
            return tag.lower()
        uri, _, local = tag[1:].rpartition("}")
        prefix = self._prefixes.get(uri)
        if prefix is None:
            prefix = _standard_prefix(uri) or ""
        return f"{prefix}:{local}".lower() if prefix else local.lower()


def attributes_of(element: Element) -> Attributes:
    """Return attributes as feedparser gives them: lower-case names, "rel" and "type" lowered."""
    attributes: Attributes = {}
    for key, value in element.items():  # which makes no dict where there are none, as attrib does
        name = _USUAL_NAMES.get(key) or _attribute_name(key)
        if name in attributes:
            raise NotOursError
        attributes[name] = value.lower() if name in ("rel", "type") else value
    return attributes


def _attribute_name(key: str) -> str:
    if key[0] != "{":
        return key.lower()
    if key not in _QUALIFIED:
        raise NotOursError
    return _QUALIFIED[key]


def check_ignored(
    element: Element, names: Names, told: frozenset[str], *, but: frozenset[str] = frozenset()
) -> None:
    """Raise NotOursError where an element that is passed over would write to a field of ours.

    What is `told` counts wherever it stands inside; elements called in `but` are harmless.
    """
    for inner in element.iter():
        name = names(inner)
        if inner is not element and name in told:
            raise NotOursError
        if name not in but and names.writes(name):
            raise NotOursError


def _standard_prefix(uri: str) -> str | None:
    lowered = uri.lower()
    return "" if _USERLAND in lowered else _PREFIXES.get(lowered)
