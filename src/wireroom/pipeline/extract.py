"""The stage extract: from a page's bytes to articles."""

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import datetime
from functools import partial
from typing import Any, Final

from wireroom.adapters.dense import read_page_with_vectors
from wireroom.engine.errors import UnreadablePage
from wireroom.engine.reading import Reading, read_page
from wireroom.news.models import Page, PageContent
from wireroom.news.queries.transcripts import kept_transcript
from wireroom.news.services.articles import file_readings, file_unreadable
from wireroom.pipeline.memories import Memories
from wireroom.pipeline.stage import Executors, Stage

# Time runs by the clock: on a machine that does too much at once a good page, too, takes too long.
# A page that does so again and again is hostile or broken.
MOST_SLOW: Final = 3


class Extract(Stage[Page]):
    """Read the page in a worker; a page that cannot be read is kept with its reason."""

    step = "extract"
    model = Page
    related = ("outlet", "content", "transcript")
    in_flight = 32  # twice as many: a twentieth more a second, and 13 MB more of memory
    together = 64

    def __init__(self, executors: Executors, *, holder: str, embedder: str = "") -> None:
        super().__init__(executors, holder=holder)
        self._memories = Memories()
        self._embedder = embedder  # its folder, where one is used

    def start(self, rows: Sequence[Page], *, now: datetime) -> list[Future[Any]]:
        known = self._memories.packed_of({row.outlet_id for row in rows})
        return [self._read(row, known.get(row.outlet_id, b"")) for row in rows]

    def _read(self, row: Page, memory: bytes) -> Future[Any]:
        content: PageContent = row.content
        read = partial(read_page_with_vectors, folder=self._embedder)
        return self.executors.cpu.submit(
            read if self._embedder else read_page,
            bytes(content.deflated),
            url=content.url,
            content_type=content.content_type,
            captured_at=content.captured_at,
            memory=memory,
            transcript=kept_transcript(row),
        )

    def file(self, done: Sequence[tuple[Page, tuple[Reading, ...]]], *, now: datetime) -> None:
        file_readings(done, now=now)

    def fail(self, row: Page, error: BaseException, *, now: datetime) -> None:
        if isinstance(error, UnreadablePage):
            file_unreadable(row, error.reason, str(error), now=now)
        elif isinstance(error, TimeoutError) and row.attempts >= MOST_SLOW:
            note = "reading took too long; the page is kept and can be read again"
            file_unreadable(row, "timeout", note, now=now)
        else:
            super().fail(row, error, now=now)
