"""Filing where articles belong and how their stories look."""

from datetime import datetime
from typing import Any

from django.db import transaction

from wireroom.engine.stories.decide import Decision
from wireroom.news.models import Article, Membership, Story, Storyline
from wireroom.news.services.leases import finish
from wireroom.news.services.shards import ask_for_repair, fence


@transaction.atomic
def place_article(
    article: Article,
    decision: Decision,
    *,
    lang: str,
    holder: str,
    now: datetime,
    repair_at: datetime,
) -> Story:
    """File the article's story, made new where the decision names none, and return it.

    An article that has a place keeps it: stories are stable under revisions. Raises LeaseLost.
    """
    fence(lang, holder)
    finish(article)
    placed = Membership.objects.filter(article=article).values_list("story_id", flat=True).first()
    known = placed or decision.story
    story = Story.objects.get(pk=known) if known else _new_story(decision, lang)
    if placed is None:
        Membership.objects.create(
            article=article,
            story=story,
            why=decision.why[:500],
            score=decision.score,
            assigned_at=now,
        )
    Story.objects.filter(pk=story.pk).update(step="publish", due_at=now, lease="")
    ask_for_repair(lang, due_at=repair_at)
    return story


def _new_story(decision: Decision, lang: str) -> Story:
    storyline_id = decision.storyline or Storyline.objects.create(lang=lang).pk
    return Story.objects.create(lang=lang, storyline_id=storyline_id)


@transaction.atomic
def file_face(story: Story, face: dict[str, Any]) -> None:
    """File how the story looks on fronts. Raises LeaseLost."""
    finish(story, **face)
