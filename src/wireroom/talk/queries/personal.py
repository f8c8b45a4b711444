"""Everything of a person's in the talk, as they may take it along, and as their page shows it."""

from collections.abc import Iterator
from datetime import datetime
from typing import TypedDict

from wireroom.people.models import Person
from wireroom.talk.models import Blocked, Comment, Commenter, Decision, Flag


class KeptComment(TypedDict):
    """One comment; times as ISO 8601, `earlier` what it said before edits, `headline` empty where
    the story was withdrawn.
    """

    id: int
    story: int
    headline: str
    answers: int | None
    text: str
    state: str
    removed_for: str
    removed_words: str
    suggestion: str
    scores: dict[str, float]
    made_at: str
    edited_at: str | None
    earlier: list[str]


class KeptFlag(TypedDict):
    """A flag that the person put on a comment."""

    comment: int
    kind: str
    words: str
    made_at: str


class KeptBan(TypedDict):
    """That the person may not comment, and until when."""

    until: str | None
    why: str


class KeptTalk(TypedDict):
    """All that is kept of a person's part in the talk."""

    name: str | None
    named_at: str | None
    ban: KeptBan | None
    blocked: list[str]
    flags: list[KeptFlag]
    decisions: list[int]
    comments: list[KeptComment]


def find_commenter(person: Person) -> Commenter | None:
    """Return a person as a commenter; None where they have chosen no name."""
    return Commenter.objects.select_related("ban").filter(person=person).first()


def read_blocked(person: Person) -> list[Commenter]:
    """Return whom a person does not want to see, by name."""
    ids = Blocked.objects.filter(person=person).values("commenter")
    return list(Commenter.objects.filter(pk__in=ids).order_by("name"))


def read_own(commenter: Commenter, *, before: int | None = None, most: int = 50) -> list[Comment]:
    """Return a commenter's comments, the latest first, from one on."""
    rows = Comment.objects.filter(commenter=commenter).select_related("story")
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return list(rows.order_by("-pk")[:most])


def export_talk(person: Person) -> KeptTalk:
    """Return all that belongs to a person, as plain values."""
    commenter = find_commenter(person)
    ban = getattr(commenter, "ban", None)
    flags = Flag.objects.filter(person=person).order_by("pk")
    return KeptTalk(
        name=commenter.name if commenter else None,
        named_at=commenter.made_at.isoformat() if commenter else None,
        ban=KeptBan(until=_said(ban.until), why=ban.why) if ban else None,
        blocked=[one.name for one in read_blocked(person)],
        flags=[
            KeptFlag(
                comment=flag.comment_id,
                kind=flag.kind,
                words=flag.words,
                made_at=flag.made_at.isoformat(),
            )
            for flag in flags
        ],
        decisions=list(
            Decision.objects.filter(by=person).order_by("pk").values_list("pk", flat=True)
        ),
        comments=list(_kept_comments(commenter)) if commenter else [],
    )


def _kept_comments(commenter: Commenter) -> Iterator[KeptComment]:
    rows = Comment.objects.filter(commenter=commenter).select_related("story")
    for row in rows.prefetch_related("revisions").order_by("pk"):
        earlier = sorted(row.revisions.all(), key=lambda one: one.number)
        yield KeptComment(
            id=row.pk,
            story=row.story_id,
            headline="" if row.story.spiked_at else row.story.headline,
            answers=row.parent_id,
            text=row.text,
            state=row.state,
            removed_for=row.removed_for,
            removed_words=row.removed_words,
            suggestion=row.suggestion,
            scores={kind: score for kind, score in row.scores.items() if score},
            made_at=row.made_at.isoformat(),
            edited_at=_said(row.edited_at),
            earlier=[one.text for one in earlier],
        )


def _said(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
