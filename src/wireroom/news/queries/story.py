"""One story: its face, its coverage grouped by whose text it is, and what it belongs to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from django.conf import settings

from wireroom.engine.types import CopyKind
from wireroom.news.queries.brief import KeptBrief, ShownBrief, keep_first, show_brief
from wireroom.news.queries.cards import OutletCard, ReportCard, StoryCard, story_card
from wireroom.news.queries.cited import cite_reports
from wireroom.news.queries.columns import (
    STORY_COLUMNS,
    STORY_END,
    STORY_TABLES,
    StoryRow,
    as_story,
)
from wireroom.news.queries.coverage import (
    Coverage,
    Leaf,
    Report,
    Telling,
    read_beside,
    read_coverage,
    read_reports,
    read_shared_texts,
)
from wireroom.news.queries.lineage import Lineage, SharedText, trace_lineages
from wireroom.news.queries.mends import Withdrawn
from wireroom.news.queries.related import RelatedStory, read_related
from wireroom.news.queries.rows import Row, read_row
from wireroom.news.queries.topics import Tags, read_tags
from wireroom.news.queries.tree import prune_tree
from wireroom.news.queries.writing import (
    KeptWriting,
    ShownWriting,
    read_writing,
    show_writing,
)

_FEWEST_POINTS: Final = 2
_STORY: Final = f"""
SELECT {STORY_COLUMNS}, story.lineage, story.standing, story.rare_names, brief.content,
    writing.content, writing.model, writing.written_at, writing.failure, story.spiked_at
FROM {STORY_TABLES} LEFT JOIN news_brief AS brief ON brief.story_id = story.id
LEFT JOIN news_writing AS writing ON writing.story_id = story.id
WHERE story.id = %s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoints:
    """Key points in the words of one report."""

    outlet: OutletCard
    report_id: int
    lang: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """A report that carries another's text; `share` of its words stand there, 0 to 1.

    `original_id` is the report it has the text from: another carrier, where it came through one.
    """

    report: ReportCard
    original_id: int
    share: float
    is_certain: bool
    kind: str = CopyKind.PASSAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """An independent report and, below it, those which carry its copy."""

    report: ReportCard
    carriers: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """What a story's page shows; `moments` are the times of the whole coverage.

    `lineage` is who carries whom, as it is kept (see queries/tree).
    """

    story: StoryCard
    key_points: KeyPoints | None
    strands: tuple[Strand, ...]
    moments: Sequence[datetime]
    first: ReportCard | None
    leaf: Leaf
    storyline: tuple[StoryCard, ...]
    lineage: str
    tellings: tuple[Telling, ...] = ()
    related: tuple[RelatedStory, ...] = ()
    brief: ShownBrief = field(default_factory=ShownBrief)
    writing: ShownWriting = field(default_factory=ShownWriting)
    tags: Tags = field(default_factory=Tags)

    @property
    def shows_chosen_points(self) -> bool:
        """Tell whether sentences chosen of all reports stand for the key points of an outlet.

        A single report's own key points are better than any that are chosen of it.
        """
        many = len(self.brief.points) >= _FEWEST_POINTS
        return many and (self.key_points is None or self.story.independent_count > 1)


@dataclass(frozen=True, slots=True)
class MovedTo:
    """The story was merged into another one."""

    story_id: int


def find_story(story_id: int) -> StoryRow | MovedTo | Withdrawn | None:
    """Return a published story, where it went, that it was withdrawn, or None."""
    row = read_row(_STORY, (story_id,))
    if row is not None and row[-1] is not None:
        return Withdrawn()
    story = _with_kept(row) if row else None
    if story is None or story.merged_into_id is None:
        return story if story is not None and story.rank is not None else None
    return MovedTo(story.merged_into_id)


def _with_kept(row: Row) -> StoryRow:
    lineage, standing, rare_names, brief, *writing = row[STORY_END:-1]
    return as_story(row)._replace(
        lineage=lineage,
        standing=standing,
        rare_names=rare_names,
        brief=brief or "",
        writing=tuple(writing),
    )


