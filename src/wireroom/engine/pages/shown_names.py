"""Names that a page's markup shows as the writers': itemprop, links to people, boxes named so."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from wireroom.engine.pages.lookup import Lookup, look_up, name_words, spaced_text, text_size
from wireroom.engine.pages.region import Region
from wireroom.engine.pages.sheet import Element
from wireroom.engine.pages.writers import clean_names, reads_as_name

# Where the address of a link to a person has its page.
_PERSON_PATH: Final = re.compile(
    r"/(?:author|autor|auteur|people/|profile/|reporter|contributor|journalist|columnist|blogger|"
    r"writer|reviewer)|[?&]_?author=",
    re.IGNORECASE,
)
_PERSON_WORDS: Final = (
    "aut", "people/", "profile/", "report", "contrib", "journal", "column", "blogger",
    "writer", "reviewer",
)  # fmt: skip
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
_CARD_TAGS: Final = ("a", "span", "b", "strong", "cite", "p", "div", "h2", "h3", "h4")
_OWN: Final = frozenset(["article", "post", "entry", "story", "meta"])
_LONGEST_BYLINE: Final = 200
# Such a byline with the spaces of its markup.
_LONGEST_SUBTREE: Final = 1_500
_MOST_ELEMENTS: Final = 30
_UNSEEN_NAME: Final = 'meta[itemprop~="name"][content], link[itemprop~="name"][content]'


def shown_names(region: Region, banned: set[str], *, anywhere: bool = False) -> tuple[str, ...]:
    """Return the writers' names that the markup shows, from the surest place that has any.

    Boxes beside the article, below it or about the writer are believed where `anywhere` is set.
    """
    lookup = look_up(region)
    for rank, tell in enumerate((_stated_elements, _linked_elements, _named_elements)):
        texts: list[str] = []
        homes: set[int] = set()
        for element in islice(tell(lookup), _MOST_ELEMENTS):
            text = _name_text(lookup, element, anywhere=anywhere)
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


def marked_authors(region: Region, banned: set[str]) -> tuple[str, ...]:
    """Return the names of the elements marked as authors in one small box, if it holds several."""
    lookup = look_up(region)
    marked = {
        link.place: link
        for link in lookup.tagged("a")
        if "author" in (link.attributes.get("rel") or "").split()
    }
    marked |= {
        element.place: element
        for element in lookup.holding("author")
        if element.tag not in ("meta", "link")
    }
    places = sorted(marked)
    if not 1 < len(places) <= _MOST_ELEMENTS or _stands_aside(lookup, marked[places[0]]):
        return ()
    together: list[int] = []
    for parent in lookup.sheet.ancestors(places[0]):
        if (
            text_size(lookup.sheet, parent) > _LONGEST_SUBTREE
            or len(spaced_text(lookup.sheet, parent)) > _LONGEST_BYLINE
        ):
            break
        together = [place for place in places if parent.place < place < parent.end]
    texts = [spaced_text(lookup.sheet, marked[place]) for place in together]
    return clean_names(texts, banned, agencies=False)


def elements_of_writers(region: Region, *, anywhere: bool = False) -> Iterator[Element]:
    """Yield the elements that the markup shows as the writers', `anywhere` as in shown_names."""
    lookup = look_up(region)
    for tell in (_stated_elements, _linked_elements, _named_elements):
        for element in islice(tell(lookup), _MOST_ELEMENTS):
            if _name_text(lookup, element, anywhere=anywhere):
                yield element


def _stated_elements(lookup: Lookup) -> Iterator[Element]:
    """Yield what is marked up as the author, and the names inside it."""
    marked = {element.place: element for element in lookup.holding("author", "name")}
    for link in lookup.tagged("a", "link"):
        if "author" in (link.attributes.get("rel") or "").split():
            marked[link.place] = link
    last = -1
    for place in sorted(marked):
        element = marked[place]
        props = element.attribute("itemprop").split()
        if "author" in props:
            last = max(last, element.end)
        elif "name" in props and place >= last:  # somebody else's
            continue
        yield element


def _linked_elements(lookup: Lookup) -> Iterator[Element]:
    """Yield the links to people, and the links of bylines."""
    bylines = [box for box in lookup.marked("byline") if "byline" in box.attribute("class").lower()]
    held = {place for box in bylines for place in range(box.place + 1, box.end)}
    for link in lookup.tagged("a"):
        if link.place in held or _leads_to_person(link.attribute("href")):
            yield link


def _leads_to_person(address: str) -> bool:
    # A pattern looks at every slash of every link; a few words tell most links from people's.
    lower = address.casefold()
    return any(map(lower.__contains__, _PERSON_WORDS)) and bool(_PERSON_PATH.search(address))


def _named_elements(lookup: Lookup) -> Iterator[Element]:
    """Yield what is named like a byline."""
    cards = [element for element in lookup.tagged(*_CARD_TAGS)
             if "fn" in (element.attributes.get("class") or "").split()]  # fmt: skip
    named = {element.place: element for element in (*cards, *lookup.marked("byline"))}
    yield from (named[place] for place in sorted(named))


def _name_text(lookup: Lookup, element: Element, *, anywhere: bool) -> str:
    """Return what an element says of the writer, empty where it is another's or too long."""
    if element.tag in ("body", "form", "label"):
        return ""
    if text_size(lookup.sheet, element) > _LONGEST_SUBTREE or (
        _is_foreign(lookup, element) if anywhere else _stands_aside(lookup, element)
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


def _is_foreign(lookup: Lookup, element: Element) -> bool:
    """Tell whether an element is a picture's or of the site, of other articles, of comments.

    Asked where nobody signs the article itself: its box about the author may, and its own footer,
    which names itself so.
    """
    return any(
        parent.tag in ("nav", "figure")
        or (parent.tag == "footer" and not name_words(parent) & _OWN)
        or name_words(parent) & _FOREIGN
        for parent in lookup.sheet.ancestors(element.place)
    )


def _stands_aside(lookup: Lookup, element: Element) -> bool:
    """Tell whether an element is in a list or a box beside the article, not around it."""
    chrome = element.tag in ("aside", "footer", "nav")
    for parent in lookup.sheet.ancestors(element.place):
        beside = parent.place not in lookup.round_headline
        if parent.tag == "article":
            return chrome and element.tag != "footer" and beside
        if parent.tag in ("body", "main") or not beside:
            return chrome
        chrome = chrome or parent.tag in ("aside", "footer", "nav")
        if parent.tag == "figure" or name_words(parent) & _ASIDE:
            return True
    return chrome
