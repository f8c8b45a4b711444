"""Accounts: who may make one, signing in, what is kept and what is left after deletion."""

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.conf import LazySettings
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client

from wireroom.engine.errors import BadInput
from wireroom.people.models import Person
from wireroom.people.queries import read_account
from wireroom.people.services.accounts import add_person, delete_person, find_person, password_key

pytestmark = pytest.mark.django_db

PASSWORD = "quiet-harbour-9"
SIGN_IN = "/account/login/"
SIGN_UP = "/account/signup/"


@pytest.fixture
def ilsa() -> Person:
    person = add_person("ilsa@tidewire.example")
    person.set_password(PASSWORD)
    person.save()
    return person


@pytest.fixture
def is_open(settings: LazySettings) -> None:
    settings.WIREROOM_MAY_SIGN_UP = True


@pytest.fixture
def sends_mail(settings: LazySettings) -> None:
    settings.WIREROOM_MAIL = object()  # only that there is one is looked at
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    settings.MFA_ALLOW_UNVERIFIED_EMAIL = False


def sign_in(client: Client, email: str, password: str = PASSWORD) -> int:
    return client.post(SIGN_IN, {"login": email, "password": password}).status_code


def test_the_address_is_the_name_whatever_its_capitals(client: Client, ilsa: Person) -> None:
    assert sign_in(client, "Ilsa@Tidewire.example") == 302
    assert "ilsa@tidewire.example" in client.get("/en/mine/").content.decode()
    with pytest.raises(BadInput, match="has an account already"):
        add_person("ILSA@tidewire.example")


@pytest.mark.parametrize("email", ["", "ilsa", "a@b", "a b@c.example", "x" * 250 + "@c.example"])
def test_what_is_no_address_makes_no_account(email: str) -> None:
    with pytest.raises(BadInput, match="address"):
        add_person(email)


def test_a_link_of_the_hosts_works_once(client: Client, ilsa: Person) -> None:
    who, key = password_key(ilsa)
    there = f"/account/password/reset/key/{who}-{key}/"
    page = client.get(there, follow=True)
    form = page.redirect_chain[-1][0]
    sent = {"password1": "another-harbour-7", "password2": "another-harbour-7"}
    assert client.post(form, sent).status_code == 302
    assert sign_in(client, ilsa.email, "another-harbour-7") == 302
    assert "does not work any more" in Client().get(there, follow=True).content.decode()


@pytest.mark.parametrize("password", ["short-9", "1234567890", "ilsa@tidewire", "password123"])
def test_weak_passwords_are_refused(client: Client, is_open: None, password: str) -> None:
    sent = {"email": "ilsa@tidewire.example", "password1": password}
    assert client.post(SIGN_UP, sent).status_code == 200
    assert not Person.objects.exists()


def test_a_leaked_password_is_refused_and_a_lost_list_keeps_nobody_out(
    client: Client, is_open: None, tmp_path: Path, settings: Any
) -> None:
    leaks = tmp_path / "leaks.txt"
    leaks.write_text(hashlib.sha1(PASSWORD.encode()).hexdigest() + ":7\n", "utf-8")
    settings.WIREROOM_LEAKED_PASSWORDS = str(leaks)
    sent = {"email": "oma@tidewire.example", "password1": PASSWORD}
    assert "known from a leak" in client.post(SIGN_UP, sent).content.decode()
    leaks.unlink()
    assert client.post(SIGN_UP, sent).status_code == 302


def test_nobody_signs_up_where_the_host_makes_the_accounts(client: Client) -> None:
    sent = {"email": "oma@tidewire.example", "password1": PASSWORD}
    assert "made by the host" in client.get(SIGN_UP).content.decode()
    client.post(SIGN_UP, sent)
    assert not Person.objects.exists()


