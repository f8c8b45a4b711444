"""Lays reports out as HTML: one Jinja2 template an outlet, so that no two pages are built alike."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from wireroom.sample.clock import ago, day_month, eastern, long_date, weekday
from wireroom.sample.content import Kind, Outlet, Report
from wireroom.sample.site import FEED_TYPES, Site, next_report
from wireroom.sample.structured import live_blog, news_article
from wireroom.sample.telling import Telling

_TEMPLATES: Final = Path(__file__).parent / "templates"
_OWN_TEMPLATE: Final = {Kind.VIDEO: "video", Kind.AUTHOR: "author", Kind.GONE: "gone"}
_MOST_READ: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The sample's time now, and since when corrections are out (None: not yet)."""

    now: datetime
    corrected_at: datetime | None = None


def render_page(site: Site, report: Report, at: Moment, *, amp: bool = False) -> str:
    """The report's page as HTML."""
    telling = site.tell(report, corrected_at=at.corrected_at)
    outlet = telling.outlet
    template = _OWN_TEMPLATE.get(report.kind, outlet.layout)
    return _render(
        "amp" if amp else template,
        **_frame(site, outlet, at),
        t=telling,
        report=report,
        url=site.page_url(report),
        amp_url=site.amp_url(report) if report.amp else None,
        short_url=site.short_url(report),
        image=site.picture_url(report) if report.image else None,
        ld=news_article(site, telling),
        live=live_blog(site, telling),
        below=_below(site, report, at),
        related=[_related(site, key, at) for key in report.related],
    )


def render_home(site: Site, outlet: Outlet, at: Moment) -> str:
    """The outlet's home page: its reports, newest first."""
    tellings = [
        site.tell(report, corrected_at=at.corrected_at)
        for report in site.newsroom.listed(outlet.slug)
    ]
    return _render("home", **_frame(site, outlet, at), tellings=tellings, t=None)


def render_front(site: Site) -> str:
    """The list of all outlets at the server's root."""
    return _render("front", outlets=list(site.newsroom.outlets.values()), site=site)


def _render(name: str, **values: Any) -> str:
    return _environment().get_template(f"{name}.jinja").render(**values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        ago=ago, day_month=day_month, eastern=eastern, long_date=long_date, weekday=weekday
    )
    return environment


def _frame(site: Site, outlet: Outlet, at: Moment) -> dict[str, Any]:
    """What every page of an outlet shows around the report."""
    listed = site.newsroom.listed(outlet.slug)
    sections = list(dict.fromkeys(report.section for report in listed))
    return {
        "site": site,
        "outlet": outlet,
        "now": at.now,
        "feed_type": FEED_TYPES[outlet.feed_kind],
        "sections": sections[:6],
        "most_read": sorted(listed, key=lambda report: report.slug[::-1])[:_MOST_READ],
    }


def _below(site: Site, report: Report, at: Moment) -> Telling | None:
    following = next_report(site.newsroom, report)
    return site.tell(following, corrected_at=at.corrected_at) if following else None


def _related(site: Site, key: str, at: Moment) -> Telling:
    return site.tell(site.newsroom.reports[key], corrected_at=at.corrected_at)
