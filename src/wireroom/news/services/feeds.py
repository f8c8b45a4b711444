"""Filing what polls found: feeds, their entries, and the pages these announce."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from wireroom.engine.feeds.rhythm import observe_push, unpack_rhythm
from wireroom.engine.feeds.rules import Rules, Sifted, sift
from wireroom.engine.types import FeedEntry
from wireroom.news.identity import url_identity
from wireroom.news.models import Feed, Outlet, OutletState
from wireroom.news.queries.rules import rules_of_all
from wireroom.news.queries.take_downs import is_anything_taken, taken_keys
from wireroom.news.services.entries import FeedNews, file_entries
from wireroom.news.services.known_entries import FoundEntry, find_news
from wireroom.news.services.leases import finish_all

URL_LENGTH: Final = 2000
LISTING: Final = "listing"  # the kind of a feed that is a page of links
# A feed's step while its outlet is paused or blocked: no stage claims it.
RESTING: Final = "paused"


def first_due(outlet: Outlet, *, now: datetime) -> dict[str, Any]:
    """Return the columns of a feed that is new: due, or at rest with its outlet's others."""
    is_asked = outlet.state == OutletState.ON
    return {"step": "poll", "due_at": now} if is_asked else {"step": RESTING, "due_at": None}


def add_feed(outlet: Outlet, url: str, *, now: datetime, kind: str = "") -> tuple[Feed, bool]:
    """Make the feed due for its first poll, unless it is known; the second value says so.

    The feed of an outlet that is paused or blocked rests with the others. A page of links is
    read as one only where its `kind` is "listing".
    """
    defaults = {"outlet": outlet, "kind": kind, **first_due(outlet, now=now)}
    return Feed.objects.get_or_create(url=url, defaults=defaults)


def sift_entries(polls: Sequence[tuple[Feed, Sequence[FeedEntry]]]) -> list[Sifted]:
    """Apply outlets' filters and rewrites to what their feeds announced: one query."""
    rules = rules_of_all({feed.outlet_id for feed, _ in polls}) if polls else {}
    return [sift(told, rules.get(feed.outlet_id, Rules())) for feed, told in polls]


def look_for_news(
    polls: Sequence[tuple[Feed, Sequence[FeedEntry]]],
) -> list[list[FoundEntry]]:
    """Tell what of polls' entries is new or changed, without filing any."""
    usable = usable_entries([entries for _, entries in polls])
    return find_news([(feed, kept) for (feed, _), kept in zip(polls, usable, strict=True)])


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedPoll:
    """A poll to file: what was found in the feed, and the feed's new `state`, column by column.

    With a `due_at` in its state the feed is polled again then. New pages fall due `spacing_s`
    apart: a feed's pages mostly stand on one host, which is asked slowly, and other outlets'
    pages go in between. Pages at `passed` addresses are known from now on, but not fetched.
    """

    feed: Feed
    found: Sequence[FoundEntry] = ()
    spacing_s: float = 0.0
    passed: Collection[str] = ()
    state: Mapping[str, Any]


@transaction.atomic
def file_polls(polls: Sequence[EndedPoll], *, now: datetime) -> int:
    """File polls' entries and their feeds' new states; return how many pages became due.

    All or nothing. Filing the same entries again changes nothing. Raises LeaseLost.
    """
    by_columns: dict[tuple[str, ...], list[tuple[Feed, Mapping[str, Any]]]] = defaultdict(list)
    for poll in polls:
        step = "poll" if poll.state["due_at"] else ""
        state = {**poll.state, "step": step, "spacing_s": poll.spacing_s}
        by_columns[tuple(state)].append((poll.feed, state))
    for ended in by_columns.values():
        finish_all(ended)
    told = [
        FeedNews(feed=poll.feed, found=poll.found, spacing_s=poll.spacing_s, passed=poll.passed)
        for poll in polls
        if poll.found
    ]
    return file_entries(told, now=now) if told else 0


def file_poll(
    feed: Feed,
    entries: Sequence[FeedEntry],
    *,
    now: datetime,
    due_at: datetime | None,
    spacing_s: float = 0.0,
    **state: Any,
) -> int:
    """File one poll as `file_polls` does, with what the feed's entries are found to be."""
    (found,) = look_for_news([(feed, entries)])
    columns = {"due_at": due_at, **state}
    ended = EndedPoll(feed=feed, found=found, spacing_s=spacing_s, state=columns)
    return file_polls([ended], now=now)


@transaction.atomic
def file_push(feed: Feed, entries: Sequence[FeedEntry], *, now: datetime) -> int:
    """File what a hub sent between two polls; return how many pages became due.

    The feed counts as one that brings news, when they came: a poll will find them known.
    """
    held = Feed.objects.select_for_update().get(pk=feed.pk)  # the same may be sent twice at once
    (sifted,) = sift_entries([(held, entries)])
    (found,) = look_for_news([(held, sifted.entries)])
    new = [one.told.entry.published_at for one in found if one.is_new]
    if new:
        rhythm = unpack_rhythm(bytes(held.rhythm))
        held.rhythm = observe_push(rhythm, new, since=held.ok_at, now=now).pack()
        held.news_at = now
        held.save(update_fields=["rhythm", "news_at"])
    return file_entries([FeedNews(feed=held, found=found, spacing_s=held.spacing_s)], now=now)


def renew_pushed(feeds: Sequence[Feed]) -> None:
    """Take over what pushes wrote since these rows were claimed: one query.

    Inside the caller's transaction, until whose end no push changes them: what it files is
    decided on what they say now.
    """
    held = Feed.objects.select_for_update().filter(pk__in=[feed.pk for feed in feeds])
    now_told = {pk: told for pk, *told in held.order_by("pk").values_list("pk", *_PUSHED)}
    for feed in feeds:
        for name, value in zip(_PUSHED, now_told.get(feed.pk, ()), strict=False):
            setattr(feed, name, value)


_PUSHED: Final = ("rhythm", "push_until")  # what a push writes of what a poll decides by


def usable_entries(told: Sequence[Sequence[FeedEntry]]) -> list[list[FeedEntry]]:
    """Return the entries that can be kept, each address once a feed, without those taken down."""
    kept = [{one.url: one for one in told_by if len(one.url) <= URL_LENGTH} for told_by in told]
    if not is_anything_taken():
        return [list(by_url.values()) for by_url in kept]
    keys = {url: url_identity(url) for by_url in kept for url in by_url}
    taken = taken_keys(keys.values())
    return [[one for url, one in by_url.items() if keys[url] not in taken] for by_url in kept]
