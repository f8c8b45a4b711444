"""Filing a list of feeds from elsewhere: each with the outlet whose home page or site it is of."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction

from wireroom.engine.feeds.opml import ListedFeed
from wireroom.engine.many_sites import own_site
from wireroom.news.identity import name_key
from wireroom.news.models import Feed, Outlet
from wireroom.news.queries.homes import host_of, read_homes
from wireroom.news.services.feeds import URL_LENGTH, first_due
from wireroom.news.services.outlets import OutletFacts, file_outlet

_AT_ONCE: Final = 500  # rows of one transaction: others write between two of them


@dataclass(frozen=True, slots=True)
class Filed:
    """How much of a list was new; `unusable` feeds have addresses longer than a row holds."""

    outlets: int
    feeds: int
    known: int
    unusable: int


def file_listed_feeds(listed: Sequence[ListedFeed], *, now: datetime) -> Filed:
    """File feeds that are not there yet, each due as `add_feed` has it; the others stay."""
    known = set(Feed.objects.values_list("url", flat=True))
    usable = [feed for feed in listed if len(feed.url) <= URL_LENGTH]
    fresh = [feed for feed in usable if feed.url not in known]
    fresh.sort(key=lambda feed: not feed.home_url)  # the others are filed with these outlets
    outlets = _Outlets()
    for start in range(0, len(fresh), _AT_ONCE):
        with transaction.atomic():
            part = [(feed.url, outlets.of(feed)) for feed in fresh[start : start + _AT_ONCE]]
            rows = [Feed(outlet=of, url=url, **first_due(of, now=now)) for url, of in part]
            Feed.objects.bulk_create(rows, ignore_conflicts=True)
    return Filed(
        outlets.made, len(fresh), len(usable) - len(fresh), unusable=len(listed) - len(usable)
    )


def read_listed_feeds() -> Iterable[ListedFeed]:
    """Yield every feed that is polled, outlet by outlet; the sample newsroom's are left out."""
    rows = Feed.objects.filter(retired_at=None, outlet__is_sample=False).select_related("outlet")
    for row in rows.order_by("outlet__name", "outlet_id", "url").iterator():
        yield ListedFeed(
            url=row.url,
            title=row.title or row.outlet.name,
            home_url=row.outlet.home_url,
            lang=row.outlet.lang,
            folder=row.outlet.name,
        )


class _Outlets:
    """The outlets that are there, by their home page and by name."""

    def __init__(self) -> None:
        self.made = 0
        self._homes = read_homes()
        self._rows = Outlet.objects.in_bulk()
        self._by_name = {row.name_key: row for row in self._rows.values()}
        self._of_site: dict[str, set[int]] = defaultdict(set)
        for row in self._rows.values():
            self._of_site[own_site(row.home_url)].add(row.pk)

    def of(self, feed: ListedFeed) -> Outlet:
        """Return the outlet of a feed, made where its site is not known."""
        known = self._known(feed)
        if known is not None:
            return self._rows[known]
        host = host_of(feed.home_url) or own_site(feed.url) or host_of(feed.url)
        home = feed.home_url or f"https://{host}/"
        name = self._free_name(feed.title, host)
        row, is_new = file_outlet(OutletFacts(name=name, home_url=home, lang=feed.lang))
        self.made += is_new
        self._note(row)
        return row

    def _known(self, feed: ListedFeed) -> int | None:
        """Return the outlet of the feed's home page; without one, that of its site."""
        if feed.home_url:
            return self._homes.outlet_of(feed.home_url)
        site = own_site(feed.url)
        if not site:
            return None
        there = self._homes.outlet_of(feed.url)
        of_site = self._of_site[site]
        return there or (next(iter(of_site)) if len(of_site) == 1 else None)

    def _free_name(self, title: str, host: str) -> str:
        """Two sites may call themselves "News"."""
        named = self._by_name.get(name_key(title))
        is_taken = named is not None and host_of(named.home_url) not in ("", host)
        return host if is_taken or not title else title

    def _note(self, row: Outlet) -> None:
        self._rows[row.pk] = self._by_name[row.name_key] = row
        self._of_site[own_site(row.home_url)].add(row.pk)
        if self._homes.outlet_of(row.home_url) != row.pk:
            self._homes.add(row.pk, row.home_url)
