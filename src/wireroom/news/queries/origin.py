"""The report whose text an article carries, and what of it the article left out."""

import json
from dataclasses import dataclass
from typing import Final

from wireroom.engine.copies.leftout import find_left_out
from wireroom.engine.types import CopyKind
from wireroom.news.publication import shown_chars
from wireroom.news.queries.cards import OutletCard, outlet_terms
from wireroom.news.queries.columns import REPORT_OUTLET_COLUMNS
from wireroom.news.queries.lineage import CARRIES_FROM
from wireroom.news.queries.rows import Row, read_row, texts
from wireroom.news.queries.structure import read_live_entries

# Of a longer original only so much is looked through (some 20,000 words).
MOST_CHARS: Final = 120_000
# A reader looks at a few; all of them stand in the comparison.
_MOST_LISTED: Final = 5
# Of several originals the one that holds most of the article's words; the two halves of the
# union each read an index, and only the winner is joined.
_ORIGIN: Final = f"""
SELECT article.id, article.headline, article.lang, found.share, found.is_turned, pair.passages,
    pair.kind, article.health, text.standfirst, text.key_points, text.live_entries,
    substr(text.body, 1, {MOST_CHARS}),
    {REPORT_OUTLET_COLUMNS}
FROM (
    SELECT a_id AS original, containment_b AS share, id AS pair, 0 AS is_turned FROM news_copy
    WHERE b_id = %s AND direction = 'a>b' AND containment_b >= %s
        AND NOT EXISTS (SELECT 1 FROM news_article AS a
                        WHERE a.id = a_id AND a.spiked_at IS NOT NULL)
    UNION ALL
    SELECT b_id, containment_a, id, 1 FROM news_copy
    WHERE a_id = %s AND direction = 'b>a' AND containment_a >= %s
        AND NOT EXISTS (SELECT 1 FROM news_article AS b
                        WHERE b.id = b_id AND b.spiked_at IS NOT NULL)
    ORDER BY 2 DESC, 3 LIMIT 1
) AS found
JOIN news_copy AS pair ON pair.id = found.pair
JOIN news_article AS article ON article.id = found.original
JOIN news_outlet AS outlet ON outlet.id = article.outlet_id
LEFT JOIN news_revision AS text
    ON text.article_id = article.id AND text.number = article.revision_count
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Paragraphs of an original that a carrier does not have: `count` of `total`.

    `paragraphs` are the first of those that the original's outlet lets be shown.
    """

    count: int
    total: int
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The report whose text this article carries; `share` of its words stand there."""

    report_id: int
    headline: str
    lang: str
    outlet: OutletCard
    share: float
    left_out: LeftOut
    is_translated: bool = False


def read_origin(article_id: int) -> Origin | None:
    """Return what this article carries: of several, the one that holds most of its words."""
    row = read_row(_ORIGIN, (article_id, CARRIES_FROM, article_id, CARRIES_FROM))
    if row is None:
        return None
    report_id, headline, lang, share = row[:4]
    return Origin(
        report_id=report_id,
        headline=headline,
        lang=lang,
        outlet=outlet_terms(row[12:]).card,
        share=share,
        left_out=_left_out(row),
        is_translated=row[6] == CopyKind.TRANSLATED,
    )


def _left_out(row: Row) -> LeftOut:
    is_turned, passages, _, health, standfirst, key_points, live, body = row[4:12]
    body = body or ""
    first = 2 if is_turned else 0
    spans = [(one[first], one[first + 1]) for one in json.loads(passages)]
    found = find_left_out(body, spans)
    most = shown_chars(
        outlet_terms(row[12:]).policy,
        health=health,
        standfirst=standfirst or "",
        key_points=texts(key_points or "[]"),
        body=body,
        live_entries=read_live_entries(live or "[]"),
    )
    shown = [body[start:end] for start, end in found.spans if end <= most]
    return LeftOut(
        count=len(found.spans), total=found.total, paragraphs=tuple(shown[:_MOST_LISTED])
    )
