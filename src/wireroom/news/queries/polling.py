"""When an outlet's feeds are asked next and why, and what its pages state: for the host."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from wireroom.engine.errors import BadInput
from wireroom.engine.terms import split_terms
from wireroom.news.models import Feed, Outlet, Page
from wireroom.news.models.held import HELD

_LATEST: Final = 200  # pages: as on the outlet's page


def outlet_lines(slug: str, *, now: datetime) -> Iterator[str]:
    """Yield a line a feed with its next poll and the reason, then what pages state, and waits.

    Raises BadInput where no outlet is called so.
    """
    outlet = Outlet.objects.filter(slug=slug).first()
    if outlet is None:
        raise BadInput(f"no outlet is called {slug}; its name stands in its page's address")
    for feed in Feed.objects.filter(outlet=outlet).order_by("pk"):
        yield f"feed: {feed.url}: {_next_poll(feed, now)}; {feed.reason or 'not polled yet'}"
    yield from _stated(outlet)
    waiting = Page.objects.filter(outlet=outlet, step__in=("fetch", HELD), due_at__isnull=False)
    again, held = waiting.exclude(fetched_at=None).count(), waiting.filter(step=HELD).count()
    behind = f"; {held} of them wait for their host, which may not be asked now" if held else ""
    first = waiting.count() - again
    yield f"pages: {first} to be fetched first, {again} to be looked at again{behind}"


def _next_poll(feed: Feed, now: datetime) -> str:
    if feed.retired_at is not None:
        return f"retired on {feed.retired_at:%Y-%m-%d}"
    if feed.due_at is None:
        return "never"
    return "due now" if feed.due_at <= now else f"next {feed.due_at:%Y-%m-%d %H:%M} UTC"


def _stated(outlet: Outlet) -> Iterator[str]:
    lines = Page.objects.filter(outlet=outlet).order_by("-pk").values_list("terms", flat=True)
    latest = list(lines[:_LATEST])
    counts = Counter(one for line in latest for one in split_terms(line))
    overruled = " (overruled: the host has leave)" if outlet.overrules_terms else ""
    for stated, pages in counts.most_common():
        term, _, source = stated.partition(":")
        yield f"states: {term} in {source}, {pages} of {len(latest)} pages{overruled}"
