"""Nobody writes at the desk without end: no address that takes a form there, nor one to come."""

import re

import pytest
from django.test import Client
from django.urls import get_resolver
from django.utils import translation
from pytest_django import Settings
from tests.web.test_desk_pages import at_desk
from tests.web.test_every_write import filled, routes

from wireroom.news.models import LoggedDeed
from wireroom.people.roles import Role
from wireroom.web import desk

pytestmark = [pytest.mark.django_db, pytest.mark.once]
_DESK = re.compile(r"/en/(desk/|mine/queue/)")


@pytest.fixture
def host(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Client:
    settings.WIREROOM_COMMENTS = True
    monkeypatch.setattr(desk, "HOURLY", 3)
    return at_desk(Role.HOST)


def spend(client: Client) -> None:
    for _ in range(desk.HOURLY):
        client.post("/en/desk/take-down/", {})


def test_every_write_of_the_desk_ends_at_its_limit(host: Client) -> None:
    known = (f"/{filled(route)}" for route in routes(get_resolver().url_patterns))
    paths = sorted(path for path in known if _DESK.match(path))
    assert len(paths) > 30
    before = {path: host.get(path).status_code for path in paths}
    spend(host)
    logged = LoggedDeed.objects.count()
    refused = {path: host.post(path, {"deed": "add", "words": "x"}).status_code for path in paths}
    # The assistant of the first run has its key alone, and is not there once there is a host.
    assert refused.pop("/en/desk/start/") == 404
    # An address is for reading alone (405), or stops before it looks at the form.
    assert set(refused.values()) == {405, 429}
    read_only = {path for path, code in refused.items() if code == 405}
    assert {before[path] for path in read_only} <= {200, 404}
    assert LoggedDeed.objects.count() == logged


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_who_is_stopped_reads_what_to_do_and_may_still_look(host: Client, edition: str) -> None:
    spend(host)
    answer = host.post(f"/{edition}/desk/take-down/", {"article": "1"})
    assert answer.status_code == 429
    assert answer["Retry-After"] == "3600"
    with translation.override(edition):
        assert translation.gettext("Too much within one hour") in answer.content.decode()
    assert host.get(f"/{edition}/desk/take-down/").status_code == 200
    other = at_desk(Role.EDITOR, "second@tidewire.example")
    assert other.post(f"/{edition}/desk/take-down/", {}).status_code != 429
