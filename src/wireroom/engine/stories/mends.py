"""What editors said of reports that belong together or apart, put over the engine's groups."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

# A group is tied to so many of its reports: one of them may be moved on later, and the mend still
# has the others to hold to.
MOST_ANCHORS: Final = 3
Odds: TypeAlias = Mapping[int, Mapping[int, float]]
_UNSAID: Final[Odds] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """One mend as wishes about reports: later `order` wins over earlier.

    Each of `subject` is to stand with `together`, and none of them with any of `apart`. `why` is
    what its subject's places say.
    """

    order: int
    subject: tuple[int, ...]
    together: tuple[int, ...] = ()
    apart: tuple[int, ...] = ()
    why: str = ""


class Wish(NamedTuple):
    """That two reports stand together, or that they do not."""

    one: int
    other: int
    is_together: bool


@dataclass(frozen=True, slots=True)
class Mended:
    """Report -> its group (named by the group's first report), and what mended places say."""

    groups: dict[int, int]
    why: dict[int, str]


def wishes_of(mend: Mend) -> Iterator[Wish]:
    """Yield what a mend asks for, pair by pair; few pairs stand for all of them."""
    for one in mend.subject:
        for other in mend.together[:MOST_ANCHORS]:
            if one != other:
                yield Wish(one, other, is_together=True)
    for one in mend.subject[:MOST_ANCHORS]:
        for other in mend.apart:
            if one != other:
                yield Wish(one, other, is_together=False)


def apply_mends(groups: Mapping[int, int], mends: Iterable[Mend], near: Odds = _UNSAID) -> Mended:
    """Move reports so that every wish holds that no later mend speaks against.

    A report that no mend names stays with the reports of its group: where these were parted,
    with those that it is nearest to by the log odds of `near`, else with most of them. Groups of
    which no report is named stay as they are. Ties are broken by the order of `groups`.
    """
    bonds, why = _accept(mends)
    if not bonds.named:
        return Mended(_name_by_first(groups), {})
    parts = _part_named(groups, bonds)
    _part_others(parts, groups, near)
    placed = {article: parts[article] for article in groups}
    return Mended(_name_by_first(placed), {key: said for key, said in why.items() if key in groups})


class _Bonds:
    """Wishes that do not speak against each other: united reports, and the units kept apart."""

    def __init__(self) -> None:
        self.named: dict[int, int] = {}  # report -> another of its unit, itself where it is first
        self.anchors: set[int] = set()
        self._foes: dict[int, set[int]] = defaultdict(set)

    def unit(self, article: int) -> int:
        self.named.setdefault(article, article)
        while self.named[article] != article:
            self.named[article] = self.named[self.named[article]]
            article = self.named[article]
        return article

    def foes(self, unit: int) -> set[int]:
        return {self.unit(one) for one in self._foes.get(unit, ())}

    def take(self, wish: Wish) -> bool:
        """Take a wish; return whether it can hold beside those taken before."""
        one, other = self.unit(wish.one), self.unit(wish.other)
        if not wish.is_together:
            if one == other:
                return False
            self._foes[one].add(other)
            self._foes[other].add(one)
            return True
        if other in self.foes(one):
            return False
        self.anchors.add(wish.other)
        if one != other:
            self.named[one] = other
            self._foes[other] |= self._foes.pop(one, set())
        return True


def _accept(mends: Iterable[Mend]) -> tuple[_Bonds, dict[int, str]]:
    """Take the wishes, newest mend first; return also what each subject's place says."""
    bonds = _Bonds()
    why: dict[int, str] = {}
    for mend in sorted(mends, key=lambda one: -one.order):
        held = [wish for wish in wishes_of(mend) if bonds.take(wish)]
        for wish in held:
            why.setdefault(wish.one, mend.why)
    return bonds, why


_Part: TypeAlias = tuple[int, int]  # a group, and which part of it


def _part_named(groups: Mapping[int, int], bonds: _Bonds) -> dict[int, _Part]:
    """Give each unit the group that holds most of it, and there the first part without a foe."""
    units: dict[int, list[int]] = defaultdict(list)
    for article in groups:
        if article in bonds.named:
            units[bonds.unit(article)].append(article)
    stands: dict[_Part, set[int]] = defaultdict(set)
    parts: dict[int, _Part] = {}
    # The largest unit keeps its group's own part; sorting is stable, so ties keep their order.
    for unit, members in sorted(units.items(), key=lambda one: -len(one[1])):
        home, foes = _home(members, groups, bonds), bonds.foes(unit)
        number = 0
        while stands[home, number] & foes:
            number += 1
        stands[home, number].add(unit)
        parts.update(dict.fromkeys(members, (home, number)))
    return parts


def _home(members: Sequence[int], groups: Mapping[int, int], bonds: _Bonds) -> int:
    counts = Counter(groups[article] for article in members)
    anchors = Counter(groups[article] for article in members if article in bonds.anchors)
    return max(counts, key=lambda group: (counts[group], anchors[group]))


def _part_others(parts: dict[int, _Part], groups: Mapping[int, int], near: Odds) -> None:
    """Give the reports that no mend names the part of those that they stood with."""
    named: dict[int, dict[_Part, list[int]]] = defaultdict(dict)
    for article, part in parts.items():
        named[groups[article]].setdefault(part, []).append(article)
    for article, group in groups.items():
        if article not in parts:
            parts[article] = _nearest(article, group, named.get(group, {}), near)


def _nearest(article: int, group: int, parts: Mapping[_Part, list[int]], near: Odds) -> _Part:
    own = (group, 0)
    if len(parts) < 2:
        return next(iter(parts), own)

    def rank(part: _Part) -> tuple[float, int, bool]:
        members = parts[part]
        odds = [_odds(near, article, other) for other in members]
        return (max(odds), len(members), part == own)

    return max(parts, key=rank)


def _odds(near: Odds, one: int, other: int) -> float:
    """Return the log odds between two reports, each of which may know those before it alone."""
    unknown = float("-inf")
    return max(near.get(one, {}).get(other, unknown), near.get(other, {}).get(one, unknown))


def _name_by_first(parts: Mapping[int, object]) -> dict[int, int]:
    firsts: dict[object, int] = {}
    return {article: firsts.setdefault(part, article) for article, part in parts.items()}
