"""Why a story's articles stand together: every membership with its reason, and shared text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from wireroom.engine.types import CopyKind
from wireroom.news.queries.cards import ReportCard, StoryCard, story_card
from wireroom.news.queries.columns import StoryRow
from wireroom.news.queries.coverage import (
    Leaf,
    Report,
    read_coverage,
    read_reports,
    read_shared_texts,
)
from wireroom.news.queries.lineage import SharedText, read_carrying
from wireroom.news.queries.rows import marks, moment, read_rows
from wireroom.news.queries.standing import Standing, read_standing
from wireroom.news.queries.story import find_foreign, read_scope

MOST_PAIRS: Final = 60  # a table somebody can still read; closest pairs first
_PLACES: Final = """
SELECT article_id, why, score, assigned_at FROM news_membership WHERE article_id IN ({ids})
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An article's place in the story, and why it stands there.

    `score` is the log odds above the threshold of joining; 0 and less opened the story.
    """

    report: ReportCard
    why: str
    score: float
    assigned_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two reports that share text; `share` of the second's words stand in the first.

    `is_carried` when the second carries the first's copy, `is_certain` when who had it first
    could be told from the texts, and `confidence` is how sure that is.
    """

    first: ReportCard
    second: ReportCard
    share: float
    share_of_first: float
    is_carried: bool
    is_certain: bool
    why: str
    kind: str = CopyKind.PASSAGES
    confidence: float = 0.0

    @property
    def is_quote(self) -> bool:
        """Tell whether the two share no more than the words of a quote: that is no copy."""
        return self.kind == CopyKind.QUOTE

    @property
    def is_translated(self) -> bool:
        """Tell whether the two have one text in two languages."""
        return self.kind == CopyKind.TRANSLATED


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupingPage:
    """What the page about a grouping shows; `places` are in order of time."""

    story: StoryCard
    places: tuple[Place, ...]
    pairs: tuple[Pair, ...]
    first: ReportCard | None
    leaf: Leaf
    standing: Standing | None = None


def read_grouping(story: StoryRow, *, page: int = 1) -> GroupingPage:
    """Return why the story's articles stand together: four queries."""
    coverage = read_coverage(story.id)
    leaf = coverage.leaf(page)
    listed = coverage.page(leaf)
    scope = read_scope(coverage, listed)
    found = read_shared_texts(scope)
    in_order = (*scope, *find_foreign(found, scope))
    place = {article_id: number for number, article_id in enumerate(in_order)}
    shared = _closest(found, place, frozenset(listed))
    reports = read_reports(
        {*scope[:1], *listed, *(one.a for one in shared), *(one.b for one in shared)}
    )
    return GroupingPage(
        story=story_card(story),
        places=_read_places(listed, reports),
        pairs=tuple(
            _pair(one, place, reports) for one in shared if one.a in reports and one.b in reports
        ),
        first=reports[scope[0]].card if scope and scope[0] in reports else None,
        leaf=leaf,
        standing=read_standing(story.standing),
    )


def _read_places(listed: Sequence[int], reports: Mapping[int, Report]) -> tuple[Place, ...]:
    rows = read_rows(_PLACES.format(ids=marks(listed)), listed)
    found = {row[0]: row for row in rows}
    return tuple(
        Place(
            report=reports[article_id].card,
            why=found[article_id][1],
            score=found[article_id][2],
            assigned_at=moment(found[article_id][3]),
        )
        for article_id in listed
        if article_id in found and article_id in reports
    )


def _closest(
    shared: Sequence[SharedText], place: Mapping[int, int], listed: frozenset[int]
) -> list[SharedText]:
    """Return the closest pairs that have a listed report, before anything of them is read."""

    def rank(one: SharedText) -> tuple[float, int, int]:
        first, second = order_pair(one, place)
        return (-_share_of(one, second), place[first], place[second])

    return sorted((one for one in shared if {one.a, one.b} & listed), key=rank)[:MOST_PAIRS]


def order_pair(one: SharedText, place: Mapping[int, int]) -> tuple[int, int]:
    """Return the pair's articles, the one that had the text first before the other."""
    forward = one.direction == "a>b" or (one.direction != "b>a" and place[one.a] <= place[one.b])
    return (one.a, one.b) if forward else (one.b, one.a)


def _share_of(one: SharedText, article_id: int) -> float:
    """Return how much of the article stands in the pair's other one."""
    return one.containment_a if article_id == one.a else one.containment_b


def pair_of(
    one: SharedText, place: Mapping[int, int], first: ReportCard, second: ReportCard
) -> Pair:
    """Return what two reports share, the `first` the one that order_pair() puts there."""
    return Pair(
        first=first,
        second=second,
        share=_share_of(one, second.id),
        share_of_first=_share_of(one, first.id),
        is_carried=read_carrying(one, place) is not None,
        is_certain=one.direction in ("a>b", "b>a"),
        why=one.why,
        kind=one.kind,
        confidence=one.confidence,
    )


def _pair(one: SharedText, place: Mapping[int, int], reports: Mapping[int, Report]) -> Pair:
    first, second = order_pair(one, place)
    return pair_of(one, place, reports[first].card, reports[second].card)
