"""Whom a request comes from, as a key that tells requests apart and nobody's address."""

from datetime import datetime
from ipaddress import ip_address, ip_network
from typing import Final

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

_IPV6_PREFIX: Final = 64  # what one subscriber has


def sender_key(request: HttpRequest, *, now: datetime) -> str:
    """Return the key of a request's address within this hour.

    Keyed with the site's secret, and another one the next hour: rows of two hours cannot be
    brought together, and without the secret no address can be tried.
    """
    address = _network(str(request.META.get("REMOTE_ADDR", "")))
    hour = now.strftime("%Y-%m-%d %H")
    digest = salted_hmac("wireroom.sender", f"{hour} {address}", algorithm="sha256")
    return digest.hexdigest()[:32]


def _network(address: str) -> str:
    try:
        given = ip_address(address)
    except ValueError:  # a socket of this machine has none
        return address
    if given.version == 4:
        return str(given)
    return str(ip_network((given, _IPV6_PREFIX), strict=False))
