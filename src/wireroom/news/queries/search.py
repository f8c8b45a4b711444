"""Reports that readers look for: newest first, or the best of the latest."""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from itertools import islice
from typing import Any, Final

from django.db import connection

from wireroom.adapters import search_postgres, search_sqlite
from wireroom.engine.search.lookup import (
    Lookup,
    SoughtMarks,
    SoughtPhrases,
    country_mark,
    expand,
    lang_mark,
    outlet_mark,
    section_mark,
)
from wireroom.engine.search.query import Field, Filter, Query
from wireroom.engine.search.snippet import Snippet, find_snippet
from wireroom.news.identity import name_key
from wireroom.news.publication import Level
from wireroom.news.queries.cards import ReportCard, outlet_terms, report_card
from wireroom.news.queries.columns import (
    OPENING_CHARS,
    REPORT_COLUMNS,
    REPORT_END,
    REPORT_TABLES,
    TEXT_TABLE,
    as_report,
)
from wireroom.news.queries.in_time import TooSlow, in_time
from wireroom.news.queries.keys import LAST_KEY, first_key
from wireroom.news.queries.languages import archive_languages
from wireroom.news.queries.rows import Row, marks, moment, read_row, read_rows
from wireroom.news.queries.search_rest import Rest, find_among, read_rest

PAGE_HITS: Final = 20
# The best are chosen of so many of the latest that have the words in the headline, and as many
# that have them anywhere: what a common word costs does not grow with the archive.
_CHOSEN_FROM: Final = 240
_BEST: Final = 30
# Two common words side by side in a headline may stand in none of a million: such are looked for
# in the latest reports, so many times as far back as those that have the words anywhere reach.
_HEADLINES_BACK: Final = 20
# Filters that no mark stands for look at rows, so often as many as those say.
_LOOKS: Final = 6
# What a headline that has the words weighs against age: a report of twice the days loses a point
# and a half of the three.
_HEADLINE: Final = 3.0
_AGE: Final = 1.5
# Words that stand side by side nowhere are looked for through the whole archive: not for longer.
_LONGEST_S: Final = 1.5
# Of two that are alike the one that credits nobody goes first: it is whose text the other carries.
_CARRIED: Final = 0.7

