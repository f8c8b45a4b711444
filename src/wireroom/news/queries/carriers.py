"""The reports that carry an article's text."""

from dataclasses import dataclass
from typing import Final

from wireroom.engine.types import CopyKind
from wireroom.news.queries.cards import OutletCard, outlet_terms
from wireroom.news.queries.columns import REPORT_OUTLET_COLUMNS
from wireroom.news.queries.lineage import CARRIES_FROM
from wireroom.news.queries.rows import read_rows

# Who carries most of it; the others stand on the story's page.
_MOST_LISTED: Final = 5
# The two halves of the union each read an index of one article's pairs.
_CARRIERS: Final = f"""
SELECT article.id, found.share, found.kind, count(*) OVER (), platform.name,
    {REPORT_OUTLET_COLUMNS}
FROM (
    SELECT b_id AS carrier, containment_b AS share, kind FROM news_copy
    WHERE a_id = %s AND direction = 'a>b' AND containment_b >= %s AND kind <> %s
    UNION ALL
    SELECT a_id, containment_a, kind FROM news_copy
    WHERE b_id = %s AND direction = 'b>a' AND containment_a >= %s AND kind <> %s
) AS found
JOIN news_article AS article ON article.id = found.carrier
JOIN news_outlet AS outlet ON outlet.id = article.outlet_id
LEFT JOIN news_outlet AS platform ON platform.id = article.platform_id
    AND platform.id <> article.outlet_id
WHERE article.spiked_at IS NULL
ORDER BY found.share DESC, article.id LIMIT {_MOST_LISTED}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """A report of which `share` of the words stand in the original; `platform` shows it."""

    report_id: int
    outlet: OutletCard
    share: float
    is_translated: bool
    platform: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carriers:
    """Those that carry most, and how many there are in all."""

    count: int = 0
    first: tuple[Carrier, ...] = ()


def read_carriers(article_id: int) -> Carriers:
    """Return who carries an article's text, in one query."""
    half = (article_id, CARRIES_FROM, CopyKind.QUOTE.value)
    rows = read_rows(_CARRIERS, (*half, *half))
    first = tuple(
        Carrier(
            report_id=report,
            outlet=outlet_terms(tuple(outlet)).card,
            share=share,
            is_translated=kind == CopyKind.TRANSLATED,
            platform=platform or "",
        )
        for report, share, kind, _count, platform, *outlet in rows
    )
    return Carriers(count=rows[0][3] if rows else 0, first=first)
