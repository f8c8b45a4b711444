"""Languages held in turns: nobody works with an index that another's writing has outdated."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest

from wireroom.engine.reading import take_prints
from wireroom.engine.types import Article as ReadArticle
from wireroom.engine.types import Role
from wireroom.news.models import Article, Page
from wireroom.news.queries.indexed import read_indexed
from wireroom.news.services.articles import file_readings
from wireroom.news.services.leases import claim
from wireroom.news.services.outlets import OutletFacts, file_outlet
from wireroom.pipeline.desks import SHARD_LEASE_S, Desk, Desks

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)
LEASE = timedelta(seconds=SHARD_LEASE_S + 1)

pytestmark = pytest.mark.django_db


def _article(slug: str) -> int:
    """File an article as another coordinator's reading leaves it; return its id."""
    outlet, _ = file_outlet(OutletFacts(name="Tidewire"))
    url = f"https://tidewire.example/{slug}"
    Page.objects.create(outlet=outlet, url=url, seen_at=NOW, step="extract", due_at=NOW)
    (page,) = claim(Page, "extract", now=NOW, limit=1, lease_s=60)
    body = " ".join(f"{slug}{number}" for number in range(200))
    read = ReadArticle(
        id="a", file="a", position=0, role=Role.MAIN, title=slug, paragraphs=(body,), lang="en"
    )
    file_readings([(page, [take_prints(read)])], now=NOW)
    return Article.objects.get(url=url).pk


def _hold(desks: Desks, now: datetime) -> Desk:
    desk = desks.hold("en", now=now)
    assert desk is not None
    return desk


def test_two_coordinators_take_turns_and_miss_nothing() -> None:
    one, two = Desks(), Desks()
    first = _article("ferry")
    assert first in _hold(one, NOW).copies
    assert two.hold("en", now=NOW) is None
    second = _article("strike")
    assert second in _hold(two, NOW + LEASE).copies
    third = _article("flood")
    again = _hold(one, NOW + 2 * LEASE)
    assert all(article in again.copies for article in (first, second, third))


def test_a_language_that_nobody_took_meanwhile_keeps_its_index() -> None:
    desks = Desks()
    desk = _hold(desks, NOW)
    assert _hold(desks, NOW + 10 * LEASE) is desk


def test_a_language_given_back_and_taken_is_not_held_any_more() -> None:
    one, two = Desks(), Desks()
    _hold(one, NOW)
    one.release()
    _hold(two, NOW)
    assert one.hold("en", now=NOW + timedelta(seconds=10)) is None


def test_a_language_stays_held_while_its_indexes_are_rebuilt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    articles = [_article(slug) for slug in ("ferry", "strike", "flood", "vote")]
    seconds = itertools.count(step=SHARD_LEASE_S / 2)
    monkeypatch.setattr("wireroom.pipeline.desks.monotonic", lambda: next(seconds))
    monkeypatch.setattr("wireroom.pipeline.desks.PAGE", 1)
    one, two = Desks(), Desks()
    desk = _hold(one, NOW)
    assert all(article in desk.copies for article in articles)
    assert two.hold("en", now=NOW + LEASE) is None
    assert two.hold("en", now=NOW + 3 * LEASE) is not None


def test_the_latest_times_and_every_variety_of_a_language_are_read_once() -> None:
    for number in range(5):
        article = Article.objects.get(pk=_article(f"report{number}"))
        article.lang = ("en", "en-GB", "en", "de", "en-AU")[number]
        article.sort_at = NOW - timedelta(hours=number // 2)  # two of one time
        article.published_at = article.sort_at if number % 2 else None
        article.save()
    found = list(read_indexed(["en", "en-AU", "en-GB"], since=NOW - timedelta(days=1)))
    assert [(one.at, one.article) for one in found] == sorted(
        (one.at, one.article) for one in found
    )
    assert len({one.article for one in found}) == len(found) == 4
    assert {one.published_at for one in found} <= {None, NOW, NOW - timedelta(hours=1)}
    assert {one.outlet for one in found} == {"Tidewire"}
