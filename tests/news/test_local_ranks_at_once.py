"""A story that is published while its topics are filed: both file where it stands in countries."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.utils import timezone
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.news.models import LocalRank, Story, Tagging
from wireroom.news.services import tags
from wireroom.news.services.stories import file_faces

# SQLite lets one write at a time, from its beginning to its end.
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="locks of PostgreSQL's rows"),
]
_LONGEST_WAIT_S = 60  # what ends a wait for nothing
_BLOCKED = "SELECT count(*) FROM pg_locks WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))"
_LEASE = "of-a-stage"


@pytest.fixture
def other() -> Iterator[ThreadPoolExecutor]:
    """Yield another process's stage, with a connection of its own."""
    with ThreadPoolExecutor(1) as pool:
        yield pool
        pool.submit(connections.close_all).result()


def wait_for_lock() -> None:
    until = time.monotonic() + _LONGEST_WAIT_S
    while time.monotonic() < until:
        with connection.cursor() as cursor:
            cursor.execute(_BLOCKED)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.01)
    pytest.fail("nobody waits")


def test_neither_stage_makes_the_other_fail(
    other: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = timezone.now()
    standing = {"parts": {"home": 0.0}, "countries": {"AE": 1}}
    story = make_story([make_article(make_outlet("Tidewire"), "Flood")], rank=1.0)
    Story.objects.update(standing=standing, lease=_LEASE, due_at=now)
    story.refresh_from_db()
    tagging, _ = Tagging.objects.update_or_create(
        story=story, defaults={"step": "tag", "lease": _LEASE, "due_at": now + timedelta(minutes=1)}
    )
    face = {"step": "", "due_at": None, "rank": 9.0, "standing": standing}
    begun = []

    def publish_meanwhile(*_: object, **__: object) -> None:
        begun.append(other.submit(file_faces, [(story, face)], now=now))
        wait_for_lock()

    monkeypatch.setattr(tags, "_file", publish_meanwhile)
    tags.file_tags([(tagging, [])], now=now)
    begun[0].result(_LONGEST_WAIT_S)
    assert LocalRank.objects.get().rank > 9.0
    assert Tagging.objects.filter(due_at__gt=now).exists()  # found once more, of what is told now
