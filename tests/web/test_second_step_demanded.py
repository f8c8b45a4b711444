"""The desk stays shut to whose role needs a second step at sign-in, until they have one."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from tests.web.test_admin_pages import browser_of

from wireroom.people.models import Person
from wireroom.people.roles import Role

pytestmark = pytest.mark.django_db
PATHS = ("/en/desk/", "/ar/desk/stories/", "/en/desk/log/")


def _set_up(kind: Authenticator.Type, role: Role) -> None:
    person = Person.objects.get(email=f"{role}@tidewire.example")
    Authenticator.objects.create(user=person, type=kind, data={})


def test_a_host_without_one_is_led_to_set_it_up(settings: Any) -> None:
    settings.WIREROOM_SECOND_STEP = "host"
    host, editor = browser_of(Role.HOST), browser_of(Role.EDITOR)
    for path in PATHS:
        answer = host.get(path)
        assert answer.status_code == 403, path
        assert '/account/2fa/totp/activate/"' in answer.content.decode()
        assert editor.get(path).status_code == 200, path
    assert host.post("/en/desk/settings/", {"name": "Taken over"}).status_code == 403
    assert host.get("/admin/news/outlet/", follow=True).status_code == 403
    assert host.get("/account/2fa/").status_code == 200
    _set_up(Authenticator.Type.RECOVERY_CODES, Role.HOST)
    assert host.get("/en/desk/").status_code == 403
    _set_up(Authenticator.Type.TOTP, Role.HOST)
    assert host.get("/en/desk/").status_code == 200
    assert host.get("/admin/news/outlet/").status_code == 200


def test_all_of_the_desk_may_be_asked(settings: Any) -> None:
    settings.WIREROOM_SECOND_STEP = "moderator"
    for role in (Role.MODERATOR, Role.EDITOR):
        browser = browser_of(role)
        assert browser.get("/en/desk/").status_code == 403
        _set_up(Authenticator.Type.WEBAUTHN, role)
        assert browser.get("/en/desk/").status_code == 200


def test_readers_and_strangers_see_no_more_than_before(settings: Any) -> None:
    settings.WIREROOM_SECOND_STEP = "moderator"
    reader = browser_of(Role.READER)
    assert reader.get("/en/desk/").status_code == 404
    assert reader.get("/admin/", follow=True).status_code == 404
    assert reader.get("/en/mine/").status_code == 200
    assert "/account/login/" in Client().get("/en/desk/")["Location"]
