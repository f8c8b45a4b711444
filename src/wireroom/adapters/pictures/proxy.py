"""Gets a picture: from the shelf, else from its outlet, once for whoever asks at the same time."""

import asyncio
import fcntl
import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore
from typing import Final

from wireroom.adapters.host_budget import HostBudget
from wireroom.adapters.http import AiohttpFetcher
from wireroom.adapters.pictures.develop import develop_picture
from wireroom.adapters.shelf import Shelf
from wireroom.engine.errors import FetchFailed, PictureFailed
from wireroom.engine.types import AskedFor, FetchRequest, FetchResult, GivesWay

_ACCEPT: Final = "image/webp,image/jpeg,image/png,image/gif;q=0.5"
_TYPES: Final = ("image/webp", "image/jpeg", "image/jpg", "image/pjpeg", "image/png", "image/gif",
                 "application/octet-stream", "binary/octet-stream", "")  # fmt: skip
_MOST_BYTES: Final = 12_000_000  # a photograph as a camera wrote it
_FETCH_S: Final = 6.0  # a reader waits, and one of the threads that serve pages
_AT_ONCE: Final = 2  # in a process, which serves all pages in five threads
_TURN_S: Final = 1.0
_LOOK_S: Final = 0.05
_AGAIN_S: Final = 600.0  # an outlet that is away may be back
_NEVER_S: Final = 86_400.0  # what is no picture today may be one tomorrow
_LOCKS: Final = 64  # files that processes meet at


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture's address, and the page that names it."""

    url: str
    named_by: str

    @property
    def key(self) -> str:
        """Name its files: who named it counts, as not everybody may name every address."""
        told = f"{self.url}\n{self.named_by}".encode("utf-8", "surrogatepass")
        return hashlib.sha256(told).hexdigest()[:40]


class PictureProxy:
    """Pictures of a folder that several processes share; `allow` is the guard's list.

    What outlets are asked is counted in `budget`.
    """

    def __init__(
        self,
        folder: Path,
        *,
        most_bytes: int,
        contact_url: str,
        allow: tuple[str, ...] = (),
        budget: HostBudget | None = None,
    ) -> None:
        self._folder: Final = folder
        self._shelf: Final = _shelf(folder, most_bytes=most_bytes)
        self._contact_url: Final = contact_url
        self._allow: Final = allow
        self._budget: Final = budget or HostBudget()
        self._turns: Final = BoundedSemaphore(_AT_ONCE)

    def get(self, wanted: Wanted, width: int) -> bytes:
        """Return a picture in WebP. Raises PictureFailed with the reason."""
        found = self._find(wanted, width)
        if found is not None:
            return found
        if not self._turns.acquire(timeout=_TURN_S):
            raise PictureFailed("others are being made; it may be asked for again at once")
        try:
            with _alone(self._folder, wanted.key):
                # Somebody else may have made it meanwhile.
                return self._find(wanted, width) or self._make(wanted)[width]
        except OSError as error:  # a full disk, a folder of somebody else
            raise PictureFailed(f"pictures cannot be kept: {error}") from error
        finally:
            self._turns.release()

    def _find(self, wanted: Wanted, width: int) -> bytes | None:
        """Return what is kept of a picture. Raises PictureFailed where it failed lately."""
        found = self._shelf.read(f"{wanted.key}-{width}.webp")
        if found is None and (failed := self._shelf.read(f"{wanted.key}.failed")):
            until, _, reason = failed.decode("utf-8", "replace").partition(" ")
            if time.time() < float(until):
                raise PictureFailed(reason, permanent=True)
        return found

    def _make(self, wanted: Wanted) -> dict[int, bytes]:
        try:
            made = develop_picture(self._fetch(wanted))
        except PictureFailed as failed:
            rest_s = _NEVER_S if failed.permanent else _AGAIN_S
            note = f"{time.time() + rest_s:.0f} {failed}".encode()
            self._shelf.keep({f"{wanted.key}.failed": note})
            raise
        self._shelf.keep({f"{wanted.key}-{width}.webp": file for width, file in made.items()})
        return made

    def _fetch(self, wanted: Wanted) -> bytes:
        try:
            answer = asyncio.run(self._ask(wanted))
        except FetchFailed as failed:
            raise PictureFailed(str(failed), permanent=failed.permanent) from failed
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if answer.status != 200:
            raise PictureFailed(f"its outlet answers {answer.status}")
        if kind not in _TYPES:
            raise PictureFailed(f"it is {kind}, no picture that is shown", permanent=True)
        return answer.body

    async def _ask(self, wanted: Wanted) -> FetchResult:
        """Ask the outlet: no cookie, no referrer, no word of who reads."""
        fetcher = AiohttpFetcher(
            contact_url=self._contact_url, allow=self._allow, budget=self._budget
        )
        request = FetchRequest(
            url=wanted.url,
            named_by=wanted.named_by,
            accept=_ACCEPT,
            timeout_s=_FETCH_S,
            max_bytes=_MOST_BYTES,
            gives_way=GivesWay.TO_NEWS,
            asks_for=AskedFor.PICTURE,
        )
        try:
            return await fetcher.fetch(request)
        finally:
            await fetcher.close()


def forget_pictures(folder: Path) -> None:
    """Throw away what is kept of pictures: what is shown still is fetched again."""
    _shelf(folder, most_bytes=0).clear()


def _shelf(folder: Path, *, most_bytes: int) -> Shelf:
    return Shelf(folder / "kept", most_bytes=most_bytes)


@contextmanager
def _alone(folder: Path, key: str) -> Iterator[None]:
    """Keep all other processes and threads from making the same picture. Raises PictureFailed."""
    (folder / "locks").mkdir(parents=True, exist_ok=True)
    path = folder / "locks" / str(int(key[:8], 16) % _LOCKS)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(descriptor)
        yield
    finally:
        os.close(descriptor)  # which gives the lock back


def _take(descriptor: int) -> None:
    ends_at = time.monotonic() + _FETCH_S
    while True:
        try:
            return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > ends_at:
                raise PictureFailed("it is being made; ask for it again at once") from error
            time.sleep(_LOOK_S)
