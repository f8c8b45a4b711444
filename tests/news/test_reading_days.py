"""Reading days: a page counts once on each day it was fetched, as what it was last read."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from wireroom.engine.reading import take_prints
from wireroom.engine.types import Article as ReadArticle
from wireroom.engine.types import Health, Role
from wireroom.news.models import Outlet, Page, ReadingDay
from wireroom.news.queries.outlet import DayRead, has_fallen, read_outlet
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
    assert has_fallen([*before, last]) is fell
    assert not has_fallen([last])
    assert not has_fallen([])
