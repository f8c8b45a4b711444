"""One article: what its outlet lets us show of its text, and where it stands."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from wireroom.engine.text.reading_level import ReadingLevel, read_level
from wireroom.engine.types import Correction, FactBox, Health
from wireroom.news.live import EntryPlace
from wireroom.news.publication import Shown, public_link, show
from wireroom.news.queries.cards import (
    OutletCard,
    ReportCard,
    StoryCard,
    outlet_terms,
    report_card,
    story_card,
)
from wireroom.news.queries.carriers import Carriers, read_carriers
from wireroom.news.queries.columns import (
    REPORT_COLUMNS,
    REPORT_END,
    REPORT_TABLES,
    STORY_COLUMNS,
    STORY_END,
    ReportRow,
    StoryRow,
    as_report,
    as_story,
)
from wireroom.news.queries.coverage import read_beside
from wireroom.news.queries.origin import Origin, read_origin
from wireroom.news.queries.related import RelatedStory, read_related
from wireroom.news.queries.rows import Row, moment, read_row, read_rows, texts, time_value
from wireroom.news.queries.structure import (
    read_corrections,
    read_fact_boxes,
    read_live_entries,
)
from wireroom.news.translatable import Translatable, take_words

_SIBLINGS: Final = 8
_ARTICLE: Final = f"""
SELECT {REPORT_COLUMNS}, {STORY_COLUMNS},
    article.authors, article.tags, article.section, article.short_url,
    article.is_transcript, story.rare_names
FROM {REPORT_TABLES}
LEFT JOIN news_membership AS place ON place.article_id = article.id
LEFT JOIN news_story AS story ON story.id = place.story_id
LEFT JOIN news_article AS lead ON lead.id = story.lead_id
LEFT JOIN news_outlet AS lead_outlet ON lead_outlet.id = lead.outlet_id
WHERE article.id = %s AND article.spiked_at IS NULL
"""
_TEXT: Final = """
SELECT standfirst, key_points, body, seen_at, html, fact_boxes, corrections, live_entries
FROM news_revision WHERE article_id = %s ORDER BY number DESC LIMIT 1
"""
# Whoever has read a report has read what stands in it but for a tenth: that is not read on with.
_READ_BEFORE: Final = 0.9
# The latest of the story, and the one that came in after this report: after the last, the first.
# One list of both: asked for either, PostgreSQL reads the whole table.
_SIBLING_REPORTS: Final = f"""
WITH following AS (
    SELECT article.id
    FROM news_membership AS place JOIN news_article AS article ON article.id = place.article_id
    WHERE place.story_id = %s AND article.id <> %s AND article.spiked_at IS NULL
        AND article.id NOT IN (
            SELECT b_id FROM news_copy WHERE a_id = %s AND containment_b >= {_READ_BEFORE}
            UNION ALL
            SELECT a_id FROM news_copy WHERE b_id = %s AND containment_a >= {_READ_BEFORE}
        )
    ORDER BY CASE WHEN article.sort_at > %s OR (article.sort_at = %s AND article.id > %s)
        THEN 0 ELSE 1 END, article.sort_at, article.id
    LIMIT 1
)
SELECT {REPORT_COLUMNS}, article.id IN (SELECT id FROM following) FROM {REPORT_TABLES}
WHERE article.id IN (
    SELECT latest.id FROM (
        SELECT article.id
        FROM news_membership AS place JOIN news_article AS article ON article.id = place.article_id
        WHERE place.story_id = %s AND article.id <> %s
        ORDER BY article.sort_at DESC, article.id LIMIT %s
    ) AS latest
    UNION ALL
    SELECT id FROM following
)
ORDER BY article.sort_at DESC, article.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """How often the text changed since it was first seen, and when it last did."""

    count: int
    last_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """What an article's page shows: no more than its outlet allows.

    `carriers` are those of an original: what carries others' text names whose.
    `following` is the story's next report in order of time, after its last one the first.
    `reading` is of the whole report, `translatable` what of it a machine may translate: nothing
    where its outlet lets none read it.
    """

    report: ReportCard
    shown: Shown
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    section: str
    short_link: str
    platform: OutletCard | None
    changes: Changes
    origin: Origin | None
    carriers: Carriers
    story: StoryCard | None
    siblings: tuple[ReportCard, ...]
    following: ReportCard | None
    storyline: tuple[StoryCard, ...]
    related: tuple[RelatedStory, ...] = ()
    is_transcript: bool = False
    reading: ReadingLevel | None = None
    translatable: Translatable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """The latest state of an article's text; of none at all, everything is empty."""

    standfirst: str
    key_points: tuple[str, ...]
    body: str
    seen_at: datetime | None
    html: str = ""
    fact_boxes: tuple[FactBox, ...] = ()
    corrections: tuple[Correction, ...] = ()
    live_entries: tuple[EntryPlace, ...] = ()


