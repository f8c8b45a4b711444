"""The first-run assistant: the key opens it once, and what is chosen is set up as a whole."""

import json
import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings
from tests.web.newsroom import make_outlet

from wireroom.adapters.ai.endpoint import Endpoint, exceptions_for
from wireroom.adapters.ai.reach import check_reach
from wireroom.adapters.kept_settings import (
    keep_address,
    keep_settings,
    make_start_key,
    read_kept,
    read_start_key,
)
from wireroom.conf.kept import site_url, told
from wireroom.engine.errors import BadInput
from wireroom.news.models import LoggedDeed, Outlet
from wireroom.people.models import Person
from wireroom.people.roles import Role, role_of
from wireroom.people.services.accounts import add_person
from wireroom.pipeline.founding import Founding, found_newsroom

pytestmark = pytest.mark.django_db
START = "/en/desk/start/"
CHOSEN = {
    "name": "The Ostvik Wire", "languages": ["en", "ar"], "country": "GB", "model": "off",
    "outlets": ["The Guardian"], "email": "ilsa@tidewire.example", "password": "quiet-harbour-9",
}  # fmt: skip


@pytest.fixture
def key(tmp_path: Path, settings: Settings) -> str:
    settings.VAR = tmp_path
    return make_start_key(tmp_path)


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_each_step_carries_what_was_typed(key: str, client: Client, edition: str) -> None:
    path = f"/{edition}/desk/start/"
    first = client.get(path, {"key": key})
    assert first["Cache-Control"] == "private, no-store"
    assert f'<html lang="{edition}"' in first.content.decode()
    sent = {"key": key, "name": "The Ostvik Wire", "languages": ["en"], "country": "GB"}
    second = client.post(path, {**sent, "go": "outlets"}).content.decode()
    assert 'name="name" value="The Ostvik Wire"' in second
    assert 'value="BBC News" checked' in second
    assert "الجزيرة" not in second
    third = client.post(path, {**sent, "outlets": ["BBC News"], "go": "account"}).content.decode()
    assert '<input type="hidden" name="outlets" value="BBC News">' in third


def test_without_the_key_there_is_no_such_page(key: str, client: Client) -> None:
    for wrong in ("", "x", f"{key}x", "é"):
        assert client.get(START, {"key": wrong}).status_code == 404
        assert client.post(START, {**CHOSEN, "key": wrong, "go": "found"}).status_code == 404
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(START, {**CHOSEN, "key": key, "go": "found"}).status_code == 403
    assert not Person.objects.exists()


def test_the_country_gets_editions_in_what_the_newsroom_reads(
    key: str, client: Client, tmp_path: Path
) -> None:
    asked = {**CHOSEN, "key": key, "languages": ["ar", "fr"], "local": "1"}
    step = client.post(START, {**asked, "go": "account"}).content.decode()
    assert '<input type="hidden" name="local" value="1">' in step
    assert client.post(START, {**asked, "go": "found"}).status_code == 200
    assert read_kept(tmp_path)["WIREROOM_EDITIONS"] == "en,ar,ar-gb"


def test_all_is_set_up_once(key: str, client: Client, tmp_path: Path) -> None:
    make_outlet("Tidewire", is_sample=True)
    answer = client.post(START, {**CHOSEN, "key": key, "go": "found", "comments": "1"})
    assert answer.status_code == 200
    assert list(Outlet.objects.values_list("name", flat=True)) == ["The Guardian"]
    assert read_kept(tmp_path) == {
        "WIREROOM_NAME": "The Ostvik Wire", "WIREROOM_COUNTRIES": "ar:GB,en:GB",
        "WIREROOM_COMMENTS": "on",
    }  # fmt: skip
    host = Person.objects.get()
    assert (role_of(host), host.check_password("quiet-harbour-9")) == (Role.HOST, True)
    assert client.get("/en/desk/people/").status_code == 200
    assert LoggedDeed.objects.get(deed="site.start").made_by == host.email
    again = {**CHOSEN, "key": key, "go": "found", "email": "oma@tidewire.example"}
    assert Client().post(START, again).status_code == 404
    assert Person.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"password": "short"}, {"email": "nobody"}, {"name": ""}, {"languages": []},
        {"email": "taken@tidewire.example"},
        {"model": "local", "ai_url": "http://198.51.100.7/v1", "ai_model": "m"},
        {"model": "endpoint", "ai_url": "http://127.0.0.1:1/v1", "ai_model": "m"},
        {"model": "endpoint", "ai_url": "http://169.254.1.1/v1", "ai_model": "m"},
        {"model": "endpoint", "ai_url": "file:///etc/passwd", "ai_model": "m"},
        {"model": "local"},
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_done(
    key: str, client: Client, tmp_path: Path, wrong: dict[str, object]
) -> None:
    add_person("taken@tidewire.example")
    answer = client.post(START, {**CHOSEN, "key": key, "go": "found", **wrong})
    assert answer.status_code == 400
    text = answer.content.decode()
    assert 'role="alert"' in text
    assert "quiet-harbour-9" not in text
    assert read_start_key(tmp_path) == key
    assert (Outlet.objects.count(), Person.objects.count()) == (0, 1)


