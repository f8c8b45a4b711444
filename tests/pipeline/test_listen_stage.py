"""Recordings are read from their transcripts, as their own feed gives them, from a real server."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from tests.web.newsroom import make_outlet

from wireroom.adapters.executors import InlineExecutor, LoopExecutor
from wireroom.adapters.http import AiohttpFetcher
from wireroom.adapters.polite import PoliteFetcher
from wireroom.adapters.robots import RobotsGate
from wireroom.engine.feeds.parse import parse_feed
from wireroom.news.models import (
    Article,
    Feed,
    Outlet,
    OutletState,
    Page,
    Revision,
    Transcript,
)
from wireroom.news.services.deed_log import By
from wireroom.news.services.emptied import empty_pages
from wireroom.news.services.feeds import file_push
from wireroom.news.services.outlet_deeds import set_outlet_state
from wireroom.pipeline.coordinator import utc_now
from wireroom.pipeline.extract import Extract
from wireroom.pipeline.fetch import Fetch
from wireroom.pipeline.listen import Listen
from wireroom.pipeline.stage import Executors, Stage

TALK = (
    "The ferry to Sandholm has been late on four days this week, and the harbour board says why.",
    "Dredging in the northern channel leaves one berth where there were two until the autumn.",
    "From Monday on, two boats will wait at Kettle Point until the berth is free again.",
    "Passengers with season tickets get a fifth of the price back, the board says.",
)
VIDEO = (
    '<html lang="en"><head><title>{0}</title><meta property="og:type" content="video.other">'
    '<meta property="og:title" content="{0}"></head><body><h1>{0}</h1><video src="/v"></video>{1}'
    "</body></html>"
)
STORY = "".join(f"<p>{sentence} It was said in the evening as well.</p>" for sentence in TALK * 2)


def captions(*said: str) -> str:
    rows = (
        f"00:00:{at * 5:02}.000 --> 00:00:{at * 5 + 4:02}.000\n<v Ada Quill>{text}\n"
        for at, text in enumerate(said)
    )
    return "WEBVTT\n\n" + "\n".join(rows)


@dataclass(slots=True)
class Site:
    """An outlet's site on loopback: what its paths answer, and which of them were asked for."""

    feed: Feed
    stages: tuple[Stage[Any], ...]
    now: datetime
    answers: dict[str, tuple[int, str, str, dict[str, str]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def serve(self, path: str, kind: str, body: str, status: int = 200, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (status, kind, body, named)

    def announce(self, inside: str, *, title: str = "The Harbour Hour") -> None:
        """Have the feed tell of one entry, and turn the stages until nothing is due."""
        raw = (
            '<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"'
            ' xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title><item>'
            f"<guid isPermaLink='false'>1</guid><title>{title}</title>{inside}"
            "</item></channel></rss>"
        )
        self.now += timedelta(minutes=10)
        file_push(self.feed, parse_feed(raw.encode(), url=self.feed.url).entries, now=self.now)
        while sum(self._turn(stage) for stage in self.stages):
            self.now += timedelta(seconds=1)

    def _turn(self, stage: Stage[Any]) -> bool:
        rows = stage.claim(now=self.now, limit=8)
        for row, future in zip(rows, stage.start(rows, now=self.now), strict=True):
            try:
                stage.file([(row, future.result(20))], now=self.now)
            except Exception as error:  # noqa: BLE001 - as the coordinator does
                stage.fail(row, error, now=self.now)
        return bool(rows)

    @property
    def body(self) -> str:
        """The text of the only article."""
        article = Article.objects.get()
        return Revision.objects.get(article=article, number=article.revision_count).body


@pytest.fixture
def site(db: None, settings: Any) -> Iterator[Site]:
    net, inline = LoopExecutor(), InlineExecutor()
    made: list[Site] = []

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            made[0].asked.append(self.path)
            status, kind, body, headers = made[0].answers.get(path, (404, "text/plain", "", {}))
            self.send_response(status)
            for name, value in {"Content-Type": kind, **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body.encode())))
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    address = f"127.0.0.1:{server.server_address[1]}"
    settings.WIREROOM_ALLOW = [address]

    async def make() -> PoliteFetcher:
        fetcher = AiohttpFetcher(allow=(address,))
        return PoliteFetcher(fetcher, RobotsGate(fetcher))

    fetcher = net.run(make(), timeout_s=5)
    executors = Executors(net=net, cpu=inline, bulk=inline, inline=inline)
    feed = Feed.objects.create(outlet=make_outlet("Tide"), url=f"http://{address}/feed")
    stages = (
        Fetch(executors, holder="t", fetcher=fetcher),
        Extract(executors, holder="t"),
        Listen(executors, holder="t", fetcher=fetcher),
    )
    made.append(Site(feed, stages, utc_now()))
    made[0].serve("/v1", "text/html", VIDEO.format("The Harbour Hour", ""))
    made[0].serve("/t.vtt", "text/plain", captions(*TALK))
    yield made[0]
    net.run(fetcher.close(), timeout_s=5)
    net.shutdown()
    server.shutdown()
    server.server_close()


LINK = "<link>/v1</link>"
VTT = '<podcast:transcript url="/t.vtt" type="text/vtt"/>'


def test_a_recording_without_text_is_read_from_its_transcript(site: Site) -> None:
    site.announce(LINK + VTT)
    article = Article.objects.get()
    assert (article.health, article.is_transcript, article.lang) == ("article", True, "en")
    assert article.headline == "The Harbour Hour"
    assert article.url.endswith("/v1")
    assert site.body.startswith(f"Ada Quill: {TALK[0]} {TALK[1]}")
    assert article.step == "match"

    asked = site.asked.count("/t.vtt")
    site.announce(LINK + VTT)
    site.announce(LINK + VTT.replace("t.vtt", "t.vtt?key=2"))
    assert site.asked.count("/t.vtt") == asked == 1
    assert Article.objects.get().revision_count == 1


def test_a_page_with_text_of_its_own_is_asked_for_no_transcript(site: Site) -> None:
    site.serve("/v1", "text/html", VIDEO.format("The Harbour Hour", f"<article>{STORY}</article>"))
    site.announce(LINK + VTT)
    assert not Article.objects.get().is_transcript
    assert "/t.vtt" not in site.asked


def test_a_transcript_that_comes_later_or_anew_is_read_then(site: Site) -> None:
    site.announce(LINK)
    assert (Article.objects.get().health, Page.objects.get().step) == ("video_only", "")
    site.announce(LINK + VTT)
    assert Article.objects.get().is_transcript
    site.serve("/t.vtt", "text/vtt", captions(*TALK, "We correct: it was on five days."))
    site.announce(LINK + VTT, title="The Harbour Hour, corrected")
    assert site.body.endswith("We correct: it was on five days.")
    assert Article.objects.get().revision_count >= 2


def test_what_the_feed_itself_holds_is_read_without_a_request(site: Site) -> None:
    said = "".join(f"<media:text>{text}</media:text>" for text in TALK)
    site.announce(f"{LINK}<media:content url='/v.mp4'>{said}</media:content>")
    assert Article.objects.get().is_transcript
    assert site.body.replace("\n\n", " ") == " ".join(TALK)
    assert set(site.asked) <= {"/v1", "/robots.txt", "/ai.txt", "/.well-known/tdmrep.json"}


def test_an_entry_without_a_page_leads_to_its_transcript(site: Site) -> None:
    said = {"segments": [{"speaker": "Ada Quill", "body": text} for text in TALK]}
    site.serve("/t.json", "application/json", json.dumps(said))
    site.announce('<podcast:transcript url="/t.json" type="application/json"/>')
    article = Article.objects.get()
    assert (article.is_transcript, article.headline) == (True, "The Harbour Hour")
    assert article.url.endswith("/t.json")
    assert site.body.startswith(f"Ada Quill: {TALK[0]}")


@pytest.mark.parametrize("status", [404, 403, 200])
def test_a_transcript_that_is_not_to_be_had_leaves_a_headline(site: Site, status: int) -> None:
    site.serve("/t.vtt", "text/html", "<!doctype html><p>Sign in to read on.</p>", status)
    site.announce(LINK + VTT)
    site.announce(LINK + VTT)
    page = Page.objects.get()
    assert (Article.objects.get().health, page.step, page.dead_at) == ("video_only", "", None)
    assert site.asked.count("/t.vtt") == 1


def test_robots_txt_holds_for_transcripts(site: Site) -> None:
    site.serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /t.vtt")
    site.announce(LINK + VTT)
    assert "/t.vtt" not in site.asked
    assert not Article.objects.get().is_transcript


def test_what_a_transcript_states_of_its_use_holds_for_its_report(site: Site) -> None:
    site.serve("/t.vtt", "text/vtt", captions(*TALK), X_Robots_Tag="noai, nosnippet")
    site.announce(LINK + VTT)
    article = Article.objects.get()
    assert (article.ai_reserved, article.most_shown) == (True, "headline")


def test_another_outlets_feed_puts_no_words_in_its_mouth(site: Site) -> None:
    site.announce(LINK)
    site.feed = Feed.objects.create(outlet=make_outlet("Gull"), url=f"{site.feed.url}?2")
    site.announce(LINK + VTT)
    assert "/t.vtt" not in site.asked
    assert not Transcript.objects.exists()
    assert Outlet.objects.get(name="Tide") == Article.objects.get().outlet


def test_a_recording_that_waited_while_its_outlet_was_blocked_is_taken_up(site: Site) -> None:
    by, outlet = By(who="Ines", why="", now=site.now), site.feed.outlet
    site.stages = site.stages[:2]
    site.announce(LINK + VTT)
    assert Page.objects.get().step == "listen"
    assert not Article.objects.exists()
    set_outlet_state(outlet.pk, OutletState.BLOCKED, by=by)
    assert Page.objects.get().due_at is None
    set_outlet_state(outlet.pk, OutletState.ON, by=by)
    assert Page.objects.get().step == "extract"


def test_a_page_that_is_emptied_keeps_no_transcript(site: Site) -> None:
    site.announce(LINK + VTT)
    empty_pages([Page.objects.get().pk])
    assert not Transcript.objects.exists()
