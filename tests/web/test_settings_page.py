"""The settings at the desk: for hosts, kept and logged; the environment's own are not changed."""

import html
import re
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client
from pytest_django import Settings
from tests.web.test_desk_pages import at_desk, latest

from wireroom.adapters.ai.endpoint import AiSettings, Endpoint
from wireroom.adapters.kept_settings import keep_settings, read_kept
from wireroom.conf.accounts import may_comment, may_sign_up, read_mail_server
from wireroom.conf.editions import parse_editions
from wireroom.news.models import LoggedDeed
from wireroom.people.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.once]
PATH = "/en/desk/settings/"


@pytest.fixture
def var(tmp_path: Path, settings: Settings) -> Path:
    settings.VAR = tmp_path
    settings.WIREROOM_STATED = frozenset()
    settings.WIREROOM_KEPT = {}
    return tmp_path


@pytest.fixture
def host(var: Path) -> Client:
    return at_desk(Role.HOST)


def sent(page: str, **changed: object) -> dict[str, object]:
    """Return what the page's form sends when it is sent as it stands, and what is changed."""
    form = page[page.index(f'<form method="post" action="{PATH}"') :]
    form = form[: form.index("</form>")]
    inputs = [
        dict([*re.findall(r'([\w-]+)="([^"]*)"', one), ("is", one)])
        for one in re.findall(r"<input[^>]*>", form)
    ]
    fields: dict[str, object] = {}
    for one in inputs:
        if one.get("type") in ("checkbox", "radio") and " checked" not in one["is"]:
            continue
        value = html.unescape(one.get("value", ""))
        if one["name"] in ("edition", "country_of"):
            fields.setdefault(one["name"], []).append(value)  # type: ignore[attr-defined]
        else:
            fields[one["name"]] = value
    for name, options in re.findall(r'<select[^>]* name="([\w-]+)">(.*?)</select>', form):
        chosen = re.search(r'value="(\w*)" selected', options)
        fields[name] = chosen[1] if chosen else ""
    return {**fields, "go": "keep", **changed}


def open_page(client: Client) -> str:
    return client.get(PATH).content.decode()


