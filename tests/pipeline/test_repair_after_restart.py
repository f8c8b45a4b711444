"""A language too large to be replayed: a restart and an undone mend lose no repair."""

from datetime import timedelta

import pytest
from tests.pipeline.turned_desk import FIRE, STRIKE, Desk, make_desk

from wireroom.news.models import Membership, Mend, Shard, Story
from wireroom.news.queries.unrepaired import find_unrepaired
from wireroom.pipeline import repair
from wireroom.pipeline.desks import SHARD_LEASE_S

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take a language of two live articles for a large one."""
    monkeypatch.setattr(repair, "MOST_REPLAYED", 1)


def _where(*articles: int) -> list[int]:
    return [Membership.objects.get(article=article).story_id for article in articles]


def _restarted(desk: Desk) -> Desk:
    return make_desk(desk.now + timedelta(seconds=SHARD_LEASE_S))


def _misplace(article: int, *, desk: Desk) -> None:
    """Put an article into a story of its own, as if it had been assigned so just now."""
    story = Story.objects.create(lang="en")
    Membership.objects.filter(article=article).update(
        story=story, assigned_at=desk.now + timedelta(seconds=1)
    )


def test_what_was_assigned_before_a_restart_is_repaired_after_it() -> None:
    desk = make_desk()
    first = desk.report("coast", FIRE)
    other = desk.report("tram", STRIKE, hours=1)
    second = desk.report("bay", f"{FIRE} Ships were sent to Marrow Quay.", hours=2)
    desk.work()
    assert find_unrepaired("en") == []
    _misplace(second, desk=desk)
    Shard.objects.filter(lang="en").update(step="repair", due_at=desk.now)
    assert find_unrepaired("en") == [second]
    _restarted(desk).work()
    assert _where(first) == _where(second) != _where(other)
    assert find_unrepaired("en") == []


def test_what_was_repaired_before_a_restart_is_not_touched_again() -> None:
    desk = make_desk()
    desk.report("coast", FIRE)
    second = desk.report("bay", f"{FIRE} Ships were sent to Marrow Quay.", hours=1)
    desk.work()
    _misplace(second, desk=desk)
    Membership.objects.filter(article=second).update(assigned_at=desk.now - timedelta(days=1))
    assert find_unrepaired("en") == []


def test_an_undone_mend_is_decided_anew() -> None:
    desk = make_desk()
    a = desk.report("coast", FIRE)
    b = desk.report("bay", f"{FIRE} Ships were sent to Marrow Quay.", hours=1)
    c = desk.report("sound", f"{FIRE} Crews from Tolland helped.", hours=2)
    desk.work()
    mend = desk.mend().split(_where(a)[0], [c])
    desk.work()
    later = desk.report("cape", f"{FIRE} Crews from Tolland helped.", hours=3)
    desk.work()
    assert len(set(_where(a, b, c, later))) == 2
    desk.mend().undo(mend.pk)
    desk.work()
    assert len(set(_where(a, b, c, later))) == 1
    assert Mend.objects.get(pk=mend.pk).undone_at is not None


def test_a_standing_mend_holds_through_a_restart() -> None:
    desk = make_desk()
    a = desk.report("coast", FIRE)
    b = desk.report("bay", f"{FIRE} Ships were sent to Marrow Quay.", hours=1)
    desk.work()
    desk.mend().split(_where(a)[0], [b])
    desk = _restarted(desk)
    desk.work()
    desk.report("sound", f"{FIRE} A tug came from Tolland.", hours=2)
    desk.work()
    assert _where(a) != _where(b)
