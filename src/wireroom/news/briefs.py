"""Between the engine's briefs and what the tables keep of them: plain values for JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from wireroom.engine.insight.differences.report import Kind
from wireroom.engine.insight.key_points.choose import KeyPoint
from wireroom.engine.insight.key_points.since import NewPoint
from wireroom.engine.insight.ledger.entry import Entry, Saying
from wireroom.engine.insight.quotes.quote import Quote
from wireroom.engine.insight.story_brief import InSentence, StoryBrief, TableOfValues
from wireroom.engine.insight.timeline.build import Entry as Day
from wireroom.news.kept_sayings import keep_saying
from wireroom.news.perspectives import keep_gaps, keep_views

# Of a quote that a hundred outlets carry, the first few are named and the others counted.
MOST_CARRIERS: Final = 8
MOST_DIFFERENCES: Final = 20
MOST_VALUES: Final = 12
# Reports that know more than older ones do not differ from them.
_AT_ODDS: Final = frozenset({Kind.CONTRADICTION.value, Kind.SOURCES.value})


def keep_quotes(quotes: Sequence[Quote]) -> list[dict[str, Any]]:
    """Return quotes as an article's insight keeps them: without their words, which its text has."""
    kept = [asdict(quote) for quote in quotes]
    for one in kept:
        del one["quote"]
    return kept


def read_quotes(kept: Sequence[dict[str, Any]], body: str) -> tuple[Quote, ...]:
    """Return the quotes of the body that they were found in."""
    return tuple(Quote(quote=body[one["start"] : one["end"]], **one) for one in kept)


def keep_brief(brief: StoryBrief) -> dict[str, Any]:
    """Return a story's brief as its row keeps it."""
    told = brief.brief
    return {
        "points": [_keep_point(point) for point in told.key_points] if told else [],
        "news": [_keep_news(point) for point in told.news] if told else [],
        "timeline": [_keep_day(entry) for entry in told.timeline] if told else [],
        "differences": [_keep_table(table) for table in brief.differences[:MOST_DIFFERENCES]],
        "quotes": [_keep_entry(entry) for entry in brief.quotes],
        "withheld": told.withheld if told else 0,
        "perspectives": keep_views(brief.views),
        "gaps": keep_gaps(brief.gaps),
    }


def as_columns(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a brief's row that its kept content decides."""
    tables = content.get("differences", ())
    return {"content": content, "differs": any(one["kind"] in _AT_ODDS for one in tables)}


def _keep_point(point: KeyPoint) -> dict[str, Any]:
    return {
        "saying": keep_saying(Saying(point.text, point.span)),
        "independent": point.independent,
    }


def _keep_news(point: NewPoint) -> dict[str, Any]:
    return {
        "saying": keep_saying(Saying(point.text, point.span)),
        "novelty": [one.value for one in point.novelty],
    }


def _keep_day(entry: Day) -> dict[str, Any]:
    return {
        "saying": keep_saying(Saying(entry.text, entry.span)),
        "day": entry.day.isoformat(),
        "when": entry.when.value,
        "others": entry.others,
    }


def _keep_table(table: TableOfValues) -> dict[str, Any]:
    return {
        "kind": table.difference.kind.value,
        "measure": table.difference.measure.value,
        "about": table.difference.about,
        "values": [_keep_value(one) for one in table.values[:MOST_VALUES]],
    }


def _keep_value(one: InSentence) -> dict[str, Any]:
    value, at = one.value, one.sentence.span.start
    return {
        "saying": keep_saying(one.sentence),
        "marked": [value.span.start - at, value.span.end - at],
        "source": value.cited or "",
        "carriers": list(value.carriers[:MOST_CARRIERS]),
        "latest": value.is_latest,
        "at": value.at.isoformat() if value.at else None,
    }


def _keep_entry(entry: Entry) -> dict[str, Any]:
    others = [one for one in entry.carriers if one.span.article != entry.saying.span.article]
    return {
        "saying": keep_saying(entry.saying),
        "kind": entry.kind,
        "speakers": list(entry.speakers),
        "addressee": entry.addressee or "",
        "via": list(entry.via),
        "others": [keep_saying(one) for one in others[:MOST_CARRIERS]],
        "carried": len(entry.carriers),
        "independent": entry.independent,
        "first": int(entry.carriers[0].span.article),
    }
