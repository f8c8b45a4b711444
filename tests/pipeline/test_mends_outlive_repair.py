"""Mends in the running pipeline: repair, later reports and later readings obey them."""

from datetime import timedelta

import pytest
from tests.pipeline.turned_desk import FIRE, STRIKE, Desk, make_desk

from wireroom.news.models import Membership, Shard, Story

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return make_desk()


def _where(article: int) -> int:
    return Membership.objects.get(article=article).story_id


def _fires(desk: Desk) -> tuple[int, int, int]:
    return (
        desk.report("coast", FIRE),
        desk.report("bay", f"{FIRE} Ships were sent to Marrow Quay.", hours=1),
        desk.report("sound", f"{FIRE} Crews from Tolland helped.", hours=2),
    )


def test_a_split_outlives_repair_and_gathers_what_comes_later(desk: Desk) -> None:
    a, b, c = _fires(desk)
    assert _where(a) == _where(b) == _where(c)
    mend = desk.mend().split(_where(a), [c])
    story = _where(c)
    desk.work()
    assert (_where(a), _where(c)) == (_where(b), story)
    assert Membership.objects.get(article=c).why == "an editor parted this here: two fires"
    later = desk.report("cape", f"{FIRE} Crews from Tolland helped.", hours=3)
    desk.work()
    assert _where(later) in (_where(a), story)
    assert _where(a) == _where(b) != _where(c) == story
    desk.mend().undo(mend.pk)
    desk.work()
    assert len({_where(one) for one in (a, b, c, later)}) == 1


def test_a_merge_of_what_the_engine_keeps_apart_outlives_repair(desk: Desk) -> None:
    fire, strike = desk.report("coast", FIRE), desk.report("tram", STRIKE, hours=1)
    assert _where(fire) != _where(strike)
    left = _where(strike)
    desk.mend().merge(left, _where(fire))
    desk.work()
    assert _where(fire) == _where(strike)
    later = desk.report("rail", STRIKE, hours=2)
    desk.work()
    assert _where(later) == _where(fire)
    assert Story.objects.get(pk=left).merged_into_id == _where(fire)


def test_a_spiked_report_stays_away_when_it_is_read_again(desk: Desk) -> None:
    a, b, c = _fires(desk)
    desk.mend().spike_article(b)
    desk.work()
    assert desk.report("bay", f"{FIRE} The pier was rebuilt, and the text was changed.") == b
    desk.work()
    assert not Membership.objects.filter(article=b).exists()
    story = Story.objects.get(pk=_where(a))
    assert (story.articles_count, _where(c)) == (2, story.pk)


def test_a_pin_ends_by_itself(desk: Desk) -> None:
    story_id = _where(desk.report("coast", FIRE))
    before = Story.objects.get(pk=story_id).rank
    desk.mend().pin(story_id, hours=1.5)
    desk.work()
    assert (Story.objects.get(pk=story_id).rank or 0) > 10**6
    desk.work()
    assert Story.objects.get(pk=story_id).rank == before


def test_a_mend_in_mid_work_puts_nothing_off(desk: Desk) -> None:
    first = desk.report("coast", FIRE)
    strike = desk.report("tram", STRIKE)
    # The language was held a moment ago, and nobody asks again within the next seconds.
    desk.mend().merge(_where(strike), _where(first))
    desk.now -= timedelta(hours=1)
    desk.report("bay", f"{FIRE} Ships were sent to Marrow Quay.", hours=1)
    assert not Shard.objects.exclude(due_at=None).exclude(lang="*").exists()
    assert _where(first) == _where(strike)
