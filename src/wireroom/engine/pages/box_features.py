"""What the boxes around a block tell of it: their tags and names, and what else they hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

import numpy as np

from wireroom.engine.pages.class_words import bit_of, kinds_of
from wireroom.engine.pages.numbers import Ints, Matrix, log_scaled
from wireroom.engine.pages.odds import Odds
from wireroom.engine.pages.sheet import Sheet

HOME_TAGS: Final = ("p", "div", "li", "h2", "h3", "td", "figcaption", "blockquote")
# Tags and kinds that trained forests asked for; those they never asked for are left out.
ABOVE_TAGS: Final = ("figure", "blockquote", "section", "ul")
AROUND_TAGS: Final = ("table", "figure", "main", "article", "blockquote", "pre", "aside")
OWN_KINDS: Final = ("picture", "caption", "standfirst")
NEAR_KINDS: Final = ("factbox", "caption", "comment", "popular", "body", "product")
AROUND_KINDS: Final = ("widget", "comment", "table", "caption", "hidden", "paywall", "factbox",
                       "related")  # fmt: skip
_HOME_PLACE: Final = {tag: place for place, tag in enumerate(HOME_TAGS)}
_TAG_BIT: Final = {
    tag: 1 << place for place, tag in enumerate(dict.fromkeys((*ABOVE_TAGS, *AROUND_TAGS)))
}


def _bits(values: Iterable[int]) -> Ints:
    return np.array(list(values), dtype=np.int64)[:, None]


# Which of a block's five words of bits each mark is read from, and the bits it asks for.
_MARKS: Final = (
    (OWN_KINDS, bit_of),
    (NEAR_KINDS, bit_of),
    (AROUND_KINDS, bit_of),
    (ABOVE_TAGS, _TAG_BIT.__getitem__),
    (AROUND_TAGS, _TAG_BIT.__getitem__),
)
_MARK_WORDS: Final = np.repeat(np.arange(len(_MARKS)), [len(names) for names, _ in _MARKS])
_MARK_BITS: Final = _bits(bit(name) for names, bit in _MARKS for name in names)
_HOMES: Final = np.arange(len(HOME_TAGS))[:, None]
STEPS: Final = 5  # a block's box and those above whose contents are looked at
# An element that holds more of the page's prose than this says nothing about its parts.
_WRAPS_ALL: Final = 0.9
# How much of a paragraph's prose counts for its box and for those above: the nearest that
# holds most of it is the centre of the page.
_CENTRE: Final = (0.3, 1.0, 0.5, 0.25)
_MOST_LEVELS: Final = 20
_PER_BOX: Final = 10
_OWN, _AROUND = slice(0, 3), slice(6, 9)


@dataclass(frozen=True, slots=True)
class Boxes:
    """The elements that hold a page's n blocks, in document order; row 0 is the body.

    `chains` (STEPS, n) are the rows of each block's own box and of those above it, the body
    again where there is none. `odds` (9, boxes) are those of a box's names, own, near and around.
    """

    parents: Ints
    first: Ints
    last: Ints
    depth: Ints
    chains: Ints
    kinds: Ints
    all_kinds: Ints
    tags: Ints
    all_tags: Ints
    home_tags: Ints
    names: Ints
    odds: Matrix

    @classmethod
    def of(cls, sheet: Sheet, prose: Matrix, odds: Odds) -> "Boxes":
        """Return the boxes of a sheet; `prose` are the characters of prose of its blocks."""
        homes, places = _boxes_of(sheet)
        ints, stats = _rows_of(sheet, places, list(accumulate(prose.tolist(), initial=0.0)), odds)
        table = np.array(ints, np.int64).reshape(len(places), _PER_BOX).T
        parents, first, last, depth, kinds, all_kinds, tags, all_tags, home_tags, names = table
        chains = np.empty((STEPS, len(homes)), np.int64)
        chains[0] = homes
        for step in range(1, STEPS):
            parents.take(chains[step - 1], out=chains[step])
        columns = np.array(stats, np.float32).reshape(len(places), 9).T
        return cls(
            parents, first, last, depth, chains, kinds, all_kinds, tags, all_tags, home_tags,
            names * len(HOME_TAGS) + home_tags, columns,
        )  # fmt: skip

    def features(self, size: Matrix, linked: Matrix, prose: Matrix) -> Matrix:
        """Return (k, n): contents of the boxes, the centre, their names and tags."""
        own, above, higher = self.chains[:3]
        bits = np.stack(
            [self.kinds[own], self.kinds[above] | self.kinds[higher], self.all_kinds[own],
             self.tags[above], self.all_tags[own]])  # fmt: skip
        odds = self.odds.take(own, axis=1)
        odds[3:6] = self.odds[3:6].take(above, axis=1) + self.odds[3:6].take(higher, axis=1)
        parts = [
            self.depth[own][None] / 20.0,
            self._contents(size, linked, prose),
            self._centre(prose),
            odds,
            (bits.take(_MARK_WORDS, axis=0) & _MARK_BITS) != 0,
            self.home_tags[own] == _HOMES,
        ]
        return np.concatenate(parts, axis=0, dtype=np.float32)

    def _contents(self, size: Matrix, linked: Matrix, prose: Matrix) -> Matrix:
        """Return (4 * STEPS, n): how much prose, links, blocks and text each box holds."""
        sums = np.zeros((3, len(size) + 1))
        np.cumsum([size, linked, prose], axis=1, out=sums[:, 1:])
        first, last = self.first[self.chains], self.last[self.chains]
        every, links, held = sums.take(last, axis=1) - sums.take(first, axis=1)
        table = np.empty((STEPS, 4, len(size)), np.float32)
        table[:, 0] = held / max(1.0, float(sums[2, -1]))
        table[:, 1] = links / np.maximum(1.0, every)
        table[:, 2] = last - first
        table[:, 3] = every
        table[:, 2:] = log_scaled(table[:, 2:])
        return table.reshape(4 * STEPS, len(size))

    def _centre(self, prose: Matrix) -> Matrix:
        """Return how near a block is to the box that holds most prose: share, inside, level."""
        score = np.zeros(len(self.parents))
        for weight, boxes in zip(_CENTRE, self.chains, strict=False):
            score += weight * np.bincount(boxes, weights=prose, minlength=len(score))
        centre = int(score.argmax())
        share = score[self.chains[1]] / max(1.0, float(score[centre]))
        levels = self.levels(centre, len(prose))
        return np.stack([share, levels == 0, levels / 5])

    def levels(self, centre: int, count: int) -> Matrix:
        """Return for each block how many levels above `centre` a box holds both."""
        levels = np.full(count, _MOST_LEVELS, dtype=np.float32)
        chain = [centre]
        while (above := int(self.parents[chain[-1]])) != chain[-1]:
            chain.append(above)
        for level in range(min(len(chain) - 1, _MOST_LEVELS), -1, -1):
            box = chain[level]
            levels[self.first[box] : self.last[box]] = level
        return levels

    def groups(self) -> tuple[Ints, ...]:
        """Return the containers that labels are shared in: parent, its parent, like-named paths."""
        own, above, higher = self.chains[:3]
        many = np.int64(len(self.parents) + 1) * len(HOME_TAGS)
        named = self.names[own] * many + self.names[above]
        return above, higher, _numbered(named * many + self.names[higher]), _numbered(named)


def _boxes_of(sheet: Sheet) -> tuple[list[int], list[int]]:
    """Return the row of each block's own box, and the places of all boxes that hold blocks."""
    elements = sheet.elements
    seen = {0}
    for block in sheet.blocks:
        place = block.home
        while place not in seen:
            seen.add(place)
            place = elements[place].parent
    places = sorted(seen)
    row_of = dict(zip(places, range(len(places)), strict=True))
    return [row_of[block.home] for block in sheet.blocks], places


