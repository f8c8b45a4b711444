"""The articles of a story in order of time, a page of them at a time, and the text they share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, overload

from wireroom.news.publication import Policy, show
from wireroom.news.queries.cards import (
    ReportCard,
    StoryCard,
    outlet_terms,
    report_card,
    story_card,
)
from wireroom.news.queries.columns import (
    IS_PUBLISHED,
    OPENING,
    REPORT_COLUMNS,
    REPORT_END,
    REPORT_TABLES,
    STORY_COLUMNS,
    STORY_END,
    STORY_TABLES,
    TEXT_TABLE,
    ReportRow,
    as_report,
    as_story,
)
from wireroom.news.queries.lineage import SharedText
from wireroom.news.queries.rows import (
    Row,
    marks,
    read_editors_tie,
    read_rows,
    read_tie,
    texts,
    written_moment,
)

PAGE_REPORTS: Final = 30
# Beyond any real event's coverage; what lies further back is counted but not listed.
MOST_REPORTS: Final = 3000
_COVERAGE: Final = """
SELECT article.id, CAST(article.sort_at AS text)
FROM news_membership AS place JOIN news_article AS article ON article.id = place.article_id
WHERE place.story_id = %s
ORDER BY article.sort_at, article.id LIMIT %s
"""
_REPORTS: Final = f"""
SELECT {REPORT_COLUMNS}, {OPENING}, text.key_points
FROM {REPORT_TABLES} {TEXT_TABLE}
WHERE article.id IN ({{ids}}) AND article.spiked_at IS NULL
"""
# Beside the copies among reports their translated copies, whose other report stands in the story
# of another language: three lookups by index.
_SHARED: Final = (
    "a_id, b_id, direction, containment_a, containment_b, pair.why, pair.kind, confidence"
)
_SHARED_TEXTS: Final = f"""
SELECT {_SHARED} FROM news_copy AS pair WHERE a_id IN ({{ids}}) AND b_id IN ({{ids}})
UNION ALL
SELECT {_SHARED} FROM news_copy AS pair JOIN news_article AS other ON other.id = b_id
WHERE a_id IN ({{ids}}) AND pair.kind = 'translated' AND b_id NOT IN ({{ids}})
    AND other.spiked_at IS NULL
UNION ALL
SELECT {_SHARED} FROM news_copy AS pair JOIN news_article AS other ON other.id = a_id
WHERE b_id IN ({{ids}}) AND pair.kind = 'translated' AND a_id NOT IN ({{ids}})
    AND other.spiked_at IS NULL
"""
# The latest are chosen before anything is joined: a storyline may have thousands of stories.
# The stories of the same event in other languages, and the others of the same storyline: the
# first are one a language at most. Two lists of ids, each by its index: with OR between them all
# stories are read.
_BESIDE: Final = f"""
SELECT {STORY_COLUMNS}, story.event_why,
    CASE WHEN story.event_id = this.event_id THEN this.event_why END
