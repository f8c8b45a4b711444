"""Having a page read that no feed announced: who may, what comes of it, and the way there."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from wireroom.news.models import Page
from wireroom.people.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.once]
URL = "https://tidewire.example/ferry"


def test_who_may_have_pages_read(hers: Client, ilsa: Person, settings: Settings) -> None:
    assert Client().get("/en/mine/send/").status_code == 302
    assert hers.get(f"/en/mine/send/?url={URL}").status_code == 403
    assert hers.post("/en/mine/send/", {"url": URL}).status_code == 403
    assert not Page.objects.exists()
    settings.WIREROOM_SEND = "accounts"
    assert hers.get("/en/mine/send/").status_code == 200
    settings.WIREROOM_SEND = "off"
    Person.objects.filter(pk=ilsa.pk).update(is_staff=True)
    assert hers.get("/en/mine/send/").status_code == 403
    settings.WIREROOM_SEND = "desk"
    assert hers.get("/ar/mine/send/").status_code == 200


def test_a_page_is_queued_once_and_what_is_no_address_is_said_to_be_none(
    hers: Client, settings: Settings
) -> None:
    settings.WIREROOM_SEND = "accounts"
    shown = hers.get("/en/mine/send/", {"url": f'{URL}?"><script>'}).content.decode()
    assert "<script>" not in shown.split("<main")[1]
    assert "javascript:(()=&gt;{const h=" in shown
    assert 'name="page"' not in shown  # what stands in a page is taken from the desk alone
    for _ in range(2):
        assert hers.post("/en/mine/send/", {"url": f"{URL}?utm_source=x"}).status_code == 200
    assert [(page.url, page.step) for page in Page.objects.all()] == [(URL, "fetch")]
    for wrong in ("", "javascript:alert(1)", "file:///etc/passwd", "x" * 5000):
        assert hers.post("/en/mine/send/", {"url": wrong}).status_code == 400
    assert Page.objects.count() == 1


def test_what_a_phone_shares_leads_there(settings: Settings) -> None:
    settings.WIREROOM_SEND = "desk"
    there = "/en/mine/send/?url=https%3A%2F%2Ftidewire.example%2Fferry"
    for query in ({"q": "Ferry", "url": URL}, {"text": f"look: {URL}"}):
        assert there in Client().get("/en/search/", query).content.decode()
    shared = Client().get("/en/search/", {"url": "javascript:alert(1)"}).content.decode()
    assert "mine/send" not in shared.split("<main")[1]
    settings.WIREROOM_SEND = "off"
    assert there not in Client().get("/en/search/", {"url": URL}).content.decode()


def test_the_desk_gives_the_page_itself(hers: Client, ilsa: Person, settings: Settings) -> None:
    settings.WIREROOM_SEND = "accounts"
    text = "<p>The night ferry ran aground off Ostvik and nine people were brought ashore.</p>"
    page = f"<!doctype html><html><body><h1>Ferry</h1>{text * 9}</body></html>".encode()

    def give(body: bytes, url: str = URL) -> int:
        kind = "text/html;charset=utf-8"
        sent = {"url": url, "page": SimpleUploadedFile("page.html", body, content_type=kind)}
        return hers.post("/en/mine/send/", sent).status_code

    assert give(page) == 200
    assert Page.objects.get().step == "fetch"  # its address alone was taken
    Page.objects.all().delete()
    Person.objects.filter(pk=ilsa.pk).update(is_staff=True)
    shown = hers.get(f"/ar/mine/send/?url={URL}")
    assert 'name="page"' in shown.content.decode()
    assert shown["Cross-Origin-Opener-Policy"] == "unsafe-none"
    sent = {"url": URL, "page": SimpleUploadedFile("page.html", page)}
    assert "is read at once" in hers.post("/en/mine/send/", sent).content.decode()
    Page.objects.all().delete()
    assert give(b"\x89PNG\r\n\x1a\n" + bytes(400)) == 400
    assert give(page, "javascript:alert(1)") == 400
    assert not Page.objects.exists()
    assert give(page) == 200
    assert Page.objects.get().step == "extract"


def test_ways_lead_there_where_pages_are_read(
    hers: Client, ilsa: Person, settings: Settings
) -> None:
    for who, has_way in (
        ("off", (False, False)),
        ("desk", (False, True)),
        ("accounts", (True, True)),
    ):
        settings.WIREROOM_SEND = who
        pages = [hers.get(path).content.decode() for path in ("/en/mine/", "/en/app/")]
        assert tuple("/en/mine/send/" in one for one in pages) == has_way, who
