"""Two who write at once: the second waits, and decides on what the first left."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

import pytest
from django.db import connection, connections, transaction
from django.utils import timezone
from tests.web.talking_room import SAID, make_comment, make_person, make_talked

from wireroom.talk.models import Comment, Mode, RemovedFor, State, Thread
from wireroom.talk.services.leaving import forget_person
from wireroom.talk.services.moderating import Moderating
from wireroom.talk.services.refused import Refused, Why

# SQLite lets one write at a time, from its beginning to its end.
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="locks of PostgreSQL's rows"),
]
_LONGEST_WAIT_S = 60  # what ends a wait for nothing
_BLOCKED = "SELECT count(*) FROM pg_locks WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))"
Result = TypeVar("Result")


@pytest.fixture
def other() -> Iterator[ThreadPoolExecutor]:
    """Yield somebody who writes through a connection of their own."""
    with ThreadPoolExecutor(1) as pool:
        yield pool
        pool.submit(connections.close_all).result()


def at_once(
    first: Callable[[], object], second: Callable[[], Result], other: ThreadPoolExecutor
) -> Result:
    """Let the second begin before the first has ended; return what came of the second."""
    with transaction.atomic():
        first()
        waiting = other.submit(second)
        _wait_for_lock(waiting)
    return waiting.result(_LONGEST_WAIT_S)


def _wait_for_lock(waiting: Future[Result]) -> None:
    until = time.monotonic() + _LONGEST_WAIT_S
    while not waiting.done() and time.monotonic() < until:
        with connection.cursor() as cursor:
            cursor.execute(_BLOCKED)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.01)
    pytest.fail("the second did not wait for the first")


def desk() -> Moderating:
    return Moderating(by=make_person(is_staff=True), now=timezone.now())


def test_no_decision_is_taken_back_under_a_later_one(other: ThreadPoolExecutor) -> None:
    comment, moderating = make_comment(make_talked(), make_person("Ilsa")), desk()
    shown = moderating.show(comment.pk)
    with pytest.raises(Refused) as refused:
        at_once(
            lambda: moderating.remove(comment.pk, RemovedFor.SPAM),
            lambda: moderating.undo(shown.pk),
            other,
        )
    assert refused.value.why is Why.DECIDED
    assert Comment.objects.get().state == State.REMOVED


def test_no_mode_is_taken_back_under_a_later_one(other: ThreadPoolExecutor) -> None:
    story, moderating = make_talked(), desk()
    locked = moderating.set_mode(story.pk, Mode.LOCKED)
    with pytest.raises(Refused) as refused:
        at_once(
            lambda: moderating.set_mode(story.pk, Mode.CLOSED),
            lambda: moderating.undo(locked.pk),
            other,
        )
    assert refused.value.why is Why.DECIDED
    assert Thread.objects.get().mode == Mode.CLOSED


def test_who_leaves_is_not_counted_nor_is_a_comment_lost(other: ThreadPoolExecutor) -> None:
    story, leaves, stays = make_talked(), make_person("Ilsa"), make_person("Omar")
    make_comment(story, leaves)
    at_once(lambda: make_comment(story, stays, SAID), lambda: forget_person(leaves), other)
    assert Thread.objects.get().shown_count == 1
