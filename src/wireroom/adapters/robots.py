"""What a site asks of machines: robots.txt (RFC 9309) and notices about AI use."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from protego import Protego

from wireroom.adapters.notices import SiteNotices
from wireroom.engine.errors import FetchFailed
from wireroom.engine.faults import Fault
from wireroom.engine.ports import Fetcher
from wireroom.engine.terms import header_terms, signal_terms
from wireroom.engine.types import AskedFor, FetchRequest, FetchResult

_AGENT: Final = "Wireroom"
_MAX_BYTES: Final = 512_000  # RFC 9309 section 2.5 asks for at least 500 KiB
_KEPT_S: Final = 86_400.0  # RFC 9309 section 2.4: not longer than a day
_RETRY_S: Final = 900.0  # a site in trouble is asked again after a quarter of an hour
_MAX_ORIGINS: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """May this page be fetched, and how.

    `crawl_delay_s` is the site's wish between two requests, `terms` what it states of the use
    of this page (engine.terms). `retry` says that a refusal is for now only.
    """

    allowed: bool
    reason: Fault
    crawl_delay_s: float | None = None
    terms: tuple[str, ...] = ()
    retry: bool = False


@dataclass(frozen=True, slots=True)
class _Rules:
    """One origin's robots.txt; `rules` None means that everything gets `verdict`."""

    until: float
    verdict: Verdict
    rules: Protego | None = None


class RobotsGate:
    """Asks each origin for its robots.txt once a day, through the same fetcher as pages."""

    def __init__(
        self,
        fetcher: Fetcher,
        *,
        agent: str = _AGENT,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._fetcher = fetcher
        self._agent = agent
        self._clock = clock
        self._notices = SiteNotices(fetcher, agent=agent, clock=clock)
        self._known: OrderedDict[str, _Rules] = OrderedDict()
        self._asking: dict[str, asyncio.Task[_Rules]] = {}

    async def allowed(self, url: str) -> Verdict:
        """Return whether `url` may be fetched: trouble is a refusal for now.

        Raises FetchFailed where the host may not be asked now (held), which says nothing of it.
        """
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        found = self._fresh(origin)
        if found is None or (found.verdict.allowed and not self._notices.is_known(origin)):
            found = await self._ask_once(origin)
        return self._judged(found, origin, url)

    def _fresh(self, origin: str) -> _Rules | None:
        found = self._known.get(origin)
        return found if found is not None and found.until > self._clock() else None

    async def _ask_once(self, origin: str) -> _Rules:
        """Many pages of one origin wait for one request."""
        if origin not in self._asking:
            self._asking[origin] = asyncio.create_task(self._ask(origin))
            self._asking[origin].add_done_callback(lambda _: self._asking.pop(origin, None))
        return await asyncio.shield(self._asking[origin])

    async def _ask(self, origin: str) -> _Rules:
        rules = self._fresh(origin) or await self._ask_rules(origin)
        if rules.verdict.allowed:
            await self._notices.ask(origin)
        return rules

    async def _ask_rules(self, origin: str) -> _Rules:
        request = FetchRequest(
            url=f"{origin}/robots.txt",
            max_bytes=_MAX_BYTES,
            timeout_s=15,
            asks_for=AskedFor.ROBOTS,
        )
        try:
            rules = self._read(await self._fetcher.fetch(request), origin)
        except FetchFailed as error:
            if error.held:
                raise
            reason = Fault.of(
                "robots.txt of %(site)s could not be read: %(why)s", site=origin, why=error.fault
            )
            rules = self._trouble(reason, error)
        self._known[origin] = rules
        self._known.move_to_end(origin)
        if len(self._known) > _MAX_ORIGINS:
            self._known.popitem(last=False)
        return rules

    def _read(self, answer: FetchResult, origin: str) -> _Rules:
        if answer.status >= 500 or answer.status == 429:
            reason = Fault.of(
                "robots.txt of %(site)s answered %(status)s; asking again later",
                site=origin,
                status=answer.status,
            )
            return self._trouble(reason)
        stated = header_terms(answer.headers)
        until = self._clock() + _KEPT_S
        if answer.status != 200:
            reason = Fault("nothing is forbidden: it has no robots.txt")
            return _Rules(until, Verdict(allowed=True, reason=reason, terms=stated))
        text = answer.body.decode("utf-8", "replace").replace("\x00", "")
        stated += signal_terms(text)
        verdict = Verdict(allowed=True, reason=Fault("robots.txt"), terms=stated)
        return _Rules(until, verdict, Protego.parse(text))

    def _trouble(self, reason: Fault, error: FetchFailed | None = None) -> _Rules:
        retry = error is None or not error.permanent
        refused = Verdict(allowed=False, reason=reason, retry=retry)
        return _Rules(self._clock() + _RETRY_S, refused)

    def _judged(self, found: _Rules, origin: str, url: str) -> Verdict:
        terms = (*found.verdict.terms, *self._notices.terms(origin, url))
        if found.rules is None:
            return replace(found.verdict, terms=terms)
        allowed = bool(found.rules.can_fetch(url, self._agent))
        forbids = Fault.of("the site's robots.txt forbids this page")
        delay = found.rules.crawl_delay(self._agent)
        return Verdict(
            allowed=allowed,
            reason=Fault("robots.txt allows it") if allowed else forbids,
            crawl_delay_s=float(delay) if delay is not None else None,
            terms=terms,
        )