FROM {STORY_TABLES}
JOIN news_story AS this ON this.id = %s
WHERE story.id IN (
    SELECT line.id FROM (
        SELECT story.id FROM news_story AS story
        WHERE story.storyline_id = %s AND {IS_PUBLISHED} AND story.id <> %s
        ORDER BY story.last_at DESC, story.id LIMIT %s
    ) AS line
    UNION ALL
    SELECT story.id FROM news_story AS story
    WHERE story.event_id = (SELECT event.event_id FROM news_story AS event WHERE event.id = %s)
        AND story.id <> %s AND {IS_PUBLISHED}
)
ORDER BY story.last_at DESC, story.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """The same event in another language, and the names and numbers that both give.

    `editors_why` is an editor's reason where one tied the two, None where the engine did.
    """

    story: StoryCard
    why: tuple[str, ...]
    editors_why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside a story: its event in other languages, and its storyline's others."""

    tellings: tuple[Telling, ...] = ()
    storyline: tuple[StoryCard, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page of a long coverage: `number` of `total`, counted from 1."""

    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Moments(Sequence[datetime]):
    """Times in order as the database wrote them, each read when it is asked for.

    A plot looks up some three hundred of a story's three thousand.
    """

    _written: Sequence[str] = ()

    def __len__(self) -> int:
        return len(self._written)

    @overload
    def __getitem__(self, place: int) -> datetime: ...
    @overload
    def __getitem__(self, place: slice) -> "Moments": ...
    def __getitem__(self, place: int | slice) -> "datetime | Moments":
        if isinstance(place, slice):
            return Moments(self._written[place])
        return written_moment(self._written[place])


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Which articles a story has, earliest first, and when each appeared."""

    order: tuple[int, ...]
    moments: Moments

    def leaf(self, number: int, *, size: int = PAGE_REPORTS) -> Leaf:
        """Return the page nearest to `number` that exists."""
        total = max(1, -(-len(self.order) // size))
        return Leaf(number=min(max(number, 1), total), total=total)

    def page(self, leaf: Leaf, *, size: int = PAGE_REPORTS) -> tuple[int, ...]:
        """Return the ids of one page."""
        return self.order[(leaf.number - 1) * size : leaf.number * size]


@dataclass(frozen=True, slots=True)
class Report:
    """A report in full detail of a list; its key points are cut when they are asked for."""

    card: ReportCard
    _row: ReportRow
    _key_points: str

    @property
    def policy(self) -> Policy:
        """Return its outlet's terms."""
        return outlet_terms(self._row.outlet).policy

    @property
    def may_be_read(self) -> bool:
        """Tell whether a machine may choose of its text."""
        return outlet_terms(self._row.outlet).may_be_read

    def key_points(self) -> tuple[str, ...]:
        """Return the key points that may be shown: of thirty reports, one's are."""
        if not self._key_points or self._key_points == "[]":
            return ()
        shown = show(
            self.policy,
            health=self._row.health,
            standfirst=self._row.standfirst,
            key_points=texts(self._key_points),
        )
        return shown.key_points


def read_coverage(story_id: int) -> Coverage:
    """Return the story's articles in order of time, in one query."""
    rows = read_rows(_COVERAGE, (story_id, MOST_REPORTS))
    order, written = zip(*rows, strict=True) if rows else ((), ())
    return Coverage(order=order, moments=Moments(written))


def read_reports(article_ids: Iterable[int]) -> dict[int, Report]:
    """Return the articles by id, cut to their outlets' policies, in one query."""
    ids = list(article_ids)
    rows = read_rows(_REPORTS.format(ids=marks(ids)), ids)
    return {row[0]: _report(row) for row in rows}


def read_shared_texts(article_ids: Iterable[int]) -> tuple[SharedText, ...]:
    """Return the copies among these articles; few ids, as pairs grow with their square.

    Of translated copies one article may be another, of a story in another language.
    """
    ids = list(article_ids)
    rows = read_rows(_SHARED_TEXTS.format(ids=marks(ids)), ids * 6)
    return tuple(
        SharedText(
            a=row[0], b=row[1], direction=row[2], containment_a=row[3], containment_b=row[4],
            why=row[5], kind=row[6], confidence=row[7],
        )
        for row in rows
    )  # fmt: skip


def read_beside(story_id: int, storyline_id: int | None, *, limit: int = 6) -> Beside:
    """Return the stories beside one, latest first; one query even where there are none."""
    rows = read_rows(_BESIDE, (story_id, storyline_id or 0, story_id, limit, story_id, story_id))
    told, line = [], []
    for row in rows:
        card, (theirs, ours) = story_card(as_story(row)), row[STORY_END : STORY_END + 2]
        if ours is None:
            line.append(card)
        else:
            told.append(_telling(card, theirs, ours))
    return Beside(tellings=tuple(told), storyline=tuple(line))


def _telling(card: StoryCard, theirs: str, ours: str) -> Telling:
    names, other = read_tie(theirs), read_tie(ours)
    said = read_editors_tie(theirs)
    if said is None:
        return Telling(story=card, why=names or other, editors_why=read_editors_tie(ours))
    return Telling(story=card, why=(), editors_why=said)


def _report(row: Row) -> Report:
    report = as_report(row)
    card = report_card(report, body=row[REPORT_END] or "")
    return Report(card, report, row[REPORT_END + 1] or "")
