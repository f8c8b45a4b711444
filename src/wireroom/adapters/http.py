"""The only socket to the news: a polite, guarded, bounded, conditional GET."""

import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

import aiohttp
from yarl import URL

from wireroom import __version__
from wireroom.adapters.guard import AddressGuard, TrustingResolver
from wireroom.adapters.host_budget import DAY_BUDGET, HostBudget
from wireroom.adapters.metrics import count_fetch
from wireroom.adapters.pacing import HostPacing
from wireroom.adapters.tracing import traced
from wireroom.adapters.unpack import ACCEPTED, BodyUnpacker, unpack_all
from wireroom.engine.errors import FetchFailed
from wireroom.engine.feeds.schedule import retry_after_s
from wireroom.engine.pages.waking import HostRoom
from wireroom.engine.types import AskedFor, FetchRequest, FetchResult

_MAX_HOPS: Final = 8
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_PERMANENT: Final = frozenset({301, 308})
_BUSY: Final = frozenset({429, 503})
_BUSY_REST_S: Final = 60.0  # after a 429 that names no time
_MAX_REST_S: Final = 86_400.0
_CONNECT_S: Final = 10.0
_READ_S: Final = 20.0  # silence in the middle of an answer
_FORM_S: Final = 30.0  # a hub may call us back before it answers
_CHUNK: Final = 65_536
_MAX_HEADER: Final = 65_536  # some newsrooms send security policies of over 8 kB


@dataclass(slots=True)
class _Hop:
    """Where a request stands on its way through redirects."""

    url: URL
    strict: bool = False  # came from a public host: the allow-list does not count any more
    permanent: bool = True
    redirects: int = 0


@dataclass(frozen=True, slots=True)
class _Redirect:
    """An answer that points elsewhere."""

    status: int
    target: str


