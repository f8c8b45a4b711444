"""`wireroom brief`: key points, timeline, perspectives and what is new of one story's articles."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from wireroom.cli import OK, SOME_INPUT_FAILED, WRONG_USAGE
from wireroom.cli.article_lines import Failures, article_lines
from wireroom.cli.brief_views import as_tellers, describe_views, view_row
from wireroom.cli.jsonl import line_writer
from wireroom.cli.showing import counted, printable
from wireroom.engine.copies.find import find_copies
from wireroom.engine.errors import BadInput
from wireroom.engine.insight.brief import Brief, Topic, write_brief
from wireroom.engine.insight.differences.report import Difference, Value
from wireroom.engine.insight.key_points.choose import KeyPoint
from wireroom.engine.insight.key_points.report import Report, voices_of_copies
from wireroom.engine.insight.key_points.since import NewPoint
from wireroom.engine.insight.perspectives.find import find_perspectives
from wireroom.engine.insight.timeline.build import Entry
from wireroom.engine.insight.verify.claim import Span
from wireroom.engine.types import ArticleText, CopyPair


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "articles",
        metavar="ARTICLES.jsonl",
        nargs="+",
        help="the articles of one story: what 'wireroom read --jsonl' writes, or lines of id, "
        "title, body, date, source; '-' is standard input",
    )
    parser.add_argument(
        "--since",
        metavar="ISO8601",
        type=_moment,
        help="also what articles after this moment say that none before it said",
    )
    parser.add_argument(
        "--jsonl", metavar="OUT", help="write the brief as one JSON line to OUT ('-': stdout)"
    )


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text.strip())
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not ISO 8601") from error


def run(args: argparse.Namespace) -> int:
    """Write the brief; 1 when some line could not be used."""
    failures = Failures()
    lines = article_lines(args.articles, report=failures)
    articles = list(counted(lines, every=1000, say="{:,} articles read".format))
    pairs = list(find_copies(articles))
    brief = write_brief(as_reports(articles, pairs), since=args.since, with_topics=True)
    views = find_perspectives(as_tellers(articles, pairs))
    try:
        if args.jsonl:
            with line_writer(args.jsonl) as write:
                write({**as_row(brief), "perspectives": [view_row(view) for view in views]})
        else:
            for line in (*_described(brief), *describe_views(views)):
                print(printable(line))
    except BadInput as error:
        print(f"wireroom brief: {error}", file=sys.stderr)
        return WRONG_USAGE
    return SOME_INPUT_FAILED if failures.count else OK


def as_reports(articles: Sequence[ArticleText], pairs: Iterable[CopyPair]) -> list[Report]:
    """Return the articles as reports, those that carry one copy with one voice."""
    voices = voices_of_copies(pairs)
    return [
        Report(
            id=article.id,
            title=article.title,
            body=article.body,
            published_at=article.published_at,
            lang=article.lang,
            outlet=article.outlet,
            voice=voices.get(article.id),
        )
        for article in articles
    ]


def as_row(brief: Brief) -> dict[str, Any]:
    """Return the brief as it is written: texts with the places they stand at."""
    row = {
        "key_points": [_point_row(point) for point in brief.key_points],
        "differences": [_difference_row(found) for found in brief.differences],
        "timeline": [_entry_row(entry) for entry in brief.timeline],
        "topics": [_topic_row(topic) for topic in brief.topics],
        "compared": brief.compared,
        "voices": brief.voices,
        "withheld": brief.withheld,
    }
    if brief.new is not None:
        row["new"] = [_new_row(point) for point in brief.new]
    return row


def _spans(span: Span) -> list[dict[str, Any]]:
    return [{"id": span.article, "start": span.start, "end": span.end}]


def _point_row(point: KeyPoint) -> dict[str, Any]:
    return {
        "text": point.text,
        "spans": _spans(point.span),
        "outlet": point.outlet,
        "independent": point.independent,
        "outlets": list(point.outlets),
    }


def _entry_row(entry: Entry) -> dict[str, Any]:
    return {
        "day": entry.day,
        "at": entry.at,
        "when": entry.when.value,
        "text": entry.text,
        "spans": _spans(entry.span),
        "outlet": entry.outlet,
        "others": entry.others,
    }


def _difference_row(found: Difference) -> dict[str, Any]:
    return {
        "kind": found.kind.value,
        "measure": found.measure.value,
        "about": found.about,
        "values": [_value_row(value) for value in found.values],
    }


def _value_row(value: Value) -> dict[str, Any]:
    return {
        "value": value.shown,
        "spans": _spans(value.span),
        "outlet": value.outlet,
        "published": value.at,
        "cited": value.cited,
        "carriers": list(value.carriers),
        "latest": value.is_latest,
    }


def _topic_row(topic: Topic) -> dict[str, Any]:
    return {
        "kind": topic.kind.value,
        "name": topic.name,
        "articles": topic.reports,
        "spans": [row for span in topic.spans for row in _spans(span)],
    }


def _new_row(point: NewPoint) -> dict[str, Any]:
    return {
        "text": point.text,
        "spans": _spans(point.span),
        "outlet": point.outlet,
        "published": point.published_at,
        "novelty": [novelty.value for novelty in point.novelty],
    }


def _described(brief: Brief) -> Iterator[str]:
    yield from _section("Key points", (_told_by(point) for point in brief.key_points))
    yield from _section("Differences", map(_compared, brief.differences))
    yield from _section("Timeline", map(_dated, brief.timeline))
    if brief.new is not None:
        yield from _section("New", (_signed(point.text, point.outlet) for point in brief.new))
    read = f"{brief.compared:,} of {brief.voices:,} voices read"
    yield f"{read}; {brief.withheld:,} withheld"


def _section(name: str, lines: Iterable[str]) -> Iterator[str]:
    shown = list(lines)
    yield name if shown else f"{name}: none"
    yield from (f"  {line}" for line in shown)
    yield ""


def _told_by(point: KeyPoint) -> str:
    more = f", {point.independent} independent" if point.independent > 1 else ""
    return _signed(point.text, f"{point.outlet or point.span.article}{more}")


def _compared(found: Difference) -> str:
    values = "; ".join(_signed(value.shown, value.outlet) for value in found.values)
    return f"{found.about} [{found.kind.value}]: {values}"


def _dated(entry: Entry) -> str:
    coming = "" if entry.when == "happened" else "announced: "
    return f"{entry.day.isoformat()}  {coming}{_signed(entry.text, entry.outlet)}"


def _signed(text: str, outlet: str | None) -> str:
    return f"{text} ({outlet})" if outlet else text
