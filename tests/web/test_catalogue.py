"""The catalogue of outlets: who is found how, at how many queries, and what its list gives away."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.web.newsroom import make_outlet, other_scripts

from wireroom.engine.feeds.opml import read_opml
from wireroom.news.models import Feed, Outlet, ReadingDay
from wireroom.pipeline.outlet_lists import read_outlet_list

pytestmark = pytest.mark.django_db


def make_polled(name: str, *, url: str = "", failing: bool = False, **columns: str) -> Outlet:
    outlet, now = make_outlet(name, **columns), timezone.now()
    Feed.objects.create(
        outlet=outlet, url=url or f"{outlet.home_url}feed", ok_at=now, error_count=int(failing)
    )
    ReadingDay.objects.create(outlet=outlet, day=now.date(), health="article", pages=7)
    return outlet


def names_at(path: str) -> list[str]:
    page = Client().get(path).content.decode()
    return [name for name in ("Tidewire", "Harbour Ledger", "مرفأ اليوم") if name in page]


def test_outlets_are_found_by_what_they_are() -> None:
    make_polled("Tidewire", owner="Tide Group", owner_type="private", category="business")
    make_polled("Harbour Ledger", failing=True, country="IE", owner_type="public")
    make_polled("مرفأ اليوم", name_en="Marfa Today", country="JO", lang="ar-JO")
    make_outlet("Met Elsewhere", home_url="")
    make_outlet("Blocked Bugle", state="blocked")
    assert len(names_at("/en/outlets/")) == 3
    for query, name in {
        "q=tide group": "Tidewire", "q=marfa": "مرفأ اليوم", "country=IE": "Harbour Ledger",
        "lang=ar": "مرفأ اليوم", "category=business": "Tidewire", "owner=public": "Harbour Ledger",
        "lang=en&country=IE&q=": "Harbour Ledger",
    }.items():  # fmt: skip
        assert names_at(f"/en/outlets/?{query}") == [name], query
    assert names_at("/en/outlets/?q=%00&country=%27--&lang=%25&after=%F0%9F%9A%A2") == []
    whole = Client().get("/ar/outlets/")
    text = whole.content.decode()
    assert "Met Elsewhere" not in text
    assert "Blocked Bugle" not in text
    assert 'dir="rtl"' in text
    assert not other_scripts(text)
    assert "public" in whole["Cache-Control"]
    assert not whole.cookies
    english = Client().get("/en/outlets/").content.decode()
    assert "does not answer" in english
    assert "7 reports in a week" in english


def test_queries_do_not_grow_and_pages_follow_each_other() -> None:
    counts = []
    for number in range(3):
        make_polled(f"Gazette {number}")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            Client().get("/en/outlets/")
        counts.append(len(asked))
    assert counts[0] == counts[2] <= 4
    for number in range(3, 70):
        make_outlet(f"Gazette {number:03}")
    first = Client().get("/en/outlets/?country=GB").content.decode()
    following = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    second = Client().get(f"/en/outlets/{following}").content.decode()
    assert first.count("<h2>") + second.count("<h2>") == 70
    assert 'rel="next"' not in second


def test_a_list_gives_no_address_away_that_a_host_added() -> None:
    public = next(iter(read_outlet_list("world"))).feeds[0]
    make_polled("Tidewire", url=public)
    secret = make_polled("Harbour Ledger", url="https://ledger.example/feed/key-5db1f0")
    Feed.objects.create(outlet=secret, url="https://ledger.example/feed/key-77")
    given = Client().get("/en/outlets/outlets.opml")
    own = f"http://testserver/en/outlet/{secret.slug}/feed.xml"
    assert {feed.url for feed in read_opml(given.content).feeds} == {public, own}
    assert b"key-" not in given.content
    chosen = Client().get("/en/outlets/outlets.opml?q=harbour")
    assert [feed.url for feed in read_opml(chosen.content).feeds] == [own]
