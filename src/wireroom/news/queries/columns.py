"""Which columns lists show of outlets, reports and stories, and how a row of them is cut."""

from datetime import datetime
from typing import Final, NamedTuple

from wireroom.news.queries.rows import Row

_OUTLET: Final = (
    "id", "slug", "name", "name_en", "lang", "is_sample", "is_aggregator", "policy",
    "excerpt_words", "images_allowed", "ai_allowed",
)  # fmt: skip
_ARTICLE: Final = (
    "id", "headline", "standfirst", "lang", "health", "url", "wire_credit", "dateline",
    "published_at", "published_from", "updated_at", "seen_at", "sort_at", "revision_count",
    "image_url", "image_caption", "image_credit",
)  # fmt: skip
_STORY: Final = (
    "id", "lang", "headline", "section", "articles_count", "outlets_count", "independent_count",
    "outlet_names", "sources", "first_at", "last_at", "rank", "storyline_id", "merged_into_id",
    "lead_id",
)  # fmt: skip
# A front reads some forty of these: no more columns than it shows.
_LEAD: Final = ("headline", "standfirst", "lang", "health", "image_url")
# What is read of a body to open a list entry: 60 words of the longest-worded news languages.
OPENING_CHARS: Final = 800


def _of(table: str, columns: tuple[str, ...]) -> str:
    return ", ".join(f"{table}.{column}" for column in columns)


def _terms_of(article: str, outlet: str) -> str:
    """Return an outlet's columns beside one of its reports, whose page may allow less."""
    policy, machines = f"{outlet}.policy", f"{outlet}.ai_allowed"
    lowered = (
        f"CASE WHEN {article}.most_shown = 'headline' THEN 'headline'"
        f" WHEN {article}.most_shown = 'excerpt' AND {policy} = 'full' THEN 'excerpt'"
        f" ELSE {policy} END"
    )
    columns = _of(outlet, _OUTLET).replace(policy, lowered)
    return columns.replace(machines, f"({machines} AND NOT {article}.ai_reserved)")


OUTLET_COLUMNS: Final = _of("outlet", _OUTLET)
# An outlet's columns where "article" is the row beside it.
REPORT_OUTLET_COLUMNS: Final = _terms_of("article", "outlet")
REPORT_COLUMNS: Final = (
    f"{_of('article', _ARTICLE)}, {REPORT_OUTLET_COLUMNS}, {_of('platform', _OUTLET)}"
)
REPORT_TABLES: Final = """
news_article AS article
JOIN news_outlet AS outlet ON outlet.id = article.outlet_id
LEFT JOIN news_outlet AS platform ON platform.id = article.platform_id
"""
# The latest state of an article's text, and of its opening where no standfirst opens it.
TEXT_TABLE: Final = """
LEFT JOIN news_revision AS text
    ON text.article_id = article.id AND text.number = article.revision_count
"""
OPENING: Final = (
    f"CASE WHEN trim(article.standfirst) = '' THEN substr(text.body, 1, {OPENING_CHARS}) END"
)
STORY_COLUMNS: Final = (
    f"{_of('story', _STORY)}, {_of('lead', _LEAD)}, {_terms_of('lead', 'lead_outlet')}"
)
STORY_LEADS: Final = """
LEFT JOIN news_article AS lead ON lead.id = story.lead_id
LEFT JOIN news_outlet AS lead_outlet ON lead_outlet.id = lead.outlet_id
"""
STORY_TABLES: Final = f"\nnews_story AS story{STORY_LEADS}"
# A story that may be shown: published, and not merged into another one.
IS_PUBLISHED: Final = "story.rank IS NOT NULL AND story.merged_into_id IS NULL"


class ReportRow(NamedTuple):
    """A row of REPORT_COLUMNS, its times as the database gives them."""

    id: int
    headline: str
    standfirst: str
    lang: str
    health: str
    url: str
    wire_credit: str
    dateline: str
    published_at: datetime | None
    published_from: str
    updated_at: datetime | None
    seen_at: datetime
    sort_at: datetime
    revision_count: int
    image_url: str
    image_caption: str
    image_credit: str
    outlet: Row
    platform: Row


class StoryRow(NamedTuple):
    """A row of STORY_COLUMNS; all of the lead is None where the story has none.

    What follows the lead is read with a single story alone.
    """

    id: int
    lang: str
    headline: str
    section: str
    articles_count: int
    outlets_count: int
    independent_count: int
    outlet_names: str
    sources: str
    first_at: datetime | None
    last_at: datetime | None
    rank: float | None
    storyline_id: int | None
    merged_into_id: int | None
    lead_id: int | None
    lead_headline: str
    lead_standfirst: str
    lead_lang: str
    lead_health: str
    lead_image_url: str
    lead_outlet: Row
    lineage: str
    standing: str
    rare_names: str
    brief: str
    writing: Row


_UNREAD: Final = ("", "{}", "[]", "", ())
_ARTICLE_END: Final = len(_ARTICLE)
_OUTLET_END: Final = _ARTICLE_END + len(_OUTLET)
REPORT_END: Final = _OUTLET_END + len(_OUTLET)
_LEAD_END: Final = len(_STORY) + len(_LEAD)
STORY_END: Final = _LEAD_END + len(_OUTLET)


def as_report(row: Row) -> ReportRow:
    """Return a row that starts with REPORT_COLUMNS; what follows them is left out."""
    parts = (row[_ARTICLE_END:_OUTLET_END], row[_OUTLET_END:REPORT_END])
    return ReportRow._make((*row[:_ARTICLE_END], *parts))


def as_story(row: Row) -> StoryRow:
    """Return a row that starts with STORY_COLUMNS; what follows them is left out."""
    return StoryRow._make((*row[:_LEAD_END], row[_LEAD_END:STORY_END], *_UNREAD))
