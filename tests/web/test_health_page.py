"""The desk's page on how gathering fares, and what an outlet was asked today."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.web.newsroom import make_outlet

from wireroom.engine.feeds.rhythm import Rhythm
from wireroom.news.models import Feed, Outlet, Page, ReadingDay
from wireroom.people.roles import Role
from wireroom.people.services.accounts import add_person
from wireroom.people.services.roles import set_role

pytestmark = pytest.mark.django_db
BUSY = Rhythm(watched_s=21 * 86_400.0, hours=(84.0,) * 24, days=(288.0,) * 7)


@pytest.fixture
def editor(client: Client) -> Client:
    person = add_person("ed@tidewire.example")
    set_role(person.pk, Role.EDITOR)
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def make_feed(outlet: Outlet, tail: str, **columns: object) -> Feed:
    return Feed.objects.create(outlet=outlet, url=f"{outlet.home_url}{tail}", **columns)


def fill(number: int) -> Outlet:
    outlet, now = make_outlet(f"Gazette {number}"), timezone.now()
    still = {"news_at": now - timedelta(hours=9), "ok_at": now, "rhythm": BUSY.pack()}
    make_feed(outlet, "still", polled_at=now, reason="nothing new", **still)
    make_feed(outlet, "gone", error_count=3, reason="the server answered 404 (failure 3 in a row)")
    make_feed(outlet, "well", news_at=now - timedelta(hours=1), ok_at=now, rhythm=BUSY.pack())
    ReadingDay.objects.create(outlet=outlet, day=now.date(), health="consent", pages=4)
    page = {"url": f"{outlet.home_url}{number}", "seen_at": now, "fetched_at": now}
    Page.objects.create(outlet=outlet, **page)
    return outlet


def test_health_tells_troubles_apart_with_deeds_at_a_constant_price(editor: Client) -> None:
    counts = []
    for number in range(3):
        outlet = fill(number)
        with CaptureQueriesContext(connection) as asked:
            page = editor.get("/en/desk/health/").content.decode()
        counts.append(len(asked))
    assert counts[0] == counts[2]
    assert "Not found: 3 feeds" in page
    assert "Nothing stands at the address any more." in page
    assert page.count("last news: <time") == 3, "the feeds that bring news are not among them"
    assert page.count("404 (failure") == 3
    asked_page = editor.get(f"/ar/desk/outlet/{outlet.pk}/asked/").content.decode()
    assert f"{outlet.home_url}still" in asked_page
    assert f"{outlet.home_url}2" in asked_page
    assert f"{outlet.home_url}gone" not in asked_page
    assert editor.get("/en/desk/outlet/999999/asked/").status_code == 404
    assert Client().get("/en/desk/health/").status_code == 302
