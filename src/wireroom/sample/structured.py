"""The schema.org description of a report; templates wrap it in the shape their outlet uses."""

from typing import Any

from wireroom.sample.content import Kind, Report
from wireroom.sample.site import Site
from wireroom.sample.telling import Telling


def news_article(site: Site, telling: Telling) -> dict[str, Any]:
    """A NewsArticle as a JSON-LD object without @context (https://schema.org/NewsArticle)."""
    report = telling.report
    described: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": telling.headline,
        "description": telling.standfirst or "",
        "datePublished": telling.published.isoformat(),
        "dateModified": telling.modified.isoformat(),
        "inLanguage": telling.lang,
        "mainEntityOfPage": site.page_url(report),
        "articleSection": report.section,
        "keywords": list(report.tags),
        "author": _authors(telling),
        "publisher": _publisher(site, telling),
    }
    if report.image:
        described["image"] = [_image(site, report)]
    if report.kind is Kind.PAYWALL:
        described |= _behind_paywall()
    return described


def live_blog(site: Site, telling: Telling) -> list[dict[str, Any]]:
    """A live blog's LiveBlogPosting (https://schema.org/LiveBlogPosting), or nothing."""
    if not telling.entries:
        return []
    updates = [
        {
            "@type": "BlogPosting",
            "headline": entry.heading or "",
            "datePublished": entry.at.isoformat(),
            "articleBody": " ".join(entry.texts),
        }
        for entry in telling.entries
    ]
    described = news_article(site, telling) | {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "coverageStartTime": telling.published.isoformat(),
        "liveBlogUpdate": updates,
    }
    return [described]


def _authors(telling: Telling) -> list[dict[str, str]]:
    people = [{"@type": "Person", "name": name} for name in telling.byline]
    return people or [{"@type": "Organization", "name": telling.credit or telling.outlet.name}]


def _publisher(site: Site, telling: Telling) -> dict[str, Any]:
    return {
        "@type": "NewsMediaOrganization",
        "name": telling.outlet.name,
        "url": site.home_url(telling.outlet),
    }


def _image(site: Site, report: Report) -> dict[str, Any]:
    caption = report.image.caption if report.image else None
    return {"@type": "ImageObject", "url": site.picture_url(report), "caption": caption or ""}


def _behind_paywall() -> dict[str, Any]:
    part = {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".members"}
    return {"isAccessibleForFree": False, "hasPart": part}
