"""Where and when a page is made: the site's root and one time that holds for the whole page.

Both are asked for some hundred times a page. Django keeps the root in a place that costs 1 µs
a look, and a page that asks the clock anew each time may tell of two different minutes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.urls import get_script_prefix
from django.utils import timezone


@dataclass(frozen=True, slots=True)
class _Here:
    root: str
    now: datetime


_here: Final[ContextVar[_Here | None]] = ContextVar("wireroom_here", default=None)


@contextmanager
def stand_here() -> Iterator[None]:
    """Keep the root and the time as they are now, until the page is made."""
    token = _here.set(_Here(get_script_prefix(), timezone.now()))
    try:
        yield
    finally:
        _here.reset(token)


def site_root() -> str:
    """Return what every address of the site begins with: "/", or the path it is mounted at."""
    here = _here.get()
    return here.root if here else get_script_prefix()


def page_time() -> datetime:
    """Return the time that a page is made at; outside of one, the time."""
    here = _here.get()
    return here.now if here else timezone.now()