class AiohttpFetcher:
    """`engine.ports.Fetcher` over aiohttp; make and use it inside one event loop.

    `contact_url`, where publishers can reach the host, goes into the user agent. `allow` is
    the guard's list of local exceptions. `per_host` requests at once and `min_interval_s`
    between two starts, `day_budget` in any 24 hours (or `budget`, where several fetchers have one
    together), for each host that `allow` does not name.
    Hosts of the list are reached by the name that stands there alone: neither a public host's
    redirect, nor an address that a public page names, nor a foreign name that resolves to theirs
    leads to them.
    """

    def __init__(
        self,
        *,
        contact_url: str | None = None,
        allow: tuple[str, ...] = (),
        per_host: int = 2,
        min_interval_s: float = 1.0,
        day_budget: int = DAY_BUDGET,
        budget: HostBudget | None = None,
        max_connections: int = 200,
    ) -> None:
        contact = f"+{contact_url}" if contact_url else "self-hosted news reader"
        self._agent = f"Wireroom/{__version__} ({contact})"
        self._guard = AddressGuard(allow)
        self._allow = allow
        self._max_connections = max_connections
        self._pacing = HostPacing(
            per_host=per_host,
            min_interval_s=min_interval_s,
            budget=budget or HostBudget(day_budget),
        )
        # By the exceptions that hold for their connections.
        self._sessions: dict[tuple[str, ...], aiohttp.ClientSession] = {}

    @property
    def budget(self) -> HostBudget:
        """What hosts were asked in the last 24 hours."""
        return self._pacing.budget

    def room(self, place: str) -> HostRoom:
        """Return how many pages a host may be asked for now."""
        return self._pacing.room(place)

    @property
    def user_agent(self) -> str:
        """The name under which requests go out, for robots.txt."""
        return self._agent

    async def fetch(self, request: FetchRequest) -> FetchResult:
        """Return the answer whatever its status, after at most 8 redirects.

        Raises FetchFailed: no answer, a refused address, a body over `max_bytes`, too slow.
        """
        try:
            with traced("wireroom.ask") as span:
                span.tell("server.address", _parsed_url(request.url).host or "")
                result = await self._fetch(request)
                span.tell("http.response.status_code", result.status)
        except FetchFailed as failed:
            count_fetch(failed)
            raise
        count_fetch(result)
        return result

    async def _fetch(self, request: FetchRequest) -> FetchResult:
        began = time.monotonic()
        hop = _Hop(_parsed_url(request.url), strict=self._is_strict(request))
        budget_s = request.timeout_s  # of network time; waiting for a turn is not counted
        while True:
            self._guard.check_url(hop.url)
            trusted = not hop.strict and self._guard.trusts(hop.url)
            async with self._pacing.turn(
                self._place(hop),
                trusted=trusted,
                gives_way=request.gives_way,
                asks_for=request.asks_for,
            ):
                started = time.monotonic()
                result = await self._answer(request, hop, budget_s)
                budget_s -= time.monotonic() - started
            if isinstance(result, FetchResult):
                return _finished(result, hop, began)
            hop = self._follow(hop, result, trusted=trusted)
            if budget_s <= 0:
                raise _too_slow(hop.url, request.timeout_s)

    async def send_form(self, url: str, fields: Mapping[str, str], *, named_by: str) -> int:
        """Send a form and return the answer's status; its body is not read, no redirect followed.

        `named_by` is the feed that names the address. Raises FetchFailed as `fetch` does.
        """
        asked = FetchRequest(url=url, named_by=named_by)
        hop = _Hop(_parsed_url(url), strict=self._is_strict(asked))
        self._guard.check_url(hop.url)
        trusted = not hop.strict and self._guard.trusts(hop.url)
        limits = aiohttp.ClientTimeout(total=_FORM_S, sock_connect=_CONNECT_S)
        place = self._place(hop)
        async with self._pacing.turn(place, trusted=trusted, asks_for=AskedFor.HUB):
            try:
                async with self._session(self._reach(hop)).post(
                    hop.url, data=fields, timeout=limits, allow_redirects=False
                ) as answer:
                    self._note_rest(hop, answer)
                    return answer.status
            except TimeoutError as error:
                raise _too_slow(hop.url, _FORM_S) from error
            except (aiohttp.ClientError, OSError, ValueError) as error:
                raise _failure(hop.url, error) from error

    async def close(self) -> None:
        """Give back every connection."""
        for session in self._sessions.values():
            await session.close()
        self._sessions.clear()

    def spacing_s(self, url: str) -> float:
        """Return the time left between two requests to the URL's host; 0 for a local one."""
        parsed = _parsed_url(url)
        return 0.0 if self._guard.trusts(parsed) else self._pacing.interval_s(_host_of(parsed))

    def keep_interval(self, url: str, seconds: float) -> None:
        """Leave at least so long between two requests to the URL's host (Crawl-delay)."""
        self._pacing.keep_interval(_host_of(_parsed_url(url)), seconds)

    def _is_strict(self, request: FetchRequest) -> bool:
        if request.strict or not request.named_by:
            return request.strict
        named_by = _parsed_url(request.named_by)
        is_own = named_by.host == _parsed_url(request.url).host
        return not (is_own or self._guard.trusts(named_by))

    async def _answer(
        self, request: FetchRequest, hop: _Hop, budget_s: float
    ) -> FetchResult | _Redirect:
        try:
            return await self._exchange(request, hop, budget_s)
        except TimeoutError as error:
            raise _too_slow(hop.url, request.timeout_s) from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise _failure(hop.url, error) from error

    async def _exchange(
        self, request: FetchRequest, hop: _Hop, budget_s: float
    ) -> FetchResult | _Redirect:
        limits = aiohttp.ClientTimeout(
            total=budget_s, sock_connect=_CONNECT_S, sock_read=min(_READ_S, budget_s)
        )
        async with self._session(self._reach(hop)).get(
            hop.url, headers=_headers(request), timeout=limits, allow_redirects=False
        ) as answer:
            self._note_rest(hop, answer)
            target = answer.headers.get("Location")
            if answer.status in _REDIRECTS and target:
                return _Redirect(answer.status, target)
            taken = await _take_in(answer, request.max_bytes)
            return FetchResult(
                status=answer.status,
                url=str(hop.url),
                headers=_lower_headers(answer),
                body=taken.body(),
                packed=taken.packed(),
            )

    def _follow(self, hop: _Hop, redirect: _Redirect, *, trusted: bool) -> _Hop:
        if hop.redirects >= _MAX_HOPS:
            raise FetchFailed(
                "%(host)s redirects more than once",
                "%(host)s redirects more than %(num)s times",
                host=str(hop.url.host),
                num=_MAX_HOPS,
            )
        try:
            target = hop.url.join(URL(redirect.target.strip())).with_fragment(None)
        except ValueError as error:
            raise FetchFailed(
                "%(host)s redirects to an impossible address", host=str(hop.url.host)
            ) from error
        return _Hop(
            url=target,
            strict=hop.strict or not (trusted or target.host == hop.url.host),
            permanent=hop.permanent and redirect.status in _PERMANENT,
            redirects=hop.redirects + 1,
        )

    def _note_rest(self, hop: _Hop, answer: aiohttp.ClientResponse) -> None:
        if answer.status not in _BUSY:
            return
        asked_s = retry_after_s(answer.headers.get("Retry-After"), now=datetime.now(UTC))
        if asked_s is None and answer.status == 429:
            asked_s = _BUSY_REST_S
        if asked_s:
            self._pacing.rest(self._place(hop), min(asked_s, _MAX_REST_S))

    def _place(self, hop: _Hop) -> str:
        """Name what has turns and rests: a host, or one address of a trusted host.

        One's own host may stand for many outlets (a newsroom's network, the sample); one of
        them being busy must not silence the others.
        """
        place = _host_of(hop.url)
        trusted = not hop.strict and self._guard.trusts(hop.url)
        return place + hop.url.path if trusted else place

    def _reach(self, hop: _Hop) -> tuple[str, ...]:
        """Return the exceptions that hold for a hop.

        A name that the list does not hold may stand for an address in one of its networks, which
        the host opened as a whole, and not for the address of one of its hosts.
        """
        if hop.strict:
            return ()
        if self._guard.trusts(hop.url):
            return self._allow
        return tuple(exception for exception in self._allow if "/" in exception)

    def _session(self, allow: tuple[str, ...]) -> aiohttp.ClientSession:
        if allow not in self._sessions:
            guard = AddressGuard(allow)
            self._sessions[allow] = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._max_connections,
                    resolver=TrustingResolver(guard),
                    socket_factory=guard.open_socket,
                ),
                headers={"User-Agent": self._agent, "Accept-Encoding": ACCEPTED},
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,  # aiohttp would unpack a bomb before we could count
                max_line_size=_MAX_HEADER,
                max_field_size=_MAX_HEADER,
            )
        return self._sessions[allow]


