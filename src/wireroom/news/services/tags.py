"""Filing which topics stories are tagged with, and making that due when their reports changed."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from wireroom.engine.insight.topics.topic import Mention, StoryTopic, TopicKind
from wireroom.news.models import ArticleNames, Story, Tagging
from wireroom.news.models import StoryTopic as Row
from wireroom.news.services.leases import finish_all
from wireroom.news.services.local_ranks import file_local_ranks
from wireroom.news.services.topics import find_rows

# A story that breaks gets a report every few seconds, and its topics are the same after each.
SETTLE: Final = timedelta(seconds=20)
_TOGETHER: Final = 500  # stories of one transaction: others write meanwhile


def ask_for_tags(stories: Iterable[int], *, now: datetime, settle: timedelta = SETTLE) -> None:
    """Make stories due to be tagged whose coverage changed; inside the caller's transaction.

    What is being found meanwhile loses its lease, for it is of yesterday.
    """
    ids = sorted(stories)
    rows = [Tagging(story_id=story, step="tag", due_at=now) for story in ids]
    Tagging.objects.bulk_create(rows, ignore_conflicts=True)
    known = Tagging.objects.filter(Q(due_at=None) | ~Q(lease=""), story__in=ids)
    known.update(step="tag", due_at=now + settle, lease="", attempts=0, dead_at=None)


def ask_for_names(*, since: datetime, now: datetime) -> None:
    """Make stories told since then due to be tagged, their names to be looked for anew.

    In portions, each for itself: what a crash leaves out is asked for at the next start.
    """
    told = Story.objects.filter(last_at__gte=since).order_by("pk").values_list("pk", flat=True)
    last = 0
    while stories := list(told.filter(pk__gt=last)[:_TOGETHER]):
        with transaction.atomic():
            ArticleNames.objects.filter(article__membership__story__in=stories).delete()
            ask_for_tags(stories, now=now, settle=timedelta())
        last = stories[-1]


@transaction.atomic
def file_tags(
    made: Sequence[tuple[Tagging, Sequence[StoryTopic]]],
    *,
    now: datetime,
    names: Iterable[ArticleNames] = (),
) -> None:
    """File the topics of stories in place of those they had, and end the claims.

    `names` are of the articles that were read for it, once each or more.
    Raises LeaseLost, and has then filed none.
    """
    finish_all([(row, {}) for row, _ in made])
    stories = Story.objects.in_bulk([row.story_id for row, _ in made])
    for row, topics in sorted(made, key=lambda each: each[0].story_id):
        _file(stories[row.story_id], topics, now=now)
    file_local_ranks(stories)
    ArticleNames.objects.bulk_create(
        {one.article_id: one for one in names}.values(),
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["revision", "names"],
    )


def _file(story: Story, topics: Sequence[StoryTopic], *, now: datetime) -> None:
    at = story.last_at or now
    rows = find_rows(story, topics, now=now) if topics else {}
    Row.objects.filter(story=story).exclude(topic__in=rows).delete()
    Row.objects.bulk_create(
        [
            Row(
                story=story,
                topic_id=topic,
                lang=story.lang.partition("-")[0].lower(),
                at=at,
                salience=_lifted(one),
                reports=one.reports,
                voices=one.voices,
                mentions=[_keep(each) for each in one.mentions],
            )
            for topic, one in sorted(rows.items())
        ],
        update_conflicts=True,
        unique_fields=["story", "topic"],
        update_fields=["lang", "at", "salience", "reports", "voices", "mentions"],
    )


def _lifted(one: StoryTopic) -> float:
    """Let a story's subject stand first among its tags."""
    return one.salience + (10.0 if one.kind is TopicKind.SUBJECT else 0.0)


def _keep(one: Mention) -> list[Any]:
    return [one.text, int(one.article), one.revision, one.start, one.end, int(one.in_title)]
