"""What this process keeps of public pages, and the views whose pages it keeps."""

from collections.abc import Callable
from functools import wraps
from typing import Final, TypeVar

from django.http import HttpRequest, HttpResponse

from wireroom.news.queries.database_state import read_state
from wireroom.web.here import page_time, site_root
from wireroom.web.kept_pages import KeptPages

_Rows = TypeVar("_Rows")
_View = Callable[..., HttpResponse]

# 32 MB are some 500 story pages a process: a front's stories in both editions, and their topics.
KEPT: Final = KeptPages(most_bytes=32 << 20)


def keep_unchanged(view: _View) -> _View:
    """Keep the pages of a view until something is written, or the next minute.

    What stands on them is told by the address, the database, the settings and the time alone.
    With a query they are made each time: anybody can think of more of them than can be kept.
    """

    @wraps(view)
    def show(request: HttpRequest, *args: object, **named: object) -> HttpResponse:
        if request.META.get("QUERY_STRING"):
            return view(request, *args, **named)
        return show_kept(request, rows=lambda: None, make=lambda _: view(request, *args, **named))

    return show


def show_kept(
    request: HttpRequest,
    *,
    rows: Callable[[], _Rows],
    make: Callable[[_Rows], HttpResponse],
) -> HttpResponse:
    """Return the page of the request's path, kept or made; see KeptPages.show()."""
    return KEPT.show(
        (site_root(), request.build_absolute_uri(request.path)),
        minute=int(page_time().timestamp() // 60),
        state=read_state,
        rows=rows,
        make=make,
    )
