"""The stage listen: transcripts of recordings whose pages hold no text."""

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import Any, Final

from wireroom.adapters.polite import PoliteFetcher
from wireroom.engine.errors import FetchFailed
from wireroom.engine.transcripts.read import MAX_BYTES
from wireroom.engine.types import FetchRequest, FetchResult, GivesWay
from wireroom.news.models import Page
from wireroom.news.services.transcripts import file_silence, file_transcript
from wireroom.pipeline.fetch import GONE, OK, refusal
from wireroom.pipeline.stage import Executors, Stage

ACCEPT: Final = (
    "text/vtt, application/json, application/srt, application/x-subrip, text/html;q=0.9,"
    " text/plain;q=0.8, */*;q=0.1"
)
# A headline waits for it: some two minutes, or as long as its host asks.
_TRIES: Final = 3


class Listen(Stage[Page]):
    """Ask for the page's transcript as for a page: robots.txt, budgets and guards hold."""

    step = "listen"
    model = Page
    related = ("transcript__feed",)
    in_flight = 16

    def __init__(self, executors: Executors, *, holder: str, fetcher: PoliteFetcher) -> None:
        super().__init__(executors, holder=holder)
        self._fetcher = fetcher

    def start(self, rows: Sequence[Page], *, now: datetime) -> list[Future[Any]]:
        return [self.executors.net.submit(self._ask, _request(row)) for row in rows]

    async def _ask(self, request: FetchRequest) -> FetchResult:
        """Return an answer that can be filed. Raises FetchFailed for any other."""
        answer = await self._fetcher.fetch_page(request)
        if answer.status in OK or answer.status in GONE:
            return answer
        raise refusal(request, answer)

    def fail(self, row: Page, error: BaseException, *, now: datetime) -> None:
        """A page whose transcript cannot be had is no dead letter: its headline is shown."""
        refused = isinstance(error, FetchFailed) and error.permanent
        is_held = isinstance(error, FetchFailed) and error.held
        if refused or (row.attempts >= _TRIES and not is_held):
            file_silence(row, now=now)
        else:
            super().fail(row, error, now=now)

    def file(self, done: Sequence[tuple[Page, FetchResult]], *, now: datetime) -> None:
        for row, answer in done:
            if answer.status in OK:
                file_transcript(row, answer, now=now)
            else:
                file_silence(row, now=now)


def _request(row: Page) -> FetchRequest:
    """Ask for what a feed named; of one that is kept no more nothing inside is asked."""
    feed = row.transcript.feed
    return FetchRequest(
        url=row.transcript.url,
        named_by=feed.url if feed else "",
        strict=feed is None,
        accept=ACCEPT,
        max_bytes=MAX_BYTES,
        gives_way=GivesWay.TO_FEEDS,
    )
