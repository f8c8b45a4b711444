"""What waits for moderators, and the log of what they decided."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Q

from wireroom.engine.moderation.assessment import Reason
from wireroom.talk.models import Comment, CommentRevision, Decision, Flag, State

PAGE: Final = 30
# Bytes of what readers wrote that a page shows, its first comment whatever it holds: thirty of
# the longest comments, each with what it said before, are a page of several hundred thousand.
PAGE_BYTES: Final = 30_000
LOG_PAGE: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A comment that waits, with everything a decision needs; `before` are its former texts."""

    comment: Comment
    reasons: tuple[Reason, ...]
    flags: tuple[Flag, ...]
    before: tuple[CommentRevision, ...]

    @property
    def is_held(self) -> bool:
        """Tell whether nobody sees it yet."""
        return self.comment.state == State.HELD


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePage:
    """Waiting comments, the oldest first; `later` is after which comment the next page begins."""

    waiting: tuple[Waiting, ...]
    later: int | None


def read_queue(*, after: int = 0) -> QueuePage:
    """Return what waits, the oldest first, after a comment: four queries at most, however much."""
    rows = Comment.objects.filter(waits=True)
    last = Comment.objects.filter(pk=after).values_list("made_at", flat=True).first()
    if last is not None:
        # The first part lets the index be used.
        rows = rows.filter(Q(made_at__gte=last), Q(made_at__gt=last) | Q(pk__gt=after))
    rows = rows.select_related("commenter", "commenter__ban", "story", "parent__commenter")
    listed = list(rows.prefetch_related("flags", "revisions").order_by("made_at", "pk")[: PAGE + 1])
    waiting = [_waiting(row) for row in listed]
    shown = _on_one_page(waiting)
    return QueuePage(
        waiting=tuple(waiting[:shown]),
        later=waiting[shown - 1].comment.pk if len(waiting) > shown else None,
    )


def _on_one_page(waiting: Sequence[Waiting]) -> int:
    """Return how many of the comments one page shows: one at least, where there is one."""
    size = 0
    for place, one in enumerate(waiting[:PAGE]):
        said = (one.comment.text, *(before.text for before in one.before))
        size += sum(len(text.encode()) for text in said)
        if size > PAGE_BYTES and place:
            return place
    return min(PAGE, len(waiting))


def read_whole_queue() -> Iterator[Waiting]:
    """Yield everything that waits, page by page."""
    after: int | None = 0
    while after is not None:
        page = read_queue(after=after)
        yield from page.waiting
        after = page.later


def count_waiting(*, most: int = 1000) -> int:
    """Return how many wait, counted no further than `most`."""
    return Comment.objects.filter(waits=True)[:most].count()


def read_reasons(kept: Sequence[Sequence[object]]) -> tuple[Reason, ...]:
    """Return the scorer's reasons from the rows of Comment.reasons."""
    return tuple(Reason(*one) for one in kept)  # type: ignore[arg-type]


def read_log(*, before: int | None = None) -> list[Decision]:
    """Return decisions, the latest first, from one on."""
    rows = Decision.objects.select_related("comment__commenter", "commenter", "story", "by")
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return list(rows.select_related("undone_by").order_by("-pk")[:LOG_PAGE])


def _waiting(row: Comment) -> Waiting:
    return Waiting(
        comment=row,
        reasons=read_reasons(row.reasons),
        flags=tuple(sorted(row.flags.all(), key=lambda flag: flag.pk)),
        before=tuple(sorted(row.revisions.all(), key=lambda one: one.number)),
    )
