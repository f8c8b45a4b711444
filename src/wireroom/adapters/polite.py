"""Fetching as publishers wish: robots.txt is asked for pages, not for feeds the host chose."""

from collections.abc import Mapping
from dataclasses import replace

from wireroom.adapters.host_budget import HostBudget
from wireroom.adapters.http import AiohttpFetcher
from wireroom.adapters.robots import RobotsGate
from wireroom.engine.errors import FetchFailed
from wireroom.engine.pages.waking import HostRoom
from wireroom.engine.terms import header_terms
from wireroom.engine.types import FetchRequest, FetchResult


class PoliteFetcher:
    """A fetcher with a gate in front of pages."""

    def __init__(self, fetcher: AiohttpFetcher, gate: RobotsGate) -> None:
        self._fetcher = fetcher
        self._gate = gate

    @property
    def budget(self) -> HostBudget:
        """What hosts were asked in the last 24 hours."""
        return self._fetcher.budget

    def room(self, place: str) -> HostRoom:
        """Return how many pages a host may be asked for now, by the name under which it waits."""
        return self._fetcher.room(place)

    async def fetch_feed(self, request: FetchRequest) -> FetchResult:
        """Fetch what the host chose to poll. Raises FetchFailed."""
        return await self._fetcher.fetch(request)

    async def fetch_page(self, request: FetchRequest) -> FetchResult:
        """Fetch a page unless its outlet's robots.txt forbids it. Raises FetchFailed.

        The answer has what site and page state of their use.
        """
        verdict = await self._gate.allowed(request.url)
        if not verdict.allowed:
            raise FetchFailed(verdict.reason, permanent=not verdict.retry)
        if verdict.crawl_delay_s:
            self._fetcher.keep_interval(request.url, verdict.crawl_delay_s)
        answer = await self._fetcher.fetch(request)
        return replace(answer, terms=(*verdict.terms, *header_terms(answer.headers)))

    async def send_form(self, url: str, fields: Mapping[str, str], *, named_by: str) -> int:
        """Send a form to the hub that a feed names; return the status. Raises FetchFailed."""
        return await self._fetcher.send_form(url, fields, named_by=named_by)

    def spacing_s(self, url: str) -> float:
        """Return how far apart pages of the URL's host are best made due, in seconds."""
        return self._fetcher.spacing_s(url)

    async def close(self) -> None:
        """Give back every connection."""
        await self._fetcher.close()
