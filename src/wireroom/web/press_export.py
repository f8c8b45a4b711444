"""A press review to take along: as data that is signed, and as a table."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from wireroom.news.queries.press_review import PressReview, Reviewed, ReviewedStory
from wireroom.web.parts import page_url

KIND: Final = "wireroom press review"
_VERSION: Final = 1
# What programs for tables take for the start of a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def as_data(
    review: PressReview, request: HttpRequest, *, edition: str, words: str, now: datetime
) -> dict[str, Any]:
    """Return a review as it is signed: what was found for which words, when, and by whom."""
    return {
        "kind": KIND,
        "version": _VERSION,
        "site": request.build_absolute_uri("/"),
        "name": settings.WIREROOM_NAME,
        "edition": edition,
        "search": words,
        "made_at": _time(now),
        "is_cut": review.is_cut,
        "stories": [_story(one, request) for one in review.stories],
    }


def as_table(review: PressReview) -> str:
    """Return a review as comma-separated values, a line a report."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow([
        _("Story"), _("Headline"), _("Outlet"), _("Country"), _("Published"), _("Whose text"),
        _("Link"),
    ])  # fmt: skip
    table.writerows(_lines(review))
    return out.getvalue()


def _lines(review: PressReview) -> Iterator[list[str]]:
    for story in review.stories:
        for one in story.reports:
            report = one.report
            at = report.times.published_at
            yield [
                _plain(cell)
                for cell in (
                    story.headline, report.headline, report.outlet.name, one.country,
                    _time(at) if at else "", _whose(one), report.link,
                )
            ]  # fmt: skip


def _whose(one: Reviewed) -> str:
    return one.carried.outlet if one.carried else one.report.wire_credit or one.report.outlet.name


def _plain(cell: str) -> str:
    """Return a cell that no program takes for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _story(story: ReviewedStory, request: HttpRequest) -> dict[str, Any]:
    url = page_url("story", story_id=story.id) if story.id else ""
    return {
        "id": story.id,
        "headline": story.headline,
        "url": request.build_absolute_uri(url) if url else None,
        "independent": story.independent,
        "reports_in_all": story.in_all,
        "reports": [_report(one, request) for one in story.reports],
    }


def _report(one: Reviewed, request: HttpRequest) -> dict[str, Any]:
    report, times = one.report, one.report.times
    carried = one.carried
    return {
        "id": report.id,
        "headline": report.headline,
        "outlet": report.outlet.name,
        "country": one.country,
        "lang": report.lang,
        "published_at": _time(times.published_at) if times.published_at else None,
        "published_from": times.published_from,
        "seen_at": _time(times.seen_at),
        "opening": report.opening.text,
        "wire_credit": report.wire_credit,
        "carries": {
            "report": carried.report_id,
            "outlet": carried.outlet,
            "percent": round(100 * carried.share),
        } if carried else None,
        "revision": report.revision_count,
        "link": report.link,
        "url": request.build_absolute_uri(page_url("article", article_id=report.id)),
    }  # fmt: skip


def _time(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
