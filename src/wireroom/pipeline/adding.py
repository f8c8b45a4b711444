"""Adding an address: a feed as it is, the best that a page or its site names, or the page."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings

from wireroom.adapters.executors import LoopExecutor
from wireroom.adapters.host_budget import WINDOW, HostBudget
from wireroom.adapters.http import AiohttpFetcher
from wireroom.adapters.polite import PoliteFetcher
from wireroom.adapters.robots import RobotsGate
from wireroom.engine.errors import BadInput, FetchFailed, NotAFeed
from wireroom.engine.feeds.discover import discover_feeds, news_sitemaps
from wireroom.engine.feeds.parse import parse_feed
from wireroom.engine.feeds.sitemap import is_named_for_news
from wireroom.engine.listings.read import read_listing
from wireroom.engine.types import AskedFor, FetchRequest, FetchResult, ParsedFeed
from wireroom.engine.urls import canonical_url
from wireroom.news.models import Outlet
from wireroom.news.services.budgets import keep_asked
from wireroom.news.services.feeds import LISTING, add_feed
from wireroom.news.services.outlets import OutletFacts, file_outlet, outlet_of_url
from wireroom.pipeline.coordinator import utc_now
from wireroom.pipeline.fetch import ACCEPT as PAGE

__all__ = ["Added", "add_address"]

OK = 200
FEWEST_LISTED = 5  # links: fewer make no list
MOST_TRIED = 6  # feeds that a page names or that are guessed
LIMIT_S = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """The feed that an address led to, filed now or earlier."""

    outlet_id: int
    outlet: str
    url: str
    kind: str
    entries: int
    is_asked_for: bool  # as a listing
    is_new: bool
    is_sample: bool

    def __str__(self) -> str:
        state = "added" if self.is_new else "is there already"
        what = LISTING if self.kind == LISTING else f"{self.kind} feed"
        return f"{state}: {what} {self.url} of {self.outlet} ({self._counted})"

    @property
    def _counted(self) -> str:
        if self.kind != LISTING:
            return f"{self.entries} entries"
        why = "" if self.is_asked_for else "; neither a feed nor a news sitemap was found"
        return f"{self.entries} links that look like reports{why}"


def add_address(raw_url: str, *, name: str | None = None, as_listing: bool = False) -> Added:
    """File the feed behind the address.

    Where a page and its site name none, the page itself is polled for its links to reports, as it
    is with `as_listing` in any case.

    Raises BadInput, FetchFailed or NotAFeed with what to do.
    """
    url = canonical_url(raw_url if "://" in raw_url else f"https://{raw_url}")
    if url is None:
        raise BadInput("this is no web address; give one that starts with https://")
    net, budget = LoopExecutor(), HostBudget(settings.WIREROOM_HOST_BUDGET)
    try:
        found, feed = net.run(_find(url, as_listing=as_listing, budget=budget), timeout_s=LIMIT_S)
    except TimeoutError as error:
        raise FetchFailed(
            "no answer within %(seconds)s s; try again later", seconds=f"{LIMIT_S:.0f}"
        ) from error
    finally:
        net.shutdown()
        if asked := budget.take_unkept():
            keep_asked(asked, after=budget.hour - WINDOW)
    outlet = _outlet(found, feed, name)
    kind = LISTING if feed.kind == LISTING else ""
    row, is_new = add_feed(outlet, found, now=utc_now(), kind=kind)
    return Added(
        outlet_id=outlet.pk,
        outlet=outlet.name,
        url=row.url,
        kind=feed.kind,
        entries=len(feed.entries),
        is_asked_for=as_listing,
        is_new=is_new,
        is_sample=outlet.is_sample,
    )


async def _find(url: str, *, as_listing: bool, budget: HostBudget) -> tuple[str, ParsedFeed]:
    fetcher = AiohttpFetcher(
        contact_url=settings.WIREROOM_URL, allow=tuple(settings.WIREROOM_ALLOW), budget=budget
    )
    try:
        if as_listing:
            return await _listing(fetcher, url)
        answer = await _get(fetcher, url)
        try:
            feed = _parsed(answer)
        except NotAFeed:
            return await _of_page(fetcher, url, answer)
        if feed.sitemaps:  # polled itself where none of its sitemaps is of news
            return await _of_index(fetcher, url, feed)
        return url, feed
    finally:
        await fetcher.close()


async def _of_page(
    fetcher: AiohttpFetcher, url: str, answer: FetchResult
) -> tuple[str, ParsedFeed]:
    links = [link.url for link in discover_feeds(answer.body, url=answer.url)]
    with suppress(NotAFeed):
        return await _first_feed(fetcher, links, answer.url)
    with suppress(NotAFeed):  # its site is asked for more only where the page names none
        return await _first_feed(fetcher, await _sitemaps(fetcher, answer.url), answer.url)
    return await _listing(fetcher, url)


async def _of_index(fetcher: AiohttpFetcher, url: str, index: ParsedFeed) -> tuple[str, ParsedFeed]:
    found, feed = await _first_feed(fetcher, index.sitemaps, url)
    is_news = any(entry.published_at for entry in feed.entries)
    return (found, feed) if is_news or is_named_for_news(found) else (url, feed)


async def _sitemaps(fetcher: AiohttpFetcher, url: str) -> Sequence[str]:
    try:
        answer = await _get(
            fetcher, urljoin(url, "/robots.txt"), named_by=url, asks_for=AskedFor.ROBOTS
        )
    except FetchFailed:
        return news_sitemaps(b"", url=url)
    return news_sitemaps(answer.body, url=url)


async def _listing(fetcher: AiohttpFetcher, url: str) -> tuple[str, ParsedFeed]:
    """Return a page as a listing; robots.txt is asked, as it is when it is polled."""
    polite = PoliteFetcher(fetcher, RobotsGate(fetcher))
    answer = await polite.fetch_page(FetchRequest(url=url, accept=PAGE))
    if answer.status != OK:
        raise FetchFailed(
            "%(url)s answered %(status)s; check the address", url=url, status=answer.status
        )
    feed = read_listing(
        answer.body, url=answer.url, content_type=answer.headers.get("content-type")
    )
    if len(feed.entries) < FEWEST_LISTED:
        raise NotAFeed(
            "%(url)s is no feed, and neither it nor its site names one; %(links)s of its"
            " links look like reports, too few for a listing. Give the address of its RSS or Atom"
            " feed, or of a page that lists its reports",
            url=url,
            links=len(feed.entries),
        )
    return url, feed


async def _first_feed(
    fetcher: AiohttpFetcher, addresses: Sequence[str], named_by: str
) -> tuple[str, ParsedFeed]:
    for address in addresses[:MOST_TRIED]:
        try:
            feed = _parsed(await _get(fetcher, address, named_by=named_by))
        except (FetchFailed, NotAFeed):
            continue  # the next one it names may do
        if not feed.sitemaps:
            return address, feed
    raise NotAFeed(
        "%(url)s is no feed and names none; give the address of its RSS or Atom feed",
        url=named_by,
    )


async def _get(
    fetcher: AiohttpFetcher,
    url: str,
    *,
    named_by: str = "",
    asks_for: AskedFor = AskedFor.FEED,
) -> FetchResult:
    answer = await fetcher.fetch(FetchRequest(url=url, named_by=named_by, asks_for=asks_for))
    if answer.status != 200:
        raise FetchFailed(
            "%(url)s answered %(status)s; check the address", url=url, status=answer.status
        )
    return answer


def _parsed(answer: FetchResult) -> ParsedFeed:
    return parse_feed(
        answer.body,
        url=answer.url,
        content_type=answer.headers.get("content-type"),
        content_language=answer.headers.get("content-language"),
    )


def _outlet(feed_url: str, feed: ParsedFeed, name: str | None) -> Outlet:
    if name:
        facts = OutletFacts(name=name, home_url=feed.home_url or "", lang=feed.lang or "")
        return file_outlet(facts)[0]
    return outlet_of_url(feed.home_url or feed_url)