def read_story(story: StoryRow, *, page: int = 1) -> StoryPage:
    """Return a story's page: seven queries, however long its coverage is."""
    coverage = read_coverage(story.id)
    leaf = coverage.leaf(page)
    listed = coverage.page(leaf)
    scope = read_scope(coverage, listed)
    shared = read_shared_texts(scope)
    foreign = find_foreign(shared, scope)
    # Last, so that of two that may have carried each other the story's own is the original.
    traced = trace_lineages([*scope, *foreign], shared)
    lineages = _listed_lineages(traced, frozenset((*listed, *foreign)), frozenset(scope))
    originals = (lineage.original for lineage in lineages)
    leads = [story.lead_id] if story.lead_id else []
    brief, writing = _kept(story, is_first=leaf.number == 1)
    cited = {*brief.cited(), *writing.cited()}
    reports = read_reports({*scope[:1], *listed, *foreign, *originals, *leads, *cited})
    citing = cite_reports(reports)
    written = show_writing(writing, citing)
    beside = read_beside(story.id, story.storyline_id)
    return StoryPage(
        story=_face(story, reports),
        key_points=_choose_key_points([*leads, *scope], reports),
        strands=_strands(lineages, reports),
        moments=coverage.moments,
        first=reports[scope[0]].card if scope and scope[0] in reports else None,
        leaf=leaf,
        storyline=beside.storyline,
        tellings=beside.tellings,
        related=read_related(story),
        lineage=prune_tree(story.lineage, (*coverage.order, *foreign)),
        writing=written,
        # A model's key points stand in the place of chosen ones, and spend their words.
        brief=show_brief(replace(brief, points=()) if written.points else brief, citing),
        tags=read_tags(story.id),
    )


def _kept(story: StoryRow, *, is_first: bool) -> tuple[KeptBrief, KeptWriting]:
    """Return what the first page of a long coverage shows of its reports: the switch is asked."""
    if not is_first:
        return KeptBrief(), KeptWriting()
    has_model = settings.AI is not None
    return keep_first(story.brief), read_writing(story.writing if has_model else ())


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
    article_ids: Sequence[int], reports: Mapping[int, Report]
) -> KeyPoints | None:
    """Take the first key points there are: the lead's, else the earliest report's."""
    for article_id in article_ids:
        report = reports.get(article_id)
        if report and (points := report.key_points()):
            return KeyPoints(
                outlet=report.card.outlet,
                report_id=report.card.id,
                lang=report.card.lang,
                points=points,
            )
    return None


def find_foreign(shared: Sequence[SharedText], scope: Sequence[int]) -> tuple[int, ...]:
    """Return the reports of other languages' stories that share text with some of `scope`."""
    own = frozenset(scope)
    both = (one for pair in shared for one in (pair.a, pair.b))
    return tuple(dict.fromkeys(one for one in both if one not in own))


def _listed_lineages(
    lineages: Sequence[Lineage], listed: frozenset[int], own: frozenset[int]
) -> tuple[Lineage, ...]:
    """Keep what a page lists: carriers on it, and originals that are or have some.

    A report of another language stands there only with one of the story's `own`.
    """
    cut = (
        replace(one, carriers=tuple(each for each in one.carriers if each.carrier in listed))
        for one in lineages
    )
    return tuple(
        one
        for one in cut
        if (one.carriers or one.original in listed)
        and (one.original in own or any(each.carrier in own for each in one.carriers))
    )


def _strands(lineages: Sequence[Lineage], reports: Mapping[int, Report]) -> tuple[Strand, ...]:
    """Return the lineages with their reports; one that was withdrawn meanwhile is left out."""
    return tuple(
        Strand(
            report=reports[lineage.original].card,
            carriers=tuple(
                Carrier(
                    report=reports[one.carrier].card,
                    original_id=one.original,
                    share=one.share,
                    is_certain=one.is_certain,
                    kind=one.kind,
                )
                for one in lineage.carriers
                if one.carrier in reports
            ),
        )
        for lineage in lineages
        if lineage.original in reports
    )
