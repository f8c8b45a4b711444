"""Filing pages whose bytes somebody hands in: an archive, or a program."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from typing import Any

from django.db import transaction

from wireroom.engine.terms import join_terms
from wireroom.news.identity import url_identity
from wireroom.news.models import Outlet, OutletState, Page, PageContent
from wireroom.news.queries.take_downs import taken_keys
from wireroom.news.services.elsewhere import GONE_HEALTH
from wireroom.news.services.leases import BEGUN_ANEW
from wireroom.news.services.pages import TERMS_LENGTH, keep_contents, page_content


class Given(StrEnum):
    """What became of a page that was handed in."""

    FILED = "filed"
    SAME = "filed before"
    OLDER = "older than what is known"
    GONE = "withdrawn by its outlet"
    TAKEN = "taken down here"
    BLOCKED = "its outlet is blocked"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenPage:
    """The bytes of a page as they stood at a canonical address; `captured_at` is aware."""

    url: str
    outlet_id: int
    body: bytes
    content_type: str
    captured_at: datetime
    terms: tuple[str, ...] = ()

    @property
    def content_hash(self) -> str:
        """The key of the bytes, as fetches have it."""
        return blake2b(self.body, digest_size=16).hexdigest()


@transaction.atomic
def file_given(given: Sequence[GivenPage], *, now: datetime) -> list[Given]:
    """File pages and make them due for reading; tell of each what became of it.

    Each address is to stand once among them. Filing the same again changes nothing: what is
    known of an address is replaced by what was captured later, and by nothing else.
    """
    refused = _refused(given)
    wanted = [one for one in given if one.url not in refused]
    known = {page.url: page for page in Page.objects.filter(url__in=[one.url for one in wanted])}
    Page.objects.bulk_create(
        [
            Page(url=one.url, outlet_id=one.outlet_id, seen_at=min(one.captured_at, now))
            for one in wanted
            if one.url not in known
        ],
        ignore_conflicts=True,  # a poll may have made it meanwhile
    )
    rows = {page.url: page for page in Page.objects.filter(url__in=[one.url for one in wanted])}
    fates = {one.url: refused.get(one.url) or _fate(rows[one.url], one) for one in given}
    fresh = [(rows[one.url], one) for one in wanted if fates[one.url] is Given.FILED]
    for page, one in fresh:
        Page.objects.filter(pk=page.pk).update(**_columns(one, now=now))
    keep_contents([_content(page, one, now=now) for page, one in fresh])
    return [fates[one.url] for one in given]


def _refused(given: Sequence[GivenPage]) -> dict[str, Given]:
    keys = {one.url: url_identity(one.url) for one in given}
    taken = taken_keys(keys.values())
    blocked = set(
        Outlet.objects.filter(
            pk__in={one.outlet_id for one in given}, state=OutletState.BLOCKED
        ).values_list("pk", flat=True)
    )
    refused = {one.url: Given.BLOCKED for one in given if one.outlet_id in blocked}
    return refused | {url: Given.TAKEN for url, key in keys.items() if key in taken}


def _fate(page: Page, one: GivenPage) -> Given:
    if page.content_hash == one.content_hash:
        return Given.SAME
    if page.health == GONE_HEALTH:
        return Given.GONE
    if page.fetched_at is not None and page.fetched_at >= one.captured_at:
        return Given.OLDER
    return Given.FILED


def _columns(one: GivenPage, *, now: datetime) -> dict[str, Any]:
    """The emptied lease drops what is under way: what it brings is older."""
    return {
        **BEGUN_ANEW, "step": "extract", "due_at": now,
        "status": 200, "etag": "", "last_modified": "",
        "fetched_at": min(one.captured_at, now), "content_hash": one.content_hash,
        "terms": join_terms(one.terms)[:TERMS_LENGTH],
    }  # fmt: skip


def _content(page: Page, one: GivenPage, *, now: datetime) -> PageContent:
    at = min(one.captured_at, now)
    return page_content(page, one.body, kind=one.content_type, url=one.url, at=at)
