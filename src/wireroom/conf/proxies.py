"""Which proxies stand before the site, and what follows for forms and for TLS."""

from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Final
from urllib.parse import urlsplit

from wireroom.engine.errors import BadInput

LOOPBACK: Final = "127.0.0.0/8,::1"  # a proxy on the same machine needs no setting


def read_proxies(told: str) -> tuple[IPv4Network | IPv6Network, ...]:
    """Return the networks of proxies whose forwarded headers are believed. Raises BadInput."""
    try:
        return tuple(
            ip_network(one.strip(), strict=False) for one in told.split(",") if one.strip()
        )
    except ValueError as error:
        raise BadInput(
            f"WIREROOM_PROXIES holds addresses or networks, as 10.0.0.5,10.1.0.0/16: {error}"
        ) from error


def read_origin(url: str) -> list[str]:
    """Return the origin of the site's address, as browsers send it with a form; none of no URL."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return []
    if parts.scheme not in ("http", "https") or not host:
        return []
    named = f"[{host}]" if ":" in host else host
    is_usual = port in (None, {"http": 80, "https": 443}[parts.scheme])
    return [f"{parts.scheme}://{named}" if is_usual else f"{parts.scheme}://{named}:{port}"]


def proxy_header(proxies: str | None, url: str) -> tuple[str, str] | None:
    """Return the header that tells that a reader came by TLS, where somebody named who sends it."""
    is_named = bool(proxies and proxies.strip())
    is_secure = url.strip().lower().startswith("https://")
    return ("HTTP_X_FORWARDED_PROTO", "https") if is_named and is_secure else None
