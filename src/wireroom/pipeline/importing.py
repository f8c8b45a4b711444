"""Taking in a web archive: its pages become due for reading, as if they had just been fetched."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, Final
from urllib.parse import urljoin

from wireroom.engine.errors import BadInput
from wireroom.engine.pages.archived import LARGEST, page_of
from wireroom.engine.pages.warc import Met, read_records
from wireroom.engine.pages.warc_answer import NoPage
from wireroom.engine.pages.warc_bytes import Place
from wireroom.news.models import Archive
from wireroom.news.queries.homes import Homes, read_homes
from wireroom.news.queries.queue import unread_waiting
from wireroom.news.services.archives import Batch, begin_archive, end_archive, file_batch
from wireroom.news.services.given import GivenPage
from wireroom.news.services.outlets import outlet_of_url
from wireroom.pipeline.coordinator import utc_now

# An archive is known by its name and its beginning: it may be moved, and more of it may come.
_KEYED_BYTES: Final = 65_536
_TOGETHER: Final = 64  # pages in a transaction
_RECORDS: Final = 2_000  # records in a transaction, where few of them are pages
_BYTES: Final = 8_000_000  # of pages at hand at a time
# Pages of an archive stand before later news in the queue: the pipeline reads so many in a minute.
MOST_WAITING: Final = 2_000
_LOOK_S: Final = 1.0
UNKNOWN_OUTLET: Final = "of no known outlet"


@dataclass(frozen=True, slots=True)
class Report:
    """How far an archive is, for whoever waits for it."""

    name: str
    size: int
    archive: Archive
    is_waiting: bool = False

    @property
    def share(self) -> float:
        """How much of the file lies behind."""
        return min(self.archive.offset / self.size, 1.0) if self.size else 1.0


def import_archive(
    path: Path, *, makes_outlets: bool, tell: Callable[[Report], None] = lambda _: None
) -> Archive:
    """Take an archive in from where an earlier run stopped; return its row.

    Raises BadInput where the file cannot be read, or holds no record.
    """
    try:
        with path.open("rb") as stream:
            return _Import(path, stream, makes_outlets=makes_outlets, tell=tell).run()
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror or error}; check path and permissions") from error


class _Import:
    """One archive on its way in."""

    def __init__(
        self,
        path: Path,
        stream: BinaryIO,
        *,
        makes_outlets: bool,
        tell: Callable[[Report], None],
    ) -> None:
        self._name, self._size = path.name, path.stat().st_size
        self._stream = stream
        self._makes_outlets = makes_outlets
        self._tell = tell
        self._homes: Homes = read_homes()
        head = stream.read(_KEYED_BYTES)
        if not head:
            raise BadInput(f"{path}: the file is empty")
        key = blake2b(head + path.name.encode("utf-8", "replace"), digest_size=16).hexdigest()
        self._archive = begin_archive(key, path.name, now=utc_now())

    def run(self) -> Archive:
        start = Place(self._archive.offset, self._archive.within)
        batch, held = Batch(start), 0
        for met in read_records(self._stream, start=start, largest=LARGEST):
            held += self._take(met, batch)
            if held > _BYTES or len(batch.pages) >= _TOGETHER or batch.records >= _RECORDS:
                self._file(batch)
                batch, held = Batch(met.next), 0
        self._file(batch)
        if not self._archive.records:
            raise BadInput(f"{self._name}: no record of a web archive could be read")
        end_archive(self._archive, now=utc_now())
        return self._archive

    def _take(self, met: Met, batch: Batch) -> int:
        """Add what was met to the batch; return how many bytes that holds."""
        batch.next = met.next
        if met.record is None:
            batch.skipped[met.trouble] += 1
            return 0
        batch.records += 1
        try:
            page = page_of(met.record)
        except NoPage as reason:
            batch.skipped[str(reason)] += 1
            return 0
        outlet_id = self._outlet_of(page.url)
        if outlet_id is None:
            batch.skipped[UNKNOWN_OUTLET] += 1
            return 0
        batch.add(
            GivenPage(
                url=page.url,
                outlet_id=outlet_id,
                body=page.body,
                content_type=page.content_type,
                captured_at=page.captured_at,
                terms=page.terms,
            )
        )
        return len(page.body)

    def _outlet_of(self, url: str) -> int | None:
        known = self._homes.outlet_of(url)
        if known is None and self._makes_outlets:
            outlet = outlet_of_url(url)
            self._homes.add(outlet.pk, urljoin(url, "/"))
            return outlet.pk
        return known

    def _file(self, batch: Batch) -> None:
        while batch.pages and unread_waiting(most=MOST_WAITING) >= MOST_WAITING:
            self._tell(Report(self._name, self._size, self._archive, is_waiting=True))
            time.sleep(_LOOK_S)
        file_batch(self._archive, batch, now=utc_now())
        self._tell(Report(self._name, self._size, self._archive))
