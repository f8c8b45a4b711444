"""What a person saved, the latest first, and searching in it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Q

from wireroom.engine.search.terms import search_terms
from wireroom.news.queries.cards import ReportCard, StoryCard
from wireroom.news.queries.coverage import read_reports
from wireroom.people.models import Person
from wireroom.reading.models import Block, Saved
from wireroom.reading.queries.hiding import Hiding
from wireroom.reading.queries.stories import read_stories

PAGE_ROWS: Final = 20
# Words of a question within one's saved: further ones are not looked at.
_MOST_TERMS: Final = 8
# In which forms the words are looked for: the reader's question does not say its language.
_LANGUAGES: Final = ("en", "ar", "und")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A saved report or story; both are None where it was withdrawn, or led elsewhere."""

    id: int
    at: datetime
    article_id: int | None
    story_id: int | None
    report: ReportCard | None
    story: StoryCard | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPage:
    """A page of what is saved; `older` is the number behind which the next one starts."""

    rows: tuple[Kept, ...]
    older: int | None


def read_saved(
    person: Person,
    hiding: Hiding,
    *,
    words: str = "",
    before: int | None = None,
    limit: int = PAGE_ROWS,
) -> SavedPage:
    """Return what a person saved, without blocked outlets: at most five queries."""
    blocked = Block.objects.filter(person=person).values("outlet")
    found = Saved.objects.filter(person=person).filter(_has(words))
    found = found.filter(Q(article=None) | ~Q(article__outlet__in=blocked))
    if before is not None:
        found = found.filter(pk__lt=before)
    rows = list(found.order_by("-pk")[: limit + 1])
    shown = rows[:limit]
    reports = read_reports(one.article_id for one in shown if one.article_id)
    stories = read_stories([one.story_id for one in shown if one.story_id], hiding)
    return SavedPage(
        rows=tuple(
            Kept(
                id=row.pk,
                at=row.at,
                article_id=row.article_id,
                story_id=row.story_id,
                report=reports[row.article_id].card if row.article_id in reports else None,
                story=stories.get(row.story_id or 0),
            )
            for row in shown
        ),
        older=shown[-1].pk if len(rows) > limit else None,
    )


def saved_last(person: Person, most: int) -> list[tuple[int | None, int | None]]:
    """Return the numbers of what a person saved last: of a report, or of a story."""
    rows = Saved.objects.filter(person=person).order_by("-pk")
    return list(rows.values_list("article_id", "story_id")[:most])


def _has(words: str) -> Q:
    """Return the condition of rows that have all the words, folded as one language does it."""
    either = Q()
    for lang in _LANGUAGES if words.strip() else ():
        every = Q()
        for term in search_terms(words, lang)[:_MOST_TERMS]:
            every &= Q(terms__contains=f" {term} ")
        either |= every
    return either