def test_what_is_kept_is_shown_logged_and_read_at_the_next_start(
    host: Client, var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = sent(open_page(host), name="The Ostvik Wire", new_lang="en", new_country="AE",
                 comments="on", sign_up="on", why="we open", **{"country-ar": "AE"})  # fmt: skip
    assert host.post(PATH, first).status_code == 302
    assert read_kept(var) == {
        "WIREROOM_NAME": "The Ostvik Wire", "WIREROOM_EDITIONS": "en,ar,en-ae",
        "WIREROOM_COUNTRIES": "ar:AE", "WIREROOM_COMMENTS": "on", "WIREROOM_ACCOUNTS": "open",
    }  # fmt: skip
    deed = latest()
    assert (deed.deed, deed.made_by, deed.why) == (
        "site.settings",
        "ed@tidewire.example",
        "we open",
    )
    assert deed.after["WIREROOM_NAME"] == "The Ostvik Wire"
    page = open_page(host)
    assert 'value="The Ostvik Wire"' in page
    assert "takes hold when" in page
    monkeypatch.setenv("WIREROOM_VAR", str(var))
    monkeypatch.delenv("WIREROOM_COMMENTS", raising=False)
    monkeypatch.delenv("WIREROOM_ACCOUNTS", raising=False)
    assert may_comment()
    assert may_sign_up()
    assert parse_editions(read_kept(var)["WIREROOM_EDITIONS"]) == ("en", "ar", "en-ae")
    # As it stands, and back to what was before.
    assert host.post(PATH, sent(page)).status_code == 302
    assert LoggedDeed.objects.filter(deed="site.settings").count() == 1
    back = {"country-ar": "", "comments": "", "sign_up": ""}
    host.post(PATH, sent(page, name="", edition=["en", "ar"], **back))
    assert read_kept(var) == {}


@pytest.mark.parametrize("role", [Role.EDITOR, Role.MODERATOR, Role.READER])
def test_only_hosts_see_and_change_them(var: Path, role: Role) -> None:
    client = at_desk(role)
    assert client.get(PATH).status_code == 404
    assert client.post(PATH, {"name": "Mine", "go": "keep"}).status_code == 404
    assert client.post(f"{PATH}mail/").status_code == 404
    assert read_kept(var) == {}


def test_what_the_environment_tells_is_shown_and_no_page_changes_it(
    host: Client, var: Path, settings: Settings
) -> None:
    settings.WIREROOM_STATED = frozenset({"WIREROOM_NAME", "WIREROOM_AI_URL"})
    settings.WIREROOM_NAME = "Told by the Host"
    page = open_page(host)
    assert "Told by the Host" in page
    assert 'name="name"' not in page
    assert 'name="ai_url"' not in page
    settings.WIREROOM_STATED |= {"WIREROOM_EDITIONS", "WIREROOM_COUNTRIES", "WIREROOM_COMMENTS"}
    page = open_page(host)
    assert not re.findall(r'name="(?:edition|country_of|comments|new_lang)"', page)
    forged = sent(page, name="Mine", model="local", ai_url="http://127.0.0.1:9/v1", ai_model="m")
    assert host.post(PATH, forged).status_code == 302
    assert read_kept(var) == {}


def test_who_comes_second_is_told_and_loses_nothing_typed(host: Client, var: Path) -> None:
    first = sent(open_page(host), name="The First")
    second = sent(open_page(host), name="The Second", comments="on")
    host.post(PATH, first)
    answer = host.post(PATH, second)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert 'role="alert"' in text
    assert 'value="The Second"' in text
    assert "<bdi>The First</bdi>" in text
    assert read_kept(var) == {"WIREROOM_NAME": "The First"}
    host.post(PATH, sent(text))
    assert read_kept(var) == {"WIREROOM_NAME": "The Second", "WIREROOM_COMMENTS": "on"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "x" * 61}, {"edition": []}, {"new_country": "AE"},
        {"edition": ["en", "xx"]}, {"edition": ["en-zz"]},
        {"model": "local", "ai_url": "http://198.51.100.7/v1", "ai_model": "m"},
        {"model": "endpoint", "ai_url": "http://169.254.1.1/v1", "ai_model": "m"},
        {"model": "local", "ai_url": "http://127.0.0.1:1/v1", "ai_model": "m"},
        {"model": "local"},
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_the_form_and_nothing_kept(
    host: Client, var: Path, wrong: dict[str, object]
) -> None:
    answer = host.post(PATH, sent(open_page(host), why="kept?", **wrong))
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    assert read_kept(var) == {}
    assert not LoggedDeed.objects.filter(deed="site.settings").exists()


def test_a_model_is_changed_with_its_key_which_nobody_is_shown(
    host: Client, var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wireroom.web.settings_form.have_answered", lambda endpoint: endpoint)
    model = {"model": "local", "ai_url": "http://127.0.0.1:8080/v1", "ai_model": "m"}
    host.post(PATH, sent(open_page(host), ai_key="secret-7", **model))
    assert (var / "ai_key").read_text() == "secret-7"
    page = open_page(host)
    assert "secret-7" not in page + str(latest().after) + str(latest().before)
    host.post(PATH, sent(page, name="Same model"))
    assert read_kept(var)["WIREROOM_AI_KEY_FILE"] == str(var / "ai_key")
    host.post(PATH, sent(open_page(host), model="off"))
    assert read_kept(var) == {"WIREROOM_NAME": "Same model"}
    assert not (var / "ai_key").exists()


def test_a_key_goes_to_its_own_server_alone(
    host: Client, var: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(endpoint: Endpoint) -> Endpoint:
        asked.append(endpoint.key)
        return endpoint

    monkeypatch.setattr("wireroom.web.settings_form.have_answered", answer)
    kept = {
        "WIREROOM_AI": "on",
        "WIREROOM_AI_URL": "http://127.0.0.1:8080/v1",
        "WIREROOM_AI_MODEL": "m",
    }
    keep_settings(var, kept)
    settings.AI = AiSettings(Endpoint(kept["WIREROOM_AI_URL"], "m", key="secret-7"), {})
    host.post(PATH, sent(open_page(host), ai_model="other"))
    host.post(PATH, sent(open_page(host), ai_url="http://127.0.0.1:9090/v1"))
    assert asked == ["secret-7", ""]


def test_mail_is_tried_on_the_spot(host: Client, settings: Settings) -> None:
    assert "WIREROOM_SMTP" in open_page(host)
    settings.WIREROOM_MAIL = read_mail_server(
        "smtp://u:quiet-9@mail.example?from=news@mail.example", site="http://x.example"
    )
    page = open_page(host)
    assert "quiet-9" not in page
    assert "news@mail.example" in page
    said = host.post(f"{PATH}mail/", follow=True).content.decode()
    assert [one.to for one in mail.outbox] == [["ed@tidewire.example"]]
    assert "took a letter" in said
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    said = host.post(f"{PATH}mail/", follow=True).content.decode()
    assert "did not take the letter" in said


def test_settings_that_cannot_be_read_are_said_and_not_written_over(
    host: Client, var: Path
) -> None:
    (var / "site.json").write_text("{")
    assert host.get(PATH).status_code == 400
    assert host.post(PATH, {"name": "x", "go": "keep"}).status_code == 400
    assert (var / "site.json").read_text() == "{"
