"""Filing what fetches brought."""

import zlib
from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Any, Final

from django.db import transaction

from wireroom.engine.types import FetchResult
from wireroom.news.models import Page, PageContent
from wireroom.news.services.leases import finish_all

# Level 6 takes four times as long, and keeps a sixth less.
_DEFLATE_LEVEL: Final = 1


@transaction.atomic
def file_fetches(fetched: Sequence[tuple[Page, FetchResult]], *, now: datetime) -> None:
    """Keep the bytes of answers, and make the pages due for reading whose bytes are new.

    Raises LeaseLost, and has then filed none.
    """
    hashes = [blake2b(answer.body, digest_size=16).hexdigest() for _, answer in fetched]
    seen = list(zip(fetched, hashes, strict=True))
    finish_all(
        [
            (page, _page_columns(answer, key, is_new=key != page.content_hash, now=now))
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


def _page_columns(
    answer: FetchResult, content_hash: str, *, is_new: bool, now: datetime
) -> dict[str, Any]:
    return {
        "step": "extract" if is_new else "",
        "due_at": now if is_new else None,
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
    finish_all([(page, {"status": 304, "fetched_at": now}) for page in pages])
