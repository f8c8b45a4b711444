"""An outlet's page: who owns it, when its reports came in, and what it corrected."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.newsroom import make_article, make_outlet

from wireroom.news.models import Outlet

pytestmark = pytest.mark.django_db


def note(
    kind: str = "correction", at: str | None = "2026-03-03T12:00:00+00:00"
) -> dict[str, object]:
    return {
        "corrections": [{"text": "An earlier version named another pier.", "kind": kind, "at": at}]
    }


def shown(client: Client, outlet: Outlet, edition: str = "en") -> str:
    page: str = client.get(f"/{edition}/outlet/{outlet.slug}/").content.decode()
    return page


def test_its_owner_is_named_where_it_is_known(client: Client) -> None:
    assert "Owner:" not in shown(client, make_outlet("Bell"))
    page = shown(client, make_outlet("Echo", owner="Orme & Sons <Ltd>"))
    assert "Owner: <bdi>Orme &amp; Sons &lt;Ltd&gt;</bdi>" in page
    assert "المالك:" in shown(client, Outlet.objects.get(slug="echo"), "ar")


def test_its_reports_are_drawn_over_time(client: Client) -> None:
    outlet = make_outlet("Bell")
    make_article(outlet, "First", hours=50)
    assert "Coverage over time" not in shown(client, outlet)
    for hours in (20, 10, 10.5):
        make_article(outlet, f"Of {hours}", hours=hours)
    page = shown(client, outlet)
    assert "Coverage over time" in page
    assert 'aria-label="4 reports between' in page


def test_what_it_corrected_is_listed_without_words_of_the_note(client: Client) -> None:
    outlet = make_outlet("Bell", policy="full")
    for number in range(6):
        make_article(outlet, f"Pier {number}", hours=number + 1, structure=note())
    make_article(outlet, "Clearer", hours=0.5, structure=note("clarification", None))
    make_article(outlet, "Later news", hours=2, structure=note("update"))
    part = shown(client, outlet).partition(">Corrections</h2>")[2].partition("</section>")[0]
    assert "7 of its latest 8 reports" in part
    assert part.index("Clearer") < part.index("Pier 0") < part.index("Pier 3")
    assert "Pier 4" not in part
    assert "Later news" not in part
    assert "another pier" not in part
    assert "Correction" in part
    assert "Clarification" in part


def test_queries_do_not_grow_with_its_corrections(client: Client) -> None:
    counts = set()
    for name, reports in (("Bell", 1), ("Echo", 3)):
        outlet = make_outlet(name)
        for number in range(reports):
            make_article(outlet, f"Pier {number}", hours=number + 1, structure=note())
        with CaptureQueriesContext(connection) as queries:
            shown(client, outlet)
        counts.add(len(queries))
    assert counts == {5}
