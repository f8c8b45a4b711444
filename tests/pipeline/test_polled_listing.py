"""A listing and a sitemap index as the pipeline polls them: robots, conditions, first sight."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from tests.web.newsroom import make_outlet

from wireroom.adapters.executors import InlineExecutor, LoopExecutor
from wireroom.engine.errors import FetchFailed
from wireroom.engine.feeds.first_sight import MOST_AT_FIRST
from wireroom.engine.types import FetchRequest, FetchResult
from wireroom.news.models import Entry, Feed, Outlet, OutletRules, Page
from wireroom.news.models.pages import PASSED_OVER
from wireroom.news.services.feeds import LISTING, add_feed
from wireroom.pipeline.coordinator import utc_now
from wireroom.pipeline.poll import Poll
from wireroom.pipeline.stage import Executors

pytestmark = pytest.mark.django_db(transaction=True)
SITE = "https://tide.example"


class Site:
    """A fetcher that answers from a table, and keeps what it was asked and how."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.asked: list[tuple[str, str, str | None]] = []
        self.is_forbidden = False

    async def fetch_feed(self, request: FetchRequest) -> FetchResult:
        return self._answer("feed", request)

    async def fetch_page(self, request: FetchRequest) -> FetchResult:
        if self.is_forbidden:
            raise FetchFailed("robots.txt of tide.example forbids it", permanent=True)
        return self._answer("page", request)

    def spacing_s(self, url: str) -> float:
        return 1.0

    def _answer(self, how: str, request: FetchRequest) -> FetchResult:
        self.asked.append((how, request.url.removeprefix(SITE), request.etag))
        body = self.pages.get(request.url.removeprefix(SITE), "")
        etag = f'"{len(body)}"'
        same = bool(body) and request.etag == etag
        return FetchResult(
            status=304 if same else 200 if body else 404,
            url=request.url,
            body=b"" if same else body.encode(),
            headers={"etag": etag},
        )


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def stage(site: Site) -> Iterator[Poll]:
    net, inline = LoopExecutor(), InlineExecutor()
    executors = Executors(net=net, cpu=inline, bulk=inline, inline=inline)
    yield Poll(executors, holder="t", fetcher=site)  # type: ignore[arg-type]
    net.shutdown()


def outlet() -> Outlet:
    return make_outlet("Tide", home_url=f"{SITE}/")


def poll(stage: Poll) -> Feed:
    """Poll what there is once, though it be not due yet."""
    Feed.objects.filter(step="poll").update(due_at=utc_now())
    now = utc_now() + timedelta(seconds=1)
    (row,) = stage.claim(now=now, limit=5)
    (came,) = stage.start([row], now=now)
    try:
        stage.file([(row, came.result(10))], now=now)
    except FetchFailed as error:
        stage.fail(row, error, now=now)
    return Feed.objects.get(pk=row.pk)


def front(*numbers: int) -> str:
    links = "".join(
        f'<h3><a href="/2026/11/30/the-ferry-sails-again-{n}/">The ferry sails again from pier {n}'
        "</a></h3>"
        for n in numbers
    )
    return f"<html><body><main>{links}</main></body></html>"


def test_a_listing_is_polled_as_a_page_and_does_not_flood(stage: Poll, site: Site) -> None:
    add_feed(outlet(), f"{SITE}/world", now=utc_now(), kind=LISTING)
    site.pages["/world"] = front(*range(50))
    row = poll(stage)
    assert (row.kind, row.error_count) == (LISTING, 0)
    assert Entry.objects.count() == 50
    assert Page.objects.filter(step="fetch").count() == MOST_AT_FIRST
    assert Page.objects.filter(step="", health=PASSED_OVER, due_at=None).count() == 20
    site.pages["/world"] = front(*range(48, 53))
    row = poll(stage)
    assert "3 new entries" in row.reason
    assert Page.objects.filter(step="fetch").count() == MOST_AT_FIRST + 3
    assert poll(stage).reason.startswith("nothing changed (304)")
    assert [how for how, _, _ in site.asked] == ["page"] * 3
    assert site.asked[-1][2]


