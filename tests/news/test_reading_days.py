"""Reading days: a page counts once on each day it was fetched, as what it was last read."""

from argparse import Namespace
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from wireroom.cli.queue import run
from wireroom.engine.reading import take_prints
from wireroom.engine.types import Article as ReadArticle
from wireroom.engine.types import Health, Role
from wireroom.news.models import Outlet, Page, ReadingDay
from wireroom.news.queries.outlet import read_outlet
from wireroom.news.queries.reading_days import DayRead, fallen_outlets, find_fall
from wireroom.news.services.articles import file_readings, file_unreadable
from wireroom.news.services.leases import LeaseLost, claim
from wireroom.news.services.outlets import OutletFacts, file_outlet

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)
TODAY = NOW.date()

pytestmark = pytest.mark.django_db


@pytest.fixture
def outlet() -> Outlet:
    return file_outlet(OutletFacts(name="Tidewire", home_url="https://tidewire.example/"))[0]


def claimed(outlet: Outlet, slug: str, *, fetched_at: datetime = NOW) -> Page:
    defaults = {"outlet": outlet, "seen_at": NOW}
    page, _ = Page.objects.get_or_create(url=f"{outlet.home_url}{slug}", defaults=defaults)
    Page.objects.filter(pk=page.pk).update(step="extract", due_at=NOW, fetched_at=fetched_at)
    (found,) = claim(Page, "extract", now=NOW, limit=1, lease_s=60)
    return found


def read(page: Page, health: Health = Health.ARTICLE) -> None:
    article = ReadArticle(id="a", file="a", position=0, role=Role.MAIN, title=f"Ferry {page.pk}",
                          paragraphs=("The ferry burned for nine hours.",), published=NOW,
                          health=health)  # fmt: skip
    file_readings([(page, [replace(take_prints(article))])], now=NOW)


def counted() -> dict[tuple[date, str], int]:
    rows = ReadingDay.objects.filter(pages__gt=0)
    return {(row.day, row.health): row.pages for row in rows}


def test_pages_count_by_what_they_turned_out_to_be(outlet: Outlet) -> None:
    read(claimed(outlet, "1"))
    read(claimed(outlet, "2"))
    read(claimed(outlet, "3"), Health.VIDEO_ONLY)
    file_unreadable(claimed(outlet, "4"), "not_text", "a picture", now=NOW)
    assert counted() == {
        (TODAY, "article"): 2, (TODAY, "video_only"): 1, (TODAY, "not_text"): 1
    }  # fmt: skip


def test_a_page_read_again_counts_once_as_what_it_is_now(outlet: Outlet) -> None:
    read(claimed(outlet, "1"), Health.EMPTY)
    read(claimed(outlet, "1"))
    read(claimed(outlet, "1"))
    assert counted() == {(TODAY, "article"): 1}


def test_a_page_fetched_on_another_day_counts_on_both(outlet: Outlet) -> None:
    read(claimed(outlet, "1", fetched_at=NOW - timedelta(days=1)))
    read(claimed(outlet, "1"), Health.PAYWALL)
    assert counted() == {(TODAY - timedelta(days=1), "article"): 1, (TODAY, "paywall"): 1}


def test_what_is_not_filed_is_not_counted(outlet: Outlet) -> None:
    page = claimed(outlet, "1")
    Page.objects.filter(pk=page.pk).update(lease="claimed again meanwhile")
    with pytest.raises(LeaseLost):
        read(page)
    assert counted() == {}


def test_an_outlets_page_shows_its_last_days(outlet: Outlet) -> None:
    for days in (0, 1, 40):
        read(claimed(outlet, str(days), fetched_at=NOW - timedelta(days=days)))
    read(claimed(outlet, "x"), Health.EMPTY)
    page = read_outlet(outlet.slug, today=TODAY)
    assert page is not None
    assert page.days == (
        DayRead(day=TODAY - timedelta(days=1), pages=1, reports=1),
        DayRead(day=TODAY, pages=2, reports=1),
    )


