"""One outlet: who it is, what it reported, how much of that is its own, how well it is read."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from wireroom.engine.terms import most_shown, reserves_ai
from wireroom.news.publication import Policy, public_link
from wireroom.news.queries.cards import (
    OutletCard,
    ReportCard,
    outlet_terms,
    report_card,
)
from wireroom.news.queries.columns import (
    OPENING,
    OUTLET_COLUMNS,
    REPORT_COLUMNS,
    REPORT_END,
    REPORT_TABLES,
    TEXT_TABLE,
    as_report,
)
from wireroom.news.queries.cursors import AFTER_TIME, TimeCursor
from wireroom.news.queries.outlet_latest import (
    SHARE_REPORTS,
    LatestReports,
    read_latest_reports,
)
from wireroom.news.queries.reading_days import DayRead, find_fall, read_days
from wireroom.news.queries.rows import Row, moment, read_row, read_rows

LATEST_REPORTS: Final = 20
_OUTLET: Final = f"""
SELECT {OUTLET_COLUMNS}, country, owner, owner_type, home_url, overrules_terms
FROM news_outlet AS outlet WHERE slug = %s
"""
_LATEST: Final = f"""
SELECT {REPORT_COLUMNS}, {OPENING} FROM {REPORT_TABLES} {TEXT_TABLE}
WHERE article.{{whose}} = %s AND article.spiked_at IS NULL{{condition}}
ORDER BY article.sort_at DESC, article.id LIMIT %s
"""
# An outlet's reports from its own pages; an aggregator's finds where it has no pages. A listed
# outlet's reports that were also met on an aggregator would stand there twice.
_OWN_PAGES: Final = " AND article.platform_id IS NULL"
_HEALTHS: Final = """
SELECT health, terms FROM news_page WHERE outlet_id = %s ORDER BY id DESC LIMIT %s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesRead:
    """What the latest pages turned out to be: (health, how many), most frequent first.

    `reserved` of all that were looked at keep their text from machines, `held_back` let less of
    it be shown than the outlet's policy, as they state themselves.
    """

    total: int
    by_health: tuple[tuple[str, int], ...]
    reserved: int = 0
    held_back: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPage:
    """What an outlet's page shows."""

    outlet: OutletCard
    country: str
    owner: str
    owner_type: str
    home_link: str
    policy: Policy
    reports: tuple[ReportCard, ...]
    older: TimeCursor | None
    lately: LatestReports
    pages_read: PagesRead
    days: tuple[DayRead, ...]  # the last READING_DAYS that have any, the oldest first

    @property
    def has_fallen(self) -> bool:
        """Whether far fewer pages were read as reports lately than the outlet's were before."""
        return find_fall(self.days) is not None


def read_outlet(
    slug: str,
    *,
    before: TimeCursor | None = None,
    limit: int = LATEST_REPORTS,
    today: date | None = None,
) -> OutletPage | None:
    """Return an outlet's page, or None: five queries."""
    row = read_row(_OUTLET, (slug,))
    if row is None:
        return None
    outlet = outlet_terms(row[:-5])
    country, owner, owner_type, home_url, overrules = row[-5:]
    condition = _OWN_PAGES if home_url else ""
    latest = _read_latest(outlet.card, condition, before, limit + 1)
    last = as_report(latest[limit - 1]) if len(latest) > limit else None
    return OutletPage(
        outlet=outlet.card,
        country=country,
        owner=owner,
        owner_type=owner_type,
        home_link=public_link(home_url),
        policy=outlet.policy,
        reports=tuple(
            report_card(as_report(row), body=row[REPORT_END] or "") for row in latest[:limit]
        ),
        older=TimeCursor(moment(last.sort_at), last.id) if last else None,
        lately=read_latest_reports(outlet, condition),
        pages_read=_read_pages(outlet.card.id, overrules=bool(overrules)),
        days=read_days(outlet.card.id, today or datetime.now(UTC).date()),
    )


def _read_latest(
    outlet: OutletCard, condition: str, before: TimeCursor | None, limit: int
) -> list[Row]:
    """Return an outlet's reports, or what an aggregator carries of others."""
    whose = "platform_id" if outlet.is_aggregator else "outlet_id"
    condition = "" if outlet.is_aggregator else condition
    after = () if before is None else before.values()
    condition += f" AND {AFTER_TIME}" if after else ""
    latest = _LATEST.format(whose=whose, condition=condition)
    return read_rows(latest, (outlet.id, *after, limit))


def _read_pages(outlet_id: int, *, overrules: bool) -> PagesRead:
    rows = read_rows(_HEALTHS, (outlet_id, SHARE_REPORTS))
    counts = Counter(health for health, _ in rows if health)
    return PagesRead(
        total=counts.total(),
        by_health=tuple(counts.most_common()),
        reserved=0 if overrules else sum(reserves_ai(terms) for _, terms in rows),
        held_back=0 if overrules else sum(bool(most_shown(terms)) for _, terms in rows),
    )
