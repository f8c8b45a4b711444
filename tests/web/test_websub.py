"""A hub on loopback: it is asked, calls back, tells of news, lies, and falls silent."""

import hmac
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from tests.web.newsroom import make_outlet

from wireroom.adapters.executors import InlineExecutor, LoopExecutor
from wireroom.adapters.http import AiohttpFetcher
from wireroom.adapters.polite import PoliteFetcher
from wireroom.adapters.robots import RobotsGate
from wireroom.engine.errors import FetchFailed
from wireroom.engine.feeds.answer import Polled
from wireroom.engine.feeds.rhythm import Rhythm, unpack_rhythm
from wireroom.engine.types import FetchResult, ParsedFeed
from wireroom.news.models import Entry, Feed, OutletState, Page, Subscription
from wireroom.news.services.deed_log import By
from wireroom.news.services.outlet_deeds import set_outlet_state
from wireroom.news.services.subscriptions import doubt
from wireroom.pipeline.stage import Executors
from wireroom.pipeline.subscribe import Subscribe, look_for_hub

pytestmark = pytest.mark.django_db
URL = "https://tidewire.example/feed"
RSS = b"""<rss version="2.0"><channel><title>Tidewire</title><item><guid>1</guid>
<title>Ferry sinks</title><link>https://tidewire.example/ferry</link></item></channel></rss>"""


