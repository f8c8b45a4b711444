"""Filing what a model wrote of stories, and asking for it anew when their briefs changed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from wireroom.engine.writing import Feature, Unwritten, Written
from wireroom.news.models import ModelAnswer, Writing
from wireroom.news.services.leases import LeaseLost, finish, put_off
from wireroom.news.services.servers import note_reply
from wireroom.news.services.spending import Cost, settle

# Calls cost money: of a story that grows by the minute, the model is asked when it has rested,
# and again after ten minutes at the earliest.
SETTLE: Final = timedelta(seconds=30)
REST: Final = timedelta(minutes=10)
# An answer is of use as long as its story is live; see pipeline/desks.WINDOW.
_KEPT: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one request: its reply, and what of it is kept and counted.

    `key` is where the answer is kept; where it was known, nothing `is_asked`. `day` is the one
    whose budget it was reserved from. `again_at` is when a request that
    failed is tried once more, None where it is given up.
    """

    server: str
    feature: Feature
    reply: Written | Unwritten
    day: date
    key: str
    is_asked: bool
    reserved: Cost
    spent: Cost
    prompt: str = ""
    content: Mapping[str, Any] | None = None
    again_at: datetime | None = None


def ask_for_writings(stories: Iterable[int], *, now: datetime) -> None:
    """Make a model's words due of stories whose briefs changed; inside the caller's transaction.

    One that is being written loses its lease, for it is of yesterday; it is not due before that
    would have ended, for the call may last as long.
    """
    ids = sorted(stories)
    rows = [Writing(story_id=story, step="write", due_at=now + SETTLE) for story in ids]
    Writing.objects.bulk_create(rows, ignore_conflicts=True)
    known = Writing.objects.filter(Q(due_at=None) | ~Q(lease=""), story__in=ids)
    for row in known.select_for_update().order_by("pk"):
        asked = {"step": "write", "lease": "", "attempts": 0, "dead_at": None}
        Writing.objects.filter(pk=row.pk).update(**asked, due_at=_due_anew(row, now=now))


def _due_anew(row: Writing, *, now: datetime) -> datetime:
    rested = (row.asked_at or row.written_at or now - REST) + REST
    return max(now + SETTLE, rested, row.due_at or now)


def note_asked(row: Writing, *, now: datetime) -> None:
    """Remember when a call is made, so that the next has its rest whatever becomes of this one."""
    Writing.objects.filter(pk=row.pk).update(asked_at=now)


def forget_asked() -> int:
    """Let nothing be due any more: AI was turned off."""
    return Writing.objects.filter(due_at__isnull=False).update(due_at=None, step="", lease="")


def known_answers(keys: Collection[str]) -> dict[str, Any]:
    """Return the answers that are kept under some keys."""
    return dict(ModelAnswer.objects.filter(key__in=keys).values_list("key", "answer"))


def wait_until(row: Writing, *, until: datetime, failure: str) -> None:
    """Put a request off that was not sent: the budget is spent, or the server rests."""
    finish(row, step="write", due_at=until, failure=failure)


def file_nothing(row: Writing) -> None:
    """End a claim where there is nothing that a model may be given."""
    finish(row, content={}, written_at=None, model="", failure="")


def file_outcome(row: Writing, outcome: Outcome, *, now: datetime) -> None:
    """File a reply with all that is counted of it.

    Raises LeaseLost: what the call cost is counted all the same, and the answer kept.
    """
    lost: LeaseLost | None = None
    with transaction.atomic():
        try:
            with transaction.atomic():
                _file(row, outcome, now=now)
        except LeaseLost as error:
            lost = error
        _count(outcome)
        _remember(outcome, now=now)
    if lost is not None:
        raise lost


def _remember(outcome: Outcome, *, now: datetime) -> None:
    if not outcome.is_asked:
        return
    note_reply(outcome.server, outcome.reply, now=now)
    if isinstance(outcome.reply, Written):
        kept = ModelAnswer(key=outcome.key, answer=dict(outcome.reply.answer), answered_at=now)
        ModelAnswer.objects.bulk_create([kept], ignore_conflicts=True)
        ModelAnswer.objects.filter(answered_at__lt=now - _KEPT).delete()


def _file(row: Writing, outcome: Outcome, *, now: datetime) -> None:
    reply = outcome.reply
    if isinstance(reply, Written):
        finish(
            row, content=dict(outcome.content or {}), model=reply.model[:200],
            prompt=outcome.prompt, written_at=now, failure="",
        )  # fmt: skip
    elif outcome.again_at is None:
        finish(row, failure=reply.failure.value)
        Writing.objects.filter(pk=row.pk).update(last_error=reply.why)
    elif not put_off(row, reply.why, until=outcome.again_at):
        raise LeaseLost(f"Writing {row.pk}")
    else:
        Writing.objects.filter(pk=row.pk).update(failure=reply.failure.value)


def _count(outcome: Outcome) -> None:
    content, reply = outcome.content or {}, outcome.reply
    withheld = len(content.get("withheld", ()))
    settle(
        outcome.feature,
        day=outcome.day,
        reserved=outcome.reserved,
        spent=outcome.spent,
        calls=reply.spent.calls,
        known=int(not outcome.is_asked),
        told=withheld + len(content.get("points", ())),
        withheld=withheld,
        failure=reply.failure.value if isinstance(reply, Unwritten) else "",
    )
