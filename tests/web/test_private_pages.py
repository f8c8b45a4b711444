"""Pages of people with an account, and that all others know nobody."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.people.models import Person
from wireroom.people.services.accounts import add_person
from wireroom.web.private import is_private

pytestmark = pytest.mark.django_db

OPEN = ("/account/login/", "/account/signup/", "/account/password/reset/")
OWN = (
    "mine/", "mine/export/", "mine/delete/", "../account/password/change/", "../account/2fa/",
    "../account/2fa/totp/activate/", "../account/2fa/webauthn/", "../account/2fa/webauthn/add/",
    "../account/reauthenticate/", "../account/logout/",
    "../account/2fa/recovery-codes/generate/",
)  # fmt: skip
_ENTRANCES = ("/account/login/",)
PASSWORD = "quiet-harbour-9"


def person(email: str = "ilsa@tidewire.example") -> Person:
    one = add_person(email)
    one.set_password(PASSWORD)
    one.save()
    return one


def signed_in(edition: str = "en") -> Client:
    """Return a browser of somebody who has just given the password, twice."""
    client = Client()
    client.post(
        f"/account/login/?next=/{edition}/mine/",
        {"login": person().email, "password": PASSWORD, "next": f"/{edition}/mine/"},
    )
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client


def own_address(edition: str, tail: str) -> str:
    return tail.removeprefix("..") if tail.startswith("..") else f"/{edition}/{tail}"


def test_public_pages_know_nobody() -> None:
    story = make_story([make_article(make_outlet("Tidewire"), "Ferry sinks off Ostvik")])
    stranger, known = Client(), signed_in()
    for path in ("/en/", f"/en/story/{story.pk}/", "/en/about/", "/ar/", "/en/search/?q=ferry"):
        stranger.get(path)
        with CaptureQueriesContext(connection) as captured:
            for_known = known.get(path)
        tables = " ".join(query["sql"] for query in captured)
        assert "people_person" not in tables
        assert "django_session" not in tables
        assert for_known.content == stranger.get(path).content
        assert not for_known.cookies
        assert "public" in for_known["Cache-Control"]
        assert "Cookie" not in for_known.get("Vary", "")
        assert 'mine/" rel="nofollow"' in for_known.content.decode()


@pytest.mark.parametrize("edition", ["en", "ar"])
@pytest.mark.parametrize("path", OPEN)
def test_entrances_stand_in_every_edition(client: Client, edition: str, path: str) -> None:
    page = client.get(f"{path}?next=/{edition}/mine/")
    text = page.content.decode()
    assert f'<html lang="{edition}"' in text
    assert page["Cache-Control"] == "private, no-store"
    assert page["X-Robots-Tag"] == "noindex"
    # The next page of the way in is in the same edition, whatever the browser would prefer.
    other = client.get("/account/login/", headers={"Accept-Language": "de"}).content.decode()
    assert f'<html lang="{edition}"' in other


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_a_persons_pages_stand_in_every_edition(edition: str) -> None:
    client = signed_in(edition)
    for tail in OWN:
        page = client.get(own_address(edition, tail))
        assert page.status_code == 200, tail
        assert page["Cache-Control"] == "private, no-store"
        if page["Content-Type"].startswith("text/html"):
            assert f'<html lang="{edition}"' in page.content.decode(), tail


@pytest.mark.parametrize("tail", OWN)
def test_nobody_else_sees_them(client: Client, tail: str) -> None:
    answer = client.get(own_address("en", tail))
    assert answer.status_code == 302
    assert "/account/login/" in answer["Location"] or answer["Location"] == "/en/"


def test_keys_of_others_cannot_be_changed() -> None:
    from allauth.mfa.models import Authenticator

    other = person("oma@tidewire.example")
    key = Authenticator.objects.create(user=other, type=Authenticator.Type.WEBAUTHN, data={})
    client = signed_in()
    for deed in ("edit", "remove"):
        there = f"/account/2fa/webauthn/keys/{key.pk}/{deed}/"
        assert client.get(there).status_code == 404
        assert client.post(there, {"name": "mine"}).status_code == 404
    assert Authenticator.objects.filter(pk=key.pk).exists()


@pytest.mark.parametrize(
    "path",
    [
        "/account/login/", "/account/logout/", "/account/signup/", "/account/reauthenticate/",
        "/account/password/change/", "/account/password/reset/", "/account/email/",
        "/account/2fa/totp/activate/", "/account/2fa/webauthn/add/", "/account/2fa/webauthn/login/",
        "/account/2fa/recovery-codes/generate/", "/en/mine/delete/",
    ],
)  # fmt: skip
def test_forged_requests_are_refused(path: str) -> None:
    known = signed_in()
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = known.cookies
    assert strict.post(path, {}).status_code == 403
    assert Person.objects.exists()


def test_signing_out_needs_a_form() -> None:
    client = signed_in()
    client.get("/account/logout/")
    assert client.get("/en/mine/").status_code == 200
    assert client.post("/account/logout/")["Location"] == "/en/"
    assert client.get("/en/mine/").status_code == 302


@pytest.mark.parametrize(
    "there", ["https://evil.example/", "//evil.example", "javascript:alert(1)"]
)
def test_signing_in_leads_to_this_site_alone(client: Client, there: str) -> None:
    one = person()
    answer = client.post(
        "/account/login/", {"login": one.email, "password": PASSWORD, "next": there}
    )
    assert answer["Location"] == "/en/mine/"


def test_pages_need_nothing_that_the_policy_forbids() -> None:
    client = signed_in()
    for path in (*OPEN, *(own_address("en", tail) for tail in OWN)):
        page = client.get(path)
        if not page["Content-Type"].startswith("text/html"):
            continue  # a file to take along
        text = page.content.decode()
        assert not re.search(r"\sstyle=|\son[a-z]+=|<style", text), path
        for tag in re.findall(r"<script[^>]*>", text):
            assert "src=" in tag or 'type="application/json"' in tag, path


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/account/login/", True), ("/en/mine/", True), ("/ar/mine/delete/", True),
        ("/en/mine", True), ("/en/", False), ("/en/mineral/", False), ("/xx/mine/", False),
        ("/ar/desk/log/", True), ("/en/desk", True), ("/en/desktop/", False), ("/admin/", True),
        ("/accounts/", False), ("/", False), ("/static/account.css", False),
    ],
)  # fmt: skip
def test_which_pages_are_private(path: str, answer: bool) -> None:
    assert is_private(path) is answer


def test_every_field_has_its_label() -> None:
    client = signed_in()
    for path in ("/account/password/change/", "/account/reauthenticate/", *_ENTRANCES):
        text = (Client() if path in _ENTRANCES else client).get(path).content.decode()
        main = text[text.index("<main") : text.index("</main>")]
        fields = set(re.findall(r'<input type="(?:email|text|password)"[^>]*\sid="([^"]+)"', main))
        assert fields, path
        assert fields <= set(re.findall(r'<label for="([^"]+)"', main)), path
        described = set(re.findall(r'aria-describedby="([^"]+)"', main))
        assert described <= set(re.findall(r'\sid="([^"]+)"', main)), path


def test_a_second_step_is_asked_for(client: Client) -> None:
    from allauth.mfa.totp.internal.auth import (
        format_hotp_value,
        hotp_value,
        yield_hotp_counters_from_time,
    )

    known = signed_in()
    page = known.get("/account/2fa/totp/activate/").content.decode()
    found = re.search(r'<code dir="ltr">([A-Z2-7]+)</code>', page)
    assert found
    secret = found[1]
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    answer = known.post("/account/2fa/totp/activate/", {"code": code}, follow=True)
    assert "Recovery codes" in answer.content.decode()
    recovery = re.findall(r"<li><code>(\d+)</code>", answer.content.decode())
    assert len(recovery) == 10
    sent = {"login": "ilsa@tidewire.example", "password": PASSWORD}
    assert client.post("/account/login/", sent)["Location"] == "/account/2fa/authenticate/"
    assert client.get("/en/mine/").status_code == 302
    assert "One more step" in client.get("/account/2fa/authenticate/").content.decode()
    client.post("/account/2fa/authenticate/", {"code": recovery[0]})
    assert client.get("/en/mine/").status_code == 200


@pytest.mark.parametrize(("edition", "words"), [("en", "not open to you"), ("ar", "غير متاحة لك")])
def test_what_an_account_lacks_is_said_on_a_page_of_this_site(edition: str, words: str) -> None:
    client = Client()
    client.cookies["edition"] = edition
    client.force_login(add_person("oma@tidewire.example"))  # invited: has no password yet
    answer = client.get("/account/2fa/totp/activate/")
    assert answer.status_code == 403
    assert words in answer.content.decode()