_LIGHT: Final = """
SELECT doc.key, article.id, article.sort_at, story.id, story.independent_count,
    article.wire_credit <> ''
FROM news_searchdocument AS doc
JOIN news_article AS article ON article.id = doc.article_id
LEFT JOIN news_membership AS place ON place.article_id = article.id
LEFT JOIN news_story AS story ON story.id = place.story_id AND story.rank IS NOT NULL
WHERE doc.key IN ({keys}) AND article.spiked_at IS NULL{conditions}
"""
_FULL: Final = f"""
SELECT {REPORT_COLUMNS}, text.body, story.id, story.articles_count
FROM {REPORT_TABLES} {TEXT_TABLE}
LEFT JOIN news_membership AS place ON place.article_id = article.id
LEFT JOIN news_story AS story ON story.id = place.story_id AND story.rank IS NOT NULL
WHERE article.id IN ({{ids}})
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report that was found; `others` are further reports of its story that were, too.

    `snippet` is where the words stand, if its outlet lets that much be shown.
    """

    report: ReportCard
    story_id: int | None
    story_reports: int
    snippet: Snippet | None
    others: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What was found. `older` is the key behind which the next page of the newest starts."""

    hits: tuple[Hit, ...]
    older: int | None = None


@dataclass(frozen=True, slots=True)
class _Light:
    """What is weighed of a report before it is read."""

    key: int
    article: int
    at: datetime
    story: int | None
    voices: int
    is_credited: bool  # to another: whose text it is may stand elsewhere


@dataclass(frozen=True, slots=True)
class _Found:
    """Keys, the latest first; below `behind` there may be more."""

    keys: list[int]
    behind: int | None


@in_time(_LONGEST_S)
def search_newest(query: Query, *, langs: Sequence[str], before: int | None = None) -> SearchPage:
    """Return a page of what was found, newest first; `langs` are those of the reader's edition.

    Raises TooSlow.
    """
    lookup = _lookup(query, langs)
    found: list[_Light] = []
    oldest, below = _ends()
    below = below if before is None else min(below, before)
    rest = read_rest(query.filters)
    many = rest.many or PAGE_HITS + 1
    for _ in range(_LOOKS):
        latest = _find(lookup, query, rest, below=below, oldest=oldest, limit=many)
        found += _weighable(latest.keys, rest.conditions)
        if len(found) > PAGE_HITS or latest.behind is None:
            break
        below = latest.behind
    shown = found[:PAGE_HITS]
    older = shown[-1].key if len(found) > PAGE_HITS else latest.behind
    return SearchPage(hits=_read(shown, lookup), older=older)


@in_time(_LONGEST_S)
def search_best(query: Query, *, langs: Sequence[str], now: datetime) -> SearchPage:
    """Return the best of the latest that were found, each story once.

    What counts: the words in the headline, independent reports of its story, age. Raises TooSlow.
    """
    lookup, rest = _lookup(query, langs), read_rest(query.filters)
    oldest, end = _ends()
    many = max(_CHOSEN_FROM, rest.many)
    latest = _find(lookup, query, rest, below=end, oldest=oldest, limit=many)
    found = _find(
        _in_headlines(lookup), query, rest, below=end, oldest=oldest, limit=_CHOSEN_FROM,
        since=_back_from(latest, now),
    )  # fmt: skip
    in_headline = set(found.keys)
    keys = in_headline.union(latest.keys)
    if not keys and latest.behind is not None:
        raise TooSlow  # the words stand side by side in none of the latest that have them
    ranked = sorted(
        _weighable(keys, rest.conditions),
        key=lambda one: (-_worth(one, in_headline, now), -one.key),
    )
    first: dict[int, _Light] = {}
    others: dict[int, int] = {}
    for one in ranked:
        # Reports without a story stand alone, under a number that no story has.
        place = one.story if one.story is not None else -one.article
        others[place] = others.get(place, -1) + 1
        first.setdefault(place, one)
    shown = list(first.items())[:_BEST]
    hits = _read([one for _, one in shown], lookup)
    by_article = {one.article: place for place, one in shown}
    return SearchPage(
        hits=tuple(replace(hit, others=others[by_article[hit.report.id]]) for hit in hits)
    )


def _back_from(latest: _Found, now: datetime) -> int | None:
    """Return how far back headlines are looked at: through all reports where few have the words."""
    if latest.behind is None:
        return None
    newest = latest.keys[0] if latest.keys else first_key(now)
    return newest - _HEADLINES_BACK * (newest - latest.behind)


def _worth(one: _Light, in_headline: Collection[int], now: datetime) -> float:
    days = max((now - one.at).total_seconds(), 0.0) / 86_400
    headline = _HEADLINE if one.key in in_headline else 0.0
    carried = _CARRIED if one.is_credited else 0.0
    return headline + math.log2(1 + one.voices) - carried - _AGE * math.log2(1 + days)


def _lookup(query: Query, langs: Sequence[str]) -> Lookup:
    known = dict.fromkeys((*langs, *archive_languages()))
    return Lookup(expand(query, tuple(known)), tuple(_marks(query.filters)))


def _in_headlines(lookup: Lookup) -> Lookup:
    return replace(lookup, phrases=tuple(map(_in_headline, lookup.phrases)))


def _in_headline(part: SoughtPhrases) -> SoughtPhrases:
    if part.is_left_out:
        return part
    return replace(part, any_of=tuple(replace(one, in_headline=True) for one in part.any_of))


def _marks(filters: Sequence[Filter]) -> Iterable[SoughtMarks]:
    """Yield the filters that marks stand for: of one field, any value will do."""
    for left_out in (False, True):
        for name in (Field.OUTLET, Field.LANG, Field.COUNTRY, Field.SECTION):
            values = [
                one.value for one in filters if one.field is name and one.is_left_out is left_out
            ]
            if values:
                yield SoughtMarks(tuple(_marks_of(name, values)), left_out)


def _marks_of(name: Field, values: Sequence[str]) -> Iterable[str]:
    if name is Field.OUTLET:
        return map(outlet_mark, _outlets(values) or [0])
    mark = {Field.LANG: lang_mark, Field.COUNTRY: country_mark, Field.SECTION: section_mark}
    return map(mark[name], values)


def _outlets(values: Sequence[str]) -> list[int]:
    names = [name_key(value) for value in values]
    sql = (
        f"SELECT id FROM news_outlet WHERE slug IN ({marks(values)})"
        f" OR name_key IN ({marks(names)})"
    )
    return [int(row[0]) for row in read_rows(sql, (*values, *names))]


def _find(
    lookup: Lookup,
    query: Query,
    rest: Rest,
    *,
    below: int,
    oldest: int,
    limit: int,
    since: int | None = None,
) -> _Found:
    index: Any = search_sqlite if connection.vendor == "sqlite" else search_postgres
    lower = first_key(_midnight(query.after)) if query.after else -LAST_KEY
    lower = max(lower, since) if since is not None else lower
    upper = min(below, first_key(_midnight(query.before))) if query.before else below
    if rest.among is not None:
        within = [key for key in rest.among if lower <= key < upper]
        keys = list(islice(find_among(within, lookup), limit))
        return _Found(keys, keys[-1] if len(keys) == limit else None)
    sql, values = index.find(lookup, since=lower, below=upper, oldest=oldest, limit=limit)
    rows = read_rows(sql, values)
    keys = [int(key) for key, has, _ in rows if has]
    is_cut = len(keys) == limit or any(last for _, _, last in rows)
    return _Found(keys, int(rows[-1][0]) if is_cut else None)


def _ends() -> tuple[int, int]:
    """Return the oldest key and one that none reaches: PostgreSQL's spans lie between them."""
    if connection.vendor == "sqlite":
        return -LAST_KEY, LAST_KEY
    row = read_row("SELECT min(key), max(key) FROM news_searchdocument")
    return (row[0], row[1] + 1) if row and row[0] is not None else (0, 0)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)


