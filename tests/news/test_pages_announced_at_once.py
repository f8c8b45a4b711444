"""Two coordinators that announce the same pages in other orders: neither ends the other."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from django.db import connection, connections, transaction

from wireroom.engine.types import FeedEntry
from wireroom.news.models import Page
from wireroom.news.services.entries import Announcement, announce_pages
from wireroom.news.services.outlets import OutletFacts, file_outlet

# SQLite lets one write at a time, from its beginning to its end.
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="locks of PostgreSQL's rows"),
]
NOW = datetime(2031, 3, 2, 10, tzinfo=UTC)
_LONGEST_WAIT_S = 60  # what ends a wait for nothing
_BLOCKED = "SELECT count(*) FROM pg_locks WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))"


@pytest.fixture
def other() -> Iterator[ThreadPoolExecutor]:
    """Yield another coordinator, with a connection of its own."""
    with ThreadPoolExecutor(1) as pool:
        yield pool
        pool.submit(connections.close_all).result()


def announce(outlet_id: int, *names: str) -> dict[str, int]:
    urls = [f"https://tidewire.example/{name}" for name in names]
    entries = [FeedEntry(guid=url, url=url, title="Ferry late") for url in urls]
    told = Announcement(outlet_id=outlet_id, entries=entries, spacing_s=1.0)
    with transaction.atomic():
        return announce_pages([told], now=NOW)


def wait_for_lock() -> None:
    until = time.monotonic() + _LONGEST_WAIT_S
    while time.monotonic() < until:
        with connection.cursor() as cursor:
            cursor.execute(_BLOCKED)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.01)
    pytest.fail("nobody waits")


def test_both_file_the_same_pages_whatever_their_order(other: ThreadPoolExecutor) -> None:
    outlet, _ = file_outlet(OutletFacts(name="Tidewire", home_url="https://tidewire.example/"))
    with transaction.atomic():
        announce(outlet.pk, "a")
        theirs = other.submit(announce, outlet.pk, "b", "a")
        wait_for_lock()  # it waits for "a", and must hold nothing that we want
        ours = announce(outlet.pk, "b")
    both = theirs.result(_LONGEST_WAIT_S)
    assert set(ours.items()) < set(both.items())
    assert Page.objects.count() == 2