class Hub(ThreadingHTTPServer):
    """Keeps what it was asked, and answers with `status`."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Asked)
        self.status = 202
        self.forms: list[dict[str, list[str]]] = []

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"


class _Asked(BaseHTTPRequestHandler):
    server: Hub

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.forms.append(parse_qs(body.decode()))
        self.send_response(self.server.status)
        self.send_header("Location", "http://127.0.0.1:9/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_request(self, *_: Any) -> None:
        return


@pytest.fixture
def hub() -> Iterator[Hub]:
    caches["process"].clear()
    server = Hub()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def stage(hub: Hub, settings: Settings) -> Iterator[Subscribe]:
    settings.WIREROOM_URL = "https://news.example/"
    net = LoopExecutor()

    async def make() -> PoliteFetcher:
        fetcher = AiohttpFetcher(allow=(hub.address,))
        return PoliteFetcher(fetcher, RobotsGate(fetcher))

    fetcher = net.run(make(), timeout_s=5)
    inline = InlineExecutor()
    yield Subscribe(Executors(net, inline, inline, inline), holder="test", fetcher=fetcher)
    net.run(fetcher.close(), timeout_s=5)
    net.shutdown()


@pytest.fixture
def feed(hub: Hub) -> Feed:
    return Feed.objects.create(
        outlet=make_outlet("Tidewire"), url=f"http://{hub.address}/feed", step="poll",
        due_at=timezone.now() + timedelta(hours=1),
    )  # fmt: skip


def polled(feed: Feed, hub: Hub) -> None:
    told = ParsedFeed(kind="rss", hub_url=f"http://{hub.address}/hub", self_url=f"{URL}?full=1")
    look_for_hub(feed, Polled(FetchResult(status=200, url=URL), told), now=timezone.now())


def turn(stage: Subscribe, now: datetime | None = None) -> int:
    """Do what the coordinator does."""
    now = now or timezone.now()
    rows = stage.claim(now=now, limit=8)
    for row, future in zip(rows, stage.start(rows, now=now), strict=True):
        try:
            stage.file([(row, future.result(10))], now=now)
        except FetchFailed as error:
            stage.fail(row, error, now=now)
    return len(rows)


def callback(name: str, **told: str) -> Any:
    fields = {f"hub.{key}": value for key, value in told.items()}
    return Client().get(f"/websub/{name}", fields)


def push(
    row: Subscription, body: bytes, *, secret: str | None = None, method: str = "sha256"
) -> Any:
    key = (row.secret if secret is None else secret).encode()
    signed = f"{method}={hmac.new(key, body, method).hexdigest()}"
    return Client(enforce_csrf_checks=True).generic(
        "POST", f"/websub/{row.name}", body, content_type="application/rss+xml",
        headers={"X-Hub-Signature": signed},
    )  # fmt: skip


def test_a_hub_is_asked_confirms_tells_of_news_and_is_asked_again(
    hub: Hub, stage: Subscribe, feed: Feed
) -> None:
    polled(feed, hub)
    polled(feed, hub)
    row = Subscription.objects.get()
    assert (
        callback(row.name, mode="subscribe", topic=row.topic_url, challenge="x").status_code == 404
    )
    assert turn(stage) == 1
    (form,) = hub.forms
    assert form["hub.callback"] == [f"https://news.example/websub/{row.name}"]
    assert (form["hub.topic"], form["hub.secret"]) == ([f"{URL}?full=1"], [row.secret])
    told = {
        "mode": "subscribe",
        "topic": row.topic_url,
        "challenge": "a<b",
        "lease_seconds": "86400",
    }
    for wrong in (
        {**told, "topic": URL},
        {**told, "mode": "unsubscribe"},
        {**told, "challenge": ""},
    ):
        assert callback(row.name, **wrong).status_code == 404
    answer = callback(row.name, **told)
    assert (answer.content, answer["Content-Type"]) == (b"a<b", "text/plain; charset=utf-8")
    feed.refresh_from_db()
    assert feed.push_until is None  # it has told of nothing yet
    row.refresh_from_db()
    assert row.due_at is not None
    assert timedelta(hours=18) < row.due_at - timezone.now() < timedelta(hours=20)
    assert push(row, RSS).status_code == 202
    assert Page.objects.get().url == "https://tidewire.example/ferry"
    push(row, RSS, method="sha1")
    assert Entry.objects.count() == 1
    feed.refresh_from_db()
    assert feed.push_until == row.lease_until
    assert turn(stage, row.due_at) == 1
    assert len(hub.forms) == 2


def test_what_is_not_signed_by_the_hub_is_passed_over(
    hub: Hub, stage: Subscribe, feed: Feed
) -> None:
    polled(feed, hub)
    turn(stage)
    row = Subscription.objects.get()
    assert push(row, RSS).status_code == 404  # nothing was confirmed
    callback(row.name, mode="subscribe", topic=row.topic_url, challenge="x", lease_seconds="600")
    assert push(row, RSS, secret="").status_code == 202
    assert push(row, RSS, secret=row.secret, method="md5").status_code == 202
    assert Client().post("/websub/" + "x" * 43).status_code == 404
    assert not Page.objects.exists()
    feed.outlet.state = OutletState.PAUSED
    feed.outlet.save()
    push(row, RSS)
    assert not Page.objects.exists()


def test_a_hub_that_only_hints_has_the_feed_polled_and_one_that_misses_news_is_not_believed(
    hub: Hub, stage: Subscribe, feed: Feed
) -> None:
    polled(feed, hub)
    turn(stage)
    row = Subscription.objects.get()
    callback(row.name, mode="subscribe", topic=row.topic_url, challenge="x")
    assert push(row, b"something is new").status_code == 202
    feed.refresh_from_db()
    assert feed.due_at is not None
    assert feed.due_at <= timezone.now()
    push(row, RSS)
    feed.refresh_from_db()
    assert feed.push_until is not None
    doubt(feed)
    feed.refresh_from_db()
    assert feed.push_until is None
    push(row, RSS)
    assert callback(row.name, mode="denied", topic=row.topic_url, reason="no").status_code == 200
    feed.refresh_from_db()
    assert feed.push_until is None


@pytest.mark.parametrize("status", [307, 404, 500])
def test_a_hub_that_refuses_is_tried_again_while_polls_go_on(
    hub: Hub, stage: Subscribe, feed: Feed, status: int
) -> None:
    hub.status = status
    polled(feed, hub)
    assert turn(stage) == 1
    row = Subscription.objects.get()
    assert row.due_at is not None
    assert row.due_at > timezone.now()
    assert str(status) in row.last_error
    Feed.objects.filter(pk=feed.pk).update(push_until=timezone.now())
    feed.refresh_from_db()
    look_for_hub(
        feed, Polled(FetchResult(status=200, url=URL), ParsedFeed(kind="rss")), now=timezone.now()
    )
    assert not Subscription.objects.exists()  # the feed names it no more


def test_no_hub_is_asked_where_none_can_call_back_or_the_address_is_inside(
    hub: Hub, stage: Subscribe, feed: Feed, settings: Settings
) -> None:
    settings.WIREROOM_URL = "http://localhost:8000/"
    polled(feed, hub)
    assert not Subscription.objects.exists()
    settings.WIREROOM_URL = "https://news.example/"
    inside = ParsedFeed(kind="rss", hub_url="http://127.0.0.1:1/hub")
    look_for_hub(feed, Polled(FetchResult(status=200, url=URL), inside), now=timezone.now())
    turn(stage)
    row = Subscription.objects.get()
    assert "not on the public internet" in row.last_error
    assert row.dead_at is not None


def test_a_stranger_s_feed_names_no_hub_on_an_allowed_host(
    hub: Hub, stage: Subscribe, feed: Feed
) -> None:
    Feed.objects.filter(pk=feed.pk).update(url=URL)
    polled(feed, hub)
    turn(stage)
    assert "not on the public internet" in Subscription.objects.get().last_error


def test_hubs_of_feeds_that_rest_are_left_alone_until_these_are_polled(
    hub: Hub, stage: Subscribe, feed: Feed
) -> None:
    polled(feed, hub)
    by = By(who="ilsa", now=timezone.now())
    set_outlet_state(feed.outlet_id, OutletState.PAUSED, by=by)
    assert turn(stage) == 0
    assert Subscription.objects.get().due_at is None
    set_outlet_state(feed.outlet_id, OutletState.ON, by=by)
    polled(feed, hub)
    assert turn(stage) == 1
    due = Subscription.objects.get().due_at
    assert due is not None
    polled(feed, hub)  # asked before: as the renewal has it
    assert Subscription.objects.get().due_at == due
    Feed.objects.update(step="", due_at=None, retired_at=timezone.now())
    assert turn(stage, due) == 0
    assert len(hub.forms) == 1


def test_a_hub_that_never_told_of_anything_is_forgotten_too(
    hub: Hub, feed: Feed, settings: Settings
) -> None:
    settings.WIREROOM_URL = "https://news.example/"
    polled(feed, hub)
    assert Subscription.objects.exists()
    hubless = Polled(FetchResult(status=200, url=URL), ParsedFeed(kind="rss"))
    look_for_hub(feed, hubless, now=timezone.now())
    assert not Subscription.objects.exists()


def test_a_feed_whose_hub_tells_of_its_news_is_lively_and_its_pages_keep_apart(
    hub: Hub, stage: Subscribe, feed: Feed
) -> None:
    polled(feed, hub)
    turn(stage)
    row = Subscription.objects.get()
    callback(row.name, mode="subscribe", topic=row.topic_url, challenge="x")
    now = timezone.now()
    long_ago, seldom = now - timedelta(days=30), Rhythm(watched_s=30 * 86_400.0)
    Feed.objects.update(
        ok_at=now - timedelta(hours=5), news_at=long_ago, rhythm=seldom.pack(), spacing_s=12.0
    )
    two = RSS.replace(
        b"</item>",
        b"""</item><item><guid>2</guid><title>Pier shut</title>
<link>https://tidewire.example/pier</link></item>""",
    )
    push(row, two)
    push(row, two)
    feed.refresh_from_db()
    assert feed.news_at is not None
    assert feed.news_at >= now
    learned = unpack_rhythm(bytes(feed.rhythm))
    assert (sum(learned.hours), learned.watched_s) == (2, seldom.watched_s)
    first, second = (page.due_at for page in Page.objects.order_by("due_at"))
    assert first is not None
    assert second is not None
    assert second - first == timedelta(seconds=12)
