"""Any day's front and wrap-up are found by their date."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from tests.web.newsroom import ago, make_article, make_outlet, make_story

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("asked", "page"), [("front", "front"), ("wrap-up", "wrap-up")])
def test_a_date_leads_to_its_day_for_everybody(client: Client, asked: str, page: str) -> None:
    moved = client.get(f"/ar/{asked}/?day=2026-02-28")
    assert (moved.status_code, moved["Location"]) == (302, f"/ar/{page}/2026-02-28/")
    assert "public" in moved["Cache-Control"]
    assert not moved.cookies


@pytest.mark.parametrize("day", ["", "2026-02-31", "9999-12-31", "0001-01-01", "x"])
def test_what_is_no_day_leads_to_now(client: Client, day: str) -> None:
    moved = client.get("/en/front/", {"day": day})
    assert moved.status_code == 302
    assert moved["Location"] == "/en/"
    assert client.get("/en/wrap-up/", {"day": day}).status_code == 200


def test_the_field_stands_on_fronts_of_days_and_on_wrap_ups(client: Client) -> None:
    make_story([make_article(make_outlet("Bell"), "Event", hours=1)], first_at=ago(1))
    today = datetime.now(UTC).date()
    for path in (f"/en/front/{today}/", f"/en/front/{today - timedelta(days=90)}/", "/ar/wrap-up/"):
        page = client.get(path).content.decode()
        assert page.count('<input type="date" name="day"') == 1, path
        assert f'max="{today}"' in page
        assert "<form" not in page.partition('class="day-form"')[2].partition("</form>")[0]
