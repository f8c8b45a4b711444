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
KEPT_S: Final = 12 * 3600  # for a telephone that is off: later it is no alert any more
# It says that the message or its sender are not right: that does not change by asking again.
_FINAL: Final = frozenset({400, 401, 403, 413})
_LONGEST_WAIT_S: Final = 6 * 3600.0  # whoever asks for more gets it in pieces
_LIMITS: Final = aiohttp.ClientTimeout(total=15, sock_connect=5)
_AT_ONCE: Final = 20


class Outcome(StrEnum):
    """What became of a message."""

    TAKEN = "taken"
    GONE = "gone"  # the device takes no more: forget it
    REFUSED = "refused"  # for good
    BUSY = "busy"  # it asks to be left alone
    SERVER = "server"  # it failed, or answered what no push service does
    UNREACHABLE = "unreachable"

    @property
    def may_change(self) -> bool:
        """Tell whether trying again is of any use."""
        return self in (Outcome.BUSY, Outcome.SERVER, Outcome.UNREACHABLE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a message, why in the words of whoever said so, and how long to wait."""

    outcome: Outcome
    why: str = ""
    wait_s: float = 0.0


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
) -> list[Answer]:
    """Hand in messages and return what became of each, in their order; no redirect is followed."""
    guard, turns = AddressGuard(allow), asyncio.Semaphore(_AT_ONCE)
    connector = aiohttp.TCPConnector(
        resolver=TrustingResolver(guard), socket_factory=guard.open_socket
    )
    async with aiohttp.ClientSession(
        connector=connector, timeout=_LIMITS, cookie_jar=aiohttp.DummyCookieJar()
    ) as session:

        async def send(message: Message) -> Answer:
            async with turns:
                try:
                    check_endpoint(message.endpoint, allow=allow)
                    return await _send(session, message, sender, now=now)
                except (ValueError, BadInput) as error:
                    return Answer(Outcome.REFUSED, _named(error))
                except (aiohttp.ClientError, OSError, FetchFailed) as error:
                    return Answer(Outcome.UNREACHABLE, _named(error))

        return list(await asyncio.gather(*map(send, messages)))


async def _send(
    session: aiohttp.ClientSession, message: Message, sender: Sender, *, now: datetime
) -> Answer:
    headers = {
        "Authorization": sender.authorize(message.endpoint, now=now),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(KEPT_S),
        "Topic": message.topic,
    }
    body = lock(message.content, read_keys(message.p256dh, message.auth))
    async with session.post(
        message.endpoint, data=body, headers=headers, allow_redirects=False
    ) as answer:
        return _read(answer.status, answer.reason or "", answer.headers.get("Retry-After", ""))


def _read(status: int, reason: str, wait: str) -> Answer:
    """Return what an answer says (RFC 8030, 5 and 8.4); a wait that is no number is none."""
    why = f"{status} {reason}".strip()[:200]
    if 200 <= status < 300:
        return Answer(Outcome.TAKEN)
    if status in _GONE:
        return Answer(Outcome.GONE, why)
    if status in _FINAL:
        return Answer(Outcome.REFUSED, why)
    wait_s = float(wait) if wait.isascii() and wait.isdigit() and len(wait) < 9 else 0.0
    outcome = Outcome.BUSY if status in (429, 503) else Outcome.SERVER
    return Answer(outcome, why, min(wait_s, _LONGEST_WAIT_S))


def _named(error: Exception) -> str:
    """Return what failed, by its kind alone: its words may hold an address that is a key."""
    return type(error).__name__
