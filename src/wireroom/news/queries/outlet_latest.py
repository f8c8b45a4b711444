"""What an outlet's latest reports say of it: when they came, how many are its own or corrected."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from wireroom.engine.types import Correction, Health, NoteKind
from wireroom.news.queries.cards import OutletTerms, foreign_credit
from wireroom.news.queries.columns import TEXT_TABLE
from wireroom.news.queries.lineage import CARRIES_FROM
from wireroom.news.queries.rows import Row, moment, read_rows
from wireroom.news.queries.structure import read_corrections

# Shares are taken over an outlet's latest rows: recent enough to say what it does now, few
# enough to count on every request, many enough that one report moves a share by half a percent.
SHARE_REPORTS: Final = 200
_MOST_CORRECTED: Final = 5
# An update or a note by the editors says nothing of a mistake.
_CORRECTIONS: Final = frozenset({NoteKind.CORRECTION, NoteKind.CLARIFICATION})
# Two lookups by index; one condition with OR would read the table of copies through.
_REPORTS: Final = f"""
SELECT article.health, article.wire_credit,
    EXISTS (SELECT 1 FROM news_copy AS pair WHERE pair.b_id = article.id
            AND pair.direction = 'a>b' AND pair.containment_b >= %s)
    OR EXISTS (SELECT 1 FROM news_copy AS pair WHERE pair.a_id = article.id
               AND pair.direction = 'b>a' AND pair.containment_a >= %s),
    article.id, article.headline, article.lang, article.sort_at, text.corrections
FROM news_article AS article {TEXT_TABLE}
WHERE article.outlet_id = %s AND article.spiked_at IS NULL{{condition}}
ORDER BY article.sort_at DESC, article.id LIMIT %s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReporting:
    """Of the latest `total` readable articles: own, and those that carry another's copy."""

    total: int
    own: int
    carried: int  # another's text was found, or an agency is credited


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A report that its outlet corrected, and the last of the notes that say so."""

    report_id: int
    headline: str
    lang: str
    note: Correction


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestReports:
    """`moments` are in order of time; `corrected` the latest of `corrections`."""

    own: OwnReporting
    moments: tuple[datetime, ...]
    corrections: int
    corrected: tuple[Corrected, ...]


def read_latest_reports(outlet: OutletTerms, condition: str) -> LatestReports:
    """Return what the latest reports tell, in one query; `condition` is SQL said of them."""
    values = (CARRIES_FROM, CARRIES_FROM, outlet.card.id, SHARE_REPORTS)
    rows = read_rows(_REPORTS.format(condition=condition), values)
    corrected = tuple(_corrected(rows))
    return LatestReports(
        own=_own(rows, outlet),
        moments=tuple(moment(row[6]) for row in reversed(rows)),
        corrections=len(corrected),
        corrected=corrected[:_MOST_CORRECTED],
    )


def _own(rows: Sequence[Row], outlet: OutletTerms) -> OwnReporting:
    read = [row for row in rows if row[0] == Health.ARTICLE]
    carried = sum(1 for row in read if row[2] or foreign_credit(row[1], outlet))
    return OwnReporting(total=len(read), own=len(read) - carried, carried=carried)


def _corrected(rows: Sequence[Row]) -> Iterator[Corrected]:
    for *_, report, headline, lang, _at, kept in rows:
        notes = [one for one in read_corrections(kept or "[]") if one.kind in _CORRECTIONS]
        if notes:
            yield Corrected(report_id=report, headline=headline, lang=lang, note=notes[-1])
