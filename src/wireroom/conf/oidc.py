"""What the host says of a service that knows its people already (OpenID Connect)."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from wireroom.conf.accounts import is_this_machine
from wireroom.engine.errors import BadInput

# Stands in the address to which the service leads back: the host tells it there once.
PROVIDER: Final = "oidc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Oidc:
    """A service to sign in with; `issuer` is where its description is found."""

    issuer: str
    client: str
    secret: str
    name: str
    provider: str = PROVIDER

    @property
    def origin(self) -> str:
        """Return the site that forms lead to: its address without a path."""
        parts = urlsplit(self.issuer)
        return f"{parts.scheme}://{parts.netloc}"

    def providers(self) -> dict[str, Any]:
        """Return it as allauth's SOCIALACCOUNT_PROVIDERS."""
        app = {
            "provider_id": self.provider,
            "name": self.name,
            "client_id": self.client,
            "secret": self.secret,
            "settings": {"server_url": self.issuer, "oauth_pkce_enabled": True},
        }
        return {"openid_connect": {"APPS": [app]}}


def read_oidc() -> Oidc | None:
    """Return the service named by WIREROOM_OIDC, None without one. Raises BadInput."""
    issuer = os.environ.get("WIREROOM_OIDC", "").strip()
    if not issuer:
        return None
    _check_issuer(issuer)
    client = os.environ.get("WIREROOM_OIDC_CLIENT", "").strip()
    if not client:
        raise BadInput("WIREROOM_OIDC is set: name this site as it is known there in"
                       " WIREROOM_OIDC_CLIENT")  # fmt: skip
    host = urlsplit(issuer).hostname or issuer
    name = os.environ.get("WIREROOM_OIDC_NAME", "").strip() or host
    return Oidc(issuer=issuer, client=client, secret=_secret(), name=name)


def _check_issuer(issuer: str) -> None:
    """Raise BadInput for what is no issuer, or one whose word anybody on the way could change."""
    try:
        parts = urlsplit(issuer)
        host = parts.hostname or ""
    except ValueError:
        host, parts = "", urlsplit("")
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and is_this_machine(host))
    if not host or not is_safe or parts.query or parts.fragment or "@" in parts.netloc:
        raise BadInput(f"WIREROOM_OIDC is the issuer's address, as https://id.example/realms/news,"
                       f" not {issuer!r}")  # fmt: skip


def _secret() -> str:
    path = os.environ.get("WIREROOM_OIDC_SECRET_FILE", "").strip()
    if not path:
        raise BadInput("WIREROOM_OIDC is set: put what the service gave you for this site into a"
                       " file, and name that in WIREROOM_OIDC_SECRET_FILE")  # fmt: skip
    try:
        secret = Path(path).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"cannot read the file of WIREROOM_OIDC_SECRET_FILE: {error}") from error
    if not secret:
        raise BadInput(f"the file of WIREROOM_OIDC_SECRET_FILE is empty: {path}")
    return secret
