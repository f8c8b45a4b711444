"""The server over real HTTP: conditional requests, moves, refusals, corrections, addresses."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import ClientSession, TCPConnector
from aiohttp.test_utils import TestServer, unused_port

from wireroom.sample import load_newsroom, server

EPOCH = datetime(2031, 3, 5, 9, 30, tzinfo=UTC)
FERRY = "/tidewire/2031/night-ferry-fire-kills-nine-off-port-alderne"
Visit = Callable[[ClientSession], Awaitable[None]]


def serve(visit: Visit, *, corrected_after_s: float = 900.0) -> None:
    """Start the sample on a free port and visit it with a real client."""

    async def run() -> None:
        port = unused_port()
        base_url = f"http://127.0.0.1:{port}"
        app = server.build_app(
            load_newsroom(), epoch=EPOCH, base_url=base_url, corrected_after_s=corrected_after_s
        )
        async with (
            TestServer(app, port=port),
            ClientSession(base_url, connector=TCPConnector(force_close=True)) as client,
        ):
            await visit(client)

    asyncio.run(run())


@pytest.mark.parametrize("path", [FERRY, "/tidewire/feed.xml", "/tidewire/", "/look.css"])
def test_a_second_visit_is_answered_304(path: str) -> None:
    async def visit(client: ClientSession) -> None:
        async with client.get(path) as first:
            assert first.status == 200
            tag, modified = first.headers["ETag"], first.headers["Last-Modified"]
        for headers in ({"If-None-Match": tag}, {"If-Modified-Since": modified}):
            async with client.get(path, headers=headers) as second:
                assert second.status == 304
                assert await second.read() == b""
                assert second.headers["ETag"] == tag
        async with client.get(path, headers={"If-None-Match": '"other"'}) as third:
            assert third.status == 200

    serve(visit)


def test_a_correction_is_a_new_state_of_page_and_feed() -> None:
    async def visit(client: ClientSession) -> None:
        before = await both(client)
        async with client.post("/_control/correct") as answer:
            assert answer.status == 204
        after = await both(client)
        assert all(old["tag"] != new["tag"] for old, new in zip(before, after, strict=True))
        assert "Nine people died" in before[0]["text"]
        assert "Correction: an earlier version" in after[0]["text"]
        assert "Seven people died" in after[0]["text"]
        assert "Seven dead in night ferry fire" in after[1]["text"]
        assert after[0]["modified"] > before[0]["modified"]

    serve(visit)


async def both(client: ClientSession) -> list[dict[str, Any]]:
    states = []
    for path in (FERRY, "/tidewire/feed.xml"):
        async with client.get(path) as answer:
            stamp = datetime.strptime(
                answer.headers["Last-Modified"], "%a, %d %b %Y %H:%M:%S GMT"
            ).replace(tzinfo=UTC)
            states.append(
                {"tag": answer.headers["ETag"], "text": await answer.text(), "modified": stamp}
            )
    return states


def test_the_correction_comes_by_itself() -> None:
    async def visit(client: ClientSession) -> None:
        async with client.get(FERRY) as answer:
            assert "Nine people died" in await answer.text()
        ends_at = time.monotonic() + 60
        while True:
            async with client.get(FERRY) as answer:
                if "Seven people died" in await answer.text():
                    return
            assert time.monotonic() < ends_at, "no correction came"
            await asyncio.sleep(0.1)

    serve(visit, corrected_after_s=2.0)


def test_old_and_retired_feeds_and_pages() -> None:
    async def visit(client: ClientSession) -> None:
        async with client.get("/channel-six/rss", allow_redirects=False) as moved:
            assert moved.status == 301
            assert moved.headers["Location"].endswith("/channel-six/news/feed.xml")
        async with client.get("/channel-six/rss") as followed:
            assert followed.status == 200
        for gone in (
            "/channel-six/radio/feed.xml",
            "/tidewire/2031/advisory-test-message-do-not-publish",
        ):
            async with client.get(gone) as answer:
                assert answer.status == 410
        for missing in ("/nobody/", "/tidewire/2031/none", "/s/zzzzzz", "/tidewire/amp/none"):
            async with client.get(missing) as answer:
                assert answer.status == 404

    serve(visit)


def test_the_first_visit_to_one_feed_is_too_many() -> None:
    async def visit(client: ClientSession) -> None:
        async with client.get("/northgate-post/atom.xml") as refused:
            assert refused.status == 429
            assert refused.headers["Retry-After"] == "3"
        async with client.get("/northgate-post/atom.xml") as served:
            assert served.status == 200

    serve(visit)


def test_a_page_has_two_addresses_and_a_short_link() -> None:
    async def visit(client: ClientSession) -> None:
        page = "/tidewire/2031/velmora-central-bank-cuts-rate-to-4-25"
        async with client.get("/tidewire/amp/velmora-central-bank-cuts-rate-to-4-25") as amp:
            assert amp.status == 200
            assert f'{page}">' in await amp.text()
        async with client.get(FERRY.replace("2031", "amp")) as none:
            assert none.status == 404
        async with client.get(f"{page}?utm_source=feed") as tracked:
            assert tracked.status == 200
        async with client.get("/_control/truth") as answer:
            truth = await answer.json()
        ledger = next(p for p in truth["pages"] if p["key"].startswith("harbour-ledger/"))
        async with client.get(ledger["short_url"], allow_redirects=False) as short:
            assert short.status == 301
            assert short.headers["Location"] == ledger["url"]
        async with client.get("/tidewire", allow_redirects=False) as home:
            assert home.status == 301

    serve(visit)


def test_bodies_are_gzipped_for_those_who_take_it() -> None:
    async def visit(client: ClientSession) -> None:
        async with client.get(FERRY, headers={"Accept-Encoding": "gzip"}) as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
            assert "Oswin Thale" in await answer.text()
        async with client.get(FERRY, headers={"Accept-Encoding": "identity"}) as answer:
            assert "Content-Encoding" not in answer.headers
            assert (await answer.read()).startswith(b"<!doctype html>")

    serve(visit)


def test_one_page_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "SLOW_S", 0.3)

    async def visit(client: ClientSession) -> None:
        loop = asyncio.get_running_loop()
        start = loop.time()
        async with client.get(
            "/civic-times/2031/towns-must-publish-minutes-within-ten-days"
        ) as answer:
            assert answer.status == 200
        assert loop.time() - start >= 0.3

    serve(visit)


def test_front_robots_picture_and_outlets() -> None:
    async def visit(client: ClientSession) -> None:
        expected = {"/": "text/html", "/robots.txt": "text/plain", "/al-marsa/": "text/html"}
        expected |= {"/media/tidewire/x.jpg": "image/jpeg"}
        for path, kind in expected.items():
            async with client.get(path) as answer:
                assert (answer.status, answer.content_type) == (200, kind)
        async with client.get("/_control/outlets") as answer:
            assert len(await answer.json()) == 11

    serve(visit)


def test_an_epoch_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        server.build_app(
            load_newsroom(),
            epoch=datetime(2031, 3, 5),  # noqa: DTZ001
            base_url="http://x",
        )
