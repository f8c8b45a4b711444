"""Filing what fetches brought."""

import zlib
from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Any, Final

from django.db import transaction

from wireroom.engine.pages.revisit import decide_visit
from wireroom.engine.terms import join_terms, restate
from wireroom.engine.types import FetchResult, Health
from wireroom.news.identity import is_on_web
from wireroom.news.models import Page, PageContent
from wireroom.news.services.leases import finish_all

# Level 6 takes four times as long, and keeps a sixth less.
_DEFLATE_LEVEL: Final = 1
TERMS_LENGTH: Final = 300
_MOST_QUIET: Final = 1_000
# What was read of these pages may be corrected by their outlet.
REPORTS: Final = frozenset({Health.ARTICLE.value, Health.PAYWALL.value})


@transaction.atomic
def file_fetches(fetched: Sequence[tuple[Page, FetchResult]], *, now: datetime) -> None:
    """Keep the bytes of answers, and make the pages due for reading whose bytes or terms are new.

    Raises LeaseLost, and has then filed none.
    """
    hashes = [blake2b(answer.body, digest_size=16).hexdigest() for _, answer in fetched]
    seen = list(zip(fetched, hashes, strict=True))
    finish_all(
        [
            (page, _page_columns(page, answer, key, is_new=key != page.content_hash, now=now))
            for (page, answer), key in seen
        ]
    )
    changed = [(page, answer) for (page, answer), key in seen if key != page.content_hash]
    keep_contents([_content(page, answer, now=now) for page, answer in changed])


def page_content(
    page: Page, body: bytes, *, packed: bytes | None = None, kind: str, url: str, at: datetime
) -> PageContent:
    """Return a row with a page's bytes as they are kept; `packed` is them deflated, if known."""
    return PageContent(
        page=page,
        deflated=packed or zlib.compress(body, _DEFLATE_LEVEL),
        content_type=kind[:200],
        url=url[:2000],
        captured_at=at,
    )


def keep_contents(contents: Sequence[PageContent]) -> None:
    """Keep pages' bytes in place of what was kept of them: one statement, new or not."""
    PageContent.objects.bulk_create(
        contents,
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["deflated", "content_type", "url", "captured_at"],
    )


def next_look(
    page: Page, *, now: datetime, health: str | None = None, changed: bool = False
) -> dict[str, Any]:
    """Return the columns with which a page waits for its next fetch, if it is worth one.

    Only what was read as a report is looked at again. `health` is what it was read as just now,
    where that is not on the row yet; `changed` says that this look brought something.
    """
    quiet = 0 if changed else min(page.quiet_looks + 1, _MOST_QUIET)
    came_out = min(page.announced_at or page.seen_at, page.seen_at)
    reported = (page.health if health is None else health) in REPORTS
    is_asked = reported and is_on_web(page.url)
    due_at = decide_visit(came_out, now, quiet_looks=quiet) if is_asked else None
    return {"step": "fetch" if due_at else "", "due_at": due_at, "quiet_looks": quiet}


def _page_columns(
    page: Page, answer: FetchResult, content_hash: str, *, is_new: bool, now: datetime
) -> dict[str, Any]:
    new = {**_to_be_read(page, now=now), "terms": join_terms(answer.terms)[:TERMS_LENGTH]}
    return {
        **(new if is_new else _as_it_was(page, answer, is_whole=True, now=now)),
        "content_hash": content_hash,
        "status": answer.status,
        "fetched_at": now,
        "etag": answer.headers.get("etag", "")[:500],
        "last_modified": answer.headers.get("last-modified", "")[:100],
    }


def _to_be_read(page: Page, *, now: datetime) -> dict[str, Any]:
    return {"step": "extract", "due_at": now, "quiet_looks": page.quiet_looks}


def _as_it_was(page: Page, answer: FetchResult, *, is_whole: bool, now: datetime) -> dict[str, Any]:
    """A page whose bytes are as they were is read again where its terms are not.

    Else it is looked at again as its report grows older.
    """
    told = restate(page.terms, answer.terms, is_whole=is_whole)
    is_read = told is not None and page.content_hash  # a 304 may answer who had nothing
    return {
        **(_to_be_read(page, now=now) if is_read else next_look(page, now=now)),
        "terms": page.terms if told is None else told[:TERMS_LENGTH],
    }


def _content(page: Page, answer: FetchResult, *, now: datetime) -> PageContent:
    # Mostly it came packed over the wire, and that is what is kept.
    kind = answer.headers.get("content-type", "")
    return page_content(page, answer.body, packed=answer.packed, kind=kind, url=answer.url, at=now)


@transaction.atomic
def file_unchanged(answered: Sequence[tuple[Page, FetchResult]], *, now: datetime) -> None:
    """Note that the addresses answered 304: only new terms are to be read. Raises LeaseLost."""
    same = {"status": 304, "fetched_at": now}
    finish_all(
        [
            (page, {**_as_it_was(page, answer, is_whole=False, now=now), **same})
            for page, answer in answered
        ]
    )


def look_sooner(page: Page, *, now: datetime) -> None:
    """Have a page that was just revised fetched again sooner: who corrects once does so again."""
    look = next_look(page, now=now, changed=True)
    waiting = Page.objects.filter(pk=page.pk, step="fetch", lease="", due_at__isnull=False)
    waiting.update(**(look if look["due_at"] else {"quiet_looks": 0}))
