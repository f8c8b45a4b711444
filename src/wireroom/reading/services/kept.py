"""Saving, following and blocking, and taking each of them back."""

from collections.abc import Collection
from datetime import datetime
from typing import Final, TypeVar

from django.db import transaction
from django.db.models import Model

from wireroom.engine.search.terms import search_terms
from wireroom.news.models import Article, Story
from wireroom.people.models import Person
from wireroom.reading.models import Block, Follow, Saved
from wireroom.reading.queries.led import follows_to
from wireroom.reading.targets import Kind, Target

# What nobody reads any more, and far below what would make a page slow.
MOST_SAVED: Final = 10_000
# Every story and topic of some years; all of them are looked at for each front.
MOST_FOLLOWS: Final = 2_000
# All of an outlet list.
MOST_BLOCKS: Final = 2_000
_Row = TypeVar("_Row", bound=Model)


class TooMany(Exception):  # noqa: N818
    """The person keeps `most` of these: some must be removed before another is kept."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


def add_row(row: _Row, same: dict[str, object], *, most: int) -> None:
    """File a row of a person's unless `same` are there; of two at once one is. Raises TooMany."""
    model = type(row)
    own = model._default_manager.filter(person=row.person)  # type: ignore[attr-defined]
    if own.filter(**same).exists():
        return
    if own.count() >= most:
        raise TooMany(most)
    model._default_manager.bulk_create([row], ignore_conflicts=True)


@transaction.atomic
def save(person: Person, target: Target, *, now: datetime) -> None:
    """Keep a report or a story for later. Raises TooMany."""
    columns = target.columns()
    row = Saved(person=person, at=now, terms=_terms_of(target), **columns)
    add_row(row, dict(columns), most=MOST_SAVED)


@transaction.atomic
def follow(person: Person, target: Target, *, now: datetime) -> None:
    """Follow something; an outlet that was blocked no longer is. Raises TooMany."""
    columns = target.columns()
    add_row(Follow(person=person, at=now, **columns), dict(columns), most=MOST_FOLLOWS)
    if target.kind is Kind.OUTLET:
        unblock(person, target)


@transaction.atomic
def block(person: Person, target: Target, *, now: datetime) -> None:
    """Block an outlet, and follow it no more. Raises TooMany."""
    columns = target.columns()
    add_row(Block(person=person, at=now, **columns), dict(columns), most=MOST_BLOCKS)
    unfollow(person, target)


def name_saved_anew(stories: Collection[int]) -> None:
    """Have saved stories be found by what they are called now: what they were called is gone."""
    saved = Saved.objects.filter(story__in=stories)
    for story in set(saved.values_list("story_id", flat=True)):
        if story is not None:
            terms = _terms_of(Target(Kind.STORY, story))
            saved.filter(story=story).update(terms=terms)


def unsave(person: Person, target: Target) -> None:
    """Keep it no longer."""
    Saved.objects.filter(person=person, **target.columns()).delete()


@transaction.atomic
def unsave_whole(person: Person, story_id: int) -> None:
    """Keep a story no longer, nor reports of it: who sees one list of stories means them all."""
    own = Saved.objects.filter(person=person)
    own.filter(story=story_id).delete()
    own.filter(article__membership__story=story_id).delete()


def remove_saved(person: Person, number: int) -> None:
    """Remove one row of what is saved, whatever became of what it names."""
    Saved.objects.filter(person=person, pk=number).delete()


def unfollow(person: Person, target: Target) -> None:
    """Follow it no longer, nor what was merged into it."""
    Follow.objects.filter(person=person, pk__in=follows_to(person, target)).delete()


def remove_follow(person: Person, number: int) -> None:
    """Remove one row of what is followed, whatever became of what it names."""
    Follow.objects.filter(person=person, pk=number).delete()


def unblock(person: Person, target: Target) -> None:
    """Let an outlet be seen again."""
    Block.objects.filter(person=person, **target.columns()).delete()


def remove_block(person: Person, number: int) -> None:
    """Remove one row of what is blocked."""
    Block.objects.filter(person=person, pk=number).delete()


def _terms_of(target: Target) -> str:
    """Return the words of the headline and the outlet's name, folded."""
    if target.kind is Kind.ARTICLE:
        article = Article.objects.select_related("outlet").get(pk=target.id)
        told, lang, names = article.headline, article.lang, [article.outlet.name]
    else:
        story = Story.objects.get(pk=target.id)
        told, lang, names = story.headline, story.lang, story.outlet_names[:5]
    terms = [*search_terms(told, lang), *search_terms(" ".join(names), lang)]
    return f" {' '.join(terms)} "
