"""Filing errors that readers report, and what editors decide about them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import F

from wireroom.engine.errors import BadInput
from wireroom.engine.versions import check_version
from wireroom.news.briefs import as_columns
from wireroom.news.hidden import cited_articles, piece_key, without_hidden
from wireroom.news.models import Brief, ErrorSender, ErrorState, Membership, ReportedError
from wireroom.news.queries.errors import read_hidden
from wireroom.news.services.briefs import ask_for_briefs
from wireroom.news.services.deed_log import By, Done, log_deed

TRANSLATION: Final = "translation"  # the room of errors in what a machine translated
MOST_WORDS: Final = 1000  # characters: what a reader needs to say why, and an editor to read
# Of one address within an hour: somebody who reads a story closely finds a handful.
MOST_OF_SENDER: Final = 5
# Waiting at once: beyond any newsroom's week, and short of what would fill a disk.
MOST_OPEN: Final = 5000
_HOUR: Final = timedelta(hours=1)


class TooMany(Exception):  # noqa: N818
    """No more errors are taken now: ask again in an hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What a reader reports: the piece as it was shown, and their words."""

    article: int
    revision: int
    start: int
    end: int
    room: str
    shown: str
    words: str = ""
    edition: str = ""


def file_error(noted: Noted, *, sender: str, now: datetime) -> ReportedError:
    """File a reader's report for editors; `sender` is a key that does not tell who it is.

    Raises TooMany where the sender, or all readers together, have sent too many.
    """
    if not _may_send(sender, now=now):
        raise TooMany
    if ReportedError.objects.filter(state=ErrorState.OPEN).count() >= MOST_OPEN:
        raise TooMany
    place = Membership.objects.filter(article=noted.article).first()
    return ReportedError.objects.create(
        story_id=place.story_id if place else None,
        article_id=noted.article,
        room=noted.room,
        revision=noted.revision,
        start=noted.start,
        end=noted.end,
        shown=noted.shown,
        key=piece_key(noted.shown),
        words=noted.words[:MOST_WORDS],
        edition=noted.edition,
        made_at=now,
    )


def _may_send(sender: str, *, now: datetime) -> bool:
    """Count one more of a sender; what is older than an hour is forgotten with its key."""
    ErrorSender.objects.filter(until__lte=now).delete()
    new = ErrorSender(key=sender, until=now + _HOUR)
    ErrorSender.objects.bulk_create([new], ignore_conflicts=True)
    # The condition stands in the UPDATE, so that of two at once none is counted for nothing.
    counted = ErrorSender.objects.filter(key=sender, count__lt=MOST_OF_SENDER)
    return bool(counted.update(count=F("count") + 1))


@transaction.atomic
def decide_error(
    number: int, state: ErrorState, *, by: str, why: str = "", now: datetime, seen: str = ""
) -> ReportedError:
    """Agree or decline: all that was reported of the same piece is decided with it.

    An agreed piece is gone from every brief when this ends, and stays out of those made later;
    one that is declined after all comes back with the next. Raises BadInput for an unknown one,
    and Overtaken where it is not in the state that was `seen` any more.
    """
    error = ReportedError.objects.select_for_update().filter(pk=number).first()
    if error is None:
        raise BadInput("no reported error %(error)s: './wireroom errors' lists them", error=number)
    same = ReportedError.objects.filter(article=error.article_id, key=error.key)
    before = error.state
    check_version(seen, before)
    was_hidden = same.filter(state=ErrorState.AGREED).exists()
    same.update(state=state, decided_at=now, decided_by=by[:100], decided_why=why[:400])
    if was_hidden or state is ErrorState.AGREED:
        _renew(_stories_of(error), now=now)
    error.refresh_from_db()
    done = Done(
        deed=f"error.{state.value}", subject=number,
        name=_name_of(error),
        before={"state": before}, after={"state": state.value},
    )  # fmt: skip
    log_deed(done, by=By(who=by, why=why, now=now))
    return error


def _name_of(error: ReportedError) -> str:
    """Return what the log calls the words; of a translation `start` numbers a text, from 0."""
    if error.room == TRANSLATION:
        return f"article {error.article_id}, translated text {error.start + 1}"
    return f"article {error.article_id}, {error.start}-{error.end}"


def _stories_of(error: ReportedError) -> set[int]:
    """Return where the article stands, and where it stood when the error was reported."""
    places = Membership.objects.filter(article=error.article_id)
    stories = set(places.values_list("story_id", flat=True))
    return stories if error.story_id is None else stories | {error.story_id}


def _renew(stories: Iterable[int], *, now: datetime) -> None:
    """Take what is hidden out of briefs at once, and have them made anew.

    A brief that is being made loses its lease: it may hold what has just been hidden.
    """
    ids = sorted(stories)
    for brief in Brief.objects.filter(story__in=ids).order_by("pk"):
        hidden = read_hidden(cited_articles(brief.content))
        shown = as_columns(without_hidden(brief.content, hidden))
        Brief.objects.filter(pk=brief.pk).update(**shown)
    ask_for_briefs(ids, now=now)
