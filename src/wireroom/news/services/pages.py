"""Filing what fetches brought."""

import zlib
from datetime import datetime
from hashlib import blake2b
from typing import Final

from django.db import transaction

from wireroom.engine.types import FetchResult
from wireroom.news.models import Page, PageContent
from wireroom.news.services.leases import finish

# Level 6 takes four times as long, and keeps a sixth less.
_DEFLATE_LEVEL: Final = 1


@transaction.atomic
def file_fetch(page: Page, result: FetchResult, *, now: datetime) -> bool:
    """Keep the bytes and make the page due for reading; False when they are the known ones.

    Raises LeaseLost.
    """
    content_hash = blake2b(result.body, digest_size=16).hexdigest()
    changed = content_hash != page.content_hash
    finish(
        page,
        step="extract" if changed else "",
        due_at=now if changed else None,
        content_hash=content_hash,
        status=result.status,
        fetched_at=now,
        etag=result.headers.get("etag", "")[:500],
        last_modified=result.headers.get("last-modified", "")[:100],
    )
    if changed:
        content = PageContent(
            page=page,
            deflated=zlib.compress(result.body, _DEFLATE_LEVEL),
            content_type=result.headers.get("content-type", "")[:200],
            url=result.url[:2000],
            captured_at=now,
        )
        PageContent.objects.bulk_create(  # one statement, new or not
            [content],
            update_conflicts=True,
            unique_fields=["page"],
            update_fields=["deflated", "content_type", "url", "captured_at"],
        )
    return changed


@transaction.atomic
def file_unchanged(page: Page, *, now: datetime) -> None:
    """Note that the address answered 304: nothing is to be read. Raises LeaseLost."""
    finish(page, status=304, fetched_at=now)
