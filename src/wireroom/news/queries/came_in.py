"""What came into a story since a moment: reports, and what they say that none before said."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from wireroom.news.queries.brief import KeptBrief, ShownNews, show_brief
from wireroom.news.queries.cards import ReportCard
from wireroom.news.queries.cited import cite_reports
from wireroom.news.queries.columns import StoryRow
from wireroom.news.queries.coverage import read_reports
from wireroom.news.queries.rows import read_rows, time_value

MOST_REPORTS: Final = 100
# By when a report got its place here, not by what its outlet states: of a report that is found
# late a reader knows nothing yet.
_CAME_IN: Final = """
SELECT place.article_id FROM news_membership AS place
JOIN news_article AS article ON article.id = place.article_id
WHERE place.story_id = %s AND place.assigned_at > %s AND article.spiked_at IS NULL
ORDER BY place.assigned_at DESC, place.article_id LIMIT %s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameIn:
    """Reports that came in, the latest first, at most MOST_REPORTS; and their news."""

    reports: tuple[ReportCard, ...]
    news: tuple[ShownNews, ...]


def read_came_in(story: StoryRow, since: datetime) -> CameIn:
    """Return what came into a story after `since`: three queries."""
    values = (story.id, time_value(since), MOST_REPORTS)
    ids = [int(row[0]) for row in read_rows(_CAME_IN, values)]
    kept = json.loads(story.brief).get("news", ()) if story.brief and ids else ()
    new = frozenset(ids)
    brief = KeptBrief(news=[one for one in kept if one["saying"][1] in new])
    reports = read_reports({*ids, *brief.cited()})
    return CameIn(
        reports=tuple(reports[one].card for one in ids if one in reports),
        news=show_brief(brief, cite_reports(reports)).news,
    )
