"""Filing what fetches brought."""

import zlib
from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Any, Final

from django.db import transaction

from wireroom.engine.pages.revisit import decide_visit
from wireroom.engine.terms import join_terms
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
    """Keep the bytes of answers, and make the pages due for reading whose bytes are new.

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
    PageContent.objects.bulk_create(  # one statement, new or not
        [_content(page, answer, now=now) for page, answer in changed],
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
    # A page whose bytes are as they were is looked at again as its report grows older.
    step = {"step": "extract", "due_at": now, "quiet_looks": page.quiet_looks}
    return {
        **(step if is_new else next_look(page, now=now)),
        "terms": join_terms(answer.terms)[:TERMS_LENGTH],
        "content_hash": content_hash,
        "status": answer.status,
        "fetched_at": now,
        "etag": answer.headers.get("etag", "")[:500],
        "last_modified": answer.headers.get("last-modified", "")[:100],
    }


def _content(page: Page, answer: FetchResult, *, now: datetime) -> PageContent:
    # Mostly it came packed over the wire, and that is what is kept.
    return PageContent(
        page=page,
        deflated=answer.packed or zlib.compress(answer.body, _DEFLATE_LEVEL),
        content_type=answer.headers.get("content-type", "")[:200],
        url=answer.url[:2000],
        captured_at=now,
    )


@transaction.atomic
def file_unchanged(pages: Sequence[Page], *, now: datetime) -> None:
    """Note that the addresses answered 304: nothing is to be read. Raises LeaseLost."""
    finish_all(
        [(page, {**next_look(page, now=now), "status": 304, "fetched_at": now}) for page in pages]
    )


def look_sooner(page: Page, *, now: datetime) -> None:
    """Have a page that was just revised fetched again sooner: who corrects once does so again."""
    look = next_look(page, now=now, changed=True)
    waiting = Page.objects.filter(pk=page.pk, step="fetch", lease="", due_at__isnull=False)
    waiting.update(**(look if look["due_at"] else {"quiet_looks": 0}))
