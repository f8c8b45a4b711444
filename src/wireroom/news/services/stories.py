"""Filing where articles belong and how their stories look."""

from datetime import datetime
from typing import Any

from django.db import transaction

from wireroom.engine.stories.decide import Decision
from wireroom.news.models import Article, Membership, Story, Storyline
from wireroom.news.services.leases import finish
from wireroom.news.services.shards import fence


@transaction.atomic
def place_article(
    article: Article,
    decision: Decision,
    *,
    lang: str,
    holder: str,
    now: datetime,
) -> Story:
    """File the article's story, made new where the decision names none, and return it.

    An article that has a place keeps it: stories are stable under revisions. Raises LeaseLost.
    """
    fence(lang, holder)
    finish(article)
    placed = Membership.objects.filter(article=article).values_list("story_id", flat=True).first()
    known = placed or decision.story
    story = _known_story(known, now) if known else _new_story(decision, lang, now)
    if placed is None:
        Membership.objects.create(
            article=article,
            story=story,
            why=decision.why[:500],
            score=decision.score,
            assigned_at=now,
        )
    return story


def _known_story(story_id: int, now: datetime) -> Story:
    Story.objects.filter(pk=story_id).update(step="publish", due_at=now, lease="")
    return Story.objects.get(pk=story_id)


def _new_story(decision: Decision, lang: str, now: datetime) -> Story:
    storyline_id = decision.storyline or Storyline.objects.create(lang=lang).pk
    return Story.objects.create(lang=lang, storyline_id=storyline_id, step="publish", due_at=now)


@transaction.atomic
def file_face(story: Story, face: dict[str, Any]) -> None:
    """File how the story looks on fronts. Raises LeaseLost."""
    finish(story, **face)
