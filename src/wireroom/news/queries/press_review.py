"""A press review: all that was found for a search in a time, story by story, whose text each is."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.search.query import Query
from wireroom.engine.types import CopyKind
from wireroom.news.queries.cards import ReportCard
from wireroom.news.queries.lineage import CARRIES_FROM
from wireroom.news.queries.rows import Value, marks, read_rows
from wireroom.news.queries.search import Hit, search_newest

# More than anybody reads of one subject; who needs more narrows the time.
MOST_REPORTS: Final = 400
_LONGEST_S: Final = 5.0  # for all pages of the search together
_STORIES: Final = """
SELECT id, headline, lang, articles_count, independent_count FROM news_story WHERE id IN ({ids})
"""
_CARRIED: Final = """
SELECT found.carrier, original.id, outlet.name, found.share FROM (
    SELECT b_id AS carrier, a_id AS original, containment_b AS share FROM news_copy
    WHERE b_id IN ({ids}) AND direction = 'a>b' AND containment_b >= %s AND kind <> %s
    UNION ALL
    SELECT a_id, b_id, containment_a FROM news_copy
    WHERE a_id IN ({ids}) AND direction = 'b>a' AND containment_a >= %s AND kind <> %s
) AS found
JOIN news_article AS original ON original.id = found.original AND original.spiked_at IS NULL
JOIN news_outlet AS outlet ON outlet.id = original.outlet_id
ORDER BY found.share, original.sort_at DESC, original.id
"""
_COUNTRIES: Final = "SELECT id, country FROM news_outlet WHERE id IN ({ids})"


@dataclass(frozen=True, slots=True)
class Carried:
    """Whose text a report carries, and how much of its words are that."""

    report_id: int
    outlet: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A report of a review; `country` is its outlet's, as two capitals or empty."""

    report: ReportCard
    country: str
    carried: Carried | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedStory:
    """A story and its reports that were found, the first told first.

    `id` is None for a report that belongs to no story yet.
    """

    id: int | None
    headline: str
    lang: str
    independent: int
    reports: tuple[Reviewed, ...]
    in_all: int  # of the story, found or not


@dataclass(frozen=True, slots=True, kw_only=True)
class PressReview:
    """What was found, the stories with most reports first; `is_cut`: there was more."""

    stories: tuple[ReviewedStory, ...]
    is_cut: bool

    @property
    def reports(self) -> int:
        """How many reports it lists."""
        return sum(len(one.reports) for one in self.stories)

    @property
    def outlets(self) -> int:
        """How many outlets told them."""
        return len({one.report.outlet.id for story in self.stories for one in story.reports})

    @property
    def carried(self) -> int:
        """How many of the reports carry another's text."""
        return sum(one.carried is not None for story in self.stories for one in story.reports)


def read_press_review(query: Query, *, langs: Sequence[str]) -> PressReview:
    """Return the press review of a search: three queries beside those of the search.

    Raises TooSlow.
    """
    hits, is_cut = _find(query, langs)
    ids = [hit.report.id for hit in hits]
    carried = _read_carried(ids)
    outlets = sorted({hit.report.outlet.id for hit in hits})
    countries: dict[int, str] = dict(read_rows(_COUNTRIES.format(ids=marks(outlets)), outlets))
    groups: dict[int, list[Hit]] = {}
    for hit in hits:  # a report without a story stands by itself
        groups.setdefault(hit.story_id or -hit.report.id, []).append(hit)
    told = _read_stories([key for key in groups if key > 0])
    stories = [
        _story(key, group, told.get(key), countries, carried) for key, group in groups.items()
    ]
    stories.sort(key=lambda one: (-len(one.reports), -_last(one)))
    return PressReview(stories=tuple(stories), is_cut=is_cut)


def _find(query: Query, langs: Sequence[str]) -> tuple[list[Hit], bool]:
    """Return the newest hits, and whether there are more than were read."""
    ends = time.monotonic() + _LONGEST_S
    found: dict[int, Hit] = {}
    before: int | None = None
    while len(found) < MOST_REPORTS and time.monotonic() < ends:
        page = search_newest(query, langs=langs, before=before)
        found |= {hit.report.id: hit for hit in page.hits}
        before = page.older
        if before is None:
            break
    hits = list(found.values())
    return hits[:MOST_REPORTS], before is not None or len(hits) > MOST_REPORTS


def _read_carried(ids: Sequence[int]) -> dict[int, Carried]:
    """Return whose text reports carry: of several originals the one that holds most of it, of
    equal ones the first.
    """
    half: tuple[Value, ...] = (*ids, CARRIES_FROM, CopyKind.QUOTE.value)
    rows = read_rows(_CARRIED.format(ids=marks(ids)), (*half, *half))
    return {carrier: Carried(report, outlet, share) for carrier, report, outlet, share in rows}


def _read_stories(ids: Sequence[int]) -> dict[int, tuple[str, str, int, int]]:
    rows = read_rows(_STORIES.format(ids=marks(ids)), ids)
    return {number: (headline, lang, every, own) for number, headline, lang, every, own in rows}


def _story(
    key: int,
    hits: Sequence[Hit],
    told: tuple[str, str, int, int] | None,
    countries: dict[int, str],
    carried: dict[int, Carried],
) -> ReviewedStory:
    first = hits[-1].report
    headline, lang, in_all, independent = told or (first.headline, first.lang, len(hits), 1)
    in_order = sorted((hit.report for hit in hits), key=lambda one: (one.times.sort_at, one.id))
    return ReviewedStory(
        id=key if told else None,
        headline=headline,
        lang=lang,
        independent=independent,
        in_all=in_all,
        reports=tuple(
            Reviewed(
                report=one, country=countries.get(one.outlet.id, ""), carried=carried.get(one.id)
            )
            for one in in_order
        ),
    )


def _last(story: ReviewedStory) -> float:
    return story.reports[-1].report.times.sort_at.timestamp()
