"""Handing messages to push services, whose addresses browsers name: never past the guard."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

import aiohttp
from yarl import URL

from wireroom.adapters.guard import AddressGuard, TrustingResolver
from wireroom.adapters.push.lock import lock, read_keys
from wireroom.adapters.push.vapid import Sender
from wireroom.engine.errors import BadInput, FetchFailed

_GONE: Final = frozenset({404, 410})  # RFC 8030, 7.3: the subscription is over
_KEPT_S: Final = 12 * 3600  # for a telephone that is off: later it is no alert any more
_LIMITS: Final = aiohttp.ClientTimeout(total=15, sock_connect=5)
_AT_ONCE: Final = 20


class Outcome(StrEnum):
    """What became of a message."""

    TAKEN = "taken"
    GONE = "gone"  # the device takes no more: forget it
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message for one device; a later one with the same topic takes its place unread."""

    endpoint: str
    p256dh: str
    auth: str
    content: bytes
    topic: str


def check_endpoint(endpoint: str, *, allow: Sequence[str]) -> None:
    """Raise BadInput unless a message may go there: https, but for what the host allowed."""
    try:
        url, guard = URL(endpoint), AddressGuard(allow)
        guard.check_url(url)
    except (ValueError, FetchFailed) as error:
        raise BadInput("this is no address of a push service") from error
    if url.scheme != "https" and not guard.trusts(url):
        raise BadInput("push services are reached by https")


async def send_all(
    messages: Sequence[Message], sender: Sender, *, allow: Sequence[str], now: datetime
) -> list[Outcome]:
    """Hand in messages and return what became of each, in their order; no redirect is followed."""
    guard, turns = AddressGuard(allow), asyncio.Semaphore(_AT_ONCE)
    connector = aiohttp.TCPConnector(
        resolver=TrustingResolver(guard), socket_factory=guard.open_socket
    )
    async with aiohttp.ClientSession(
        connector=connector, timeout=_LIMITS, cookie_jar=aiohttp.DummyCookieJar()
    ) as session:

        async def send(message: Message) -> Outcome:
            async with turns:
                try:
                    check_endpoint(message.endpoint, allow=allow)
                    return await _send(session, message, sender, now=now)
                except (aiohttp.ClientError, OSError, ValueError, BadInput, FetchFailed):
                    return Outcome.FAILED

        return list(await asyncio.gather(*map(send, messages)))


async def _send(
    session: aiohttp.ClientSession, message: Message, sender: Sender, *, now: datetime
) -> Outcome:
    headers = {
        "Authorization": sender.authorize(message.endpoint, now=now),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(_KEPT_S),
        "Topic": message.topic,
    }
    body = lock(message.content, read_keys(message.p256dh, message.auth))
    async with session.post(
        message.endpoint, data=body, headers=headers, allow_redirects=False
    ) as answer:
        if answer.status in _GONE:
            return Outcome.GONE
        return Outcome.TAKEN if 200 <= answer.status < 300 else Outcome.FAILED
