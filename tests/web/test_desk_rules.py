"""An outlet's filters at the desk: tried on its latest entries, kept, logged, for editors alone."""

import re
from collections.abc import Mapping

import pytest
from django.test import Client
from tests.web.newsroom import ago, make_outlet
from tests.web.test_desk_pages import at_desk

from wireroom.news.models import Entry, Feed, LoggedDeed, Outlet, OutletRules, Page
from wireroom.people.roles import Role

pytestmark = pytest.mark.django_db
TITLES = ("Ferry sails again", "Your horoscope for today", "<b>Storm</b> closes schools")
FORM: Mapping[str, object] = {
    "deed": ["leave-out", "leave-out"],
    "where": ["title", "category"],
    "pattern": ["horoscope *", ""],
    "part": ["path"],
    "find": ["/amp/"],
    "put": ["/"],
}


def tide() -> Outlet:
    outlet = make_outlet("Tide")
    feed = Feed.objects.create(outlet=outlet, url="https://tide.example/feed")
    for number, title in enumerate(TITLES):
        url = f"https://tide.example/amp/{number}"
        page = Page.objects.create(outlet=outlet, url=url, seen_at=ago(1))
        Entry.objects.create(
            feed=feed, page=page, guid_key=str(number), title=title, seen_at=ago(1),
            categories="Sea\nTown",
        )  # fmt: skip
    return outlet


def send(client: Client, outlet: Outlet, edition: str = "en", **fields: object) -> str:
    path = f"/{edition}/desk/outlet/{outlet.pk}/rules/"
    answer = client.post(path, {**FORM, **fields}, follow=True)
    return str(answer.content.decode())


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_rules_are_tried_without_being_kept(edition: str) -> None:
    outlet, client = tide(), at_desk()
    page = client.get(f"/{edition}/desk/outlet/{outlet.pk}/rules/")
    assert page["Cache-Control"] == "private, no-store"
    assert 'value="keep"' not in page.content.decode()
    tried = send(client, outlet, edition)
    listed = tried[tried.index('id="tried"') :]
    assert "Your horoscope for today" in listed
    assert "https://tide.example/1" in listed  # as it would be
    assert "<b>Storm</b>" not in tried
    assert 'value="keep"' in tried
    assert 'value="horoscope *"' in tried
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style", tried)
    assert not OutletRules.objects.exists()
    assert not LoggedDeed.objects.exists()


def test_categories_are_looked_at_too() -> None:
    outlet, client = tide(), at_desk()
    tried = send(client, outlet, deed=["only"], where=["category"], pattern=["sea"], find=[""])
    assert "Left out: 0. Address changed: 0." in tried
    tried = send(client, outlet, deed=["only"], where=["category"], pattern=["sport"], find=[""])
    assert "Left out: 3. Address changed: 0." in tried
    assert "no “take only” line takes it" in tried


def test_what_is_kept_is_logged_with_what_was_before() -> None:
    outlet, client = tide(), at_desk()
    assert "It holds from the next poll on" in send(client, outlet, do="keep", why="no stars")
    kept = OutletRules.objects.get()
    assert kept.filters == [{"deed": "leave-out", "where": "title", "pattern": "horoscope *"}]
    assert kept.rewrites == [{"part": "path", "find": "/amp/", "put": "/"}]
    deed = LoggedDeed.objects.get()
    assert (deed.deed, deed.why, deed.subject) == ("outlet.rules", "no stars", outlet.pk)
    assert deed.before == {"filters": [], "rewrites": []}
    assert deed.after["filters"] == ["leave-out: title: horoscope *"]
    assert "nothing was changed" in send(client, outlet, do="keep")
    assert "It holds" in send(client, outlet, do="keep", pattern=["", ""], find=[""])
    assert "horoscope *" in client.get("/en/desk/log/").content.decode()


@pytest.mark.parametrize("do", ["try", "keep"])
def test_wrong_rules_are_told_and_stay_in_the_form(do: str) -> None:
    outlet, client = tide(), at_desk()
    told = send(client, outlet, pattern=["* *", ""], do=do)
    assert "a pattern needs words besides its stars" in told
    assert 'value="* *"' in told
    for field, value in (("deed", "burn"), ("where", ""), ("part", "\0")):
        assert "The form is incomplete" in send(client, outlet, "en", do=do, **{field: [value]})
    assert not OutletRules.objects.exists()


def test_only_editors_come_here() -> None:
    outlet = tide()
    path = f"/en/desk/outlet/{outlet.pk}/rules/"
    assert "/account/login/" in Client().get(path)["Location"]
    assert at_desk(Role.MODERATOR, "mo@tide.example").post(path, FORM).status_code == 404
    assert at_desk().get("/en/desk/outlet/999/rules/").status_code == 404
    assert at_desk(email="e2@tide.example").get(path).status_code == 200