def _rows_of(
    sheet: Sheet, places: Sequence[int], prose: Sequence[float], odds: Odds
) -> tuple[list[int], list[float]]:
    """Return _PER_BOX integers and nine odds a box, one after the other.

    `prose` are sums up to each block. What a box has from those around it is handed down: the
    kinds and tags of all, and the sum, least and most of their odds.
    """
    elements, limit = sheet.elements, _WRAPS_ALL * (prose[-1] or 1.0)
    rows: dict[int, int] = {-1: 0}
    named: dict[str, tuple[int, tuple[float, ...], int]] = {}
    down: list[tuple[int, int, float, float, float]] = []
    ints: list[int] = []
    stats: list[float] = []
    for row, place in enumerate(places):
        element = elements[place]
        rows[place] = row
        above = rows[element.parent]
        naming = element.naming
        if (known := named.get(naming)) is None:
            known = named[naming] = (kinds_of(naming), odds.of_naming(naming), len(named))
        kinds, own, number = known
        tags = _TAG_BIT.get(element.tag, 0)
        first, last = element.first_block, element.last_block
        is_wrap = prose[last] - prose[first] > limit
        all_kinds, all_tags, total, least, most = down[above] if row else (0, 0, 0.0, 0.0, 0.0)
        all_tags |= tags
        if not is_wrap:
            all_kinds |= kinds
            total += own[6]
            least = own[7] if own[7] < least else least
            most = own[8] if own[8] > most else most
        down.append((all_kinds, all_tags, total, least, most))
        ints += (above, first, last, element.depth, kinds, all_kinds, tags, all_tags)
        ints += (_HOME_PLACE.get(element.tag, -1), number)
        stats += (*own[:6], total, least, most)
    return ints, stats


def _numbered(values: Ints) -> Ints:
    return np.unique(values, return_inverse=True)[1].astype(np.int64)
