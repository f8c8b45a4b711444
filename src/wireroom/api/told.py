"""Answers about reports and stories in lists, made of what the pages' queries read."""

from wireroom.api import shapes
from wireroom.api.addresses import Addresses
from wireroom.news.publication import Excerpt
from wireroom.news.queries.cards import ImageCard, OutletCard, ReportCard, StoryCard
from wireroom.news.queries.cited import Cited


def tell_outlet(one: OutletCard, at: Addresses) -> shapes.Outlet:
    """Return who publishes."""
    return shapes.Outlet(
        slug=one.slug,
        name=one.name,
        lang=one.lang,
        is_sample=one.is_sample,
        is_aggregator=one.is_aggregator,
        url=at.page("outlet", slug=one.slug),
    )


def tell_report(one: ReportCard, at: Addresses) -> shapes.Report:
    """Return a report as lists show it."""
    times = one.times
    return shapes.Report(
        id=one.id,
        headline=one.headline,
        lang=one.lang,
        outlet=tell_outlet(one.outlet, at),
        found_at=tell_outlet(one.platform, at) if one.platform else None,
        published_at=times.published_at,
        published_from=times.published_from,
        updated_at=times.updated_at if times.is_updated else None,
        seen_at=times.seen_at,
        opening=_opening(one.opening),
        image=_image(one.image, at),
        wire_credit=one.wire_credit,
        dateline=one.dateline,
        health=one.health,
        revisions=one.revision_count,
        link=one.link,
        url=at.page("article", lang=one.lang, article_id=one.id),
    )


def tell_story(one: StoryCard, at: Addresses) -> shapes.Story:
    """Return a story as lists show it."""
    return shapes.Story(
        id=one.id,
        headline=one.headline,
        lang=one.lang,
        section=one.section,
        reports=one.articles_count,
        outlets=one.outlets_count,
        independent=one.independent_count,
        outlet_names=list(one.outlet_names()),
        first_at=one.first_at,
        last_at=one.last_at,
        lead=one.lead.id if one.lead else None,
        also_in=list(one.also_in),
        is_pinned=one.is_pinned,
        url=at.page("story", lang=one.lang, story_id=one.id),
    )


def tell_cited(one: Cited, at: Addresses) -> shapes.Cited:
    """Return words of a report and where they stand."""
    report = one.report
    return shapes.Cited(
        text=one.text,
        report=report.id,
        revision=report.revision_count,
        outlet=report.outlet.slug,
        start=one.start,
        end=one.end,
        url=at.page("article", lang=report.lang, article_id=report.id),
        link=report.link,
    )


def _opening(one: Excerpt) -> shapes.Opening:
    return shapes.Opening(text=one.text, is_cut=one.is_cut)


def _image(one: ImageCard | None, at: Addresses) -> shapes.Image | None:
    if one is None:
        return None
    return shapes.Image(url=at.file(one.url), caption=one.caption, credit=one.credit)
