"""The fronts of days past: their stories alone, laid out, and the way from one to the next."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.engine.stories.rank import rank_of_time
from wireroom.news.models import Outlet

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def noon() -> datetime:
    """Return today's noon: at import it would be yesterday's for a run that passes midnight."""
    return datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)


def story_of(at: datetime, headline: str, *, lift: float = 0.0) -> None:
    outlet = make_outlet(f"Outlet {Outlet.objects.count()}", policy="full")
    article = make_article(outlet, headline, body="Rain fell.", sort_at=at)
    make_story([article], rank=rank_of_time(at) + lift)


def page_of(client: Client, at: datetime, edition: str = "en") -> str:
    response = client.get(f"/{edition}/front/{at.date().isoformat()}/")
    assert response.status_code == 200
    assert not response.cookies
    return response.content.decode()


def test_a_past_front_has_the_stories_of_its_day_the_foremost_first(
    client: Client, noon: datetime
) -> None:
    story_of(noon - DAY, "Small")
    story_of(noon - DAY, "Great", lift=2.0)
    story_of(noon - 3 * DAY, "Older", lift=5.0)
    story_of(noon, "Newer")
    page = page_of(client, noon - DAY)
    assert page.index("Great</a>") < page.index("Small</a>")
    assert "Older" not in page
    assert "Newer" not in page


def test_one_goes_from_day_to_day_and_never_to_tomorrow(client: Client, noon: datetime) -> None:
    story_of(noon - DAY, "Small")
    yesterday = page_of(client, noon - DAY)
    assert f'rel="prev" href="/en/front/{(noon - 2 * DAY).date()}/"' in yesterday
    assert f'rel="next" href="/en/front/{noon.date()}/"' in yesterday
    assert 'rel="next"' not in page_of(client, noon)
    assert client.get(f"/en/front/{(noon + DAY).date()}/").status_code == 404
    assert client.get("/en/front/0001-01-01/").status_code == 404
    assert f"/en/front/{(noon - DAY).date()}/" in client.get("/en/").content.decode()


def test_a_day_of_which_nothing_is_kept_says_so_in_both_editions(
    client: Client, noon: datetime
) -> None:
    assert "No story is kept of this day." in page_of(client, noon - 9 * DAY)
    assert 'dir="rtl"' in page_of(client, noon - 9 * DAY, "ar")
    assert 'content="noindex"' in page_of(client, noon - 9 * DAY)


def test_queries_do_not_grow_with_the_stories(client: Client, noon: datetime) -> None:
    counts = []
    for number in range(2):
        for story in range(1 + 9 * number):
            story_of(noon - DAY, f"Story {number} {story}")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page_of(client, noon - DAY)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 3
