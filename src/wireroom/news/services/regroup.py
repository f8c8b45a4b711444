"""Filing a repair: memberships move, stories keep their ids, emptied ones lead on to another."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from wireroom.engine.stories.replay import Replayed
from wireroom.news.models import Membership, Shard, Story
from wireroom.news.services.leases import finish
from wireroom.news.services.shards import fence
from wireroom.news.services.storylines import file_lines


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
    # Thousands of rows, read and compared before others are kept from writing: whoever moves one
    # meanwhile takes the language, and then nothing of this is filed.
    places = {one.article: one for one in replayed}
    rows = Membership.objects.filter(article__in=places).values_list("article_id", "story_id")
    current = dict(rows)
    chosen = choose_stories(places, current)
    with transaction.atomic():
        fence(shard.lang, holder)
        step = "repair" if due_at else ""
        finish(shard, step=step, due_at=due_at, repaired_at=repaired_at)
        for group in sorted({places[article].group for article in current} - chosen.keys()):
            chosen[group] = Story.objects.create(lang=shard.lang).pk  # its storyline: file_lines
        wanted = {article: chosen[places[article].group] for article in current}
        moved = {article: story for article, story in wanted.items() if story != current[article]}
        left = {article: current[article] for article in moved}
        _move(moved, places, now=now)
        lead_on(left, moved)
        file_lines(replayed, wanted, lang=shard.lang, now=now)
        touched = {*left.values(), *moved.values()}
        Story.objects.filter(pk__in=touched).update(step="publish", due_at=now, lease="")
    stories = Story.objects.in_bulk(set(moved.values()))
    return {article: stories[story] for article, story in moved.items()}


def choose_stories(places: Mapping[int, Replayed], current: Mapping[int, int]) -> dict[int, int]:
    """Give groups the stories that most of them stand in, each to one group alone.

    A group for which none is left is to get a new one.
    """
    overlap: dict[int, Counter[int]] = defaultdict(Counter)
    for article, story in current.items():
        overlap[places[article].group][story] += 1
    best_first = sorted(
        (-count, story, group)
        for group, counts in overlap.items()
        for story, count in counts.items()
    )
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, story, group in best_first:
        if group not in chosen and story not in taken:
            chosen[group] = story
            taken.add(story)
    return chosen


def _move(moved: Mapping[int, int], places: Mapping[int, Replayed], *, now: datetime) -> None:
    rows = list(Membership.objects.filter(article__in=moved))
    for row in rows:
        place = places[row.article_id]
        row.story_id, row.why = moved[row.article_id], place.why[:500]
        row.score, row.assigned_at = place.score, now
    Membership.objects.bulk_update(rows, ["story", "why", "score", "assigned_at"], batch_size=500)


def lead_on(left: Mapping[int, int], moved: Mapping[int, int]) -> None:
    """Let a story that was emptied lead to where most of its articles went."""
    went: dict[int, Counter[int]] = defaultdict(Counter)
    for article, story_id in left.items():
        went[story_id][moved[article]] += 1
    emptied = Story.objects.filter(pk__in=went, memberships=None).values_list("pk", flat=True)
    for story_id in list(emptied):
        Story.objects.filter(pk=story_id).update(merged_into=went[story_id].most_common(1)[0][0])
