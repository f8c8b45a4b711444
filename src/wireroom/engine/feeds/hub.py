"""What a feed's hub is asked, and what of its answers is believed (W3C WebSub)."""

import hashlib
import hmac
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import Final
from urllib.parse import urljoin, urlsplit

from wireroom.engine.types import ParsedFeed
from wireroom.engine.urls import canonical_url

LEASE_S: Final = 10 * 86_400  # what hubs commonly grant
_LEAST_LEASE_S: Final = 300
_MOST_LEASE_S: Final = 30 * 86_400  # a hub that dies is noticed within a month
_RENEWED_AT: Final = 0.8  # of a lease: there is time for some more tries
_MOST_CHARS: Final = 2000  # of an address, as columns are: a shortened one is another's
_LINK: Final = re.compile(
    r"<([^<>\s]{1,2000})>((?:\s*;\s*[\w*-]+\s*=\s*(?:\"[^\"]*\"|[^\s;,\"]+))*)"
)
_REL: Final = re.compile(r";\s*rel\s*=\s*(?:\"([^\"]*)\"|([^\s;,\"]+))", re.IGNORECASE)
# The methods of the recommendation, section 8; MD5 is none of them.
_DIGESTS: Final = {
    "sha1": hashlib.sha1, "sha256": hashlib.sha256, "sha384": hashlib.sha384,
    "sha512": hashlib.sha512,
}  # fmt: skip
_HERE: Final = (".local", ".localhost", ".internal", ".lan", ".home.arpa")


@dataclass(frozen=True, slots=True)
class HubLinks:
    """A feed's hub, and the address under which the hub knows the feed (its topic)."""

    hub_url: str
    topic_url: str


def find_hub(feed: ParsedFeed, headers: Mapping[str, str], *, url: str) -> HubLinks | None:
    """Return the hub that an answer names, in its headers before its feed (section 4)."""
    stated = _stated(headers.get("link", ""))
    hubs = filter(None, (stated.get("hub"), feed.hub_url))
    hub_url = _first(canonical_url(hub, url) for hub in hubs)
    topics = filter(None, (stated.get("self"), feed.self_url, url))
    topic_url = _first(_in_full(topic, url) for topic in topics)
    return HubLinks(hub_url, topic_url) if hub_url and topic_url else None


def _first(addresses: Iterable[str | None]) -> str | None:
    return next((one for one in addresses if one and len(one) <= _MOST_CHARS), None)


def _in_full(stated: str, base: str) -> str | None:
    """Return an address as it is written, for the topic is the hub's name of it, or resolved."""
    if canonical_url(stated) is not None:
        return stated
    return urljoin(base, stated) if canonical_url(stated, base) is not None else None


def _stated(link: str) -> dict[str, str]:
    """Read a Link header (RFC 8288): the first address of each relation."""
    found: dict[str, str] = {}
    for address, attributes in _LINK.findall(link[:8000]):
        for quoted, plain in _REL.findall(attributes):
            for rel in (quoted or plain).lower().split():
                found.setdefault(rel, address)
    return found


def can_be_called(url: str, *, allow: Iterable[str] = ()) -> bool:
    """Tell whether a hub elsewhere can call an address, or one here that the host allows."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    if parts.netloc.lower() in {exception.strip().lower() for exception in allow}:
        return True
    try:
        return ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith(_HERE)


def subscribe_fields(links: HubLinks, *, callback: str, secret: str) -> dict[str, str]:
    """Return the form with which a hub is asked to tell of a feed's news (section 5.1)."""
    return {
        "hub.mode": "subscribe",
        "hub.topic": links.topic_url,
        "hub.callback": callback,
        "hub.secret": secret,
        "hub.lease_seconds": str(LEASE_S),
    }


def lease_end(stated: str, *, now: datetime) -> datetime:
    """Return until when a hub says that it will tell of news, within bounds."""
    seconds = int(stated[:10]) if stated.isascii() and stated.isdigit() else LEASE_S
    return now + timedelta(seconds=max(_LEAST_LEASE_S, min(seconds, _MOST_LEASE_S)))


def renewal(lease_until: datetime, *, now: datetime) -> datetime:
    """Return when the hub is best asked again."""
    return now + max(lease_until - now, timedelta()) * _RENEWED_AT


def is_signed(stated: str, body: bytes, *, secret: str) -> bool:
    """Tell whether a header X-Hub-Signature shows that the sender has our secret (section 8)."""
    method, _, told = stated.strip().partition("=")
    digest = _DIGESTS.get(method.strip().lower())
    if digest is None or not told.isascii():
        return False
    expected = hmac.new(secret.encode(), body, digest).hexdigest()
    return hmac.compare_digest(expected, told.strip().lower())
