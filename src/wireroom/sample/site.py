"""Where everything of the sample stands: the addresses of homes, pages, feeds and pictures."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from wireroom.sample.content import Newsroom, Outlet, Report
from wireroom.sample.telling import Telling, tell

# The year in every article's address is part of a fixed name, so that addresses stay the same
# whenever the sample is started.
ADDRESS_YEAR: Final = 2031
FEED_TYPES: Final[Mapping[str, str]] = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
    "sitemap": "application/xml",
}
# An endless page goes on with a report of another day: at least this much older.
OTHER_DAY_HOURS: Final = 18.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The newsroom at an address and a time; `base_url` has no slash at its end."""

    newsroom: Newsroom
    epoch: datetime
    base_url: str

    def home_url(self, outlet: Outlet) -> str:
        """The outlet's home page."""
        return f"{self.base_url}/{outlet.slug}/"

    def feed_url(self, outlet: Outlet) -> str:
        """The outlet's feed, or its news sitemap."""
        return f"{self.home_url(outlet)}{outlet.feed_path}"

    def page_url(self, report: Report) -> str:
        """The report's canonical address."""
        return f"{self.base_url}/{report.outlet}/{ADDRESS_YEAR}/{report.slug}"

    def amp_url(self, report: Report) -> str:
        """The report's second address."""
        return f"{self.base_url}/{report.outlet}/amp/{report.slug}"

    def announced_url(self, report: Report) -> str:
        """The address in the feed, with tracking where the outlet adds it."""
        mark = "?utm_source=feed&utm_medium=rss&utm_campaign=latest" if report.tracked else ""
        return self.page_url(report) + mark

    def short_url(self, report: Report) -> str:
        """A short link that leads to the page."""
        return f"{self.base_url}/s/{short_code(report)}"

    def picture_url(self, report: Report) -> str:
        """The report's picture."""
        return f"{self.base_url}/media/{report.outlet}/{report.slug}.jpg"

    def tell(self, report: Report, *, corrected_at: datetime | None = None) -> Telling:
        """The report as readers see it."""
        return tell(self.newsroom, report, epoch=self.epoch, corrected_at=corrected_at)


def short_code(report: Report) -> str:
    """Six letters and digits that stand for the report."""
    return hashlib.sha256(report.key.encode()).hexdigest()[:6]


def next_report(newsroom: Newsroom, report: Report) -> Report | None:
    """The report that an endless page shows below: the named one, or one of an earlier day."""
    if not (newsroom.outlets[report.outlet].endless and _is_readable(report)):
        return None
    if report.next:
        return newsroom.reports[f"{report.outlet}/{report.next}"]
    readable = [
        other
        for other in newsroom.listed(report.outlet)
        if other.key != report.key and _is_readable(other)
    ]
    age = report.hours_before + OTHER_DAY_HOURS
    older = [other for other in readable if other.hours_before >= age]
    far = sorted(readable, key=lambda other: -abs(other.hours_before - report.hours_before))
    return next(iter(older or far), None)


def _is_readable(report: Report) -> bool:
    return bool(report.paragraphs or report.carry)
