"""What the host says of accounts: open or closed, and the server for e-mail."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.conf.accounts import (
    leaked_passwords,
    mail_server,
    may_sign_up,
    needs_second_step,
    read_mail_server,
)
from wireroom.engine.errors import BadInput

SITE = "https://news.example/"


@pytest.mark.parametrize(("told", "answer"), [("", False), ("closed", False), (" Open ", True)])
def test_accounts_are_closed_unless_opened(
    monkeypatch: pytest.MonkeyPatch, told: str, answer: bool
) -> None:
    monkeypatch.setenv("WIREROOM_ACCOUNTS", told)
    assert may_sign_up() is answer


def test_anything_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIREROOM_ACCOUNTS", "yes")
    with pytest.raises(BadInput, match="open or closed"):
        may_sign_up()


@pytest.mark.parametrize(
    ("told", "is_https", "least"),
    [("", True, "host"), ("", False, ""), ("off", True, ""), (" Desk", False, "moderator"),
     ("hosts", False, "host")],
)  # fmt: skip
def test_hosts_need_a_second_step_where_others_reach_the_site(
    monkeypatch: pytest.MonkeyPatch, told: str, is_https: bool, least: str
) -> None:
    monkeypatch.setenv("WIREROOM_SECOND_STEP", told)
    assert needs_second_step(is_https=is_https) == least


def test_a_folder_of_leaked_passwords_has_to_be_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("WIREROOM_LEAKED_PASSWORDS", str(tmp_path))
    with pytest.raises(BadInput, match="mend or unset WIREROOM_LEAKED_PASSWORDS"):
        leaked_passwords()
    monkeypatch.setenv("WIREROOM_SECOND_STEP", "all")
    with pytest.raises(BadInput, match="off, hosts or desk"):
        needs_second_step(is_https=True)


def test_no_mail_is_sent_unless_a_server_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WIREROOM_SMTP", raising=False)
    assert mail_server(SITE) is None


@pytest.mark.parametrize(
    ("told", "host", "port", "tls", "sender"),
    [
        ("smtp://u:p@m.example:2525", "m.example", 2525, "start", "wireroom@news.example"),
        ("smtp://mail.example", "mail.example", 587, "start", "wireroom@news.example"),
        ("smtps://a%40b.example:x@m.example", "m.example", 465, "from the start", "a@b.example"),
        ("smtp://localhost:25?from=desk@news.example", "localhost", 25, "", "desk@news.example"),
        ("smtp://127.0.0.1", "127.0.0.1", 587, "", "wireroom@news.example"),
    ],
)  # fmt: skip
def test_a_mail_server_is_read(told: str, host: str, port: int, tls: str, sender: str) -> None:
    server = read_mail_server(told, site=SITE)
    assert (server.host, server.port, server.tls, server.sender) == (host, port, tls, sender)


def test_user_and_password_may_hold_any_sign() -> None:
    server = read_mail_server("smtp://il%3Asa:p%40ss%2Fword@mail.example", site=SITE)
    assert (server.user, server.password) == ("il:sa", "p@ss/word")


@pytest.mark.parametrize(
    "told", ["mail.example", "http://u:secret@m.example", "smtp://", "smtp://m:x"]
)
def test_what_cannot_be_read_is_told_without_the_password(told: str) -> None:
    with pytest.raises(BadInput, match="WIREROOM_SMTP") as raised:
        read_mail_server(told, site=SITE)
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize(("url", "secure"), [(SITE, "True"), ("http://localhost:8000/", "False")])
def test_cookies_are_secure_where_the_site_is(url: str, secure: str) -> None:
    wanted = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE")
    told = "; ".join(f"print(settings.{name})" for name in wanted)
    answer = subprocess.run(
        [sys.executable, "-c", f"from wireroom.conf import settings; {told}"],
        env=os.environ | {"WIREROOM_URL": url, "PYTHONPATH": "src"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert answer.stdout.split() == [secure, secure]


@given(st.text())
def test_nothing_that_is_written_breaks_it(told: str) -> None:
    try:
        server = read_mail_server(told, site=SITE)
    except BadInput:
        return
    assert server.host
