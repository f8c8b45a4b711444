"""The texts of stories, for what is chosen of them: own reports first, then carried ones."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from django.db.models import F

from wireroom.engine.insight.former import Former
from wireroom.engine.insight.story_brief import StoryReport
from wireroom.engine.types import Health
from wireroom.news.briefs import read_quotes
from wireroom.news.kept_names import read_names
from wireroom.news.models import ArticleInsight, ArticleNames, Membership, Revision
from wireroom.news.queries.lineage import trace_lineages
from wireroom.pipeline.shared_texts import shared_texts

# Reports that are read for a brief. The longest story of a day has more; what its sixtieth own
# report adds is not what a reader looks for first, and the work stays under a second.
MOST_READ: Final = 60

_COLUMNS: Final = (
    "story_id",
    "article_id",
    "article__outlet__name",
    "article__lang",
    "article__sort_at",
    "article__dateline",
    "article__section",
)


_TEXT_COLUMNS: Final = ("article_id", "number", "headline", "body", "live_entries", "seen_at")
# States before the latest that are read of an article; what stood before those is long gone.
_MOST_FORMER: Final = 4


def read_story_reports(stories: Sequence[int]) -> Mapping[int, Sequence[StoryReport]]:
    """Return by story what may be read of it, in order of time, with its quotes: six queries.

    Left out are articles without a readable text, and those whose outlets or pages allow no
    machine reading.
    """
    told = _read_texts(stories, with_former=True)
    known = ArticleInsight.objects.in_bulk(_articles(told))
    return {
        story: [_with_quotes(one, known.get(int(one.article))) for one in reports]
        for story, reports in told.items()
    }


def read_named_reports(stories: Sequence[int]) -> Mapping[int, Sequence[StoryReport]]:
    """Return the same with what reports name, where that is known, instead of their quotes."""
    told = _read_texts(stories, with_former=False)
    known = ArticleNames.objects.in_bulk(_articles(told))
    return {
        story: [_with_names(one, known.get(int(one.article))) for one in reports]
        for story, reports in told.items()
    }


def _articles(told: Mapping[int, Sequence[StoryReport]]) -> set[int]:
    return {int(one.article) for reports in told.values() for one in reports}


def _with_quotes(report: StoryReport, known: ArticleInsight | None) -> StoryReport:
    if known is None or known.revision != report.revision:
        return report
    return replace(report, quotes=read_quotes(known.quotes, report.body))


def _with_names(report: StoryReport, known: ArticleNames | None) -> StoryReport:
    if known is None or known.revision != report.revision:
        return report
    return replace(report, names=read_names(known.names, report.lang))


def _read_texts(stories: Sequence[int], *, with_former: bool) -> dict[int, list[StoryReport]]:
    placed: dict[int, list[Sequence[Any]]] = defaultdict(list)
    readable = Membership.objects.filter(
        story__in=stories,
        article__health=Health.ARTICLE,
        article__spiked_at=None,
        article__outlet__ai_allowed=True,
        article__ai_reserved=False,
    )
    ordered = readable.order_by("article__sort_at", "article_id")
    for row in ordered.values_list(*_COLUMNS):
        placed[row[0]].append(row)
    originals = _originals(placed)
    chosen = {story: _choose(rows, originals) for story, rows in placed.items()}
    articles = {row[1] for rows in chosen.values() for row in rows}
    texts = _texts(articles)
    former = _former(texts.values()) if with_former else {}
    return {
        story: [
            replace(_report(row, originals[row[1]], texts[row[1]]), former=former.get(row[1], ()))
            for row in rows
            if row[1] in texts
        ]
        for story, rows in chosen.items()
    }


def _originals(placed: Mapping[int, Sequence[Sequence[Any]]]) -> dict[int, int]:
    """Return by article whose text it carries: its own where it carries nobody's."""
    told = [story for story, rows in placed.items() if len(rows) > 1]
    shared = shared_texts(told)
    found: dict[int, int] = {}
    for story, rows in placed.items():
        for lineage in trace_lineages([row[1] for row in rows], shared.get(story, ())):
            found[lineage.original] = lineage.original
            found |= {one.carrier: lineage.original for one in lineage.carriers}
    return found


def _choose(rows: Sequence[Sequence[Any]], originals: Mapping[int, int]) -> list[Sequence[Any]]:
    """Return at most MOST_READ rows in their order, own reports before carried ones."""
    if len(rows) <= MOST_READ:
        return list(rows)
    ranked = sorted(rows, key=lambda row: originals[row[1]] != row[1])
    kept = {row[1] for row in ranked[:MOST_READ]}
    return [row for row in rows if row[1] in kept]


def _texts(articles: Collection[int]) -> dict[int, Revision]:
    latest = Revision.objects.filter(article__in=articles, number=F("article__revision_count"))
    return {one.article_id: one for one in latest.only(*_TEXT_COLUMNS)}


def _former(latest: Iterable[Revision]) -> dict[int, list[Former]]:
    """Return by article its last states before the latest; one query, none where none was revised.

    A live blog is told anew all day: what it said before is no correction.
    """
    until = {
        one.article_id: one.seen_at for one in latest if one.number > 1 and not one.live_entries
    }
    if not until:
        return {}
    states = Revision.objects.filter(article__in=until, number__lt=F("article__revision_count"))
    last = states.filter(number__gte=F("article__revision_count") - _MOST_FORMER)
    found: dict[int, list[Former]] = defaultdict(list)
    for article, body, seen_at in last.order_by("-number").values_list(
        "article_id", "body", "seen_at"
    ):
        found[article].insert(0, Former(body, until[article]))
        until[article] = seen_at
    return found


def _report(row: Sequence[Any], original: int, text: Revision) -> StoryReport:
    _, article, outlet, lang, at, dateline, section = row
    return StoryReport(
        article=str(article),
        revision=text.number,
        outlet=outlet,
        original=str(original),
        body=text.body,
        title=text.headline,
        lang=lang,
        section=section,
        at=at,
        dateline=dateline,
        timed_chars=_above_entries(text) if text.live_entries else None,
    )


def _above_entries(text: Revision) -> int:
    """Return how many characters stand above the entries of a live blog."""
    first = min(entry["first"] for entry in text.live_entries)
    return len("\n\n".join(text.body.split("\n\n")[:first]))