def test_without_a_mail_server_an_account_is_ready_at_once(client: Client, is_open: None) -> None:
    assert "sends no e-mail" in client.get(SIGN_UP).content.decode()
    answer = client.post(SIGN_UP, {"email": "oma@tidewire.example", "password1": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, "/en/mine/")
    assert client.get("/en/mine/").status_code == 200


@pytest.mark.parametrize("path", ["/account/password/reset/", "/account/email/"])
def test_without_a_mail_server_pages_say_so_and_do_nothing(
    client: Client, ilsa: Person, path: str
) -> None:
    client.force_login(ilsa)
    for answer in (client.get(path), client.post(path, {"email": "x@y.example", "action_add": ""})):
        assert "sends no e-mail" in answer.content.decode()
    assert EmailAddress.objects.count() == 1


def test_with_one_an_address_is_confirmed_first(
    client: Client, is_open: None, sends_mail: None
) -> None:
    client.post(SIGN_UP, {"email": "oma@tidewire.example", "password1": PASSWORD})
    assert client.get("/en/mine/").status_code == 302
    (letter,) = mail.outbox
    found = re.search(r"http://testserver(/account/confirm-email/\S+)", str(letter.body))
    assert found
    assert "This address is mine" in client.get(found[1]).content.decode()
    client.post(found[1])
    assert EmailAddress.objects.get().verified
    assert sign_in(Client(), "oma@tidewire.example") == 302


def answers_for(
    call: Callable[[Client, str], bytes], known: str, unknown: str
) -> tuple[bytes, bytes]:
    """Return what two strangers are told of a known and of an unknown address, both taken out."""
    mark = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
    told = [
        mark.sub(b"", call(Client(), one)).replace(one.encode(), b"ADDRESS")
        for one in (known, unknown)
    ]
    return told[0], told[1]


def test_nobody_learns_who_has_an_account(ilsa: Person, is_open: None, sends_mail: None) -> None:
    def signing_in(client: Client, email: str) -> bytes:
        return client.post(SIGN_IN, {"login": email, "password": "wrong-one-1"}).content

    def signing_up(client: Client, email: str) -> bytes:
        return client.post(SIGN_UP, {"email": email, "password1": PASSWORD}, follow=True).content

    def resetting(client: Client, email: str) -> bytes:
        return client.post("/account/password/reset/", {"email": email}, follow=True).content

    for call in (signing_in, signing_up, resetting):
        known, unknown = answers_for(call, ilsa.email, "nobody@tidewire.example")
        assert known == unknown


def test_a_letter_is_written_to_known_and_unknown_addresses_alike(
    ilsa: Person, sends_mail: None, settings: LazySettings
) -> None:
    def resetting(client: Client, email: str) -> bytes:
        return client.post("/account/password/reset/", {"email": email}, follow=True).content

    answers_for(resetting, ilsa.email, "nobody@tidewire.example")
    assert [letter.to for letter in mail.outbox] == [[ilsa.email], ["nobody@tidewire.example"]]
    assert "/password/reset/key/" in mail.outbox[0].body
    assert "no account here" in mail.outbox[1].body
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    known, unknown = answers_for(resetting, ilsa.email, "no.one@tidewire.example")
    assert known == unknown


def test_a_password_is_tried_a_few_times_and_all_workers_count_together(ilsa: Person) -> None:
    for number in range(5):
        sign_in(Client(REMOTE_ADDR=f"192.0.2.{number}"), ilsa.email, "wrong-one-1")
    told = Client(REMOTE_ADDR="192.0.2.99").post(
        SIGN_IN, {"login": ilsa.email, "password": PASSWORD}
    )
    assert told.status_code == 200
    assert "Too many failed login attempts" in told.content.decode()


def test_one_address_signs_up_a_few_times_an_hour(is_open: None) -> None:
    codes = [
        Client().post(SIGN_UP, {"email": f"{n}@x.example", "password1": "short"}).status_code
        for n in range(21)
    ]
    assert codes == [200] * 20 + [429]


def test_a_letter_that_cannot_be_sent_breaks_nothing(
    client: Client, ilsa: Person, sends_mail: None, settings: LazySettings
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    answer = client.post("/account/password/reset/", {"email": ilsa.email}, follow=True)
    assert answer.status_code == 200
    assert "could not be sent" in answer.content.decode()


def test_what_is_kept_can_be_taken_along(client: Client, ilsa: Person) -> None:
    client.force_login(ilsa)
    answer = client.get("/en/mine/export/")
    text = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]
    assert json.loads(text)["account"] == dict(read_account(Person.objects.get()))
    assert json.loads(text)["account"]["email"] == ilsa.email
    assert "attachment" in answer["Content-Disposition"]
    assert ilsa.password not in text


def test_deletion_asks_for_the_password_and_ends_every_session(ilsa: Person) -> None:
    here, elsewhere = Client(), Client()
    for client in (here, elsewhere):
        sign_in(client, ilsa.email)
    asked = here.post("/en/mine/delete/")
    assert asked["Location"].startswith("/account/reauthenticate/")
    assert Person.objects.exists()
    here.post(asked["Location"], {"password": PASSWORD})
    here.post("/en/mine/delete/")
    assert not Person.objects.exists()
    assert not EmailAddress.objects.exists()
    assert "Your account is deleted" in here.get("/en/mine/deleted/").content.decode()
    assert elsewhere.get("/en/mine/")["Location"].startswith(SIGN_IN)
    assert sign_in(Client(), ilsa.email) == 200


def test_a_new_password_ends_the_sessions_of_the_old_one(ilsa: Person) -> None:
    here, elsewhere = Client(), Client()
    for client in (here, elsewhere):
        sign_in(client, ilsa.email)
    new = "another-harbour-7"
    here.post(
        "/account/password/change/",
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )
    assert here.get("/en/mine/").status_code == 200
    assert elsewhere.get("/en/mine/").status_code == 302


def test_signing_in_makes_a_new_session(client: Client, ilsa: Person) -> None:
    session = client.session
    session["x"] = 1
    session.save()
    before = session.session_key
    sign_in(client, ilsa.email)
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_the_host_finds_and_deletes_a_person(ilsa: Person) -> None:
    delete_person(find_person("Ilsa@tidewire.example"))
    with pytest.raises(BadInput, match="nobody has an account"):
        find_person("ilsa@tidewire.example")
