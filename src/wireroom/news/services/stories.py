"""Filing where articles belong and how their stories look."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from wireroom.engine.stories.decide import Decision
from wireroom.news.models import Article, Membership, Story, Storyline
from wireroom.news.services.leases import finish_all
from wireroom.news.services.rows import insert_row
from wireroom.news.services.shards import fence


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

    def begin(self, articles: Sequence[Article], *, langs: Iterable[str], holder: str) -> None:
        """End the articles' claims and look up where they stand. Raises LeaseLost."""
        for lang in sorted(langs):
            fence(lang, holder)
        finish_all([(article, {}) for article in articles])
        kept = Membership.objects.filter(article__in=[article.pk for article in articles])
        rows = kept.values_list("article_id", "story_id", "story__storyline_id")
        self._kept = {article: Place(story, line) for article, story, line in rows}

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


@transaction.atomic
def file_faces(faces: Sequence[tuple[Story, Mapping[str, Any]]]) -> None:
    """File how stories look on fronts. Raises LeaseLost, and has then filed none."""
    shown = [(story, face) for story, face in faces if face]
    finish_all(shown)
    # Without coverage a story leaves the fronts; its address stays.
    finish_all(
        [
            (s, {"rank": None, "articles_count": 0, "sources": {}, "lineage": {}})
            for s, face in faces
            if not face
        ]
    )
