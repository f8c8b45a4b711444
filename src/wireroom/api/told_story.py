"""Answers about one story: whose text each report is, and what the reports say."""

from collections.abc import Iterable

from wireroom.api import shapes
from wireroom.api.addresses import Addresses
from wireroom.api.told import tell_cited, tell_report, tell_story
from wireroom.news.queries.brief import (
    ShownDay,
    ShownDifference,
    ShownNews,
    ShownPoint,
    ShownQuote,
    ShownValue,
)
from wireroom.news.queries.story import StoryPage, Strand
from wireroom.news.queries.writing import ShownWriting


def tell_story_whole(page: StoryPage, at: Addresses) -> shapes.StoryDetail:
    """Return a page of a story's coverage, and what its reports say."""
    brief = page.brief
    return shapes.StoryDetail(
        **tell_story(page.story, at).dict(),
        strands=[_strand(one, at) for one in page.strands],
        page=page.leaf.number,
        pages=page.leaf.total,
        key_points=tell_points(brief.points, at),
        writing=_writing(page.writing, at),
        differences=[_difference(one, at) for one in brief.differences],
        quotes=tell_quotes(brief.quotes, at),
        more_quotes=brief.more_quotes,
        timeline=[_day(one, at) for one in brief.timeline],
        storyline=[tell_story(one, at) for one in page.storyline],
        related=[tell_story(one.story, at) for one in page.related],
        other_languages=[tell_story(one.story, at) for one in page.tellings],
    )


def tell_points(points: Iterable[ShownPoint], at: Addresses) -> list[shapes.KeyPoint]:
    """Return sentences of reports that stand for a story."""
    return [
        shapes.KeyPoint(cited=tell_cited(one.cited, at), independent=one.independent)
        for one in points
    ]


def tell_quotes(quotes: Iterable[ShownQuote], at: Addresses) -> list[shapes.Quote]:
    """Return utterances."""
    return [
        shapes.Quote(
            cited=tell_cited(one.cited, at),
            speakers=list(one.speakers),
            addressee=one.addressee,
            via=list(one.via),
            first=one.first.id if one.first else None,
            carried=one.carried,
            independent=one.independent,
        )
        for one in quotes
    ]


def tell_news(news: Iterable[ShownNews], at: Addresses) -> list[shapes.News]:
    """Return what reports said that none before them said."""
    return [
        shapes.News(cited=tell_cited(one.cited, at), seen_at=one.cited.report.times.seen_at)
        for one in news
    ]


def _strand(one: Strand, at: Addresses) -> shapes.Strand:
    return shapes.Strand(
        report=tell_report(one.report, at),
        carriers=[
            shapes.Carrier(
                report=tell_report(each.report, at),
                original=each.original_id,
                share=each.share,
                kind=each.kind,
                is_certain=each.is_certain,
            )
            for each in one.carriers
        ],
    )


def _writing(one: ShownWriting, at: Addresses) -> shapes.Writing | None:
    if not one.points:
        return None
    return shapes.Writing(
        model=one.model,
        at=one.at,
        points=[
            shapes.WrittenPoint(
                text=each.text, cited=[tell_cited(cited, at) for cited in each.cited]
            )
            for each in one.points
        ],
        told=one.told,
        withheld=one.withheld,
    )


def _difference(one: ShownDifference, at: Addresses) -> shapes.Difference:
    return shapes.Difference(
        kind=one.kind,
        measure=one.measure,
        about=one.about,
        values=[_value(each, at) for each in one.values],
    )


def _value(one: ShownValue, at: Addresses) -> shapes.Value:
    return shapes.Value(
        cited=tell_cited(one.cited, at),
        words=one.cited.text[one.start : one.end],
        source=one.source,
        carriers=list(one.carriers),
        at=one.at,
        is_latest=one.is_latest,
    )


def _day(one: ShownDay, at: Addresses) -> shapes.Day:
    return shapes.Day(
        cited=tell_cited(one.cited, at),
        day=one.day,
        is_announced=one.is_announced,
        others=one.others,
    )
