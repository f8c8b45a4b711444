"""The mailbox of newsletters as the host writes it."""

import pytest

from wireroom.conf.mailbox import read_mailbox
from wireroom.engine.errors import BadInput


def test_a_mailbox_is_read_from_its_address() -> None:
    told = read_mailbox("imaps://news%40host.example:p%2Fw%3A@mail.host.example/Letters/News%20in")
    assert told is not None
    assert (told.host, told.port, told.user, told.password) == (
        "mail.host.example", 993, "news@host.example", "p/w:",
    )  # fmt: skip
    assert (told.folder, told.tls) == ("Letters/News in", "from the start")
    assert "p/w" not in f"{told.name} {told}"
    assert read_mailbox("  ") is None


@pytest.mark.parametrize(
    ("url", "port", "tls"),
    [
        ("imap://u:p@mail.host.example:1143", 1143, "start"),
        ("imap://u:p@127.0.0.1", 143, ""),
        ("imap://u:p@localhost", 143, ""),
        ("imap://u:p@10.0.0.7", 143, "start"),
        ("imaps://u:p@localhost", 993, "from the start"),
    ],
)
def test_no_password_leaves_this_machine_in_the_open(url: str, port: int, tls: str) -> None:
    told = read_mailbox(url)
    assert told is not None
    assert (told.port, told.tls, told.folder) == (port, tls, "INBOX")


@pytest.mark.parametrize(
    "told",
    [
        "pop3://u:secret@host.example",
        "imaps://u@host.example",
        "imaps://u:secret@",
        "imaps://u:secret@host.example:port/x",
        "imaps://u:secret%0d%0aX@host.example",
    ],
)
def test_what_cannot_be_read_is_not_repeated(told: str) -> None:
    with pytest.raises(BadInput, match="WIREROOM_IMAP_URL") as caught:
        read_mailbox(told)
    assert "secret" not in str(caught.value)
