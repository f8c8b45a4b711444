"""Comments as a host takes them along: all of them, or those of one story."""

from collections.abc import Iterator
from datetime import datetime
from typing import TypedDict

from wireroom.talk.models import Comment
from wireroom.talk.queries.family import read_talk

# Rows in memory at once, each of 5,000 letters at most.
_CHUNK = 500


class ExportedComment(TypedDict):
    """One comment; times as ISO 8601, `by` the name that its writer chose, None where they left.

    `story` is that in which it was written. `text` is empty where its writer deleted it;
    `earlier` is what it said before edits.
    """

    id: int
    story: int
    answers: int | None
    by: str | None
    by_desk: bool
    lang: str
    text: str
    earlier: list[str]
    state: str
    removed_for: str
    removed_words: str
    flags: int
    suggestion: str
    made_at: str
    edited_at: str | None


def export_comments(story_id: int | None = None) -> Iterator[ExportedComment]:
    """Yield comments in the order of their numbers, an answer after what it answers.

    Of a story also those of stories that were merged into it. No account is told: of whoever
    wrote, the name alone, as the pages do.
    """
    rows = Comment.objects.select_related("commenter").prefetch_related("revisions")
    if story_id is not None:
        rows = rows.filter(story__in=read_talk(story_id).talked)
    for row in rows.order_by("pk").iterator(chunk_size=_CHUNK):
        yield _exported(row)


def _exported(row: Comment) -> ExportedComment:
    earlier = sorted(row.revisions.all(), key=lambda one: one.number)
    return ExportedComment(
        id=row.pk,
        story=row.story_id,
        answers=row.parent_id,
        by=row.commenter.name if row.commenter else None,
        by_desk=row.by_desk,
        lang=row.lang,
        text=row.text,
        earlier=[one.text for one in earlier],
        state=row.state,
        removed_for=row.removed_for,
        removed_words=row.removed_words,
        flags=row.flags_count,
        suggestion=row.suggestion,
        made_at=row.made_at.isoformat(),
        edited_at=_said(row.edited_at),
    )


def _said(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
