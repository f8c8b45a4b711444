"""A story's lineage as it is kept with the story: who stands behind it, and who carries whom.

Publishing writes it, pages read it: a page of three hundred reports needs no query for it.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Final, TypeAlias

from wireroom.engine.pages.agencies import canonical_agency
from wireroom.news.queries.lineage import Carrying, Lineage

# What a small picture can hold; the rest is counted. A story's coverage lists all of it.
MOST_SOURCES: Final = 6
MOST_CARRIERS: Final = 8
MOST_OWN: Final = 6
_MOST_NAMED: Final = 3

Kept: TypeAlias = dict[str, Any]  # as JSON keeps it


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeReport:
    """A report of the tree, and those below that carry its text.

    `share` of its words stand in the report above; `more` carriers of it are not in the tree.
    `kind` says in what manner it carries them, `confidence` how sure the direction is, `cites`
    are outlets of the story whom it names as its sources.
    """

    id: int
    outlet: str
    at: datetime
    platform: str = ""
    share: float = 1.0
    is_certain: bool = True
    kind: str = ""
    confidence: float = 0.0
    below: tuple["TreeReport", ...] = ()
    cites: tuple[str, ...] = ()
    carriers: int = 0
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageTree:
    """Reports whose text others carry, and some of those that nobody carries (`own`)."""

    sources: tuple[TreeReport, ...]
    more_sources: int
    own: tuple[TreeReport, ...]
    own_more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Which outlets stand behind a story: those carried by most, with by how many others.

    `carried` outlets are carried by any; the other independent ones have reports of their own.
    """

    named: tuple[tuple[str, int], ...] = ()
    carried: int = 0


