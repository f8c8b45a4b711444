"""Adding an address: a feed as it is, or the best feed that a page names."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from wireroom.adapters.executors import LoopExecutor
from wireroom.adapters.http import AiohttpFetcher
from wireroom.engine.errors import BadInput, FetchFailed, NotAFeed
from wireroom.engine.feeds.discover import discover_feeds
from wireroom.engine.feeds.parse import parse_feed
from wireroom.engine.types import FetchRequest, FetchResult, ParsedFeed
from wireroom.engine.urls import canonical_url
from wireroom.news.models import Outlet
from wireroom.news.services.feeds import add_feed
from wireroom.news.services.outlets import OutletFacts, file_outlet, outlet_of_url
from wireroom.pipeline.coordinator import utc_now

__all__ = ["Added", "add_address"]

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
    is_new: bool
    is_sample: bool

    def __str__(self) -> str:
        state = "added" if self.is_new else "is there already"
        return f"{state}: {self.kind} feed {self.url} of {self.outlet} ({self.entries} entries)"


def add_address(raw_url: str, *, name: str | None = None) -> Added:
    """File the feed behind the address.

    Raises BadInput, FetchFailed or NotAFeed with what to do.
    """
    url = canonical_url(raw_url if "://" in raw_url else f"https://{raw_url}")
    if url is None:
        raise BadInput("this is no web address; give one that starts with https://")
    net = LoopExecutor()
    try:
        found, feed = net.run(_find(url), timeout_s=LIMIT_S)
    except TimeoutError as error:
        raise FetchFailed(f"no answer within {LIMIT_S:.0f} s; try again later") from error
    finally:
        net.shutdown()
    outlet = _outlet(found, feed, name)
    row, is_new = add_feed(outlet, found, now=utc_now())
    return Added(
        outlet_id=outlet.pk,
        outlet=outlet.name,
        url=row.url,
        kind=feed.kind,
        entries=len(feed.entries),
        is_new=is_new,
        is_sample=outlet.is_sample,
    )


async def _find(url: str) -> tuple[str, ParsedFeed]:
    fetcher = AiohttpFetcher(
        contact_url=settings.WIREROOM_URL, allow=tuple(settings.WIREROOM_ALLOW)
    )
    try:
        answer = await _get(fetcher, url)
        try:
            feed = _parsed(answer)
        except NotAFeed:
            links = discover_feeds(answer.body, url=answer.url)
            return await _first_feed(fetcher, [link.url for link in links], answer.url)
        if feed.sitemaps:  # an index announces no page itself
            return await _first_feed(fetcher, feed.sitemaps, answer.url)
        return url, feed
    finally:
        await fetcher.close()


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
        f"{named_by} is no feed and names none; give the address of its RSS or Atom feed"
    )


async def _get(fetcher: AiohttpFetcher, url: str, *, named_by: str = "") -> FetchResult:
    answer = await fetcher.fetch(FetchRequest(url=url, named_by=named_by))
    if answer.status != 200:
        raise FetchFailed(f"{url} answered {answer.status}; check the address")
    return answer


def _parsed(answer: FetchResult) -> ParsedFeed:
    return parse_feed(answer.body, url=answer.url, content_type=answer.headers.get("content-type"))


def _outlet(feed_url: str, feed: ParsedFeed, name: str | None) -> Outlet:
    if name:
        facts = OutletFacts(name=name, home_url=feed.home_url or "", lang=feed.lang or "")
        return file_outlet(facts)[0]
    return outlet_of_url(feed.home_url or feed_url)
