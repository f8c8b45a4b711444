"""Whom a request comes from, as a key that is nobody's address, and how often they may ask."""

from datetime import datetime
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

_HOUR_S: Final = 3600
_IPV6_PREFIX: Final = 64  # what one subscriber has
_HERE: Final = "127.0.0.1"  # a socket file has no address: whoever reaches it is on this machine


def may_ask(request: HttpRequest, what: str, *, hourly: int) -> bool:
    """Count a client's request and tell whether it is within so many an hour.

    Each process that serves pages counts for itself: public pages write nothing to the database.
    """
    return _count(f"asked-{what}-{_digest(client_network(request))}", hourly)


def may_write(person_id: int, what: str, *, hourly: int) -> bool:
    """Count a write of somebody who is signed in, and tell whether it is within so many an hour.

    Each process counts for itself: this keeps a runaway script away, no attacker's account.
    """
    return _count(f"wrote-{what}-{person_id}", hourly)


def _count(key: str, hourly: int) -> bool:
    cache = caches["process"]
    cache.add(key, 0, _HOUR_S)
    try:
        return cache.incr(key) <= hourly
    except ValueError:  # it ran out between the two
        return True


def sender_key(request: HttpRequest, *, now: datetime) -> str:
    """Return the key of a request's address within this hour.

    Keyed with the site's secret, and another one the next hour: rows of two hours cannot be
    brought together, and without the secret no address can be tried.
    """
    return _digest(f"{now.strftime('%Y-%m-%d %H')} {client_network(request)}")


def client_network(request: HttpRequest) -> str:
    """Return who asks: an IPv4 address, or the IPv6 network that one subscriber has."""
    address = client_address(request)
    if isinstance(address, IPv6Address):
        return str(ip_network((address, _IPV6_PREFIX), strict=False))
    return str(address)


def client_address(request: HttpRequest) -> IPv4Address | IPv6Address | str:
    """Return who asks: the peer, or whom a proxy of ours says it serves.

    Of X-Forwarded-For the last that is no proxy counts: what stands before it is what a client
    says of itself. What is no address is as told where it is the peer, else not believed.
    """
    peer = str(request.META.get("REMOTE_ADDR", "")) or _HERE
    address = _read_address(peer)
    told = request.headers.get("X-Forwarded-For", "").split(",")
    while address is not None and told and _is_proxy(address):
        before = _read_address(told.pop())
        if before is None:
            break
        address = before
    return address or peer


def _is_proxy(address: IPv4Address | IPv6Address) -> bool:
    proxies: tuple[IPv4Network | IPv6Network, ...] = settings.WIREROOM_PROXIES
    return any(address in network for network in proxies)


def _read_address(told: str) -> IPv4Address | IPv6Address | None:
    """Return an address, an IPv4 one where a socket of both kinds wrote it as IPv6."""
    try:
        address = ip_address(told.strip())
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def _digest(told: str) -> str:
    return salted_hmac("wireroom.sender", told, algorithm="sha256").hexdigest()[:32]
