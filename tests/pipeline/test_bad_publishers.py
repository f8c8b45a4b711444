"""Publishers as they are: one broken page or feed is kept with its reason, the others go on."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

import pytest
from tests.pipeline.newsdesk import Newsdesk, newsdesk

LIMIT_S = 900.0  # what ends a wait for nothing
PROSE: Final = (
    "<p>The harbour board voted on Monday to rebuild the old ferry landing before winter.</p>"
    "<p>Work on the piles starts in a week, the engineer Maud Ferrier told reporters there.</p>"
    "<p>The landing has been closed since a barge struck it in the storm of last spring.</p>"
)
ARABIC: Final = (
    "<p>صوّت مجلس الميناء يوم الاثنين على إعادة بناء رصيف العبّارات القديم قبل حلول الشتاء.</p>"
    "<p>ويبدأ العمل بعد أسبوع، كما قالت المهندسة مها الفارس للصحفيين في الموقع صباح اليوم.</p>"
)
LD: Final = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"%s"}</script>'


def _page(title: str, body: str = PROSE, head: str = "") -> bytes:
    text = f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{body}"
    return text.encode("utf-8", "surrogatepass")


PAGES: Final[dict[str, tuple[str, bytes]]] = {
    "/good": ("text/html; charset=utf-8", _page("Ferry landing to be rebuilt")),
    "/picture": ("text/html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
    "/empty": ("text/html", b""),
    "/deep": ("text/html", b"<html><body>" + b"<div>" * 400_000 + b"deep"),
    "/surrogate": (
        "text/html; charset=utf-8",
        _page("Surrogate landing", head=LD % r"Ferry landing \ud800 torn"),
    ),
    "/charset": (
        "text/html; charset=utf-8",  # it is not
        _page("رصيف العبّارات", ARABIC).decode().encode("windows-1256", "replace"),
    ),
    "/no-feed": ("text/html", _page("I am no feed")),
    "/broken.xml": ("application/rss+xml", b"<rss><channel><item><title>torn"),
}
FEED: Final = "/feed.json"


def _feed(base: str) -> bytes:
    slugs = ("good", "picture", "empty", "deep", "surrogate", "charset", "gone")
    items = ",".join(
        f'{{"id":"{s}","url":"{base}/{s}","title":"Headline \\ud800 {s}",'
        f'"date_published":"31 Febtober 20x6"}}'
        for s in slugs
    )
    return (
        f'{{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{items}]}}'.encode()
    )


class _Publisher(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        base = f"http://{self.headers['Host']}"
        known = {**PAGES, FEED: ("application/feed+json", _feed(base))}
        kind, body = known.get(self.path, ("text/plain", b"not here"))
        self.send_response(200 if self.path in known else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name there
        pass


@pytest.fixture
def publisher() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Publisher)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


ADD = """
import django, sys
django.setup()
from wireroom.news.services.feeds import add_feed
from wireroom.news.services.outlets import OutletFacts, file_outlet
from wireroom.pipeline.coordinator import utc_now
outlet, _ = file_outlet(OutletFacts(name="Landing Post", home_url=sys.argv[1]))
for path in ("/feed.json", "/no-feed", "/broken.xml"):
    add_feed(outlet, sys.argv[1] + path, now=utc_now())
"""


@pytest.mark.slow
@pytest.mark.once
def test_the_good_page_comes_through_and_each_bad_one_has_its_reason(
    publisher: str, tmp_path: Path
) -> None:
    with newsdesk(tmp_path, allow=publisher.removeprefix("http://")) as desk:
        desk.run_python(ADD, publisher)
        desk.start()
        desk.wait_until_quiet(limit_s=LIMIT_S, feeds=False)
        state = desk.end_state()
        queue = desk.queue()
    health = {url.removeprefix(publisher): reason for url, reason, _ in state["pages"]}
    assert health == {
        "/good": "article",
        "/picture": "not_text",
        "/empty": "empty",
        "/deep": "too_deep",
        "/surrogate": "article",
        "/charset": "article",
        "/gone": "gone",
    }
    headlines = {report["headline"] for report in state["reports"]}
    assert "Ferry landing to be rebuilt" in headlines
    assert "رصيف العبّارات" in headlines
    _check_feeds_are_named(queue)


def _check_feeds_are_named(queue: str) -> None:
    (no_feed,) = [line for line in queue.splitlines() if "/no-feed" in line]
    assert "web page" in no_feed
    assert "dead:" not in queue


def test_the_newsdesk_can_be_asked_what_is_left(tmp_path: Path) -> None:
    with newsdesk(tmp_path, allow="127.0.0.1:9") as desk:
        assert isinstance(desk, Newsdesk)
        desk.run_python(ADD, "http://127.0.0.1:9")
        assert "3 due" in desk.queue()
