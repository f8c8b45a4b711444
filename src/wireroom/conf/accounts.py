"""What the host says of accounts: who may make one, whether they comment, who sends their mail."""

import os
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

from wireroom.adapters.leaked_passwords import check_leaked
from wireroom.conf.kept import told
from wireroom.engine.errors import BadInput

# Ports that mail servers take letters from clients on (RFC 6409, RFC 8314).
_PORTS: Final = {"smtp": 587, "smtps": 465}
_SECOND_STEP: Final = {"off": "", "hosts": "host", "desk": "moderator"}
_EXAMPLE: Final = "smtp://user:password@host:587"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where e-mail is handed in; `tls` is "" only for a server on this machine."""

    host: str
    port: int
    user: str
    password: str
    tls: str  # "start", "from the start" or ""
    sender: str


def may_sign_up() -> bool:
    """Tell whether anybody may make an account. Raises BadInput."""
    who = told("WIREROOM_ACCOUNTS").strip().lower() or "closed"
    if who not in ("open", "closed"):
        raise BadInput(f"WIREROOM_ACCOUNTS is open or closed, not {who!r}")
    return who == "open"


def may_comment() -> bool:
    """Tell whether people with an account may comment on stories. Raises BadInput."""
    switch = told("WIREROOM_COMMENTS").strip().lower() or "off"
    if switch not in ("on", "off"):
        raise BadInput(f"WIREROOM_COMMENTS is on or off, not {switch!r}")
    return switch == "on"


def may_send() -> str:
    """Return who may have pages read that no feed announces. Raises BadInput."""
    who = os.environ.get("WIREROOM_SEND", "").strip().lower() or "desk"
    if who not in ("desk", "accounts", "off"):
        raise BadInput(f"WIREROOM_SEND is desk, accounts or off, not {who!r}")
    return who


def needs_second_step(*, is_https: bool) -> str:
    """Return the least role that needs a second step at sign-in; empty for none. Raises BadInput.

    Told nothing, hosts need one where others reach the site (https): not on the first evening on
    one's own machine. The roles are those of people/roles.py.
    """
    who = os.environ.get("WIREROOM_SECOND_STEP", "").strip().lower()
    who = who or ("hosts" if is_https else "off")
    if who not in _SECOND_STEP:
        raise BadInput(f"WIREROOM_SECOND_STEP is off, hosts or desk, not {who!r}")
    return _SECOND_STEP[who]


def leaked_passwords() -> str:
    """Return where leaked passwords are searched; empty for nowhere. Raises BadInput."""
    told_path = os.environ.get("WIREROOM_LEAKED_PASSWORDS", "").strip()
    if not told_path:
        return ""
    path = Path(told_path).absolute()
    try:
        check_leaked(path)
    except BadInput as error:
        raise BadInput(f"{error}; mend or unset WIREROOM_LEAKED_PASSWORDS") from error
    return str(path)


def mail_server(site: str) -> MailServer | None:
    """Return the server named by WIREROOM_SMTP; None where no e-mail is sent. Raises BadInput."""
    address = os.environ.get("WIREROOM_SMTP", "").strip()
    return read_mail_server(address, site=site) if address else None


def read_mail_server(address: str, *, site: str) -> MailServer:
    """Return a server from smtp://user:password@host:587?from=news@host, or smtps://.

    Letters are from `from`, else the user where that is an address, else wireroom@ the site.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise _unreadable() from error
    if parts.scheme not in _PORTS or not parts.hostname:
        raise _unreadable()
    user = unquote(parts.username or "")
    sender = parse_qs(parts.query).get("from", [user if "@" in user else ""])[0]
    return MailServer(
        host=parts.hostname,
        port=port or _PORTS[parts.scheme],
        user=user,
        password=unquote(parts.password or ""),
        tls=_security(parts.scheme, parts.hostname),
        sender=sender or f"wireroom@{urlsplit(site).hostname or 'localhost'}",
    )


def _security(scheme: str, host: str) -> str:
    if scheme == "smtps":
        return "from the start"
    return "" if is_this_machine(host) else "start"


def is_this_machine(host: str) -> bool:
    """Tell whether letters and passwords to a host stay on this machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _unreadable() -> BadInput:
    # What was written is not repeated: it holds a password.
    return BadInput(f"cannot read WIREROOM_SMTP: write {_EXAMPLE}, or smtps:// for TLS throughout")
