"""The links of a page, each address once, with the headline it stands under and its place."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import islice
from typing import Final

from wireroom.engine.pages.class_words import bit_of
from wireroom.engine.pages.sheet import Element, Sheet, fold_space
from wireroom.engine.text.words import words
from wireroom.engine.urls import canonical_url

# Of section fronts in the wild few have more than 600.
MOST_LINKS: Final = 3_000
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BOXED: Final = frozenset(("article", "main", "section", "li"))
_LINES: Final = frozenset(("p", "li", "dd", "td", "blockquote", "figcaption"))
_OWN: Final = 0.6  # of a line: labels and times stand beside headlines, too
_HEADLINE: Final = bit_of("headline")
_BESIDE: Final = bit_of("standfirst", "byline", "time", "meta", "caption", "tags")
_FURNITURE: Final = bit_of("nav", "follow", "search")
_FOOT: Final = bit_of("footer", "brand", "login", "consent", "language")
_ADS: Final = bit_of("ad")
_MOST_UP: Final = 5  # elements around a link that may be the card of its report
_LARGEST_CARD: Final = 60  # elements
_DEEPEST: Final = 40  # elements around a link that are looked at for menus and headers
_NEAR: Final = 4  # elements around a link whose class says what it is there for
_HEADLINE_WORDS: Final = 4
_LONGEST: Final = 300  # characters; the longest headlines have about 200
_CUT: Final = ("…", "...")


class Place(IntEnum):
    """Where on a page a link stands, the better the higher."""

    FOOT = 0  # beside the imprint, sign-ins and choices of languages
    MENU = 1
    MIDST = 2


class Said(IntEnum):
    """How a link's words were found, the better the higher."""

    NOTHING = 0
    WORDS = 1  # all that stands in it
    BESIDE = 2  # the one heading of its card
    HEADLINE = 3  # what its class calls a headline
    HEADING = 4


@dataclass(frozen=True, slots=True)
class Link:
    """One address that a page leads to; `size` is the headline's words, two wide signs for one.

    `place` is the best it has; `paid`: it is an advertisement; `running`: it stands only inside of
    sentences.
    """

    url: str
    headline: str
    said: Said
    size: float
    place: Place
    paid: bool
    running: bool = False

    @property
    def is_headed(self) -> bool:
        """Whether the page itself calls the words a headline."""
        return self.said >= Said.BESIDE


def read_links(sheet: Sheet, *, base: str) -> list[Link]:
    """Return the page's links in the order in which each address is met first."""
    found: dict[str, list[tuple[Link, Element]]] = {}
    stated: dict[str, str | None] = {}  # an anchor that is never closed stands in every block again
    for element in _anchors(sheet):
        href = element.attribute("href")
        url = stated[href] if href in stated else canonical_url(href, base)
        stated[href] = url
        if url is not None and not href.startswith("#"):
            found.setdefault(url, []).append((_link(sheet, element, url), element))
    addresses = {element.place: url for url, met in found.items() for _, element in met}
    return [_one_of(sheet, met, addresses) for met in found.values()]


def size_of(text: str) -> float:
    """Return how many words a text has; of scripts without spaces two signs count as one."""
    return sum(0.5 if len(word) == 1 and word >= "\u3040" else 1.0 for word in words(text))


def _anchors(sheet: Sheet) -> Iterator[Element]:
    met = 0
    for element in sheet.elements:
        if element.tag == "a" and element.attribute("href"):
            yield element
            met += 1
            if met >= MOST_LINKS:
                return


def _link(sheet: Sheet, element: Element, url: str) -> Link:
    headline, said = _headline_in(sheet, element)
    return Link(
        url=url,
        headline=headline,
        said=said,
        size=size_of(headline),
        place=_place_of(sheet, element),
        paid=_is_paid(sheet, element),
        running=said <= Said.WORDS and _is_in_sentence(sheet, element),
    )


