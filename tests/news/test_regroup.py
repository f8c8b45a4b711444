"""Repair: articles move where a replay places them, stories keep their ids."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.engine.stories.replay import Replayed
from wireroom.news.models import Article, Membership, Shard, Story
from wireroom.news.services.leases import LeaseLost, claim
from wireroom.news.services.regroup import file_replay
from wireroom.news.services.shards import ask_for_repair, hold_shard

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def _articles(count: int) -> list[Article]:
    return [make_article(make_outlet(f"Outlet {n}"), f"Headline {n}") for n in range(count)]


def _shard() -> Shard:
    assert hold_shard("en", "me", now=NOW, lease_s=60)
    ask_for_repair("en", due_at=NOW)
    (row,) = claim(Shard, "repair", now=NOW, limit=1, lease_s=60)
    return row


def _replayed(*groups: list[Article]) -> list[Replayed]:
    return [
        Replayed(article=article.pk, group=number, line=number, score=1.0, why="told anew")
        for number, group in enumerate(groups, start=1)
        for article in group
    ]


def _file(replayed: list[Replayed]) -> dict[int, Story]:
    return file_replay(_shard(), replayed, holder="me", now=NOW, due_at=None)


def _where(article: Article) -> int:
    return Membership.objects.get(article=article).story_id


def test_what_stands_right_is_not_touched() -> None:
    a, b, c = _articles(3)
    first, second = make_story([a, b]), make_story([c])
    Story.objects.update(step="", due_at=None)
    assert _file(_replayed([a, b], [c])) == {}
    assert (_where(a), _where(c)) == (first.pk, second.pk)
    assert not Story.objects.filter(due_at__isnull=False).exists()


def test_an_article_moves_and_an_emptied_story_leads_on() -> None:
    a, b, c = _articles(3)
    first, second = make_story([a, b]), make_story([c])
    _file(_replayed([a, b, c]))
    assert {_where(a), _where(b), _where(c)} == {first.pk}
    second.refresh_from_db()
    assert second.merged_into_id == first.pk
    assert Membership.objects.get(article=c).why == "told anew"
    assert set(Story.objects.filter(step="publish").values_list("pk", flat=True)) == {
        first.pk,
        second.pk,
    }


def test_a_split_keeps_the_id_with_the_larger_part() -> None:
    a, b, c = _articles(3)
    story = make_story([a, b, c])
    _file(_replayed([c], [a, b]))
    assert _where(a) == _where(b) == story.pk
    assert _where(c) != story.pk


def test_two_stories_do_not_claim_one_group() -> None:
    a, b, c, d = _articles(4)
    one, two = make_story([a, b]), make_story([c, d])
    _file(_replayed([a, c], [b, d]))
    assert {_where(a), _where(b)} == {one.pk, two.pk}
    assert _where(a) == _where(c)
    assert _where(b) == _where(d)


def test_a_language_that_went_elsewhere_is_left_alone() -> None:
    a, b = _articles(2)
    make_story([a]), make_story([b])
    row = _shard()
    assert hold_shard("en", "other", now=NOW + timedelta(hours=1), lease_s=60)
    with pytest.raises(LeaseLost):
        file_replay(row, _replayed([a, b]), holder="me", now=NOW, due_at=None)
    assert _where(a) != _where(b)
