"""Repair: articles move where a replay places them, stories keep their ids."""

import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.newsroom import make_article, make_outlet, make_story, make_storyline

from wireroom.engine.stories.replay import Replayed
from wireroom.news.models import Article, Membership, Shard, Story, Storyline
from wireroom.news.services import regroup
from wireroom.news.services.leases import LeaseLost, claim
from wireroom.news.services.mends import Mending
from wireroom.news.services.regroup import choose_stories, file_replay
from wireroom.news.services.shards import ask_for_repair, hold_shard
from wireroom.news.services.storylines import file_lines

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
    return file_replay(_shard(), replayed, holder="me", now=NOW, due_at=None, repaired_at=NOW)


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
        file_replay(row, _replayed([a, b]), holder="me", now=NOW, due_at=None, repaired_at=NOW)
    assert _where(a) != _where(b)


def _in_lines(*groups: tuple[int, list[Article]]) -> list[Replayed]:
    return [
        Replayed(article=article.pk, group=number, line=line, score=1.0, why="told anew")
        for number, (line, group) in enumerate(groups, start=1)
        for article in group
    ]


def _line(article: Article) -> int | None:
    return Story.objects.get(pk=_where(article)).storyline_id


def test_stories_of_one_line_share_the_storyline_that_most_of_them_stand_in() -> None:
    a, b, c, d, e = _articles(5)
    old, running = make_story([a, b]), make_story([c])
    make_story([d])
    line = make_storyline([old, running])
    _file(_in_lines((1, [a, b]), (1, [d]), (2, [c]), (2, [e])))
    assert _line(a) == _line(d) == line.pk
    assert _line(c) not in (None, line.pk)


def test_a_part_that_is_split_off_stays_in_the_storyline_of_its_line() -> None:
    a, b, c = _articles(3)
    line = make_storyline([make_story([a, b, c])])
    _file(_in_lines((1, [a, b]), (1, [c])))
    assert _where(a) != _where(c)
    assert _line(a) == _line(c) == line.pk
    assert not Storyline.objects.exclude(pk=line.pk).exists()


def test_filing_the_same_lines_again_changes_no_storyline() -> None:
    a, b, c = _articles(3)
    make_story([a, b])
    make_story([c])
    _file(_in_lines((1, [a, b]), (1, [c])))
    before = (_line(a), _line(c))
    assert before[0] == before[1] is not None
    shared = Story.objects.values_list("pk", "storyline_id")
    kept = dict(shared)
    with CaptureQueriesContext(connection) as queries:
        again = file_lines(
            _in_lines((1, [a, b]), (1, [c])),
            {one.pk: _where(one) for one in (a, b, c)},
            lang="en",
            now=NOW,
        )
    assert again == 0
    assert dict(shared.all()) == kept
    assert not any("UPDATE" in query["sql"] for query in queries)


def test_what_an_editor_moved_meanwhile_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    a, b = _articles(2)
    make_story([a])
    other = make_story([b])
    row = _shard()

    def mended(*told: Any) -> Any:
        mending = Mending(by="ada", why="one event", now=NOW, renew_faces=lambda _stories: None)
        mending.merge(other.pk, _where(a))
        return choose_stories(*told)

    monkeypatch.setattr(regroup, "choose_stories", mended)
    with pytest.raises(LeaseLost):
        file_replay(row, _replayed([a], [b]), holder="me", now=NOW, due_at=None, repaired_at=NOW)
    assert _where(a) == _where(b)


def test_a_whole_languages_stories_are_chosen_in_a_moment() -> None:
    places = {
        article: Replayed(article=article, group=article, line=article, score=1.0, why="alone")
        for article in range(8_000)
    }
    current = {article: 10_000 + article for article in places}
    began = time.process_time()
    chosen = choose_stories(places, current)
    assert chosen == current
    assert time.process_time() - began < 1.0  # nobody else may write meanwhile
