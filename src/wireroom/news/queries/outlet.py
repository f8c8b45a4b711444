"""One outlet: who it is, what it reported, how much of that is its own, how well it is read."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from wireroom.engine.types import Health
from wireroom.news.models import Article, Copy, Outlet, Page
from wireroom.news.publication import Policy, public_link
from wireroom.news.queries.cards import (
    ARTICLE_CARD,
    OutletCard,
    ReportCard,
    foreign_credit,
    outlet_card,
    policy_of,
    read_openings,
    report_card,
)
from wireroom.news.queries.cursors import TimeCursor
from wireroom.news.queries.lineage import CARRIES_FROM

LATEST_REPORTS: Final = 20
# Shares are taken over an outlet's latest rows: recent enough to say what it does now, few
# enough to count on every request, many enough that one report moves a share by half a percent.
SHARE_REPORTS: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReporting:
    """Of the latest `total` readable articles: own, and those that carry another's copy."""

    total: int
    own: int
    carried: int  # another's text was found, or an agency is credited


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesRead:
    """What the latest pages turned out to be: (health, how many), most frequent first."""

    total: int
    by_health: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPage:
    """What an outlet's page shows."""

    outlet: OutletCard
    country: str
    owner_type: str
    home_link: str
    policy: Policy
    reports: tuple[ReportCard, ...]
    older: TimeCursor | None
    own_reporting: OwnReporting
    pages_read: PagesRead


def read_outlet(
    slug: str, *, before: TimeCursor | None = None, limit: int = LATEST_REPORTS
) -> OutletPage | None:
    """Return an outlet's page, or None: five queries."""
    outlet = Outlet.objects.filter(slug=slug).first()
    if outlet is None:
        return None
    latest = _read_latest(outlet, before, limit + 1)
    shown = latest[:limit]
    last = shown[-1] if len(latest) > limit else None
    openings = read_openings(article.pk for article in shown)
    return OutletPage(
        outlet=outlet_card(outlet),
        country=outlet.country,
        owner_type=outlet.owner_type,
        home_link=public_link(outlet.home_url),
        policy=policy_of(outlet),
        reports=tuple(report_card(article, body=openings.get(article.pk, "")) for article in shown),
        older=TimeCursor(last.sort_at, last.pk) if last else None,
        own_reporting=_read_own_reporting(outlet),
        pages_read=_read_pages(outlet),
    )


def _reports_of(outlet: Outlet) -> QuerySet[Article]:
    """Return the outlet's reports from its own pages; an aggregator's finds where it has none.

    A listed outlet's reports that were also met on an aggregator would stand there twice.
    """
    reports = Article.objects.filter(outlet=outlet)
    return reports.filter(platform=None) if outlet.home_url else reports


def _read_latest(outlet: Outlet, before: TimeCursor | None, limit: int) -> list[Article]:
    articles = _reports_of(outlet)
    if before:
        articles = articles.filter(before.after())
    ordered = articles.order_by("-sort_at", "id").select_related("outlet").only(*ARTICLE_CARD)
    return list(ordered[:limit])


def _read_own_reporting(outlet: Outlet) -> OwnReporting:
    as_b = Q(b=OuterRef("pk"), direction="a>b", containment_b__gte=CARRIES_FROM)
    as_a = Q(a=OuterRef("pk"), direction="b>a", containment_a__gte=CARRIES_FROM)
    # Two lookups by index; one condition with OR would read the table of copies through.
    carries = Exists(Copy.objects.filter(as_b)) | Exists(Copy.objects.filter(as_a))
    latest = (
        _reports_of(outlet)
        .order_by("-sort_at", "id")
        .annotate(carries=carries)
        .values_list("health", "wire_credit", "carries")[:SHARE_REPORTS]
    )
    read = [row for row in latest if row[0] == Health.ARTICLE]
    carried = sum(1 for _, credit, carries in read if carries or foreign_credit(credit, outlet))
    return OwnReporting(total=len(read), own=len(read) - carried, carried=carried)


def _read_pages(outlet: Outlet) -> PagesRead:
    rows = Page.objects.filter(outlet=outlet).order_by("-id").values_list("health", flat=True)
    counts = Counter(health for health in rows[:SHARE_REPORTS] if health)
    return PagesRead(total=counts.total(), by_health=tuple(counts.most_common()))
