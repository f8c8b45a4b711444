"""What outlets are asked for pictures counts with the rest, a write every ten seconds at most."""

import pytest
from django.db import DatabaseError

from wireroom.engine.types import AskedFor, GivesWay
from wireroom.news.models import HostHour
from wireroom.web import picture_budget
from wireroom.web.picture_budget import PictureBudget

pytestmark = pytest.mark.django_db
HOST = "tidewire.example:443"


class Clock:
    """Seconds of the monotonic clock."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def asked(pictures: PictureBudget) -> int:
    """Ask for one more; return how many are kept."""
    pictures.budget.spend(HOST, gives_way=GivesWay.TO_NEWS, asks_for=AskedFor.PICTURE)
    pictures.keep()
    row = HostHour.objects.filter(host=HOST).first()
    return row.pictures if row else 0


def test_what_is_asked_within_seconds_is_written_together() -> None:
    clock = Clock()
    pictures = PictureBudget(6_000, monotonic=clock)
    assert [asked(pictures) for _ in range(3)] == [1, 1, 1]
    clock.now += 11
    assert asked(pictures) == 4
    assert HostHour.objects.get().asked == 4


def test_a_database_that_is_away_fails_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    pictures = PictureBudget(6_000, monotonic=clock)
    with monkeypatch.context() as away:
        away.setattr(picture_budget, "keep_asked", _is_away)
        assert asked(pictures) == 0
    clock.now += 11
    assert asked(pictures) == 2


def _is_away(*_: object, **__: object) -> None:
    raise DatabaseError("the database is away")
