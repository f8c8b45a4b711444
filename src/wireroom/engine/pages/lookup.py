"""The elements of a region by tag and by what their names say, found in one pass."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final

from wireroom.engine.pages.region import Region
from wireroom.engine.pages.sheet import Block, Element, Sheet, fold_space

HEADINGS: Final = frozenset(["h1", "h2", "h3", "h4"])
CHROME: Final = frozenset(["nav", "footer", "aside", "form"])
# What class and id hold as a part of any word: "article-authorbox" is a byline.
_LISTED: Final = {
    "byline": "byline author autor auteur writer contributor wrote posted-by",
    "time": "date time publish posted meta byline datum fecha",
    "source": "source outlet publisher provider",
    "standfirst": "standfirst subtitle sub-title dek subhead sub-head teaser-text intro lead "
    "summary excerpt description",
    "comment": "comment",
    "short": "short",
    "paywall": "paywall",
}
_MARKS: Final = {mark: tuple(parts.split()) for mark, parts in _LISTED.items()}
_CLASS_WORD: Final = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_NAMING: Final = ("class", "id", "itemprop", "data-testid", "rel")
# Inside a line of text these add no space: "<b>O</b>nce".
_INLINE_TAGS: Final = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small "
    "strike strong sub sup time tt u var wbr"
)
_INLINE: Final = frozenset(_INLINE_TAGS.split())
_SENTENCE: Final = 60  # characters: what is shorter may be a label, a name, a time
_MOST_HEADINGS: Final = 20  # a page of more is a list


class Lookup:
    """A region's elements in document order: by tag, by itemprop, by a mark in their names.

    `chrome` has a 1 for every element of the sheet that stands in navigation and the like;
    `round_headline` holds the places of the elements that hold an h1.
    """

    __slots__ = ("_marked", "_names", "_owners", "_starts", "by_prop", "by_tag", "chrome",
                 "region", "round_headline", "sheet")  # fmt: skip

    def __init__(self, region: Region) -> None:
        self.region = region
        self.sheet = region.sheet
        self.by_tag: dict[str, list[Element]] = defaultdict(list)
        self.by_prop: dict[str, list[Element]] = defaultdict(list)
        self._marked: dict[str, Sequence[Element]] = {}
        self._take_in(region.elements)
        self.chrome = bytearray(len(self.sheet.elements))
        for tag in CHROME & self.by_tag.keys():
            for element in self.by_tag[tag]:
                self.chrome[element.place : element.end] = b"\1" * (element.end - element.place)
        heads = self.by_tag.get("h1", [])[:_MOST_HEADINGS]
        around = {box.place for head in heads for box in self.sheet.ancestors(head.place)}
        self.round_headline = frozenset(around)

    def _take_in(self, elements: Sequence[Element]) -> None:
        named: dict[str, list[Element]] = defaultdict(list)
        by_tag, by_prop = self.by_tag, self.by_prop
        for element in elements:
            by_tag[element.tag].append(element)
            attributes = element.attributes
            if not attributes:
                continue
            # Written out: this is done for every element of every page.
            if value := attributes.get("class"):
                named[value].append(element)
            if value := attributes.get("id"):
                named[value].append(element)
            if "data-testid" in attributes and (value := attributes["data-testid"]):
                named[value].append(element)
            if "itemprop" in attributes:
                for name in (attributes["itemprop"] or "").split():
                    by_prop[name].append(element)
        self._owners = list(named.values())
        # One long text: to find a mark in it is faster than to look at every name for itself.
        self._starts = list(accumulate(map(len, named), _after, initial=0))
        self._names = "\n".join(named).lower()
        if len(self._names) + 1 != self._starts[-1]:  # a few capitals grow: names are no words then
            self._names = "\n".join(named)

    def tagged(self, *tags: str) -> Sequence[Element]:
        """Return the elements of any of the tags."""
        if len(tags) == 1:
            return self.by_tag.get(tags[0], ())
        return _in_order(element for tag in tags for element in self.by_tag.get(tag, ()))

    def holding(self, *props: str) -> Sequence[Element]:
        """Return the elements with any of the itemprops."""
        return _in_order(element for prop in props for element in self.by_prop.get(prop, ()))

    def marked(self, mark: str) -> Sequence[Element]:
        """Return the elements whose class or id holds any of a mark's parts of words."""
        if mark not in self._marked:
            found = (element for part in _MARKS[mark] for element in self._named_with(part))
            self._marked[mark] = _in_order(found)
        return self._marked[mark]

    def _named_with(self, part: str) -> Iterator[Element]:
        names, starts = self._names, self._starts
        at = names.find(part)
        while at >= 0:
            place = bisect_right(starts, at) - 1
            yield from self._owners[place]
            at = names.find(part, starts[place + 1])

    def lines(self) -> list[Block]:
        """Return the region's blocks outside navigation, footers, boxes beside and forms."""
        chrome = self.chrome
        return [block for block in self.region.blocks if not chrome[block.home]]

    def home_of(self, block: Block) -> Element:
        """Return the box element that holds a block."""
        return self.sheet.elements[block.home]

    def is_heading(self, block: Block) -> bool:
        """Tell whether a block is a headline of any rank."""
        return self.home_of(block).tag in HEADINGS

    def is_prose(self, block: Block) -> bool:
        """Tell whether a block reads as a paragraph rather than as a label or a list of links."""
        size = len(block.text)
        return size >= _SENTENCE and block.linked * 2 < size and not self.is_heading(block)


def _after(start: int, size: int) -> int:
    """Return where the next name starts: one sign parts them."""
    return start + size + 1


def _in_order(elements: Iterable[Element]) -> Sequence[Element]:
    by_place = {element.place: element for element in elements}
    return [by_place[place] for place in sorted(by_place)]


@lru_cache(maxsize=2)  # a page and the part in hand; more would keep old pages alive
def look_up(region: Region) -> Lookup:
    """Return a region's elements by tag and mark, made once: many readers ask for them."""
    return Lookup(region)


def name_words(element: Element) -> frozenset[str]:
    """Return the lower-case words of class, id, itemprop and the like: "postByline" has two."""
    attributes = element.attributes
    if not attributes:
        return frozenset()
    return _split_names(" ".join([value for key in _NAMING if (value := attributes.get(key))]))


@lru_cache(maxsize=4096)
def _split_names(naming: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _CLASS_WORD.findall(naming))


def spaced_text(sheet: Sheet, element: Element) -> str:
    """Return an element's visible text with a space around its spans and boxes.

    Bylines and times stand in neighbouring spans without a space between them.
    """
    first, last = element.first_piece, element.last_piece
    if last - first < 2:
        return sheet.text(element)
    edges: set[int] = set()
    for inner in sheet.elements[element.place + 1 : element.end]:
        if inner.tag not in _INLINE:
            edges.add(inner.first_piece)
            edges.add(inner.last_piece)
    pieces = sheet.pieces
    spaced = (f" {pieces[at]}" if at in edges else pieces[at] for at in range(first, last))
    return fold_space("".join(spaced))


def text_size(sheet: Sheet, element: Element) -> int:
    """Return the characters of an element's text, white space and all."""
    return sum(map(len, sheet.pieces[element.first_piece : element.last_piece]))


def inside_of(sheet: Sheet, element: Element, *tags: str) -> list[Element]:
    """Return the elements of the tags below an element."""
    return [inner for inner in sheet.inside(element) if inner.tag in tags]
