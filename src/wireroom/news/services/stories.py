"""Filing where articles belong and how their stories look."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from django.db import transaction

from wireroom.engine.stories.decide import Decision
from wireroom.engine.stories.rare_names import RareName
from wireroom.news.models import Article, Membership, Story, Storyline
from wireroom.news.models import RareName as RareNameRow
from wireroom.news.services.briefs import ask_for_briefs
from wireroom.news.services.leases import finish_all
from wireroom.news.services.local_ranks import file_local_ranks
from wireroom.news.services.rows import insert_row
from wireroom.news.services.shards import fence
from wireroom.news.services.tags import ask_for_tags


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands."""

    story: int
    storyline: int | None


@dataclass(slots=True)
class Placing:
    """The filing of several articles' places, inside one transaction of the caller's.

    An article that has a place keeps it: stories are stable under revisions.
    """

    now: datetime
    _kept: dict[int, Place] = field(default_factory=dict)
    _memberships: list[Membership] = field(default_factory=list)
    _touched: set[int] = field(default_factory=set)
    _spiked: set[int] = field(default_factory=set)

    def begin(self, articles: Sequence[Article], *, langs: Iterable[str], holder: str) -> None:
        """End the articles' claims and look up where they stand. Raises LeaseLost."""
        for lang in sorted(langs):
            fence(lang, holder)
        finish_all([(article, {}) for article in articles])
        ids = [article.pk for article in articles]
        spiked = Article.objects.filter(pk__in=ids, spiked_at__isnull=False)
        self._spiked = set(spiked.values_list("pk", flat=True))
        kept = Membership.objects.filter(article__in=ids)
        rows = kept.values_list("article_id", "story_id", "story__storyline_id")
        self._kept = {article: Place(story, line) for article, story, line in rows}

    def is_spiked(self, article: Article) -> bool:
        """Say whether an editor withdrew the article: a later reading gives it no place."""
        return article.pk in self._spiked

    def place(self, article: Article, decision: Decision, *, lang: str) -> Place:
        """Return the article's place: its own, the decision's, or a story made anew."""
        kept = self._kept.get(article.pk)
        if kept is not None:
            self._touched.add(kept.story)
            return kept
        place = self._place_of(decision, lang)
        self._memberships.append(
            Membership(
                article=article,
                story_id=place.story,
                why=decision.why[:500],
                score=decision.score,
                assigned_at=self.now,
            )
        )
        return place

    def end(self) -> None:
        """Write what `place` has gathered."""
        Membership.objects.bulk_create(self._memberships)
        if self._touched:
            stories = Story.objects.filter(pk__in=self._touched)
            stories.update(step="publish", due_at=self.now, lease="")

    def _place_of(self, decision: Decision, lang: str) -> Place:
        if decision.story is not None:
            self._touched.add(decision.story)
            return Place(decision.story, decision.storyline)
        line = decision.storyline or insert_row(Storyline, lang=lang, created_at=self.now)
        story = insert_row(Story, lang=lang, storyline_id=line, step="publish", due_at=self.now)
        return Place(story, line)


# Without coverage a story leaves the fronts; its address stays.
NO_FACE: Final[Mapping[str, Any]] = {
    "rank": None,
    "articles_count": 0,
    "sources": {},
    "lineage": {},
    "standing": {},
    "rare_names": [],
}


@transaction.atomic
def file_faces(
    faces: Sequence[tuple[Story, Mapping[str, Any]]],
    *,
    now: datetime,
    names: Mapping[int, Sequence[RareName]] = MappingProxyType({}),
) -> None:
    """File how stories look on fronts and their names that are new; ask for briefs and topics.

    Raises LeaseLost, and has then filed none.
    """
    shown = [(story, face) for story, face in faces if face]
    named = [(story, _with_names(story, face, names)) for story, face in shown]
    finish_all(named)
    gone = [story for story, face in faces if not face]
    finish_all([(story, NO_FACE) for story in gone])
    _file_names({**{story.pk: () for story in gone}, **names})
    ask_for_briefs(_with_tellings(faces), now=now)
    ask_for_tags([story.pk for story, _ in faces], now=now)
    # After the rows of the tag stage are held, as that does it: else each waits for the other.
    file_local_ranks([story.pk for story, _ in faces])


def _with_tellings(faces: Sequence[tuple[Story, Mapping[str, Any]]]) -> set[int]:
    """Return the stories and those of the same events: each is compared with all of its event."""
    events = {story.event_id for story, _ in faces if story.event_id}
    told = Story.objects.filter(event__in=events, rank__isnull=False) if events else ()
    return {*(story.pk for story, _ in faces), *(story.pk for story in told)}


def _with_names(
    story: Story, face: Mapping[str, Any], names: Mapping[int, Sequence[RareName]]
) -> Mapping[str, Any]:
    kept = story.rare_names
    if story.pk in names:
        kept = [[one.key, one.name] for one in names[story.pk]]
    return {**face, "rare_names": kept}


def _file_names(names: Mapping[int, Sequence[RareName]]) -> None:
    if not names:
        return
    RareNameRow.objects.filter(story__in=names).delete()
    RareNameRow.objects.bulk_create(
        [
            RareNameRow(key=one.key, story_id=story, weight=one.weight)
            for story, given in names.items()
            for one in given
        ],
        ignore_conflicts=True,
    )
