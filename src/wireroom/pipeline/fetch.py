"""The stage fetch: pages that were announced or changed."""

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import Any, Final

from django.conf import settings
from django.db import transaction

from wireroom.adapters.polite import PoliteFetcher
from wireroom.engine.errors import FetchFailed
from wireroom.engine.feeds.schedule import retry_after_s
from wireroom.engine.types import FetchRequest, FetchResult, GivesWay
from wireroom.news.models import Page
from wireroom.news.queries.announcing import announcing_feeds
from wireroom.news.services.articles import file_unreadable
from wireroom.news.services.held import hold_page
from wireroom.news.services.leases import finish
from wireroom.news.services.pages import REPORTS, file_fetches, file_unchanged, next_look
from wireroom.pipeline.coordinator import utc_now
from wireroom.pipeline.retry import MAX_ATTEMPTS
from wireroom.pipeline.stage import Executors, Stage

ACCEPT: Final = "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.5,*/*;q=0.1"
GONE: Final = frozenset({404, 410, 451})
NOT_MODIFIED: Final = 304
REFUSED: Final = frozenset({401, 403})
OK: Final = range(200, 300)


def refusal(request: FetchRequest, answer: FetchResult) -> FetchFailed:
    """Return what an answer is that brings nothing: for good, or to be asked for again."""
    return FetchFailed(
        f"{request.url} answered {answer.status}",
        permanent=answer.status in REFUSED,
        retry_after_s=retry_after_s(answer.headers.get("retry-after"), now=utc_now()),
    )


class Fetch(Stage[Page]):
    """Ask for the page's address, on conditions where we have its earlier state."""

    step = "fetch"
    model = Page
    in_flight = 64
    together = 32

    def __init__(self, executors: Executors, *, holder: str, fetcher: PoliteFetcher) -> None:
        super().__init__(executors, holder=holder)
        self._fetcher = fetcher

    def start(self, rows: Sequence[Page], *, now: datetime) -> list[Future[Any]]:
        # Where nothing inside is allowed, nobody can lead there.
        named_by = announcing_feeds(rows) if settings.WIREROOM_ALLOW else {}
        requests = [_request(row, named_by.get(row.pk)) for row in rows]
        return [self.executors.net.submit(self._ask, request) for request in requests]

    async def _ask(self, request: FetchRequest) -> FetchResult:
        """Return an answer that can be filed. Raises FetchFailed for any other."""
        answer = await self._fetcher.fetch_page(request)
        if answer.status in OK or answer.status in GONE or answer.status == NOT_MODIFIED:
            return answer
        raise refusal(request, answer)

    def fail(self, row: Page, error: BaseException, *, now: datetime) -> None:
        """A page that was read before is no dead letter: what it said stays, and is looked for."""
        refused = isinstance(error, FetchFailed) and error.permanent
        if row.health in REPORTS and (refused or row.attempts >= MAX_ATTEMPTS):
            finish(row, **next_look(row, now=now))
        elif not (isinstance(error, FetchFailed) and self._is_held(row, error, now=now)):
            super().fail(row, error, now=now)

    @staticmethod
    def _is_held(row: Page, error: FetchFailed, *, now: datetime) -> bool:
        """Put a page behind a host that may not be asked now; its host's turn will wake it."""
        closed_s = error.retry_after_s or 0.0
        return error.held and hold_page(
            row, str(error), host=error.held_by, closed_s=closed_s, now=now
        )

    @transaction.atomic
    def file(self, done: Sequence[tuple[Page, FetchResult]], *, now: datetime) -> None:
        file_fetches([one for one in done if one[1].status in OK], now=now)
        file_unchanged([one for one in done if one[1].status == NOT_MODIFIED], now=now)
        for row, answer in done:
            if answer.status in GONE:
                note = f"the publisher answers {answer.status}: the page is not there"
                file_unreadable(row, "gone", note, now=now)


def _request(row: Page, named_by: str | None) -> FetchRequest:
    """Ask for a page; an address that no feed announced was handed in by anybody."""
    return FetchRequest(
        url=row.url,
        named_by=named_by or "",
        strict=named_by is None,
        etag=row.etag or None,
        last_modified=row.last_modified or None,
        accept=ACCEPT,
        gives_way=GivesWay.TO_FEEDS if row.fetched_at is None else GivesWay.TO_NEWS,
    )
