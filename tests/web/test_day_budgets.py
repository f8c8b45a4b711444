"""An outlet's own budget of requests: set at the desk, shown with what was spent, and held."""

from datetime import UTC, datetime

import pytest
from django.utils.html import strip_tags
from pytest_django import Settings
from tests.web.newsroom import make_outlet
from tests.web.test_desk_pages import at_desk, latest

from wireroom.adapters.host_budget import HostBudget
from wireroom.engine.errors import FetchFailed
from wireroom.engine.types import AskedFor, GivesWay
from wireroom.news.models import Feed, HostHour, Outlet
from wireroom.news.queries.asked_hosts import read_asked_hosts, read_day_budgets
from wireroom.pipeline.budgets import Budgets

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = int(NOON.timestamp()) // 3600


def outlet_at(name: str, url: str, **columns: object) -> Outlet:
    outlet = make_outlet(name)
    Outlet.objects.filter(pk=outlet.pk).update(home_url=url, **columns)
    outlet.refresh_from_db()
    return outlet


def test_one_is_set_logged_shown_and_taken_away(settings: Settings) -> None:
    settings.WIREROOM_HOST_BUDGET = 6000
    outlet, desk = outlet_at("Tidewire", "https://tidewire.example/"), at_desk()
    hour = int(datetime.now(UTC).timestamp()) // 3600
    HostHour.objects.create(host="tidewire.example:443", hour=hour, asked=70, feeds=9, robots=1)
    path = f"/en/desk/outlet/{outlet.pk}/"
    assert "70 of 6000 asked in 24 hours" in desk.get(path).content.decode()
    desk.post(f"{path}budget/", {"day_budget": "240", "why": "They asked"})
    assert (latest().deed, latest().after) == ("outlet.budget", {"day_budget": 240})
    for page in (path, f"{path}asked/"):
        told = strip_tags(desk.get(page).content.decode())
        assert "70 of 240 asked in 24 hours; today 70 (feeds 9, robots.txt 1)" in told
    for wrong in ("0", "many", "-1", "1000001"):
        desk.post(f"{path}budget/", {"day_budget": wrong})
    outlet.refresh_from_db()
    assert outlet.day_budget == 240
    desk.post(f"{path}budget/", {"day_budget": ""})
    outlet.refresh_from_db()
    assert outlet.day_budget is None


def test_it_holds_for_the_outlets_hosts_and_for_no_other() -> None:
    outlet = outlet_at("Tidewire", "http://tidewire.example/", day_budget=2)
    Feed.objects.create(outlet=outlet, url="https://feeds.example:8443/rss", step="poll")
    outlet_at("Harbour Ledger", "http://tidewire.example/ledger/", day_budget=9)
    assert read_day_budgets() == {
        "tidewire.example:80": 2, "tidewire.example:443": 2,
        "feeds.example:8443": 2, "feeds.example:443": 2,
    }  # fmt: skip
    budget = HostBudget(4)
    Budgets(budget)
    for _ in range(2):
        budget.spend("tidewire.example:443", gives_way=GivesWay.TO_NONE)
    with pytest.raises(FetchFailed, match="asked 2 times in 24 hours"):
        budget.spend("tidewire.example:443", gives_way=GivesWay.TO_NONE)
    for _ in range(4):
        budget.spend("other.example:443", gives_way=GivesWay.TO_NONE)


def test_what_was_asked_counts_since_midnight_and_in_a_days_hours() -> None:
    outlet = outlet_at("Tidewire", "https://tidewire.example/")
    for ago, asked in ((0, 1), (12, 10), (13, 100), (24, 1000), (25, 10_000)):
        HostHour.objects.create(
            host="tidewire.example:443", hour=HOUR - ago, asked=asked, pages=asked
        )
    HostHour.objects.create(host="other.example:443", hour=HOUR, asked=5)
    (asked_host,) = read_asked_hosts(outlet, now=NOON, window=25)
    assert (asked_host.today, asked_host.lately) == (11, 1111)
    assert asked_host.kinds == [(AskedFor.PAGE, 11)]
