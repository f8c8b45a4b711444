"""What moderators decide: each decision one transaction, one row of the log, and its undoing."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction

from wireroom.engine.versions import version_of
from wireroom.people.models import Person
from wireroom.talk.models import Ban, Comment, Decision, Mode, RemovedFor, State, Thread, Verdict
from wireroom.talk.services.counts import lock_comment, lock_thread, recount
from wireroom.talk.services.refused import Refused, Why

# The columns of a comment that a decision changes: a flag that comes in meanwhile keeps its count.
_DECIDED: Final = ("state", "removed_for", "removed_words", "waits")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moderating:
    """One decision: whose, when, and in which words besides its reason.

    `words` are one line of signs that a screen shows, cut where they are too long.
    """

    by: Person
    now: datetime
    words: str = ""
    seen: str = ""  # the mark of the comment as it was shown to who decides

    @transaction.atomic
    def show(self, comment_id: int) -> Decision:
        """Let everybody read a comment. Raises Refused for what its writer took away."""
        comment = self._take(comment_id)
        decision = self._log(Verdict.SHOW, comment, was=_before(comment))
        comment.state, comment.removed_for, comment.removed_words = State.SHOWN, "", ""
        return self._decided(comment, decision)

    @transaction.atomic
    def remove(self, comment_id: int, reason: RemovedFor) -> Decision:
        """Take a comment out of sight; its place and the reason stay. Raises Refused."""
        comment = self._take(comment_id)
        decision = self._log(Verdict.REMOVE, comment, was=_before(comment), reason=reason)
        comment.state, comment.removed_for = State.REMOVED, reason
        comment.removed_words = self._said()
        return self._decided(comment, decision)

    @transaction.atomic
    def ban(self, comment_id: int, reason: RemovedFor, *, days: int | None) -> Decision:
        """Remove a comment and let its writer write no more, for some days or for good."""
        comment = self._take(comment_id)
        commenter = comment.commenter
        if commenter is None:
            raise Refused(Why.GONE)
        until = None if days is None else self.now + timedelta(days=days)
        old = Ban.objects.filter(commenter=commenter).first()
        was = _before(comment) | {"ban": _kept_ban(old)}
        told = "" if until is None else until.isoformat()
        decision = self._log(Verdict.BAN, comment, was=was, reason=reason, told=told)
        Ban.objects.update_or_create(
            commenter=commenter,
            defaults={"until": until, "why": self._said(), "made_at": self.now},
        )
        comment.state, comment.removed_for = State.REMOVED, reason
        comment.removed_words = self._said()
        return self._decided(comment, decision)

    @transaction.atomic
    def set_mode(self, story_id: int, mode: Mode) -> Decision:
        """Open, slow, lock or close a story's comments."""
        thread = lock_thread(story_id)
        decision = Decision.objects.create(
            verdict=Verdict.MODE, story_id=story_id, told=mode, words=self._said(), by=self.by,
            made_at=self.now, was={"mode": thread.mode, "why": thread.why},
        )  # fmt: skip
        Thread.objects.filter(pk=story_id).update(mode=mode, why=self._said())
        return decision

    @transaction.atomic
    def undo(self, decision_id: int) -> Decision:
        """Take a decision back, the last one about its comment or story. Raises Refused."""
        told = Decision.objects.filter(pk=decision_id).values_list("comment", "story").first()
        if told is None:
            raise Refused(Why.DECIDED)
        comment_id, story_id = told
        # Only under the locks of every decision does it hold that none follows on this one.
        comment = self._take(comment_id) if comment_id else None
        if comment is None:
            lock_thread(story_id)
        decision = Decision.objects.get(pk=decision_id)
        if decision.undone_at is not None or _is_followed(decision):
            raise Refused(Why.DECIDED)
        if comment is None:
            Thread.objects.filter(pk=story_id).update(**decision.was)
        else:
            self._restore(comment, decision)
        decision.undone_by, decision.undone_at = self.by, self.now
        decision.save(update_fields=["undone_by", "undone_at"])
        return decision

    def _restore(self, comment: Comment, decision: Decision) -> None:
        was: dict[str, Any] = dict(decision.was)
        if "ban" in was:
            Ban.objects.filter(commenter=comment.commenter).delete()
            if was["ban"] is not None and comment.commenter is not None:
                Ban.objects.create(commenter=comment.commenter, **was["ban"])
        for name in _DECIDED:
            setattr(comment, name, was[name])
        comment.save(update_fields=_DECIDED)
        recount(comment)

    def _take(self, comment_id: int) -> Comment:
        comment = lock_comment(comment_id)
        if not comment.text:  # deleted by its writer: there is nothing to decide
            raise Refused(Why.GONE)
        if self.seen and self.seen != comment_version(comment):
            raise Refused(Why.DECIDED)
        return comment

    def _decided(self, comment: Comment, decision: Decision) -> Decision:
        comment.waits = False
        comment.save(update_fields=_DECIDED)
        recount(comment)
        return decision

    def _log(self, verdict: Verdict, comment: Comment, **columns: Any) -> Decision:
        return Decision.objects.create(
            verdict=verdict, comment=comment, commenter=comment.commenter,
            story_id=comment.story_id, words=self._said(), by=self.by, made_at=self.now, **columns,
        )  # fmt: skip

    def _said(self) -> str:
        return self.words[:400]


def comment_version(comment: Comment) -> str:
    """Return the mark of what is decided on: another one once it is decided, or written anew."""
    return version_of(comment.state, comment.waits, comment.text)


def _before(comment: Comment) -> dict[str, Any]:
    return {name: getattr(comment, name) for name in _DECIDED}


def _kept_ban(ban: Ban | None) -> dict[str, Any] | None:
    if ban is None:
        return None
    until = ban.until.isoformat() if ban.until else None
    return {"until": until, "why": ban.why, "made_at": ban.made_at.isoformat()}


def _is_followed(decision: Decision) -> bool:
    """Tell whether a later decision, not undone, stands upon it."""
    later = Decision.objects.filter(pk__gt=decision.pk, undone_at=None)
    if decision.comment_id is None:
        return later.filter(story=decision.story_id, verdict=Verdict.MODE).exists()
    same = later.filter(comment=decision.comment_id)
    if decision.verdict == Verdict.BAN:
        same |= later.filter(commenter=decision.commenter_id, verdict=Verdict.BAN)
    return same.exists()