def _founding() -> Founding:
    model = Endpoint(url="http://127.0.0.1:9/v1", model="m", key="of the second")
    return Founding(
        name="The Second", languages=["en"], country="", outlets=[],
        email="second@tidewire.example", password="quiet-harbour-9", model=model,
    )  # fmt: skip


def test_the_second_of_two_writes_over_nothing(tmp_path: Path) -> None:
    first = {"WIREROOM_NAME": "The First"}
    keep_settings(tmp_path, first)
    with pytest.raises(BadInput, match="used just now"):
        found_newsroom(_founding(), var=tmp_path)
    assert read_kept(tmp_path) == first
    assert [one.name for one in tmp_path.iterdir()] == ["site.json"]
    assert not Person.objects.exists()


def test_a_link_works_still_where_nothing_could_be_kept(key: str, tmp_path: Path) -> None:
    (tmp_path / "ai_key").mkdir()
    with pytest.raises(BadInput, match="cannot write"):
        found_newsroom(_founding(), var=tmp_path)
    assert read_start_key(tmp_path) == key
    assert read_kept(tmp_path) == {}
    assert not Person.objects.exists()


def test_without_outlets_the_sample_stays(key: str, client: Client) -> None:
    make_outlet("Tidewire", is_sample=True)
    kept = client.post(START, {**CHOSEN, "key": key, "go": "sample"}).content.decode()
    assert 'name="outlets"' not in kept
    done = client.post(START, {**CHOSEN, "key": key, "go": "found", "outlets": []})
    assert Outlet.objects.get().name == "Tidewire"
    assert "first stories" not in done.content.decode()


def test_the_assistant_is_arabic_in_arabic(key: str, client: Client) -> None:
    sent = {"key": key, "name": "وكالة", "languages": ["en", "nb"], "outlets_seen": "1"}
    outlets = client.post("/ar/desk/start/", {**sent, "go": "outlets"}).content.decode()
    assert "Norwegian" not in outlets
    assert not re.search(r"<legend[^>]*>[^<]*[A-Za-z]", outlets)


@pytest.mark.parametrize(
    ("url", "words"),
    [("http://127.0.0.1:1/v1", "mend the address"), ("ftp://x/v1", "Write its address as")],
)
def test_a_model_that_does_not_answer_is_told_in_words_for_a_form(
    key: str, client: Client, url: str, words: str
) -> None:
    wrong = {"model": "local", "ai_url": url, "ai_model": "m"}
    answer = client.post(START, {**CHOSEN, "key": key, "go": "try", **wrong})
    assert words in answer.content.decode()
    assert "WIREROOM_AI" not in answer.content.decode()


def test_a_page_asks_no_server_inside_the_network() -> None:
    here = "http://127.0.0.1:8080/v1"
    assert check_reach(f"{here}/", allow=exceptions_for(here, ())) == here
    for inside in ("http://10.0.0.1/v1", "http://[::1]:8080/v1", "http://2130706433/v1"):
        with pytest.raises(BadInput):
            check_reach(inside, allow=())


def test_kept_settings_give_way_to_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WIREROOM_VAR", str(tmp_path))
    keep_settings(tmp_path, {"WIREROOM_NAME": "Kept"})
    assert told("WIREROOM_NAME") == "Kept"
    monkeypatch.setenv("WIREROOM_NAME", "")
    assert told("WIREROOM_NAME", "other") == ""
    (tmp_path / "site.json").write_text(json.dumps(["no settings"]))
    with pytest.raises(BadInput, match=r"site\.json"):
        read_kept(tmp_path)


def test_links_lead_where_up_answers_unless_the_host_says_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WIREROOM_URL", raising=False)
    assert site_url(tmp_path) == "http://localhost:8000/"
    keep_address(tmp_path, "http://localhost:8123/")
    assert site_url(tmp_path) == "http://localhost:8123/"
    monkeypatch.setenv("WIREROOM_URL", "https://news.example/")
    assert site_url(tmp_path) == "https://news.example/"
