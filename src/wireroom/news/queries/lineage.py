"""Who carries whose text inside a story: pure grouping of reports by their shared passages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.types import CopyKind

# Half of a report's words standing in another's makes it a carrier: below that, agency
# paragraphs inside an own report (15 to 40% in news practice) would make it a copy.
CARRIES_FROM: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedText:
    """Two articles' shared text, as the table of copies keeps it."""

    a: int
    b: int
    direction: str  # a>b, b>a or unknown
    containment_a: float
    containment_b: float
    why: str = ""
    kind: str = CopyKind.PASSAGES
    confidence: float = 0.0  # of the direction; 0 where that is unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrying:
    """An article that carries another's text; `share` of its words stand in the original."""

    carrier: int
    original: int
    share: float
    is_certain: bool  # False: the same text, but who had it first cannot be told
    kind: str = CopyKind.PASSAGES
    confidence: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """An independent report and those that carry its text, directly or through another."""

    original: int
    carriers: tuple[Carrying, ...]


def trace_lineages(order: Sequence[int], pairs: Sequence[SharedText]) -> tuple[Lineage, ...]:
    """Group articles under the reports whose text they carry.

    `order` is the articles in order of time; lineages and carriers keep it. Articles of pairs
    that are not in `order` are left out.
    """
    place = {article: number for number, article in enumerate(order)}
    parents = _choose_parents(place, pairs)
    carriers: dict[int, list[Carrying]] = {article: [] for article in order}
    for article in order:
        if article in parents:
            carriers[_root(article, parents)].append(parents[article])
    return tuple(
        Lineage(original=article, carriers=tuple(carriers[article]))
        for article in order
        if article not in parents
    )


def read_carrying(pair: SharedText, place: Mapping[int, int]) -> Carrying | None:
    """Return who carries whom, or None where too little is shared.

    Where the direction is unknown, the later of the two (by `place`) is taken as the carrier.
    Two that quote the same words have them from who said them, not from each other.
    """
    if pair.kind == CopyKind.QUOTE:
        return None
    forward = pair.direction == "a>b"
    if pair.direction not in ("a>b", "b>a"):
        if max(pair.containment_a, pair.containment_b) < CARRIES_FROM:
            return None
        forward = place.get(pair.a, 0) <= place.get(pair.b, 0)
    carrier, original = (pair.b, pair.a) if forward else (pair.a, pair.b)
    share = pair.containment_b if forward else pair.containment_a
    if share < CARRIES_FROM:
        return None
    certain = pair.direction in ("a>b", "b>a")
    return Carrying(
        carrier=carrier,
        original=original,
        share=share,
        is_certain=certain,
        kind=pair.kind,
        confidence=pair.confidence if certain else 0.0,
    )


def _choose_parents(place: Mapping[int, int], pairs: Sequence[SharedText]) -> dict[int, Carrying]:
    """Give each carrier its best original: certain before likely, then share, then earliest."""
    found: list[Carrying] = []
    for pair in pairs:
        if pair.a in place and pair.b in place and (carrying := read_carrying(pair, place)):
            found.append(carrying)
    found.sort(key=lambda one: (not one.is_certain, -one.share, place[one.original]))
    parents: dict[int, Carrying] = {}
    for one in found:
        if one.carrier not in parents and _root(one.original, parents) != one.carrier:
            parents[one.carrier] = one
    return parents


def _root(article: int, parents: Mapping[int, Carrying]) -> int:
    while article in parents:
        article = parents[article].original
    return article
