"""Filing transcripts of recordings: as announced, as fetched, or as not to be had."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from wireroom.engine.terms import join_terms, meta_terms
from wireroom.engine.types import FetchResult, TranscriptKind
from wireroom.engine.types import Transcript as Told
from wireroom.news.identity import key_of
from wireroom.news.models import Feed, Page, Transcript
from wireroom.news.models.held import HELD
from wireroom.news.queries.transcripts import SPEECHLESS
from wireroom.news.services.leases import BEGUN_ANEW, finish
from wireroom.news.services.pages import TERMS_LENGTH

_LONGEST_URL: Final = 2000
_TOGETHER: Final = 500  # rows of one statement; SQLite takes some thousands
_DEFLATE_LEVEL: Final = 6  # kept once, and a sixth smaller than at the level of pages


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldTranscript:
    """A transcript that a feed gives for a page; `is_new` where the feed says that it changed."""

    feed: Feed
    page_id: int
    told: Told
    is_new: bool = False

    @property
    def key(self) -> str:
        """What tells transcripts apart; queries of addresses may be keys for a day."""
        return key_of(
            "\x1f".join((self.told.kind, self.told.url.partition("?")[0], self.told.text))
        )


def announce_transcripts(given: Sequence[ToldTranscript], *, now: datetime) -> None:
    """Keep what feeds say of transcripts, and have pages read again for which that is news.

    Of another outlet's pages no feed is believed: their text would be put in its mouth.
    """
    for first in range(0, len(given), _TOGETHER):
        _announce(given[first : first + _TOGETHER], now=now)


def _announce(given: Sequence[ToldTranscript], *, now: datetime) -> None:
    pages = Page.objects.filter(pk__in=[one.page_id for one in given])
    homes = {pk: (of, url) for pk, of, url in pages.values_list("pk", "outlet_id", "url")}
    own = {
        one.page_id: one
        for one in given
        if one.page_id in homes
        and homes[one.page_id][0] == one.feed.outlet_id
        and len(one.told.url) <= _LONGEST_URL
    }
    if not own:
        return
    rows = Transcript.objects.filter(page__in=own).values_list("page_id", "key", "asked_at")
    known = {pk: (key, asked_at) for pk, key, asked_at in rows}
    waiting = {pk for pk, (_, asked_at) in known.items() if asked_at is None}
    fresh = {
        pk for pk, one in own.items() if one.is_new or pk not in known or known[pk][0] != one.key
    }
    _keep([_row(own[pk], homes[pk][1], now=now) for pk in sorted(fresh | waiting)])
    _read_again(fresh & known.keys(), fresh | waiting, now=now)


def _row(one: ToldTranscript, page_url: str, *, now: datetime) -> Transcript:
    is_had = one.told.url in ("", page_url)
    text = one.told.text.encode()
    return Transcript(
        page_id=one.page_id,
        feed=one.feed,
        key=one.key,
        kind=one.told.kind.value,
        url=one.told.url,
        deflated=zlib.compress(text, _DEFLATE_LEVEL) if text else b"",
        content_type="text/plain; charset=utf-8" if text else "",
        asked_at=now if is_had else None,
    )


def _keep(rows: Sequence[Transcript]) -> None:
    names = ("feed", "key", "kind", "url", "deflated", "content_type", "terms", "asked_at")
    Transcript.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["page"], update_fields=list(names)
    )


def _read_again(replaced: set[int], announced: set[int], *, now: datetime) -> None:
    """Make pages due for reading that a new transcript may change; those on their way will see it.

    One that is fetched again is read even where it is as it was.
    """
    Page.objects.filter(pk__in=replaced).update(etag="", last_modified="", content_hash="")
    rests = Q(due_at=None, lease="") | Q(step="fetch", lease="", due_at__gt=now) | Q(step=HELD)
    wanted = Q(pk__in=replaced) | Q(pk__in=announced, health__in=SPEECHLESS)
    ready = Page.objects.filter(rests, wanted, content__isnull=False)
    ready.update(step="extract", due_at=now, **BEGUN_ANEW)


def listening(*, now: datetime) -> dict[str, Any]:
    """Return the columns with which a page waits for its transcript; it is filed after that."""
    return {"step": "listen", "due_at": now}


@transaction.atomic
def file_transcript(page: Page, answer: FetchResult, *, now: datetime) -> None:
    """Keep a transcript that was fetched, and have its page read with it. Raises LeaseLost."""
    finish(page, step="extract", due_at=now)
    kept: Transcript = page.transcript
    own = meta_terms(answer.body) if kept.kind == TranscriptKind.HTML.value else ()
    _note(
        kept,
        deflated=zlib.compress(answer.body, _DEFLATE_LEVEL),
        content_type=answer.headers.get("content-type", "")[:200],
        terms=join_terms(answer.terms, own)[:TERMS_LENGTH],
        asked_at=now,
    )


@transaction.atomic
def file_silence(page: Page, *, now: datetime) -> None:
    """Note that a transcript is not to be had, and have its page filed as it is.

    Raises LeaseLost.
    """
    finish(page, step="extract", due_at=now)
    kept: Transcript | None = getattr(page, "transcript", None)
    if kept is not None:
        _note(kept, asked_at=now)


def _note(kept: Transcript, **columns: Any) -> None:
    """Change a row unless another transcript was announced meanwhile."""
    Transcript.objects.filter(pk=kept.pk, key=kept.key).update(**columns)
