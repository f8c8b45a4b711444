"""Adding an address that announces nothing itself: a sitemap index."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from django.conf import LazySettings

from wireroom.news.models import Feed
from wireroom.pipeline.adding import add_address

pytestmark = [pytest.mark.django_db, pytest.mark.once]

ROW = "<url><loc>/{0}/1</loc></url>"
PAGES = {
    "/index.xml": "<sitemapindex><sitemap><loc>/pages.xml</loc></sitemap>"
    "<sitemap><loc>/news.xml</loc></sitemap></sitemapindex>",
    "/pages.xml": f"<urlset>{ROW.format('pages')}</urlset>",
    "/news.xml": f"<urlset>{ROW.format('news')}</urlset>",
}


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = PAGES.get(self.path, "").encode()
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
