"""Pages as they were last made: of the same database, in the same minute, a page is the same."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from threading import Lock
from typing import Final, TypeVar

from django.http import HttpResponse

from wireroom.news.queries.database_state import DatabaseState

_Rows = TypeVar("_Rows")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    content: bytes
    headers: dict[str, str]
    minute: int
    rows: object
    states: Mapping[int, Hashable]  # of the database, each by whom it was told to

    def is_of(self, state: DatabaseState | None) -> bool:
        return state is not None and self.states.get(state.seen_by) == state.state

    def answer(self) -> HttpResponse:
        return HttpResponse(self.content, headers=self.headers)


class KeptPages:
    """Public pages of one process, each with the states of the database that it is right for.

    Whoever asks reads the state first. Whatever is written, in whichever process, makes it
    another one and the page is made anew: nothing has to be emptied.
    """

    def __init__(self, *, most_bytes: int) -> None:
        self._most_bytes: Final = most_bytes
        self._bytes = 0
        self._pages: Final[OrderedDict[Hashable, _Kept]] = OrderedDict()
        self._lock: Final = Lock()

    def show(
        self,
        key: Hashable,
        state: DatabaseState | None,
        *,
        minute: int,
        rows: Callable[[], _Rows],
        make: Callable[[_Rows], HttpResponse],
    ) -> HttpResponse:
        """Return the page of a key as it was made in this state and minute, or made now.

        In another state it is the same where `rows` are equal and not None: they compare by
        value and tell all that stands on it. What may not be kept is made each time.
        """
        kept = self._find(key, minute)
        if kept and kept.is_of(state):
            return kept.answer()
        states = {state.seen_by: state.state} if state else {}
        found = rows()
        if kept and found is not None and kept.rows == found:
            self._keep(key, replace(kept, states={**kept.states, **states}))
            return kept.answer()
        page = make(found)
        if _may_be_kept(page) and (states or found is not None):
            made = _Kept(
                content=page.content,
                headers=dict(page.items()),
                minute=minute,
                rows=found,
                states=states,
            )
            self._keep(key, made)
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