async def _take_in(answer: aiohttp.ClientResponse, max_bytes: int) -> BodyUnpacker:
    if answer.status in (204, 304):
        return BodyUnpacker("", max_bytes)
    encoding = answer.headers.get("Content-Encoding", "")
    chunks = answer.content.iter_chunked(_CHUNK)
    return await unpack_all(chunks, encoding=encoding, max_bytes=max_bytes)


def _finished(result: FetchResult, hop: _Hop, began: float) -> FetchResult:
    moved = hop.redirects > 0 and hop.permanent
    moved_to = result.url if moved else None
    return replace(result, moved_to=moved_to, elapsed_s=time.monotonic() - began)


def _headers(request: FetchRequest) -> dict[str, str]:
    headers = {"Accept": request.accept}
    if request.etag:
        headers["If-None-Match"] = request.etag
    if request.last_modified:
        headers["If-Modified-Since"] = request.last_modified
    return headers


def _lower_headers(answer: aiohttp.ClientResponse) -> dict[str, str]:
    headers: dict[str, str] = {}
    for name, value in answer.headers.items():
        # aiohttp keeps bytes that are no UTF-8 as surrogates, which no database takes.
        name, value = (
            name.lower(),
            value.encode("utf-8", "surrogateescape").decode(errors="replace"),
        )
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def _parsed_url(raw: str) -> URL:
    try:
        return URL(raw).with_fragment(None)
    except ValueError as error:
        raise FetchFailed(
            "refused: this is no URL: %(url)s", url=raw[:200], permanent=True
        ) from error


def _host_of(url: URL) -> str:
    return f"{url.host}:{url.port}"


def _too_slow(url: URL, timeout_s: float) -> FetchFailed:
    return FetchFailed(
        "%(host)s did not answer in full within %(seconds)s s",
        host=str(url.host),
        seconds=f"{timeout_s:g}",
    )


def _failure(url: URL, error: Exception) -> FetchFailed:
    host = str(url.host)
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return FetchFailed("cannot find %(host)s: its name leads to no address", host=host)
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return FetchFailed("the certificate of %(host)s is not valid", host=host)
    if isinstance(error, aiohttp.ClientSSLError | ssl.SSLError):
        return FetchFailed("no secure connection to %(host)s could be made", host=host)
    if isinstance(error, aiohttp.ClientConnectorError):
        return FetchFailed(
            "%(host)s does not accept connections on port %(port)s", host=host, port=str(url.port)
        )
    if isinstance(error, aiohttp.ClientPayloadError):
        return FetchFailed("the answer of %(host)s broke off before its end", host=host)
    if isinstance(error, aiohttp.InvalidURL | ValueError):
        return FetchFailed(
            "refused: this is no usable URL: %(url)s", url=str(url)[:270], permanent=True
        )
    if isinstance(error, aiohttp.ClientResponseError):
        return FetchFailed("%(host)s answered in broken HTTP", host=host)
    return FetchFailed("%(host)s closed the connection", host=host)