def read_article(article_id: int) -> ArticlePage | None:
    """Return an article's page, or None: seven queries at the most; see is_withdrawn()."""
    row = read_row(_ARTICLE, (article_id,))
    if row is None:
        return None
    article, story = as_report(row), _published_story(row)
    authors, tags, section, short_url, is_transcript, _ = row[REPORT_END + STORY_END :]
    text = _read_text(article)
    report = report_card(article, body=text.body)
    shown = _shown(article, text)
    siblings, following = _read_siblings(article, story)
    origin = read_origin(article.id)
    return ArticlePage(
        report=report,
        shown=shown,
        authors=_people(texts(authors), report.outlet.name),
        tags=texts(tags),
        section=section,
        short_link=public_link(short_url),
        platform=report.platform,
        changes=_changes(article, text),
        origin=origin,
        carriers=Carriers() if origin else read_carriers(article.id),
        story=story_card(story) if story else None,
        siblings=siblings,
        following=following,
        storyline=read_beside(story.id, story.storyline_id).storyline if story else (),
        related=read_related(story) if story else (),
        is_transcript=bool(is_transcript),
        reading=_reading(article, text),
        translatable=_translatable(article, report, shown),
    )


def _reading(article: ReportRow, text: _Text) -> ReadingLevel | None:
    return read_level(text.body, article.lang) if article.health == Health.ARTICLE else None


def _translatable(article: ReportRow, report: ReportCard, shown: Shown) -> Translatable | None:
    if not outlet_terms(article.outlet).may_be_read:
        return None
    at = report.times.published_at
    return take_words(article.id, article.lang, at, report.headline, shown)


def _people(authors: tuple[str, ...], outlet: str) -> tuple[str, ...]:
    """Return who signed besides the outlet, whose name stands above every report."""
    return tuple(name for name in authors if name.casefold() != outlet.casefold())


def _published_story(row: Row) -> StoryRow | None:
    story = as_story(row[REPORT_END:])
    if story.rank is None or story.merged_into_id is not None:
        return None
    return story._replace(rare_names=row[-1])


def _read_text(article: ReportRow) -> _Text:
    row = read_row(_TEXT, (article.id,))
    if row is None:
        return _Text(standfirst=article.standfirst, key_points=(), body="", seen_at=None)
    standfirst, key_points, body, seen_at, html, fact_boxes, corrections, live_entries = row
    return _Text(
        standfirst=standfirst,
        key_points=texts(key_points),
        body=body,
        seen_at=moment(seen_at),
        html=html,
        fact_boxes=read_fact_boxes(fact_boxes),
        corrections=read_corrections(corrections),
        live_entries=read_live_entries(live_entries),
    )


def _shown(article: ReportRow, text: _Text) -> Shown:
    return show(
        outlet_terms(article.outlet).policy,
        health=article.health,
        standfirst=text.standfirst,
        key_points=text.key_points,
        body=text.body,
        html=text.html,
        fact_boxes=text.fact_boxes,
        corrections=text.corrections,
        live_entries=text.live_entries,
    )


def _changes(article: ReportRow, text: _Text) -> Changes:
    count = max(article.revision_count - 1, 0)
    return Changes(count=count, last_at=text.seen_at if count else None)


def _read_siblings(
    article: ReportRow, story: StoryRow | None
) -> tuple[tuple[ReportCard, ...], ReportCard | None]:
    """Return the story's latest other reports, and the next of all in order of time."""
    if story is None:
        return (), None
    own, at = article.id, time_value(moment(article.sort_at))
    asked = (story.id, own, own, own, at, at, own, story.id, own, _SIBLINGS)
    rows = read_rows(_SIBLING_REPORTS, asked)
    reports = [report_card(as_report(row[:-1])) for row in rows]
    following = next((one for one, row in zip(reports, rows, strict=True) if row[-1]), None)
    return tuple(reports[:_SIBLINGS]), following
