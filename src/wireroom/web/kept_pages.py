"""Pages as they were last made: of the same rows, in the same minute, a page is the same."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from typing import Final

from django.http import HttpResponse


@dataclass(frozen=True, slots=True)
class _Kept:
    rows: object
    minute: int
    content: bytes
    headers: dict[str, str]


class KeptPages:
    """Public pages of one process, each with the rows that it was made of.

    Whoever asks reads the rows first. What stands on a page is told by them alone, so that
    whatever changes it, in whichever process, makes the page anew: nothing has to be emptied.
    """

    def __init__(self, *, most: int) -> None:
        self._most: Final = most
        self._pages: Final[OrderedDict[Hashable, _Kept]] = OrderedDict()
        self._lock: Final = Lock()

    def show(
        self, key: Hashable, rows: object, *, minute: int, make: Callable[[], HttpResponse]
    ) -> HttpResponse:
        """Return the page of a key, as it was made of equal rows in this minute or made now.

        `rows` may be anything that compares by value. What may not be kept is made each time.
        """
        with self._lock:
            kept = self._pages.get(key)
            if kept is not None:
                self._pages.move_to_end(key)
        if kept is not None and kept.minute == minute and kept.rows == rows:
            return HttpResponse(kept.content, headers=kept.headers)
        page = make()
        if page.status_code == 200 and not page.cookies and "public" in page["Cache-Control"]:
            made = _Kept(rows, minute, page.content, dict(page.items()))
            with self._lock:
                self._pages[key] = made
                self._pages.move_to_end(key)
                while len(self._pages) > self._most:
                    self._pages.popitem(last=False)
        return page
