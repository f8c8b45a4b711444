"""Pages as they were last made: of the same database, in the same minute, a page is the same."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from threading import Lock
from time import perf_counter
from typing import Final, TypeVar

from django.http import HttpResponse

from wireroom.news.queries.database_state import DatabaseState

_Rows = TypeVar("_Rows")


# Two pages at once wait for each other without need in one case of 64; a process has 5 threads.
_LOCKS: Final = 64


@dataclass(frozen=True, slots=True)
class _Kept:
    content: bytes
    headers: dict[str, str]
    minute: int
    rows: object
    states: Mapping[int, Hashable]  # of the database, each by whom it was told to
    begun: float  # when it began to be made

    def is_right(self, state: DatabaseState | None, asked: float) -> bool:
        """Tell whether it is of this state, or of a later one than when somebody asked."""
        if state is None:
            return False
        return self.states.get(state.seen_by) == state.state or self.begun > asked

    def answer(self) -> HttpResponse:
        return HttpResponse(self.content, headers=self.headers)


class KeptPages:
    """Public pages of one process, each with the states of the database that it is right for.

    Whoever asks reads the state first. Whatever is written, in whichever process, makes it
    another one and the page is made anew: nothing has to be emptied. Of several who ask for it
    then one makes it, and the others wait.
    """

    def __init__(self, *, most_bytes: int) -> None:
        self._most_bytes: Final = most_bytes
        self._bytes = 0
        self._pages: Final[OrderedDict[Hashable, _Kept]] = OrderedDict()
        self._lock: Final = Lock()
        self._making: Final = tuple(Lock() for _ in range(_LOCKS))

    def show(
        self,
        key: Hashable,
        *,
        minute: int,
        state: Callable[[], DatabaseState | None],
        rows: Callable[[], _Rows],
        make: Callable[[_Rows], HttpResponse],
    ) -> HttpResponse:
        """Return the page of a key as it was made in this state and minute, or made now.

        In another state it is the same where `rows` are equal and not None: they compare by
        value and tell all that stands on it. What may not be kept is made each time.
        """
        asked = perf_counter()
        kept = self._find(key, minute)
        if kept and kept.is_right(state(), asked):
            return kept.answer()
        with self._making[hash(key) % _LOCKS]:
            begun, now = perf_counter(), state()
            kept = self._find(key, minute)
            if kept and kept.is_right(now, asked):
                return kept.answer()
            states = {now.seen_by: now.state} if now else {}
            found = rows()
            if kept and found is not None and kept.rows == found:
                self._keep(key, replace(kept, begun=begun, states={**kept.states, **states}))
                return kept.answer()
            page = make(found)
            if _may_be_kept(page):
                self._keep(
                    key,
                    _Kept(page.content, dict(page.items()), minute, found, states, begun),
                )
            return page

    def forget(self) -> None:
        """Forget all pages."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    def _find(self, key: Hashable, minute: int) -> _Kept | None:
        with self._lock:
            kept = self._pages.get(key)
            if kept is None or kept.minute != minute:
                return None
            self._pages.move_to_end(key)
            return kept

    def _keep(self, key: Hashable, made: _Kept) -> None:
        with self._lock:
            before = self._pages.pop(key, None)
            if before:
                self._bytes -= len(before.content)
                if (before.minute, before.content) == (made.minute, made.content):
                    # Others need not make it again, who were told of the same by another number.
                    made = replace(made, states={**before.states, **made.states})
            self._pages[key] = made
            self._bytes += len(made.content)
            while self._bytes > self._most_bytes:
                self._bytes -= len(self._pages.popitem(last=False)[1].content)


def _may_be_kept(page: HttpResponse) -> bool:
    """Tell whether everybody gets this page alike."""
    is_public = "public" in page.get("Cache-Control", "")
    return (
        page.status_code == 200 and is_public and not page.cookies and not page.has_header("Vary")
    )
