"""How gathering fares: feeds in trouble by kind, silences, drops, what was asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Sum

from wireroom.engine.feeds.rhythm import unpack_rhythm
from wireroom.engine.feeds.silence import is_silent
from wireroom.engine.feeds.trouble import Trouble, trouble_of
from wireroom.news.models import Feed, HostHour, Outlet, OutletState, Page, ReadingDay
from wireroom.news.queries.desk import read_failing
from wireroom.news.queries.queue import READ

LOOKED_AT: Final = 5_000  # feeds: as many as one newsroom polls
_FORBIDDEN: Final = "robots.txt forbids"  # in the words of adapters.robots
_ASKED_SHOWN: Final = 100
_LATELY: Final = timedelta(days=7)
# What has brought nothing for less is no silence worth the reckoning.
_STILL: Final = timedelta(hours=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class InTrouble:
    """The feeds in one kind of trouble: how many, and the first of them."""

    kind: Trouble
    count: int
    feeds: Sequence[Feed]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedToday:
    """What an outlet was asked since midnight UTC: its feeds, and its pages, the latest first."""

    outlet: Outlet
    feeds: Sequence[Feed]
    pages: Sequence[Page]
    pages_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """What was not taken in: entries that filters left out at the last polls, pages that
    robots.txt forbids, and hosts whose budget of 24 hours is spent."""

    filtered: int
    forbidden: int
    spent: int


def read_troubles(*, shown: int) -> list[InTrouble]:
    """Return feeds that fail or were retired, by kind, the commonest first: one query."""
    kinds: dict[Trouble, list[Feed]] = {}
    for feed in read_failing(limit=LOOKED_AT):
        kind = trouble_of(feed.reason, is_retired=feed.retired_at is not None)
        kinds.setdefault(kind, []).append(feed)
    found = [
        InTrouble(kind=kind, count=len(feeds), feeds=feeds[:shown]) for kind, feeds in kinds.items()
    ]
    return sorted(found, key=lambda one: (-one.count, one.kind))


def read_still_feeds(*, now: datetime, shown: int) -> list[Feed]:
    """Return feeds that answer well and bring nothing, against their rhythm: one query."""
    asked = Feed.objects.filter(outlet__state=OutletState.ON).select_related("outlet")
    well = asked.filter(retired_at=None, error_count=0, news_at__lt=now - _STILL)
    found = [
        feed
        for feed in well.order_by("news_at")[:LOOKED_AT]
        if feed.news_at is not None
        and is_silent(unpack_rhythm(bytes(feed.rhythm)), feed.news_at, now)
    ]
    return found[::-1][:shown]  # the latest to fall silent first: the old ones are known


def read_drops(*, now: datetime) -> list[tuple[str, int]]:
    """Return (health, pages) of what was read as no report in a week: one query."""
    days = ReadingDay.objects.filter(day__gt=(now - _LATELY).date()).exclude(health__in=READ)
    rows = days.values("health").annotate(all_pages=Sum("pages")).order_by("-all_pages")
    return [(row["health"], row["all_pages"]) for row in rows]


def read_held_back(*, budget: int, now: datetime, window: int) -> HeldBack:
    """Return what did not come in by the host's, outlets' and budgets' will: three queries."""
    asked = HostHour.objects.filter(hour__gt=int(now.timestamp()) // 3600 - window)
    by_host = asked.values("host").annotate(lately=Sum("asked"))
    forbidden = Page.objects.filter(dead_at__isnull=False, last_error__contains=_FORBIDDEN)
    return HeldBack(
        filtered=Feed.objects.aggregate(left=Sum("left_out"))["left"] or 0,
        forbidden=forbidden.count(),
        spent=by_host.filter(lately__gte=budget).count(),
    )


def read_asked_today(outlet_id: int, *, now: datetime) -> AskedToday | None:
    """Return what an outlet was asked today, or None where there is none: four queries."""
    outlet = Outlet.objects.filter(pk=outlet_id).first()
    if outlet is None:
        return None
    today: Mapping[str, datetime | int] = {
        "outlet": outlet_id,
        "fetched_at__gte": now.replace(hour=0, minute=0, second=0, microsecond=0),
    }
    pages = Page.objects.filter(**today)
    polled = Feed.objects.filter(outlet=outlet, polled_at__gte=today["fetched_at__gte"])
    return AskedToday(
        outlet=outlet,
        feeds=list(polled.order_by("-polled_at")[:_ASKED_SHOWN]),
        pages=list(pages.order_by("-fetched_at")[:_ASKED_SHOWN]),
        pages_count=pages.count(),
    )
