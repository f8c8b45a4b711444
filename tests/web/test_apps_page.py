"""Keys for reader apps: made on a page, shown once, taken back there."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from wireroom.people.models import AppKey, Person
from wireroom.people.services.accounts import add_person
from wireroom.people.services.app_keys import MOST_KEYS, make_key, open_with

pytestmark = pytest.mark.django_db
PAGE = "/en/mine/apps/"
PASSWORD = "quiet-harbour-9"


@pytest.fixture
def ilsa(client: Client) -> Person:
    person = add_person("ilsa@tidewire.example")
    person.set_password(PASSWORD)
    person.save()
    client.post("/account/login/", {"login": person.email, "password": PASSWORD})
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return person


def test_a_key_is_shown_once_and_opens_until_it_is_taken_back(client: Client, ilsa: Person) -> None:
    before = client.get(PAGE).content.decode()
    assert "http://testserver/api/greader/" in before
    assert ilsa.email in before
    page = client.post(PAGE, {"deed": "make", "name": "my <telephone>"}).content.decode()
    (told,) = re.findall(r"wa_[-\w]+", page)
    assert open_with(told) == AppKey.objects.get(person=ilsa)
    after = client.get(PAGE).content.decode()
    assert told not in after
    assert "my &lt;telephone&gt;" in after
    number = AppKey.objects.get().pk
    other = make_key(add_person("joan@tidewire.example"), "hers", edition="en", now=timezone.now())
    for one in (number, AppKey.objects.exclude(pk=number).get().pk, "x"):
        client.post(PAGE, {"deed": "remove", "number": one})
    assert open_with(told) is None
    assert open_with(other) is not None


def test_no_name_and_too_many_are_said(client: Client, ilsa: Person) -> None:
    assert client.post(PAGE, {"deed": "make", "name": "  "}).status_code == 400
    for number in range(MOST_KEYS):
        make_key(ilsa, f"key {number}", edition="en", now=timezone.now())
    full = client.post(PAGE, {"deed": "make", "name": "one more"})
    assert full.status_code == 409
    assert "one more" in full.content.decode()


def test_a_browser_that_was_left_open_makes_no_key(client: Client, ilsa: Person) -> None:
    make_key(ilsa, "telephone", edition="en", now=timezone.now())
    client.post("/account/logout/")
    client.post("/account/login/", {"login": ilsa.email, "password": PASSWORD})
    page = client.get(PAGE).content.decode()
    assert "/account/reauthenticate/?next=/en/mine/apps/" in page
    assert 'name="deed"' not in page
    for deed in ({"deed": "make", "name": "tablet"}, {"deed": "remove", "number": 1}):
        answer = client.post(PAGE, deed)
        assert answer.status_code == 302
        assert "reauthenticate" in answer["Location"]
    assert AppKey.objects.get().name == "telephone"


def test_strangers_sign_in_first(client: Client) -> None:
    assert client.get(PAGE).status_code == 302