def test_a_listing_that_robots_forbid_or_that_lists_nothing_is_told(
    stage: Poll, site: Site
) -> None:
    add_feed(outlet(), f"{SITE}/world", now=utc_now(), kind=LISTING)
    site.is_forbidden = True
    assert "robots.txt" in poll(stage).reason
    assert not site.asked


def test_what_the_outlet_s_pages_were_teaches_its_listing(stage: Poll, site: Site) -> None:
    own = outlet()
    add_feed(own, f"{SITE}/world", now=utc_now(), kind=LISTING)
    for n, health in enumerate(("gallery",) * 4 + ("article",) * 4):
        what = "see" if health == "gallery" else "now"
        url = f"{SITE}/{what}/all-that-happened-in-town-{n}/"
        Page.objects.create(outlet=own, url=url, seen_at=utc_now(), health=health)
    links = front(1, 2, 3, 4, 5).replace("2026/11/30", "see") + front(6, 7).replace(
        "2026/11/30", "now"
    )
    site.pages["/world"] = links
    poll(stage)
    assert {url.split("/")[3] for url in Entry.objects.values_list("page__url", flat=True)} == {
        "now"
    }


def test_what_was_passed_over_is_fetched_once_a_feed_announces_it(stage: Poll, site: Site) -> None:
    own = outlet()
    add_feed(own, f"{SITE}/world", now=utc_now(), kind=LISTING)
    site.pages["/world"] = front(*range(40))
    poll(stage)
    over = Page.objects.filter(health=PASSED_OVER)[0]
    Feed.objects.update(step="")
    add_feed(own, f"{SITE}/feed", now=utc_now())
    item = f"<item><title>The ferry sails</title><link>{over.url}</link></item>"
    site.pages["/feed"] = f"<rss><channel>{item}</channel></rss>"
    poll(stage)
    over.refresh_from_db()
    assert (over.step, over.health) == ("fetch", "")
    assert over.due_at is not None
    assert Page.objects.filter(health=PASSED_OVER).count() == 9


def sitemap(*days_ago: float) -> str:
    rows = "".join(
        f"<url><loc>{SITE}/r/{ago}</loc><lastmod>"
        f"{(utc_now() - timedelta(days=ago)).isoformat()}</lastmod></url>"
        for ago in days_ago
    )
    return f"<urlset>{rows}</urlset>"


def test_an_index_is_polled_with_its_newest_sitemaps(stage: Poll, site: Site) -> None:
    add_feed(outlet(), f"{SITE}/index.xml", now=utc_now())
    names = "".join(f"<sitemap><loc>{SITE}/{n}.xml</loc></sitemap>" for n in range(1, 6))
    site.pages["/index.xml"] = f"<sitemapindex>{names}</sitemapindex>"
    site.pages |= {f"/{n}.xml": sitemap(n / 10, n * 10) for n in range(1, 6)}
    row = poll(stage)
    assert row.kind == "sitemap"
    assert set(row.children) == {f"{SITE}/{n}.xml" for n in (3, 4, 5)}
    assert Page.objects.filter(step="fetch").count() == 3
    assert Page.objects.filter(health=PASSED_OVER).count() == 3
    site.pages["/5.xml"] = sitemap(0.01, 0.5, 50)
    site.asked.clear()
    row = poll(stage)
    assert all(etag for _, _, etag in site.asked)
    assert "1 new entry" in row.reason
    assert row.etag


def test_filters_count_what_they_left_out(stage: Poll, site: Site) -> None:
    own = outlet()
    add_feed(own, f"{SITE}/world", now=utc_now(), kind=LISTING)
    OutletRules.objects.create(
        outlet=own,
        filters=[{"deed": "leave-out", "where": "title", "pattern": "pier 1"}],
        rewrites=[{"part": "path", "find": "/2026/11/30/", "put": "/r/"}],
        updated_at=utc_now(),
    )
    site.pages["/world"] = front(1, 2, 3, 4)
    row = poll(stage)
    assert row.left_out == 1
    assert "3 new entries, 1 left out by filters" in row.reason
    assert all("/r/" in url for url in Page.objects.values_list("url", flat=True))
    site.pages["/world"] = front(1, 2, 3, 4) + " "
    assert poll(stage).reason.startswith("nothing new, 1 left out")
