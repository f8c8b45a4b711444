"""One story: its face, its coverage grouped by whose text it is, and what it belongs to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from wireroom.news.queries.cards import OutletCard, ReportCard, StoryCard, story_card
from wireroom.news.queries.columns import STORY_COLUMNS, STORY_TABLES, StoryRow, as_story
from wireroom.news.queries.coverage import (
    Coverage,
    Leaf,
    Report,
    read_coverage,
    read_reports,
    read_shared_texts,
    read_storyline,
)
from wireroom.news.queries.lineage import Lineage, trace_lineages
from wireroom.news.queries.rows import read_row

_STORY: Final = f"SELECT {STORY_COLUMNS} FROM {STORY_TABLES} WHERE story.id = %s"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoints:
    """Key points in the words of one report."""

    outlet: OutletCard
    report_id: int
    lang: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """A report that carries another's text; `share` of its words stand there, 0 to 1."""

    report: ReportCard
    share: float
    is_certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """An independent report and, below it, those which carry its copy."""

    report: ReportCard
    carriers: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """What a story's page shows; `moments` are the times of the whole coverage."""

    story: StoryCard
    key_points: KeyPoints | None
    strands: tuple[Strand, ...]
    moments: tuple[datetime, ...]
    first: ReportCard | None
    leaf: Leaf
    storyline: tuple[StoryCard, ...]


@dataclass(frozen=True, slots=True)
class MovedTo:
    """The story was merged into another one."""

    story_id: int


def find_story(story_id: int) -> StoryRow | MovedTo | None:
    """Return a published story, where it went, or None."""
    row = read_row(_STORY, (story_id,))
    story = as_story(row) if row else None
    if story is None or story.merged_into_id is None:
        return story if story is not None and story.rank is not None else None
    return MovedTo(story.merged_into_id)


def read_story(story: StoryRow, *, page: int = 1) -> StoryPage:
    """Return a story's page: four queries, however long its coverage is."""
    coverage = read_coverage(story.id)
    leaf = coverage.leaf(page)
    listed = coverage.page(leaf)
    scope = read_scope(coverage, listed)
    reports = read_reports({*scope, *([story.lead_id] if story.lead_id else [])})
    lineages = trace_lineages([one for one in scope if one in reports], read_shared_texts(scope))
    return StoryPage(
        story=_face(story, reports),
        key_points=_choose_key_points(story.lead_id, scope, reports),
        strands=_strands(lineages, frozenset(listed), reports),
        moments=coverage.moments,
        first=reports[scope[0]].card if scope and scope[0] in reports else None,
        leaf=leaf,
        storyline=read_storyline(story.id, story.storyline_id),
    )


def read_scope(coverage: Coverage, listed: Sequence[int]) -> tuple[int, ...]:
    """Return the listed articles and the story's first: originals come before their carriers."""
    first = coverage.page(coverage.leaf(1))
    return first if listed == first else (*first, *listed)


def _face(story: StoryRow, reports: Mapping[int, Report]) -> StoryCard:
    card = story_card(story)
    report = reports.get(story.lead_id or 0)
    if card.lead is None or report is None:
        return card
    return replace(card, lead=replace(card.lead, opening=report.card.opening))


def _choose_key_points(
    lead_id: int | None, scope: Sequence[int], reports: Mapping[int, Report]
) -> KeyPoints | None:
    """Take the lead's key points, else those of the earliest report that has any."""
    for article_id in ([lead_id] if lead_id else []) + list(scope):
        report = reports.get(article_id)
        if report and (points := report.key_points()):
            return KeyPoints(
                outlet=report.card.outlet,
                report_id=report.card.id,
                lang=report.card.lang,
                points=points,
            )
    return None


def _strands(
    lineages: Sequence[Lineage], listed: frozenset[int], reports: Mapping[int, Report]
) -> tuple[Strand, ...]:
    strands: list[Strand] = []
    for lineage in lineages:
        carriers = tuple(
            Carrier(report=reports[one.carrier].card, share=one.share, is_certain=one.is_certain)
            for one in lineage.carriers
            if one.carrier in listed
        )
        if carriers or lineage.original in listed:
            strands.append(Strand(report=reports[lineage.original].card, carriers=carriers))
    return tuple(strands)