@pytest.mark.parametrize(
    ("lately", "fell"), [((10, 1), True), ((10, 8), False), ((4, 0), False), ((10, 0), True)]
)
def test_a_fall_is_told_where_there_is_enough_to_judge_by(
    lately: tuple[int, int], fell: bool
) -> None:
    before = [DayRead(day=TODAY - timedelta(days=n), pages=5, reports=4) for n in range(9, 3, -1)]
    last = DayRead(day=TODAY, pages=lately[0], reports=lately[1])
    assert (find_fall([*before, last]) is not None) is fell
    assert find_fall([last]) is None
    assert find_fall([]) is None


def file_days(outlet: Outlet, *days: tuple[int, str, int]) -> None:
    """File (days before today, health, pages) of an outlet."""
    ReadingDay.objects.bulk_create(
        ReadingDay(outlet=outlet, day=TODAY - timedelta(days=ago), health=health, pages=pages)
        for ago, health, pages in days
    )


def another(name: str) -> Outlet:
    return file_outlet(OutletFacts(name=name, home_url=f"https://{name.lower()}.example/"))[0]


def queue_lines(capsys: pytest.CaptureFixture[str], *, limit: int = 20) -> list[str]:
    run(Namespace(outlet="", rerun=False, limit=limit))
    return [line for line in capsys.readouterr().out.splitlines() if line.startswith("fell: ")]


def test_the_outlets_that_fell_are_told_the_deepest_fall_first(
    outlet: Outlet, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    file_days(outlet, (9, "article", 30), (8, "paywall", 10), (1, "article", 1), (0, "empty", 9))
    file_days(another("Steady"), (9, "article", 30), (8, "empty", 5), (0, "article", 10))
    file_days(another("Small"), (9, "article", 30), (0, "empty", 4))
    file_days(another("صدى الميناء"), (9, "article", 40), (8, "empty", 10), (0, "empty", 7))
    file_days(another("Old"), (90, "article", 90), (0, "empty", 9))
    with django_assert_num_queries(1):
        fallen = fallen_outlets(today=TODAY, limit=5)
    assert [name for name, _ in fallen] == ["صدى الميناء", "Tidewire"]
    fall = fallen[1][1]
    assert (fall.usual.reports, fall.usual.pages) == (40, 40)
    assert (fall.lately.reports, fall.lately.pages, fall.lately.part) == (1, 10, 0.1)
    assert (fall.usual.first, fall.usual.last) == (date(2031, 2, 24), date(2031, 2, 25))
    assert [name for name, _ in fallen_outlets(today=TODAY, limit=1)] == ["صدى الميناء"]


def test_the_queue_tells_a_fall_in_a_line_and_nothing_when_none_fell(
    outlet: Outlet, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wireroom.pipeline.coordinator.utc_now", lambda: NOW)
    file_days(outlet, (9, "article", 36), (8, "empty", 4))
    assert queue_lines(capsys) == []
    file_days(outlet, (1, "article", 1), (0, "empty", 9))
    (line,) = queue_lines(capsys)
    assert line == (
        "fell: Tidewire: 1 of 10 pages (10%) of 2031-03-04 to 2031-03-05 read as reports; before "
        "36 of 40 pages (90%) of 2031-02-24 to 2031-02-25 read; its pages may have been rebuilt"
    )
    assert queue_lines(capsys, limit=0) == []


def test_an_outlets_page_and_the_queue_agree_on_a_fall(outlet: Outlet) -> None:
    file_days(outlet, (9, "article", 30), (0, "empty", 5))
    page = read_outlet(outlet.slug, today=TODAY)
    assert page is not None
    assert page.has_fallen
    assert [name for name, _ in fallen_outlets(today=TODAY, limit=5)] == ["Tidewire"]
