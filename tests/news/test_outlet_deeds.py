"""What the desk does to an outlet reaches its pages and feeds, and takes no news away."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.web.newsroom import make_outlet

from wireroom.news.models import Outlet, OutletState, Page, PageContent
from wireroom.news.services.deed_log import By
from wireroom.news.services.outlet_deeds import read_outlet_again, set_outlet_state

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)
SOON = NOW + timedelta(hours=3)
BY = By(who="ilsa", now=NOW)
pytestmark = pytest.mark.django_db


def make_page(outlet: Outlet, name: str, *, kept: bool = True, **columns: Any) -> Page:
    """Make a page that was seen an hour ago, with its bytes where they are kept."""
    seen = NOW - timedelta(hours=1)
    fetched = {"fetched_at": seen, "content_hash": "1"} if kept else {}
    url = f"https://tidewire.example/{name}"
    page = Page.objects.create(outlet=outlet, url=url, **{"seen_at": seen, **fetched, **columns})
    if kept:
        PageContent.objects.create(page=page, deflated=b"", url=url, captured_at=seen)
    return page


def steps() -> dict[str, tuple[str, datetime | None]]:
    """Return step and time of every page, by the end of its address."""
    rows = Page.objects.values_list("url", "step", "due_at")
    return {url.rpartition("/")[2]: (step, due_at) for url, step, due_at in rows}


def test_read_again_takes_the_pages_that_wait_for_their_next_look() -> None:
    outlet = make_outlet("Tidewire")
    make_page(outlet, "old", health="article")
    make_page(outlet, "waits", health="article", step="fetch", due_at=SOON)
    make_page(outlet, "asked", health="article", step="fetch", due_at=SOON, lease="x")
    make_page(outlet, "first", kept=False, step="fetch", due_at=SOON)
    assert read_outlet_again(outlet.pk, by=BY) == 2
    assert steps() == {
        "old": ("extract", NOW), "waits": ("extract", NOW),
        "asked": ("fetch", SOON), "first": ("fetch", SOON),
    }  # fmt: skip


def test_a_block_that_ends_has_lost_no_news() -> None:
    outlet = make_outlet("Tidewire")
    waits: dict[str, Any] = {"step": "fetch", "due_at": SOON}
    make_page(outlet, "first", kept=False, **waits)
    make_page(outlet, "unread", step="extract", due_at=NOW)
    make_page(outlet, "revised", health="article", step="extract", due_at=NOW)
    make_page(outlet, "revisit", health="article", **waits)
    make_page(outlet, "old", health="article", seen_at=NOW - timedelta(days=15))
    make_page(outlet, "front", health="section_front")
    make_page(outlet, "gone", kept=False, health="gone")
    set_outlet_state(outlet.pk, OutletState.BLOCKED, by=BY)
    assert {due_at for _, due_at in steps().values()} == {None}
    set_outlet_state(outlet.pk, OutletState.ON, by=BY)
    ended, read = ("", None), ("extract", NOW)
    assert steps() == {
        "first": ("fetch", NOW), "unread": read, "revised": read, "revisit": read,
        "old": ended, "front": ended, "gone": ended,
    }  # fmt: skip


def test_the_end_of_a_pause_reads_nothing_again() -> None:
    outlet = make_outlet("Tidewire")
    make_page(outlet, "read", health="article")
    set_outlet_state(outlet.pk, OutletState.PAUSED, by=BY)
    set_outlet_state(outlet.pk, OutletState.ON, by=BY)
    assert steps() == {"read": ("", None)}
