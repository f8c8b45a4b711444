"""Two reports side by side: what one kept, changed, cut and added, as both outlets let us show."""

import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Final

from wireroom.engine.copies.comparison import compare_words, turn_passage
from wireroom.engine.copies.lineage import compare as compare_texts
from wireroom.engine.copies.pieces import Comparison, WordCounts
from wireroom.engine.copies.translated_rows import lay_beside
from wireroom.engine.types import ArticleText, Passage
from wireroom.news.publication import Policy, shown_chars
from wireroom.news.queries.cards import ReportCard, outlet_terms, report_card
from wireroom.news.queries.columns import (
    REPORT_COLUMNS,
    REPORT_END,
    REPORT_TABLES,
    TEXT_TABLE,
    as_report,
)
from wireroom.news.queries.grouping import Pair, order_pair, pair_of
from wireroom.news.queries.lineage import SharedText
from wireroom.news.queries.rows import Row, read_row, read_rows, texts
from wireroom.news.queries.side_by_side import Phrase, TextRow, changed_phrases, text_rows
from wireroom.news.queries.structure import read_live_entries

# A public page compares so many code points of each text (some 20,000 words, a long magazine
# report); a book would hold up everyone else's pages.
MOST_CHARS: Final = 120_000
_SIDES: Final = f"""
SELECT {REPORT_COLUMNS}, article.authors, text.standfirst, text.key_points, text.live_entries,
    substr(text.body, 1, {MOST_CHARS + 1}), place.story_id, story.merged_into_id, story.rank
FROM {REPORT_TABLES} {TEXT_TABLE}
LEFT JOIN news_membership AS place ON place.article_id = article.id
LEFT JOIN news_story AS story ON story.id = place.story_id
WHERE article.id IN (%s, %s) AND article.spiked_at IS NULL
"""
_COPY: Final = """
SELECT direction, containment_a, containment_b, why, passages, kind, confidence
FROM news_copy WHERE a_id = %s AND b_id = %s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two reports; `policy` is how much of it may be shown."""

    report: ReportCard
    authors: tuple[str, ...]
    policy: Policy
    counts: WordCounts


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonPage:
    """What the comparison of two reports shows; the first is the original where that is known.

    `rows` are empty unless both outlets let their whole text be shown: kept words are both's.
    `phrases` are those changes that stand in what both let be shown. `pair` is None where the two
    share no passages; `is_long` when only the beginnings of the texts were compared.
    """

    first: Side
    second: Side
    pair: Pair | None
    rows: tuple[TextRow, ...]
    phrases: tuple[Phrase, ...]
    moved: int
    is_whole: bool
    is_long: bool
    story_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingReports:
    """At least one of the two is not there; `kept` is the other."""

    kept: ReportCard | None


@dataclass(frozen=True, slots=True)
class _Read:
    """A report with all of its text, of which the first `shown_chars` may be shown."""

    report: ReportCard
    authors: tuple[str, ...]
    policy: Policy
    body: str
    is_long: bool
    shown_chars: int
    story_id: int | None


def read_comparison(first_id: int, second_id: int) -> ComparisonPage | MissingReports:
    """Return two reports side by side: two queries, however long they are.

    Those that were never compared are aligned now.
    """
    rows = read_rows(_SIDES, (first_id, second_id))
    found = {row[0]: _read(row) for row in rows}
    if first_id not in found or second_id not in found:
        kept = next(iter(found.values()), None)
        return MissingReports(kept=kept.report if kept else None)
    low, high = sorted((first_id, second_id))
    row = read_row(_COPY, (low, high)) or _align(found[low], found[high])
    in_time = sorted(found, key=lambda one: (found[one].report.times.sort_at, one))
    place = {article_id: number for number, article_id in enumerate(in_time)}
    if row is None:
        return _page(found[in_time[0]], found[in_time[1]], None, ())
    direction, of_a, of_b, why, passages, kind, confidence = row
    shared = SharedText(
        a=low,
        b=high,
        direction=direction,
        containment_a=of_a,
        containment_b=of_b,
        why=why,
        kind=kind,
        confidence=confidence,
    )
    first, second = order_pair(shared, place)
    pair = pair_of(shared, place, found[first].report, found[second].report)
    return _page(
        found[first], found[second], pair, _read_passages(passages, is_turned=first != low)
    )


def _align(low: _Read, high: _Read) -> Row | None:
    """Return what the table of copies would hold of two reports that were never compared.

    Nobody compares all with all: only what shares much is filed. No times are given, for it is not
    known here how sure they are: who had words first is told by credits and by what is contained.
    """
    pair = compare_texts(_text(low), _text(high), quotes=True)
    if pair is None:
        return None
    passages = json.dumps([astuple(one) for one in pair.passages])
    shares = pair.containment_a, pair.containment_b
    return pair.direction, *shares, pair.why, passages, pair.kind, pair.confidence


def _text(one: _Read) -> ArticleText:
    report = one.report
    return ArticleText(
        id=str(report.id),
        title=report.headline,
        body=one.body,
        lang=report.lang,
        outlet=report.outlet.name,
        wire_credit=report.wire_credit or None,
    )


def _read(row: Row) -> _Read:
    report = as_report(row)
    authors, standfirst, key_points, live, body, story_id, merged_into_id, rank = row[REPORT_END:]
    policy = outlet_terms(report.outlet).policy
    whole = body or ""
    body = whole[:MOST_CHARS]
    most = shown_chars(
        policy,
        health=report.health,
        standfirst=standfirst or "",
        key_points=texts(key_points or "[]"),
        body=body,
        live_entries=read_live_entries(live or "[]"),
    )
    return _Read(
        report=report_card(report, body=body[:800]),
        authors=texts(authors),
        policy=policy,
        body=body,
        is_long=len(whole) > MOST_CHARS,
        shown_chars=most,
        story_id=merged_into_id or (story_id if rank is not None else None),
    )


def _read_passages(value: str, *, is_turned: bool) -> tuple[Passage, ...]:
    """Return the passages as seen from the first report."""
    passages = (Passage(*one) for one in json.loads(value))
    return tuple(map(turn_passage, passages)) if is_turned else tuple(passages)


def _page(
    first: _Read, second: _Read, pair: Pair | None, passages: Sequence[Passage]
) -> ComparisonPage:
    a, b = first.body, second.body
    found = _compare(a, b, passages, pair)
    is_whole = pair is not None and all(0 < len(s.body) <= s.shown_chars for s in (first, second))
    return ComparisonPage(
        first=_side(first, found.a),
        second=_side(second, found.b),
        pair=pair,
        rows=text_rows(found, a, b, is_translated=pair.is_translated) if is_whole and pair else (),
        phrases=()
        if is_whole
        else changed_phrases(found, (a, first.shown_chars), (b, second.shown_chars)),
        moved=found.moved,
        is_whole=is_whole,
        is_long=first.is_long or second.is_long,
        story_id=first.story_id if first.story_id == second.story_id else None,
    )


def _side(one: _Read, counts: WordCounts) -> Side:
    return Side(report=one.report, authors=one.authors, policy=one.policy, counts=counts)


def _compare(a: str, b: str, passages: Sequence[Passage], pair: Pair | None) -> Comparison:
    if pair is None:
        return Comparison((), WordCounts(), WordCounts(), 0)
    return lay_beside(a, b, passages) if pair.is_translated else compare_words(a, b, passages)
