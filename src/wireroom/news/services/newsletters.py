"""Filing letters of newsletters: each once, and up to which letter a mailbox was read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any, Final

from django.db import transaction
from django.db.models import F

from wireroom.engine.errors import BadInput
from wireroom.engine.newsletters.issue import Envelope
from wireroom.engine.newsletters.read import Issue
from wireroom.engine.types import FeedEntry
from wireroom.news.identity import issue_address
from wireroom.news.models import (
    IssueFate,
    Mailbox,
    NewsletterIssue,
    NewsletterSender,
    Outlet,
    OutletState,
)
from wireroom.news.services.entries import Announcement, announce_pages
from wireroom.news.services.feeds import usable_entries
from wireroom.news.services.given import Given, GivenPage, file_given
from wireroom.news.services.known_entries import page_ids
from wireroom.news.services.leases import finish

# What came before a sender was admitted is taken as far back: who subscribes admits within days.
LATELY: Final = timedelta(days=7)
OUTLET_RESTS: Final = "its outlet is paused or blocked"
_GONE: Final = "it is not in the mailbox any more, or longer than letters are read"
_REASON_LENGTH: Final = 300
_HTML: Final = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """A letter and what it brought: an issue, a reason why not, or neither for unknown senders.

    `envelope` is None where not even its head can be read; `key` names it all the same.
    """

    uid: int
    key: str
    arrived_at: datetime
    envelope: Envelope | None = None
    issue: Issue | None = None
    outlet_id: int | None = None
    reason: str = ""


def use_mailbox(name: str | None, *, now: datetime) -> None:
    """Have the named mailbox looked into, and no other."""
    key = blake2b((name or "").encode(), digest_size=16).hexdigest()
    Mailbox.objects.exclude(key=key).update(step="", due_at=None)
    if name is not None:
        due = {"step": "letters", "due_at": now}
        row, is_new = Mailbox.objects.get_or_create(key=key, defaults={"name": name[:300], **due})
        if not is_new and (row.due_at is None or row.dead_at is not None):
            Mailbox.objects.filter(pk=row.pk).update(**due, lease="", attempts=0, dead_at=None)


@transaction.atomic
def file_letters(
    mailbox: Mailbox,
    came: Sequence[Came],
    *,
    now: datetime,
    spacing_s: float,
    gone: Sequence[int] = (),
    **state: Any,
) -> int:
    """File what letters brought and the mailbox's new state; return how many pages became due.

    A letter that is known is passed over, whatever number it has by now; for those that are `gone`
    nobody waits any more. Raises LeaseLost.
    """
    finish(mailbox, **state)
    if gone:
        waiting = NewsletterIssue.objects.filter(mailbox=mailbox, fate=IssueFate.WAITING)
        lost = waiting.filter(validity=state["validity"], uid__in=gone)
        lost.update(fate=IssueFate.REFUSED, reason=_GONE)
    known = {
        row.key: row for row in NewsletterIssue.objects.filter(key__in=[one.key for one in came])
    }
    senders = _senders(came)
    count = 0
    for one in {one.key: one for one in came}.values():
        row = known.get(one.key)
        if row is None:
            row = NewsletterIssue(key=one.key, arrived_at=one.arrived_at, fate=IssueFate.UNKNOWN)
        elif row.fate != IssueFate.WAITING:
            continue
        row.mailbox, row.uid, row.validity = mailbox, one.uid, state["validity"]
        row.sender = senders[one.envelope.sender.key] if one.envelope else None
        count += _file(row, one, now=now, spacing_s=spacing_s)
    return count


def _senders(came: Sequence[Came]) -> dict[str, NewsletterSender]:
    """Return the row of every sender, those that never wrote before made."""
    met = {one.envelope.sender.key: one for one in came if one.envelope is not None}
    NewsletterSender.objects.bulk_create(
        [
            NewsletterSender(
                key=key, name=one.envelope.sender.name, site=one.envelope.sender.site[:255],
                first_at=one.arrived_at, last_at=one.arrived_at,
            )
            for key, one in met.items()
            if one.envelope is not None
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    rows = NewsletterSender.objects.filter(key__in=met).select_related("outlet")
    return {row.key: row for row in rows}


def _file(row: NewsletterIssue, one: Came, *, now: datetime, spacing_s: float) -> int:
    is_new = row.pk is None
    row.reason = one.reason[:_REASON_LENGTH]
    # As it is now: a look takes minutes, in which a sender may be dismissed, an outlet blocked.
    outlet = row.sender.outlet if row.sender is not None else None
    if one.issue is not None and outlet is not None and outlet.pk == one.outlet_id:
        if outlet.state == OutletState.ON:
            row.fate = IssueFate.TAKEN
            row.pages = _file_issue(one, one.issue, outlet.pk, now=now, spacing_s=spacing_s)
        else:
            row.fate, row.reason = IssueFate.REFUSED, OUTLET_RESTS
    elif one.reason:
        row.fate = IssueFate.REFUSED
    elif outlet is not None:
        row.fate = IssueFate.WAITING  # admitted while the look was under way
    row.save()
    _count(row, is_new=is_new)
    return row.pages


def _file_issue(one: Came, issue: Issue, outlet_id: int, *, now: datetime, spacing_s: float) -> int:
    assert one.envelope is not None
    if issue.page:
        given = GivenPage(
            url=issue_address(one.key),
            outlet_id=outlet_id,
            body=issue.page,
            content_type=_HTML,
            captured_at=one.arrived_at,
        )
        return sum(fate is Given.FILED for fate in file_given([given], now=now))
    told = [
        FeedEntry(guid=link.url, url=link.url, title=link.title, published_at=one.envelope.sent_at)
        for link in issue.links
    ]
    (usable,) = usable_entries([told])
    known = page_ids([one.url for one in usable])
    announced = Announcement(outlet_id=outlet_id, entries=usable, spacing_s=spacing_s)
    return len(announce_pages([announced], now=now)) - len(known)


def _count(row: NewsletterIssue, *, is_new: bool) -> None:
    if row.sender_id is None:
        return
    changes: dict[str, Any] = {"last_at": row.arrived_at}
    if is_new:
        changes["issues"] = F("issues") + 1
    if row.fate == IssueFate.TAKEN:
        changes["taken"] = F("taken") + 1
    if row.fate == IssueFate.REFUSED:
        changes |= {"refused": F("refused") + 1, "refusal": row.reason}
    NewsletterSender.objects.filter(pk=row.sender_id).update(**changes)


@transaction.atomic
def admit_sender(key: str, outlet: Outlet, *, now: datetime) -> int:
    """Take a sender's letters as the outlet's; return how many that came lately are taken, too.

    Raises BadInput where nobody of that name wrote.
    """
    sender = NewsletterSender.objects.filter(key=key.strip().lower()).first()
    if sender is None:
        raise BadInput(
            "nobody called %(key)s wrote; './wireroom newsletters' lists who did", key=repr(key)
        )
    NewsletterSender.objects.filter(pk=sender.pk).update(outlet=outlet)
    waiting = NewsletterIssue.objects.filter(
        sender=sender, fate=IssueFate.UNKNOWN, arrived_at__gte=now - LATELY
    ).update(fate=IssueFate.WAITING)
    Mailbox.objects.filter(step="letters", lease="", due_at__gt=now).update(due_at=now)
    return waiting


@transaction.atomic
def dismiss_sender(key: str) -> None:
    """Take no more letters of a sender; what was taken stays. Raises BadInput."""
    sender = NewsletterSender.objects.filter(key=key.strip().lower()).first()
    if sender is None or sender.outlet_id is None:
        raise BadInput("nobody called %(key)s is admitted", key=repr(key))
    NewsletterSender.objects.filter(pk=sender.pk).update(outlet=None)
    waiting = NewsletterIssue.objects.filter(sender=sender, fate=IssueFate.WAITING)
    waiting.update(fate=IssueFate.UNKNOWN)
