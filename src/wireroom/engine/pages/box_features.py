"""What the boxes around a block tell of it: their tags and names, and what else they hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from wireroom.engine.pages.class_words import bit_of
from wireroom.engine.pages.numbers import Bits, Ints, Matrix, log_scaled
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


def _bits(values: Iterable[int]) -> Bits:
    return np.array(list(values), dtype=np.uint64)


_ABOVE_TAG_BITS: Final = _bits(_TAG_BIT[tag] for tag in ABOVE_TAGS)
_AROUND_TAG_BITS: Final = _bits(_TAG_BIT[tag] for tag in AROUND_TAGS)
_OWN_KIND_BITS: Final = _bits(map(bit_of, OWN_KINDS))
_NEAR_KIND_BITS: Final = _bits(map(bit_of, NEAR_KINDS))
_AROUND_KIND_BITS: Final = _bits(map(bit_of, AROUND_KINDS))
_STEPS: Final = 5  # boxes above a block whose contents are looked at
# An element that holds more of the page's prose than this says nothing about its parts.
_WRAPS_ALL: Final = 0.9
# How much of a paragraph's prose counts for its box and for those above: the nearest that
# holds most of it is the centre of the page.
_CENTRE: Final = (0.3, 1.0, 0.5, 0.25)
_MOST_LEVELS: Final = 20


@dataclass(frozen=True, slots=True)
class Boxes:
    """The elements of a page as arrays; `odds` are those of their names, own, near and around."""

    parents: Ints
    first: Ints
    last: Ints
    depth: Ints
    kinds: Bits
    all_kinds: Bits
    tags: Bits
    all_tags: Bits
    home_tags: Ints
    names: Ints
    odds: Matrix

    @classmethod
    def of(cls, sheet: Sheet, prose: Matrix, odds: Odds) -> "Boxes":
        """Return the arrays of a sheet; `prose` are the characters of prose of its blocks."""
        elements = sheet.elements
        count = len(elements)
        known: dict[str, int] = {}
        rows = [
            (e.parent, e.first_block, e.last_block, e.depth, _HOME_PLACE.get(e.tag, -1),
             _TAG_BIT.get(e.tag, 0), known.setdefault(e.naming, len(known)))
            for e in elements
        ]  # fmt: skip
        table = np.array(rows, dtype=np.int64).reshape(count, 7)
        parents, first, last, depth, home_tags, tags, naming = np.ascontiguousarray(table.T)
        sums = np.concatenate(([0.0], np.cumsum(prose)))
        wraps = (sums[last] - sums[first]) > _WRAPS_ALL * (sums[-1] or 1.0)
        kinds = np.fromiter([e.kinds for e in elements], np.uint64, count)
        named = np.array([odds.of_naming(name) for name in known], np.float32).reshape(-1, 9)
        stats = named[naming]
        around = tags.astype(np.uint64)
        telling = np.where(wraps, np.uint64(0), kinds)
        down = _Inherited(
            parents, depth, telling, around.copy(), np.where(wraps[:, None], 0, stats[:, 6:])
        )
        stats[:, 6:] = down.odds
        names = naming * len(HOME_TAGS) + home_tags
        return cls(
            parents, first, last, depth, kinds, down.kinds, around, down.tags, home_tags, names,
            stats,
        )  # fmt: skip

    def up(self, places: Ints, steps: int = 1) -> Ints:
        """Return the elements `steps` above, the body where there is none."""
        for _ in range(steps):
            places = np.maximum(self.parents[places], 0)
        return places

    def features(self, homes: Ints, size: Matrix, linked: Matrix, prose: Matrix) -> Matrix:
        """Return a row a block: contents of the boxes above, their names and tags, the centre."""
        above, higher = self.up(homes), self.up(homes, 2)
        near = self.kinds[above] | self.kinds[higher]
        odds = np.concatenate(
            [self.odds[homes, :3], self.odds[above, 3:6] + self.odds[higher, 3:6],
             self.odds[homes, 6:]], axis=1)  # fmt: skip
        marks = [
            (values[:, None] & bits) != 0
            for values, bits in (
                (self.kinds[homes], _OWN_KIND_BITS),
                (near, _NEAR_KIND_BITS),
                (self.all_kinds[homes], _AROUND_KIND_BITS),
                (self.tags[above], _ABOVE_TAG_BITS),
                (self.all_tags[homes], _AROUND_TAG_BITS),
            )
        ]
        home = self.home_tags[homes][:, None] == np.arange(len(HOME_TAGS))
        parts = [self._contents(homes, size, linked, prose), self._centre(homes, prose), odds,
                 *marks, home]  # fmt: skip
        return np.concatenate(parts, axis=1, dtype=np.float32)

    def _contents(self, homes: Ints, size: Matrix, linked: Matrix, prose: Matrix) -> Matrix:
        sums = np.zeros((3, len(size) + 1))
        np.cumsum(np.stack([size, linked, prose]), axis=1, out=sums[:, 1:])
        total = max(1.0, float(sums[2, -1]))
        table = np.empty((len(homes), 1 + 4 * _STEPS), dtype=np.float32)
        table[:, 0] = self.depth[homes] / 20.0
        at = homes
        for step in range(_STEPS):
            first, last = self.first[at], self.last[at]
            all_size, links, held = sums[:, last] - sums[:, first]
            column = 1 + 4 * step
            table[:, column] = held / total
            table[:, column + 1] = links / np.maximum(1.0, all_size)
            table[:, column + 2] = log_scaled(last - first)
            table[:, column + 3] = log_scaled(all_size)
            at = self.up(at)
        return table

    def _centre(self, homes: Ints, prose: Matrix) -> Matrix:
        """Return how near a block is to the box that holds most prose: share, inside, level."""
        count = len(self.parents)
        score = np.zeros(count)
        at = homes
        for weight in _CENTRE:
            score += weight * np.bincount(at, weights=prose, minlength=count)
            at = self.up(at)
        centre = int(score.argmax())
        share = score[self.up(homes)] / max(1.0, float(score[centre]))
        levels = self.levels(centre, len(homes))
        return np.stack([share, levels == 0, levels / 5], axis=1).astype(np.float32)

    def levels(self, centre: int, count: int) -> Matrix:
        """Return for each block how many levels above `centre` a box holds both."""
        levels = np.full(count, _MOST_LEVELS, dtype=np.float32)
        chain = [centre]
        while self.parents[chain[-1]] >= 0:
            chain.append(int(self.parents[chain[-1]]))
        for level in range(len(chain) - 1, -1, -1):
            box = chain[level]
            levels[self.first[box] : self.last[box]] = min(level, _MOST_LEVELS)
        return levels

    def groups(self, homes: Ints) -> tuple[Ints, ...]:
        """Return the containers that labels are shared in: parent, its parent, like-named paths."""
        above, higher = self.up(homes), self.up(homes, 2)
        many = np.int64(len(self.parents) + 1)
        named = self.names[homes] * many + self.names[above]
        path = named * many + self.names[higher]
        return above, higher, _numbered(path), _numbered(named)


def _numbered(values: Ints) -> Ints:
    return np.unique(values, return_inverse=True)[1].astype(np.int64)


class _Inherited:
    """What an element has from those around it, handed down level by level from the body."""

    __slots__ = ("kinds", "odds", "tags")

    def __init__(self, parents: Ints, depth: Ints, kinds: Bits, tags: Bits, odds: Matrix) -> None:
        self.kinds, self.tags, self.odds = kinds, tags, odds
        order = np.argsort(depth, kind="stable")
        ends = np.cumsum(np.bincount(depth)).tolist() if len(depth) else []
        for start, end in pairwise(ends):
            here = order[start:end]
            above = parents[here]
            kinds[here] |= kinds[above]
            tags[here] |= tags[above]
            odds[here, 0] += odds[above, 0]
            odds[here, 1] = np.minimum(odds[here, 1], odds[above, 1])
            odds[here, 2] = np.maximum(odds[here, 2], odds[above, 2])
