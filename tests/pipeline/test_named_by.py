"""Neither a public feed nor who hands an address in leads inside more than a redirect would."""

from typing import Any

import pytest
from tests.adapters.newsstand import open_newsstand
from tests.web.newsroom import ago, make_outlet

from wireroom.adapters.executors import InlineExecutor, LoopExecutor
from wireroom.adapters.http import AiohttpFetcher
from wireroom.adapters.polite import PoliteFetcher
from wireroom.adapters.robots import RobotsGate
from wireroom.engine.errors import FetchFailed
from wireroom.news.models import Entry, Feed, Page
from wireroom.news.services.named import name_page
from wireroom.pipeline.coordinator import utc_now
from wireroom.pipeline.fetch import Fetch
from wireroom.pipeline.stage import Executors

pytestmark = pytest.mark.django_db


def make_page(url: str, feed_url: str) -> Page:
    """Make a page that a feed announced."""
    outlet = make_outlet(feed_url)
    page = Page.objects.create(outlet=outlet, url=url, seen_at=ago(1))
    feed = Feed.objects.create(outlet=outlet, url=feed_url)
    Entry.objects.create(feed=feed, page=page, guid_key="1", seen_at=ago(1))
    return page


async def _fetcher(address: str) -> PoliteFetcher:
    fetcher = AiohttpFetcher(allow=(address,))
    return PoliteFetcher(fetcher, RobotsGate(fetcher))


@pytest.mark.parametrize("is_announced", [True, False])
def test_only_an_outlet_inside_announces_pages_there(settings: Any, *, is_announced: bool) -> None:
    net, inline = LoopExecutor(), InlineExecutor()
    opened = open_newsstand()
    stand = net.run(opened.__aenter__(), timeout_s=5)
    settings.WIREROOM_ALLOW = [stand.address]
    executors = Executors(net=net, cpu=inline, bulk=inline, inline=inline)
    fetcher = net.run(_fetcher(stand.address), timeout_s=5)
    stage = Fetch(executors, holder="t", fetcher=fetcher)
    try:
        if is_announced:
            strange = make_page(stand.url("/gzip"), "https://gazette.example/feed")
        else:
            strange, _ = name_page(stand.url("/gzip"), now=utc_now())
        own = make_page(stand.url("/plain"), stand.url("/feed"))
        refused, came = stage.start([strange, own], now=utc_now())
        assert came.result(5).status == 200
        with pytest.raises(FetchFailed, match="is not on the public internet"):
            refused.result(5)
        assert "/gzip" not in stand.asked
    finally:
        net.run(fetcher.close(), timeout_s=5)
        net.run(opened.__aexit__(None, None, None), timeout_s=5)
        net.shutdown()
