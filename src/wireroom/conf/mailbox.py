"""What the host says of a mailbox of newsletters."""

from typing import Final
from urllib.parse import unquote, urlsplit

from wireroom.adapters.mailbox import MailAccount
from wireroom.conf.accounts import is_this_machine
from wireroom.engine.errors import BadInput

_PORTS: Final = {"imap": 143, "imaps": 993}
_INBOX: Final = "INBOX"


def read_mailbox(told: str) -> MailAccount | None:
    """Return the mailbox of imaps://user:password@host:993/Folder, None where none is told.

    imap:// uses STARTTLS, except on this machine. Raises BadInput, which repeats no password.
    """
    if not told.strip():
        return None
    try:
        parts = urlsplit(told.strip())
        port = parts.port
    except ValueError as error:
        raise _unreadable() from error
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    folder = unquote(parts.path.strip("/")) or _INBOX
    written = (user, password, folder)
    if parts.scheme not in _PORTS or not parts.hostname or not all(written):
        raise _unreadable()
    if any(not sign.isprintable() for text in written for sign in text):
        raise _unreadable()
    tls = "from the start" if parts.scheme == "imaps" else "start"
    return MailAccount(
        host=parts.hostname,
        port=port or _PORTS[parts.scheme],
        user=user,
        password=password,
        folder=folder,
        tls="" if parts.scheme == "imap" and is_this_machine(parts.hostname) else tls,
    )


def _unreadable() -> BadInput:
    return BadInput(
        "cannot read WIREROOM_IMAP_URL: write imaps://user:password@host/Folder, with %40 for @"
        " and %2F for / in user and password"
    )
