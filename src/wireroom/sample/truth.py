"""What the sample truly holds, for end-to-end tests to compare the pipeline's findings with."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from wireroom.sample.blocks import Block
from wireroom.sample.content import Body, Kind, Outlet, Report
from wireroom.sample.copytext import origin_of
from wireroom.sample.site import Site, next_report
from wireroom.sample.telling import Telling

_EDGE_WORDS: Final = 8


def build_truth(site: Site) -> dict[str, Any]:
    """Return {"pages", "lineage", "translations", "stories", "storylines"} as plain JSON values.

    A page has url, outlet, kind and its articles (main first, then related or next), each in
    its first state; `corrected` is the main article's second state or None. Words are split at
    white space; times are ISO 8601. An article's `paragraphs` count every text that it shows;
    `blocks` are its running text above any live entries, each with its shape and rows. Lineage
    names reports by their keys, carrier last; so do translations, which are no part of it.
    """
    reports = list(site.newsroom.reports.values())
    return {
        "pages": [_page(site, report) for report in reports],
        "lineage": list(_lineage(site)),
        "translations": [
            {"of": report.translates, "carrier": report.key}
            for report in reports
            if report.translates
        ],
        "stories": _groups(reports, "event"),
        "storylines": _groups(reports, "storyline"),
    }


def sample_outlets(site: Site) -> list[dict[str, Any]]:
    """The outlets as an outlet list: name, home page, feeds, country, language, owner, policy."""
    return [
        {
            "slug": outlet.slug,
            "name": outlet.name,
            "home": site.home_url(outlet),
            "feeds": [site.home_url(outlet) + path for path in feed_paths(outlet)],
            "feed_kind": outlet.feed_kind,
            "country": outlet.country,
            "lang": outlet.lang,
            "owner": outlet.owner,
            "owner_type": outlet.owner_type,
            "policy": outlet.policy,
            "excerpt_words": outlet.excerpt_words,
        }
        for outlet in site.newsroom.outlets.values()
    ]


def feed_paths(outlet: Outlet) -> tuple[str, ...]:
    """The feeds a list holds; an outlet that moved is still listed under its old address."""
    return (*(outlet.moved_feeds or (outlet.feed_path,)), *outlet.retired_feeds)


def _page(site: Site, report: Report) -> dict[str, Any]:
    return {
        "key": report.key,
        "url": site.page_url(report),
        "announced_url": site.announced_url(report),
        "amp_url": site.amp_url(report) if report.amp else None,
        "short_url": site.short_url(report),
        "outlet": site.newsroom.outlets[report.outlet].name,
        "kind": report.kind.value,
        "listed": not report.unlisted,
        "articles": list(_articles(site, report)) if _is_article(report) else [],
        "corrected": _corrected(site, report),
    }


def _is_article(report: Report) -> bool:
    return report.kind in (Kind.ARTICLE, Kind.PAYWALL)


def _articles(site: Site, report: Report) -> Iterator[dict[str, Any]]:
    yield _article(site.tell(report), role="main")
    if site.newsroom.outlets[report.outlet].aggregator:
        for key in report.related:
            yield _article(site.tell(site.newsroom.reports[key]), role="related")
    elif below := next_report(site.newsroom, report):
        yield _article(site.tell(below), role="next")


def _article(telling: Telling, *, role: str) -> dict[str, Any]:
    report = telling.report
    joined = role == "related"  # the aggregator runs a related report's paragraphs together
    return {
        "key": report.key,
        "role": role,
        "outlet": telling.publisher.name,
        "event": report.event,
        "how": report.how.value,
        "headline": telling.headline,
        "lang": telling.lang,
        "published": telling.published.isoformat(),
        "byline": list(telling.byline),
        "dateline": telling.dateline,
        "credit": telling.credit,
        "opening": telling.opening,
        "key_points": list(telling.key_points),
        "paragraphs": min(1, len(telling.shown)) if joined else len(telling.shown),
        **_edges(telling),
        **_structure(telling),
    }


def _structure(telling: Telling) -> dict[str, Any]:
    return {
        "blocks": _blocks(telling.shown_blocks),
        "fact_boxes": [
            {"title": box.title, "paragraphs": list(box.texts)} for box in telling.fact_boxes
        ],
        "notes": [
            {
                "kind": note.kind.value,
                "text": note.text,
                "day": note.day.isoformat() if note.day else None,
            }
            for note in telling.notes
        ],
        "live_entries": [
            {
                "heading": entry.heading,
                "at": entry.at.isoformat(),
                "blocks": _blocks(entry.blocks),
            }
            for entry in telling.entries
        ],
    }


def _blocks(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    return [{"shape": block.shape.value, "rows": [list(r) for r in block.rows]} for block in blocks]


def _edges(telling: Telling) -> dict[str, str]:
    words = " ".join(telling.shown).split()
    return {
        "first_words": " ".join(words[:_EDGE_WORDS]),
        "last_words": " ".join(words[-_EDGE_WORDS:]),
    }


def _corrected(site: Site, report: Report) -> dict[str, Any] | None:
    if report.correction is None:
        return None
    telling = site.tell(report, corrected_at=site.epoch)
    return {
        "headline": telling.headline,
        "note": telling.note,
        "paragraphs": len(telling.shown),
        "replaced": [list(pair) for pair in report.correction.replace],
    }


def _lineage(site: Site) -> Iterator[dict[str, Any]]:
    for report in site.newsroom.reports.values():
        if report.carry:
            yield {
                "of": report.carry.of,
                "origin": origin_of(site.newsroom, report).key,
                "carrier": report.key,
                "how": Body(report.how).value,
            }


def _groups(reports: list[Report], field: str) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for report in reports:
        if _is_article(report) and (name := getattr(report, field)):
            groups.setdefault(name, []).append(report.key)
    return groups
