"""Fills in what people did, for the gallery: comments, flags, errors, the log, second steps.

Pages of moderators, editors and accounts have something to show only after somebody acted.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from wireroom.news.models import Article, Story
    from wireroom.people.models import Person
    from wireroom.talk.models import Comment, Commenter

# As long as a commenter's name may be, without a space; and one of the other direction.
NAMES: Final = ("Wilhelmina-Featherstone-of-Ostvik", "مراسل المرفأ القديم")
# Of the sample newsroom, and the most that a page shows of each at once.
SAMPLE_ROWS, _MOST_ROWS = 6, 120

Places = dict[str, str | int]


def add_deeds(
    lang: str, rows: int, people: "Sequence[Person]", *, says: Sequence[str], now: datetime
) -> Places:
    """Let people act on a language's largest story; return what goes into addresses of it."""
    from django.db.models import Count

    from wireroom.news.models import Membership, Story
    from wireroom.reading.models import Highlight

    held = Story.objects.filter(lang=lang, spiked_at=None, merged_into=None)
    story = held.annotate(number=Count("memberships")).order_by("-number", "pk").first()
    if story is None:
        return {}
    member = Membership.objects.filter(story=story).select_related("article__outlet").first()
    assert member  # it is the largest
    count = SAMPLE_ROWS if rows < 0 else min(rows, _MOST_ROWS)
    host, newcomer = people
    comments = _talk(story, [host.commenter, newcomer.commenter], count, says=says, now=now)
    _flag(comments, people, says=says, now=now)
    _report(member.article, story, count, says=says, now=now)
    _log(count, says=says, now=now)
    note, _ = Highlight.objects.get_or_create(
        person=host, article=member.article, revision=1, start=0, end=20,
        defaults={"words": says[0][:20], "note": says[0][:300]},
    )  # fmt: skip
    return {
        "note": note.pk, "talk": story.pk, "own": comments[0].pk, "comment": comments[-1].pk,
        "outlet_id": member.article.outlet_id, "report": member.article_id,
    }  # fmt: skip


def name_people(people: "Sequence[Person]", *, now: datetime) -> None:
    """Give people the names under which they comment."""
    from wireroom.talk.services.names import choose_name

    for person, name in zip(people, NAMES, strict=True):
        choose_name(person, name, now=now)


def _talk(
    story: "Story",
    writers: "Sequence[Commenter]",
    count: int,
    *,
    says: Sequence[str],
    now: datetime,
) -> "list[Comment]":
    """Let two people answer one another, every sixth time anew; every third comment waits."""
    from wireroom.engine.talk.paths import path_below
    from wireroom.talk.models import Comment, Thread
    from wireroom.talk.services.counts import recount_threads

    Thread.objects.get_or_create(story=story)
    rows: list[Comment] = []
    for n in range(max(2, count)):
        to = rows[-1] if n % 6 and rows[-1].state == "shown" else None
        is_held = n % 3 == 2
        row = Comment.objects.create(
            story=story, commenter=writers[n % 2], parent=to, path="", text=says[n % len(says)],
            lang=story.lang, state="held" if is_held else "shown", waits=is_held,
            suggestion="hold" if is_held else "show", form=f"gallery {story.pk} {n}",
            reasons=[["insult", "called", 0, 8, 0.9]] if is_held else [], scores={"insult": 0.9},
            made_at=now - timedelta(minutes=count - n),
        )  # fmt: skip
        row.path = path_below(to.path if to else "", row.pk)
        row.save(update_fields=["path"])
        rows.append(row)
    Comment.objects.filter(pk=rows[-1].pk).update(state="shown")
    recount_threads([story.pk])
    return rows


def _flag(
    comments: "Sequence[Comment]",
    people: "Sequence[Person]",
    *,
    says: Sequence[str],
    now: datetime,
) -> None:
    """Flag what waits, and let the host remove one comment and show another."""
    from wireroom.talk.models import Flag, RemovedFor
    from wireroom.talk.services.moderating import Moderating

    waiting = [one for one in comments[1:-1] if one.waits]
    for one in waiting:
        Flag.objects.create(
            comment=one, person=people[1], kind="threat", words=says[0][:300], made_at=now
        )
    moderating = Moderating(by=people[0], now=now, words=says[0])
    for one in waiting[:1]:
        moderating.remove(one.pk, RemovedFor.INSULT)
    for one in waiting[1:2]:
        moderating.show(one.pk)


def _report(
    article: "Article", story: "Story", count: int, *, says: Sequence[str], now: datetime
) -> None:
    """Report errors in the words of a report."""
    from wireroom.news.models import ReportedError

    ReportedError.objects.bulk_create(
        ReportedError(
            story=story, article=article, room="brief", revision=1, start=n, end=n + 20,
            shown=says[n % len(says)], key=f"{n}", words=says[(n + 1) % len(says)],
            edition=story.lang, made_at=now,
        )
        for n in range(count)
    )  # fmt: skip


def _log(count: int, *, says: Sequence[str], now: datetime) -> None:
    """Write what the desk did into its log."""
    from wireroom.news.services.deed_log import By, Done, log_deed

    for n in range(count):
        by = By(who="host@tidewire.example", why=says[n % len(says)][:400], now=now)
        done = Done(deed="outlet.pause", subject=n, name=says[(n + 1) % len(says)][:300])
        log_deed(done, by=by)


def add_second_steps(person: "Person") -> int:
    """Let a person have a second step of every kind: an app, codes, a key; return the key's row."""
    from allauth.mfa.models import Authenticator

    kinds = Authenticator.Type
    for kind, data in (
        (kinds.TOTP, {"secret": "JBSWY3DPEHPK3PXP"}),
        (kinds.RECOVERY_CODES, {"seed": "0123456789abcdef", "used_mask": 0}),
        (kinds.WEBAUTHN, {"name": NAMES[0], "credential": {}}),
    ):
        made = Authenticator.objects.create(user=person, type=kind, data=data)
    return int(made.pk)
