"""Signing in with the host's own service, over HTTP with one on this machine."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from pytest_django import Settings

from wireroom.conf.oidc import Oidc, read_oidc
from wireroom.engine.errors import BadInput
from wireroom.people.models import Person
from wireroom.people.services.accounts import add_person

pytestmark = pytest.mark.django_db
LOGIN = "/account/oidc/oidc/login/"
ADA = {"sub": "77", "email": "Ada@Tidewire.example", "email_verified": True}


class Service(ThreadingHTTPServer):
    """A service of OpenID Connect: what it says of who signs in, and what it was told."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.person: dict[str, Any] = dict(ADA)
        self.is_broken = False
        self.told: dict[str, list[str]] = {}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answers(BaseHTTPRequestHandler):
    server: Service

    def do_GET(self) -> None:
        url = self.server.url
        if self.path.startswith("/.well-known/"):
            names = {"authorization": "sign-in", "token": "token", "userinfo": "who"}
            self._say({f"{name}_endpoint": f"{url}/{path}" for name, path in names.items()})
        else:
            self._say(self.server.person)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.told = parse_qs(body)
        self._say({"access_token": "t", "token_type": "Bearer"})

    def _say(self, value: object) -> None:
        body = json.dumps(value).encode()
        self.send_response(500 if self.server.is_broken else 200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Say nothing between the tests' lines."""


@pytest.fixture
def service(settings: Settings) -> Iterator[Service]:
    with Service() as service:
        oidc = Oidc(issuer=service.url, client="wireroom", secret="s3", name="Tidewire ID")
        settings.WIREROOM_OIDC = oidc
        settings.SOCIALACCOUNT_PROVIDERS = oidc.providers()
        settings.WIREROOM_MAY_SIGN_UP = False
        threading.Thread(target=service.serve_forever, daemon=True).start()
        yield service
        service.shutdown()


def sign_in(client: Client, **answer: str) -> Any:
    """Press the button, and come back from the service with what it answers."""
    there = urlsplit(client.post(LOGIN)["Location"])
    asked = parse_qs(there.query)
    assert there.path == "/sign-in"
    assert asked["code_challenge_method"] == ["S256"]
    words = answer or {"code": "c"}
    return client.get(f"{LOGIN}callback/", {"state": asked["state"][0], **words}, follow=True)


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_the_button_stands_there_only_where_a_service_is_named(
    client: Client, service: Service, settings: Settings
) -> None:
    assert "Sign in with Tidewire ID" in client.get("/account/login/").content.decode()
    settings.WIREROOM_OIDC = None
    assert "Sign in with Tidewire ID" not in client.get("/account/login/").content.decode()


def test_an_account_is_found_by_the_address_that_the_service_checked(
    client: Client, service: Service
) -> None:
    person = add_person("ada@tidewire.example")
    sign_in(client)
    assert client.session["_auth_user_id"] == str(person.pk)
    assert "code_verifier" in service.told
    # From then on by who it is there: an address may change.
    service.person["email"] = "ada.new@tidewire.example"
    again = Client()
    sign_in(again)
    assert again.session["_auth_user_id"] == str(person.pk)


def test_who_made_an_account_with_anothers_address_is_locked_out_of_it(
    client: Client, service: Service
) -> None:
    person = add_person("ada@tidewire.example")
    person.set_password("quiet-harbour-9")
    person.save()
    EmailAddress.objects.update_or_create(
        user=person, email=person.email, defaults={"verified": False, "primary": True}
    )
    sign_in(client)
    assert is_in(client)
    person.refresh_from_db()
    assert not person.has_usable_password()


@pytest.mark.parametrize("checked", [False, None])
def test_an_address_that_nobody_checked_lets_nobody_in(
    client: Client, service: Service, *, checked: bool | None
) -> None:
    add_person("ada@tidewire.example")
    service.person["email_verified"] = checked
    answer = sign_in(client)
    assert not is_in(client)
    assert answer.status_code == 403


def test_closed_it_makes_no_account_and_open_it_does(
    client: Client, service: Service, settings: Settings
) -> None:
    sign_in(client)
    assert not is_in(client)
    assert not Person.objects.exists()
    settings.WIREROOM_MAY_SIGN_UP = True
    sign_in(client)
    assert is_in(client)
    assert Person.objects.get().email == "ada@tidewire.example"
    assert not Person.objects.get().has_usable_password()


def test_who_turns_back_is_asked_to_sign_in_again(client: Client, service: Service) -> None:
    answer = sign_in(client, error="access_denied")
    assert answer.redirect_chain[-1][0] == "/account/login/"


def test_a_service_that_does_not_answer_is_told_in_words(client: Client, service: Service) -> None:
    there = urlsplit(client.post(LOGIN)["Location"])
    state = parse_qs(there.query)["state"][0]
    service.is_broken = True
    answer = client.get(f"{LOGIN}callback/", {"state": state, "code": "c"})
    assert "did not answer as it should" in answer.content.decode()
    answer = client.post(LOGIN)
    assert "did not answer as it should" in answer.content.decode()
    assert not is_in(client)


def test_another_sites_link_or_forged_answer_signs_nobody_in(
    client: Client, service: Service
) -> None:
    add_person("ada@tidewire.example")
    assert client.get(LOGIN)["Location"] == "/account/login/"
    assert Client(enforce_csrf_checks=True).post(LOGIN).status_code == 403
    client.get(f"{LOGIN}callback/", {"state": "forged", "code": "c"})
    assert not is_in(client)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"WIREROOM_OIDC": "http://id.example/"}, "issuer's address"),
        ({"WIREROOM_OIDC": "https://[::1"}, "issuer's address"),
        ({"WIREROOM_OIDC_CLIENT": ""}, "WIREROOM_OIDC_CLIENT"),
        ({"WIREROOM_OIDC_SECRET_FILE": "/nowhere"}, "cannot read"),
        ({"WIREROOM_OIDC_SECRET_FILE": ""}, "WIREROOM_OIDC_SECRET_FILE"),
    ],
)
def test_settings_that_say_too_little_are_refused_in_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any, changed: dict[str, str], said: str
) -> None:
    (tmp_path / "secret").write_text("s3\n")
    told = {"WIREROOM_OIDC": "https://id.example/realms/news", "WIREROOM_OIDC_CLIENT": "wireroom",
            "WIREROOM_OIDC_SECRET_FILE": str(tmp_path / "secret")}  # fmt: skip
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    known = read_oidc()
    assert known is not None
    assert (known.secret, known.name, known.origin) == ("s3", "id.example", "https://id.example")
    for name, value in changed.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(BadInput, match=said):
        read_oidc()
