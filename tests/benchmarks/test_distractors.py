"""Distractors: as many as asked for, of the stream's own time, never near what they were."""

from datetime import UTC, datetime, timedelta

from benchmarks.disguises import DISGUISES, disguise
from benchmarks.distractors import moved_news, scatter

from wireroom.engine.types import ArticleText

FIRST = datetime(2031, 1, 1, tzinfo=UTC)


def stream() -> list[ArticleText]:
    return [
        ArticleText(
            id=str(day), title=f"Dam {day}", body="", published_at=FIRST + timedelta(days=10 * day)
        )
        for day in range(100)
    ]


def test_moved_news_stays_within_the_stream_and_away_from_itself() -> None:
    own = {one.title: one.published_at for one in stream()}
    moved = moved_news(stream(), 150)
    assert len(moved) == len({one.id for one in moved}) == 150
    for one in moved:
        before = own[one.title]
        assert one.published_at is not None
        assert before is not None
        assert FIRST <= one.published_at <= FIRST + timedelta(days=990)
        assert abs(one.published_at - before) > timedelta(days=30)


def test_pages_take_times_of_the_stream() -> None:
    pages = [ArticleText(id="a", title=f"Page {number}", body="") for number in range(7)]
    placed = scatter(pages, stream(), 5)
    assert [one.title for one in placed] == [one.title for one in pages[:5]]
    assert {one.published_at for one in placed} <= {one.published_at for one in stream()}
    assert len({one.id for one in placed}) == 5


def test_disguises_keep_numbers_and_tell_words_apart() -> None:
    one = ArticleText(id="a", title="The dam of Oststadt broke", body="In 2031, 340 fled.")
    for name in DISGUISES:
        other = disguise(one, name)
        assert other.lang == "zxx"
        assert "340" in other.body
        assert other.title != one.title
