"""Adding an address that announces nothing itself: a sitemap index, a page."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from django.conf import LazySettings

from wireroom.engine.errors import FetchFailed, NotAFeed
from wireroom.news.models import Feed
from wireroom.pipeline.adding import add_address

pytestmark = [pytest.mark.django_db, pytest.mark.once]

ROW = "<url><loc>/{0}/1</loc></url>"
PAGES = {
    "/index.xml": "<sitemapindex><sitemap><loc>/pages.xml</loc></sitemap>"
    "<sitemap><loc>/news.xml</loc></sitemap></sitemapindex>",
    "/pages.xml": f"<urlset>{ROW.format('pages')}</urlset>",
    "/news.xml": f"<urlset>{ROW.format('news')}</urlset>",
    "/world": "<html><body><main>"
    + "".join(
        f'<h3><a href="/2026/11/30/ferry-sails-again-{n}/">The ferry sails from pier {n}</a></h3>'
        for n in range(6)
    )
    + "</main></body></html>",
    "/few": "<html><body><a href='/about'>About us and our newsroom</a></body></html>",
    "/home": '<link rel="alternate" type="application/rss+xml" href="{inside}/news.xml">',
}


ASKED: list[str] = []


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        ASKED.append(self.path)
        assert isinstance(self.server, ThreadingHTTPServer)
        inside = f"http://127.0.0.1:{self.server.server_port}"
        body = PAGES.get(self.path, "").replace("{inside}", inside).encode()
        self.send_response(200 if body else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - ditto
        pass


@pytest.fixture
def site(settings: LazySettings) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"127.0.0.1:{server.server_port}"
    settings.WIREROOM_ALLOW = [address]
    yield f"http://{address}"
    server.shutdown()
    server.server_close()


def test_of_a_sitemap_index_the_one_of_news_is_added(site: str) -> None:
    told = str(add_address(f"{site}/index.xml", name="Tide"))
    assert told == f"added: sitemap feed {site}/news.xml of Tide (1 entries)"
    assert Feed.objects.get().url == f"{site}/news.xml"


def test_a_page_that_names_no_feed_is_added_as_a_listing(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = str(add_address(f"{site}/world", name="Tide"))
    assert told == (
        f"added: listing {site}/world of Tide (6 links that look like reports; neither a feed nor "
        "a news sitemap was found)"
    )
    assert Feed.objects.get().kind == "listing"
    with pytest.raises(NotAFeed, match="too few for a listing"):
        add_address(f"{site}/few", name="Tide")
    row = "<url><loc>/a</loc></url>"
    monkeypatch.setitem(PAGES, "/robots.txt", "User-agent: *\nSitemap: {inside}/my-news.xml\n")
    monkeypatch.setitem(PAGES, "/my-news.xml", f"<urlset>{row}</urlset>")
    assert "sitemap feed" in str(add_address(f"{site}/world", name="Tide"))
    assert "is there already: listing" in str(add_address(f"{site}/world", as_listing=True))
    monkeypatch.setitem(PAGES, "/robots.txt", "User-agent: *\nDisallow: /world\n")
    with pytest.raises(FetchFailed):
        add_address(f"{site}/world", as_listing=True)


def test_an_index_without_news_is_added_itself(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    index = "<sitemapindex><sitemap><loc>/pages.xml</loc></sitemap></sitemapindex>"
    monkeypatch.setitem(PAGES, "/all.xml", index)
    assert f"sitemap feed {site}/all.xml" in str(add_address(f"{site}/all.xml", name="Tide"))


def test_a_stranger_s_page_names_no_feed_inside(site: str, settings: LazySettings) -> None:
    settings.WIREROOM_ALLOW = ["127.0.0.0/8"]
    strange = site.replace("127.0.0.1", "localhost")  # reached, but not named by the host
    with pytest.raises(NotAFeed):
        add_address(f"{strange}/home")
    assert not Feed.objects.exists()
    add_address(f"{site}/home")
    assert Feed.objects.get().url == f"{site}/news.xml"


def test_a_page_that_names_its_feed_costs_two_requests(site: str) -> None:
    ASKED.clear()
    assert add_address(f"{site}/home").url == f"{site}/news.xml"
    assert ASKED == ["/home", "/news.xml"]
