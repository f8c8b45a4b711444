"""How often one client may ask for what costs something; nothing of them is kept but a hash."""

import hashlib
from ipaddress import ip_address
from typing import Final

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest

_HOUR_S: Final = 3600


def may_ask(request: HttpRequest, what: str, *, hourly: int) -> bool:
    """Count a client's request and tell whether it is within so many an hour.

    Each process that serves pages counts for itself: public pages write nothing to the database.
    """
    told = f"{settings.SECRET_KEY}:{client_address(request)}".encode()
    key = f"asked-{what}-{hashlib.sha256(told).hexdigest()[:24]}"
    cache = caches["process"]
    cache.add(key, 0, _HOUR_S)
    try:
        return cache.incr(key) <= hourly
    except ValueError:  # it ran out between the two
        return True


def client_address(request: HttpRequest) -> str:
    """Return who asks: the peer, or whom a proxy on this machine or network says it serves."""
    peer = str(request.META.get("REMOTE_ADDR", ""))
    forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return forwarded if forwarded and _is_near(peer) else peer


def _is_near(address: str) -> bool:
    try:
        return ip_address(address).is_private
    except ValueError:  # a socket of the machine's own
        return True
