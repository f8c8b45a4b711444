"""Filing a repair: memberships move, stories keep their ids, emptied ones lead on to another."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from django.db import transaction

from wireroom.engine.stories.replay import Replayed
from wireroom.news.models import Membership, Shard, Story
from wireroom.news.services.leases import finish
from wireroom.news.services.shards import fence
from wireroom.news.services.storylines import file_lines


@transaction.atomic
def file_replay(
    shard: Shard,
    replayed: Sequence[Replayed],
    *,
    holder: str,
    now: datetime,
    due_at: datetime | None,
    repaired_at: datetime | None,
) -> dict[int, Story]:
    """Move the articles that the replay places elsewhere; return their new stories by article.

    A group keeps the id of the story that holds most of it. `repaired_at` is until when what was
    assigned is repaired by it. Raises LeaseLost.
    """
    fence(shard.lang, holder)
    step = "repair" if due_at else ""
    finish(shard, step=step, due_at=due_at, repaired_at=repaired_at)
    places = {one.article: one for one in replayed}
    rows = Membership.objects.filter(article__in=places).select_related("story")
    current = {row.article_id: row for row in rows}
    targets = _choose_stories(places, current, shard.lang)
    moved = {
        article: targets[places[article].group]
        for article, row in current.items()
        if row.story_id != targets[places[article].group].pk
    }
    left = {article: current[article].story_id for article in moved}
    _move([current[article] for article in moved], places, moved, now=now)
    lead_on(left, moved)
    stories = {article: targets[places[article].group].pk for article in current}
    file_lines(replayed, stories, lang=shard.lang, now=now)
    touched = {*left.values(), *(story.pk for story in moved.values())}
    Story.objects.filter(pk__in=touched).update(step="publish", due_at=now, lease="")
    return moved


def _choose_stories(
    places: Mapping[int, Replayed], current: Mapping[int, Membership], lang: str
) -> dict[int, Story]:
    """Give every group a story: the one that most of it stands in, each to one group alone."""
    overlap: dict[int, Counter[int]] = defaultdict(Counter)
    for article, row in current.items():
        overlap[places[article].group][row.story_id] += 1
    stories = {row.story_id: row.story for row in current.values()}
    best_first = sorted(
        (-count, story, group)
        for group, counts in overlap.items()
        for story, count in counts.items()
    )
    chosen: dict[int, Story] = {}
    for _, story, group in best_first:
        if group not in chosen and stories[story] not in chosen.values():
            chosen[group] = stories[story]
    for group in sorted(overlap.keys() - chosen.keys()):
        chosen[group] = Story.objects.create(lang=lang)  # its storyline: file_lines
    return chosen


def _move(
    rows: Collection[Membership],
    places: Mapping[int, Replayed],
    moved: Mapping[int, Story],
    *,
    now: datetime,
) -> None:
    for row in rows:
        place = places[row.article_id]
        row.story, row.why = moved[row.article_id], place.why[:500]
        row.score, row.assigned_at = place.score, now
    Membership.objects.bulk_update(rows, ["story", "why", "score", "assigned_at"], batch_size=500)


def lead_on(left: Mapping[int, int], moved: Mapping[int, Story]) -> None:
    """Let a story that was emptied lead to where most of its articles went."""
    went: dict[int, Counter[int]] = defaultdict(Counter)
    for article, story_id in left.items():
        went[story_id][moved[article].pk] += 1
    emptied = Story.objects.filter(pk__in=went, memberships=None).values_list("pk", flat=True)
    for story_id in list(emptied):
        Story.objects.filter(pk=story_id).update(merged_into=went[story_id].most_common(1)[0][0])
