"""`wireroom people`: making an account, another link, and deleting it."""

import re

import pytest
from django.conf import LazySettings
from django.test import Client

from wireroom.cli import main
from wireroom.people.models import Person

pytestmark = pytest.mark.django_db

ADDRESS = "ilsa@tidewire.example"


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["people", *words]) == 0
    return capsys.readouterr().out


def test_an_account_is_made_with_a_link_to_its_password(
    capsys: pytest.CaptureFixture[str], settings: LazySettings
) -> None:
    settings.WIREROOM_URL = "https://news.example/"
    out = told(capsys, "add", "Ilsa@Tidewire.example", "--staff")
    found = re.search(r"https://news\.example(/account/password/reset/key/\S+)", out)
    assert found
    assert "Choose a password" in Client().get(found[1], follow=True).content.decode()
    person = Person.objects.get()
    assert (person.email, person.is_staff, person.has_usable_password()) == (ADDRESS, True, False)
    assert f"{ADDRESS} (editor), never in" in told(capsys)


def test_another_link_is_another_key(capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "add", ADDRESS)
    assert "/account/password/reset/key/" in told(capsys, "link", ADDRESS.upper())


def test_an_account_is_deleted(capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "add", ADDRESS)
    assert told(capsys, "delete", ADDRESS) == f"{ADDRESS} is deleted\n"
    assert not Person.objects.exists()


@pytest.mark.parametrize("words", [("add", "ilsa"), ("link", ADDRESS), ("delete", ADDRESS)])
def test_what_cannot_be_done_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], words: tuple[str, str]
) -> None:
    assert main(["people", *words]) == 1
    assert re.fullmatch(r"wireroom people: [^\n]+\n", capsys.readouterr().err)
