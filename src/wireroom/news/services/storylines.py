"""Filing which stories follow from one another: those of one line of a replay share a storyline."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from wireroom.engine.stories.replay import Replayed
from wireroom.news.models import Story, Storyline


def file_lines(
    replayed: Iterable[Replayed], story_of: Mapping[int, int], *, lang: str, now: datetime
) -> int:
    """Give the stories of every line one storyline, inside the caller's transaction.

    `story_of` is where the articles stand; return how many stories changed. A line keeps the
    storyline that most of its articles stand in, each storyline to one line alone: older
    stories, which no replay looks at any more, stay with the larger part.
    """
    sizes: dict[int, Counter[int]] = defaultdict(Counter)  # line -> story -> articles
    for one in replayed:
        if one.article in story_of:
            sizes[one.line][story_of[one.article]] += 1
    lines = dict(
        Story.objects.filter(pk__in={story for counts in sizes.values() for story in counts})
        .values_list("pk", "storyline_id")
    )  # fmt: skip
    chosen = _choose(sizes, lines)
    fresh = [line for line in sorted(sizes) if line not in chosen]
    made = Storyline.objects.bulk_create([Storyline(lang=lang, created_at=now) for _ in fresh])
    chosen |= {line: row.pk for line, row in zip(fresh, made, strict=True)}
    moves: dict[int, list[int]] = defaultdict(list)
    for line, counts in sizes.items():
        moves[chosen[line]] += [story for story in counts if lines.get(story) != chosen[line]]
    return sum(
        Story.objects.filter(pk__in=stories).update(storyline=storyline)
        for storyline, stories in moves.items()
        if stories
    )


def _choose(sizes: Mapping[int, Counter[int]], lines: Mapping[int, int | None]) -> dict[int, int]:
    """Return the storylines that lines keep, the largest overlap first."""
    overlap: Counter[tuple[int, int]] = Counter()
    for line, counts in sizes.items():
        for story, count in counts.items():
            kept = lines.get(story)
            if kept is not None:
                overlap[line, kept] += count
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for (line, kept), _ in sorted(overlap.items(), key=lambda one: (-one[1], one[0][1], one[0][0])):
        if line not in chosen and kept not in taken:
            chosen[line] = kept
            taken.add(kept)
    return chosen