def keep_sources(
    lineages: Sequence[Lineage],
    outlets: Mapping[int, str],
    agencies: Mapping[int, str] | None = None,
) -> Kept:
    """Return the sources of a story by outlet: its second report of an event is no second one.

    Where all reports of one text credit an agency that is none of the outlets, it is the source of
    all of them; `agencies` are whom each credits.
    """
    named = frozenset(map(canonical_agency, outlets.values()))
    carriers: dict[str, set[str]] = {}
    for lineage in lineages:
        reports = lineage.original, *(one.carrier for one in lineage.carriers)
        own = outlets[lineage.original]
        credited = {(agencies or {}).get(one, "") for one in reports}
        if len(reports) > 1 and len(credited) == 1 and not credited & {"", *named}:
            (own,) = credited
        carried_by = (outlets[one] for one in reports)
        carriers.setdefault(own, set()).update(each for each in carried_by if each != own)
    counts = [(own, len(others)) for own, others in carriers.items() if others]
    counts.sort(key=lambda one: -one[1])
    return {"named": counts[:_MOST_NAMED], "carried": len(counts)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """What the tree says of a report; `platform` is where it was found, if not at its outlet.

    `cites` are outlets of the story whom the report names as its sources.
    """

    outlet: str
    at: datetime
    platform: str = ""
    cites: tuple[str, ...] = ()


def keep_tree(lineages: Sequence[Lineage], leaves: Mapping[int, Leaf]) -> Kept:
    """Return the lineages as a tree of few reports; nothing where nobody has anything of anybody.

    A report of another language stands in it as any other.

    A report is [id, outlet, time, platform], one that nobody else's text is in has whom it cites
    as a list besides; a carrier has [share, is_certain, number of the one
    above it in its source's list, 0 the source, kind, confidence] besides.
    """
    carried = sorted((one for one in lineages if one.carriers), key=lambda one: -len(one.carriers))
    own = [one.original for one in lineages if not one.carriers]
    own.sort(key=lambda article: not leaves[article].cites)
    if not carried and not (own and leaves[own[0]].cites):
        return {}

    def report(article: int) -> list[Any]:
        leaf = leaves[article]
        return [article, leaf.outlet, leaf.at.isoformat(), leaf.platform]

    def source(article: int) -> list[Any]:
        cites = leaves[article].cites
        return [*report(article), list(cites)] if cites else report(article)

    return {
        "sources": [
            [source(one.original), _keep_carriers(one, report), len(one.carriers)]
            for one in carried[:MOST_SOURCES]
        ],
        "more_sources": max(len(carried) - MOST_SOURCES, 0),
        "own": [source(article) for article in own[:MOST_OWN]],
        "own_more": max(len(own) - MOST_OWN, 0),
    }


def _keep_carriers(lineage: Lineage, report: Any) -> list[list[Any]]:
    """Return some of a source's carriers, each after the one it has the text from."""
    below: dict[int, list[Carrying]] = {}
    for one in lineage.carriers:
        below.setdefault(one.original, []).append(one)
    kept: list[list[Any]] = []
    number = {lineage.original: 0}
    waiting = list(below.get(lineage.original, ()))
    while waiting and len(kept) < MOST_CARRIERS:  # those nearest to the source first
        one = waiting.pop(0)
        kept.append(
            [
                *report(one.carrier),
                round(one.share, 3),
                one.is_certain,
                number[one.original],
                str(one.kind),
                one.confidence,
            ]
        )
        number[one.carrier] = len(kept)
        waiting += below.get(one.carrier, ())
    return kept


def prune_tree(value: str, present: Sequence[int]) -> str:
    """Return a kept tree without the reports that are not `present` any more.

    What was taken down or moved to another story is gone at once, not when the story is next
    published. Carriers that had their text through one that is gone are counted only.
    """
    if _ids_of(value) <= frozenset(present):
        return value
    kept, there = json.loads(value), frozenset(present)
    kept["sources"] = [
        [source, *_prune(carriers, count, there)]
        for source, carriers, count in kept["sources"]
        if source[0] in there
    ]
    kept["own"] = [one for one in kept["own"] if one[0] in there]
    return json.dumps(kept) if kept["sources"] or any(len(one) > 4 for one in kept["own"]) else ""


@lru_cache(maxsize=1024)
def _ids_of(value: str) -> frozenset[int]:
    tree = read_tree(value)
    reports = walk_tree((*tree.sources, *tree.own)) if tree else ()
    return frozenset(one.id for one, _ in reports)


def _prune(
    carriers: list[list[Any]], count: int, there: frozenset[int]
) -> tuple[list[list[Any]], int]:
    left: list[list[Any]] = []
    numbers = {0: 0}
    for number, one in enumerate(carriers, 1):
        if one[0] in there and one[6] in numbers:
            left.append([*one[:6], numbers[one[6]], *one[7:]])
            numbers[number] = len(left)
    return left, count - sum(one[0] not in there for one in carriers)


def read_sources(value: str) -> Sources:
    """Return the sources as a story's column keeps them."""
    if value in ("", "{}"):
        return Sources()
    kept = json.loads(value)
    named = tuple((str(name), int(count)) for name, count in kept["named"])
    return Sources(named=named, carried=kept["carried"])


def read_tree(value: str) -> LineageTree | None:
    """Return the tree as a story's column keeps it; None where there is none to show."""
    if value in ("", "{}"):
        return None
    kept = json.loads(value)
    return LineageTree(
        sources=tuple(_read_source(*one) for one in kept["sources"]),
        more_sources=kept["more_sources"],
        own=tuple(_report(one, cites=_cited(one)) for one in kept["own"]),
        own_more=kept["own_more"],
    )


def _read_source(source: list[Any], carriers: list[list[Any]], count: int) -> TreeReport:
    below: dict[int, list[int]] = {}
    for number, one in enumerate(carriers, 1):
        below.setdefault(one[6], []).append(number)

    def branch(number: int) -> TreeReport:
        one = carriers[number - 1]
        branches = _branches(below.get(number, ()))
        kind, confidence = one[7:9] if len(one) > 8 else ("", 0.0)  # kept before there were any
        return _report(
            one,
            share=one[4],
            is_certain=one[5],
            kind=kind,
            confidence=confidence,
            below=branches,
        )

    def _branches(numbers: Collection[int]) -> tuple[TreeReport, ...]:
        return tuple(branch(number) for number in numbers)

    return _report(
        source,
        below=_branches(below.get(0, ())),
        cites=_cited(source),
        carriers=count,
        more=count - len(carriers),
    )


def _cited(kept: Sequence[Any]) -> tuple[str, ...]:
    return tuple(kept[4]) if len(kept) > 4 else ()


def _report(kept: Sequence[Any], **more: Any) -> TreeReport:
    at = datetime.fromisoformat(kept[2])
    return TreeReport(id=kept[0], outlet=kept[1], at=at, platform=kept[3], **more)


def walk_tree(reports: Iterable[TreeReport], depth: int = 0) -> Iterable[tuple[TreeReport, int]]:
    """Yield every report with how far below its source it stands."""
    for one in reports:
        yield one, depth
        yield from walk_tree(one.below, depth + 1)