def _headline_in(sheet: Sheet, anchor: Element) -> tuple[str, Said]:
    """Return the headline that an anchor holds: a card's link holds picture, time and more."""
    inside = sheet.inside(anchor)[:_LARGEST_CARD]
    heading = next((one for one in inside if one.tag in _HEADINGS and sheet.text(one)), None)
    if heading is not None:
        return _cut(sheet.text(heading)), Said.HEADING
    named = next((one for one in inside if one.kinds & _HEADLINE and sheet.text(one)), None)
    if named is not None:
        return _cut(sheet.text(named)), Said.HEADLINE
    text = _told(sheet, anchor, inside)
    if not text:
        return _cut(fold_space(anchor.attribute("aria-label"))), Said.NOTHING
    if any(one.tag in _HEADINGS for one in _around(sheet, anchor)):
        return text, Said.HEADING
    near = (anchor, *_around(sheet, anchor)[:1])
    return text, Said.HEADLINE if any(one.kinds & _HEADLINE for one in near) else Said.WORDS


def _told(sheet: Sheet, anchor: Element, inside: list[Element]) -> str:
    """Return an anchor's words without label, time and summary, where boxes part them."""
    whole = sheet.text(anchor)
    title = fold_space(anchor.attribute("title"))
    if whole.endswith(_CUT) and title.startswith(whole.rstrip("….").rstrip()):
        return _cut(title)
    boxes = [one for one in inside if one.last_block > one.first_block and not _holds(one, inside)]
    texts = [sheet.text(one) for one in boxes if not one.kinds & _BESIDE]
    long = [text for text in texts if size_of(text) >= _HEADLINE_WORDS]
    return _cut(long[0] if long else whole)


def _holds(element: Element, inside: list[Element]) -> bool:
    return element.end > element.place + 1 and any(
        element.place < one.place < element.end and one.tag in ("div", "p", "span")
        for one in inside
    )


def _around(sheet: Sheet, element: Element) -> list[Element]:
    return list(islice(sheet.ancestors(element.place), _MOST_UP))


def _place_of(sheet: Sheet, anchor: Element) -> Place:
    above = list(islice(sheet.ancestors(anchor.place), _DEEPEST))
    if any(one.kinds & _FOOT for one in above[:_NEAR]):
        return Place.FOOT
    if any(one.kinds & _FURNITURE for one in above[:_NEAR]):
        return Place.MENU
    for one in above:
        if one.tag in _BOXED:
            return Place.MIDST
        if one.tag == "header" or one.attribute("role") in ("navigation", "banner"):
            return Place.MENU
    return Place.MIDST


def _is_in_sentence(sheet: Sheet, anchor: Element) -> bool:
    """Tell whether more than the link's own words stand on its line."""
    if anchor.first_block >= len(sheet.blocks):
        return False
    block = sheet.blocks[anchor.first_block]
    own = len(sheet.text(anchor))
    return sheet.elements[block.home].tag in _LINES and own < len(block.text) * _OWN


def _is_paid(sheet: Sheet, anchor: Element) -> bool:
    if "sponsored" in anchor.attribute("rel").lower():
        return True
    near = (anchor, *_around(sheet, anchor)[:_NEAR])
    return any(one.kinds & _ADS for one in near if one.tag not in ("body", "main"))


def _one_of(sheet: Sheet, met: list[tuple[Link, Element]], addresses: dict[int, str]) -> Link:
    """Return one link for an address that a card links thrice: picture, headline, "read more"."""
    best, _ = max(met, key=lambda one: (not one[0].running, one[0].said, one[0].size))
    if not best.is_headed and best.size < _HEADLINE_WORDS:
        for _, element in met:
            headline = _heading_of_card(sheet, element, addresses)
            if headline:
                size = size_of(headline)
                best = replace(best, headline=headline, said=Said.BESIDE, size=size)
                break
    return replace(
        best,
        place=max(link.place for link, _ in met),
        paid=any(link.paid for link, _ in met),
        running=best.running and all(link.running for link, _ in met),
    )


def _heading_of_card(sheet: Sheet, anchor: Element, addresses: dict[int, str]) -> str:
    """Return the one heading of the box in which nothing else is linked; empty where none is."""
    own = addresses[anchor.place]
    for box in _around(sheet, anchor):
        if box.end - box.place > _LARGEST_CARD:
            return ""
        inside = sheet.inside(box)
        if any(addresses.get(one.place, own) != own for one in inside):
            return ""
        headings = [sheet.text(one) for one in inside if one.tag in _HEADINGS]
        if headings:
            return _cut(headings[0]) if len(headings) == 1 else ""
    return ""


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rpartition(" ")[0] + "…"