def _weighable(keys: Collection[int], conditions: str) -> list[_Light]:
    if not keys:
        return []
    sql = _LIGHT.format(keys=marks(tuple(keys)), conditions=conditions)
    rows = read_rows(sql, tuple(keys))
    found = [
        _Light(key, one, moment(at), story, voices or 0, bool(credited))
        for key, one, at, story, voices, credited in rows
    ]
    return sorted(found, key=lambda one: -one.key)


def _read(found: Sequence[_Light], lookup: Lookup) -> tuple[Hit, ...]:
    if not found:
        return ()
    ids = tuple(one.article for one in found)
    rows = {row[0]: row for row in read_rows(_FULL.format(ids=marks(ids)), ids)}
    terms = {
        term
        for part in lookup.phrases
        if not part.is_left_out
        for phrase in part.any_of
        for term in phrase.terms
    }
    return tuple(_hit(rows[one], terms) for one in ids if one in rows)


def _hit(row: Row, terms: Collection[str]) -> Hit:
    report = as_report(row)
    body, story_id, reports = row[REPORT_END:]
    card = report_card(report, body=(body or "")[:OPENING_CHARS])
    return Hit(
        report=card,
        story_id=story_id,
        story_reports=reports or 0,
        snippet=_snippet(card, body or "", terms, shows_all=_shows_all(report.outlet)),
    )


def _shows_all(outlet: Row) -> bool:
    return outlet_terms(outlet).policy.level is Level.FULL


def _snippet(
    card: ReportCard, body: str, terms: Collection[str], *, shows_all: bool
) -> Snippet | None:
    """Return where the words stand, within what may be shown of the report.

    Of an excerpt's outlet that is the excerpt alone: by other words one could otherwise read a
    whole text piece by piece.
    """
    if shows_all:
        return find_snippet(body, terms, card.lang)
    found = find_snippet(card.opening.text, terms, card.lang)
    if found is None or not (card.opening.is_cut and card.opening.text.endswith(found.text)):
        return found
    return replace(found, is_cut_behind=True)
