"""The name that a request gives the site is believed of nobody who made it up."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example"},
        {"host": "localhost.evil.example"},
        {"host": "localhost:80@evil.example"},
        {"host": "evil.example", "x-forwarded-host": "localhost"},
    ],
)
def test_letters_never_lead_to_a_host_that_a_stranger_names(
    client: Client, settings: Any, headers: dict[str, str]
) -> None:
    settings.ALLOWED_HOSTS = ["localhost"]
    form = {"email": "ada@desk.example"}
    assert client.post("/account/password/reset/", form, headers=headers).status_code == 400
    told = client.get(
        "/account/password/reset/",
        headers={"host": "localhost", "x-forwarded-host": "evil.example"},
    )
    assert b"evil.example" not in told.content
    assert mail.outbox == []
