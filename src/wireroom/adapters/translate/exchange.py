"""One guarded exchange of JSON with a service of the operator's: no redirects, bounded in size."""

import asyncio
import json
from dataclasses import dataclass
from typing import Any, Final

import aiohttp
from yarl import URL

from wireroom import __version__
from wireroom.adapters.guard import AddressGuard, TrustingResolver
from wireroom.engine.errors import FetchFailed, TranslationFailed

_MOST_BYTES: Final = 2_000_000  # a whole article in any language is 200 kB
_CONNECT_S: Final = 5.0
_CHUNK: Final = 65_536
_TOO_SLOW: Final = "the translator did not answer in time"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: a status, and JSON where it was any."""

    status: int
    content: Any
    retry_after: str


def exchange(url: URL, payload: object | None, *, timeout_s: float) -> Answer:
    """GET, or POST a payload as JSON; the address is the operator's own and may be a private one.

    Raises TranslationFailed when no answer came.
    """
    try:
        return asyncio.run(_exchange(url, payload, timeout_s))
    except TimeoutError as error:
        raise TranslationFailed(_TOO_SLOW) from error
    except (aiohttp.ClientError, OSError, ValueError, FetchFailed) as error:
        raise TranslationFailed(f"the translator cannot be reached: {error}"[:300]) from error


async def _exchange(url: URL, payload: object | None, timeout_s: float) -> Answer:
    host = f"[{url.host}]" if ":" in (url.host or "") else url.host
    guard = AddressGuard([f"{host}:{url.port}"])
    guard.check_url(url)
    connector = aiohttp.TCPConnector(
        resolver=TrustingResolver(guard), socket_factory=guard.open_socket
    )
    limits = aiohttp.ClientTimeout(total=timeout_s, sock_connect=_CONNECT_S)
    headers = {"User-Agent": f"Wireroom/{__version__}", "Accept-Encoding": "identity"}
    async with (
        aiohttp.ClientSession(
            connector=connector,
            timeout=limits,
            headers=headers,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
        ) as session,
        session.request(
            "GET" if payload is None else "POST", url, json=payload, allow_redirects=False
        ) as answer,
    ):
        body = await _read(answer)
    return Answer(answer.status, _parsed(body), answer.headers.get("Retry-After", ""))


async def _read(answer: aiohttp.ClientResponse) -> bytes:
    body = bytearray()
    async for chunk in answer.content.iter_chunked(_CHUNK):
        body += chunk
        if len(body) > _MOST_BYTES:
            raise TranslationFailed("the translator's answer is too large")
    return bytes(body)


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):  # HTML, as proxies answer, or nothing at all
        return None
