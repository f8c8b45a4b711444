"""The stage fetch: pages that were announced or changed."""

from concurrent.futures import Future
from datetime import datetime
from typing import Any, Final

from wireroom.adapters.polite import PoliteFetcher
from wireroom.engine.errors import FetchFailed
from wireroom.engine.feeds.schedule import retry_after_s
from wireroom.engine.types import FetchRequest, FetchResult
from wireroom.news.models import Page
from wireroom.news.services.articles import file_unreadable
from wireroom.news.services.pages import file_fetch, file_unchanged
from wireroom.pipeline.stage import Executors, Stage

ACCEPT: Final = "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.5,*/*;q=0.1"
GONE: Final = frozenset({404, 410, 451})
NOT_MODIFIED: Final = 304
REFUSED: Final = frozenset({401, 403})
OK: Final = range(200, 300)


class Fetch(Stage[Page]):
    """Ask for the page's address, on conditions where we have its earlier state."""

    step = "fetch"
    model = Page
    in_flight = 64

    def __init__(self, executors: Executors, *, holder: str, fetcher: PoliteFetcher) -> None:
        super().__init__(executors, holder=holder)
        self._fetcher = fetcher

    def start(self, row: Page, *, now: datetime) -> Future[Any]:
        request = FetchRequest(
            url=row.url,
            etag=row.etag or None,
            last_modified=row.last_modified or None,
            accept=ACCEPT,
        )
        return self.executors.net.submit(self._fetcher.fetch_page, request)

    def file(self, row: Page, result: FetchResult, *, now: datetime) -> None:
        if result.status == NOT_MODIFIED:
            file_unchanged(row, now=now)
        elif result.status in OK:
            file_fetch(row, result, now=now)
        elif result.status in GONE:
            note = f"the publisher answers {result.status}: the page is not there"
            file_unreadable(row, "gone", note, now=now)
        else:
            raise FetchFailed(
                f"{row.url} answered {result.status}",
                permanent=result.status in REFUSED,
                retry_after_s=retry_after_s(result.headers.get("retry-after"), now=now),
            )
