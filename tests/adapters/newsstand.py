"""A real loopback server whose addresses misbehave each in its own way."""

import asyncio
import gzip
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

BODY = b"<rss><channel><title>Harbour Gazette</title></channel></rss>"


@dataclass
class Newsstand:
    """Where the server listens and what it was asked."""

    port: int = 0
    asked: list[str] = field(default_factory=list)
    running: int = 0
    most_running: int = 0

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.address}{path}"


@asynccontextmanager
async def open_newsstand() -> AsyncIterator[Newsstand]:
    """Serve on a free loopback port for as long as the block runs."""
    stand = Newsstand()
    app = web.Application()
    app.router.add_get("/{name:.*}", _Answers(stand).answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    stand.port = runner.addresses[0][1]
    try:
        yield stand
    finally:
        await runner.cleanup()


class _Answers:
    def __init__(self, stand: Newsstand) -> None:
        self._stand = stand

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self._stand.asked.append(request.path)
        self._stand.running += 1
        self._stand.most_running = max(self._stand.most_running, self._stand.running)
        try:
            return await self._chosen(request)
        finally:
            self._stand.running -= 1

    async def _chosen(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        if name.startswith("to/"):
            return web.Response(status=302, headers={"Location": request.query["url"]})
        if name.startswith("chain/"):
            left = int(name.removeprefix("chain/"))
            target = f"/chain/{left - 1}" if left else "/plain"
            return web.Response(status=301, headers={"Location": target})
        answer: web.StreamResponse = await getattr(self, f"_{name.replace('.', '_')}")(request)
        return answer

    async def _plain(self, request: web.Request) -> web.Response:
        return web.Response(body=BODY, headers={"X-Agent": request.headers["User-Agent"]})

    async def _etag(self, request: web.Request) -> web.Response:
        if request.headers.get("If-None-Match") == '"v1"':
            return web.Response(status=304, headers={"ETag": '"v1"'})
        stated = {"ETag": '"v1"', "Last-Modified": "Mon, 02 Mar 2026 10:00:00 GMT"}
        return web.Response(body=BODY, headers=stated)

    async def _mixed(self, request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "/chain/1"})

    async def _loop(self, request: web.Request) -> web.Response:
        return web.Response(status=301, headers={"Location": "/loop"})

    async def _slow(self, request: web.Request) -> web.Response:
        await asyncio.sleep(30)
        return web.Response(body=BODY)

    async def _brief(self, request: web.Request) -> web.Response:
        await asyncio.sleep(0.05)
        return web.Response(body=BODY)

    async def _drip(self, request: web.Request) -> web.StreamResponse:
        stream = web.StreamResponse()
        await stream.prepare(request)
        for _ in range(300):
            await stream.write(b"x")
            await asyncio.sleep(0.1)
        return stream

    async def _gzip(self, request: web.Request) -> web.Response:
        return web.Response(body=gzip.compress(BODY), headers={"Content-Encoding": "gzip"})

    async def _bomb(self, request: web.Request) -> web.Response:
        packed = gzip.compress(bytes(50_000_000))
        return web.Response(body=packed, headers={"Content-Encoding": "gzip"})

    async def _half_gzip(self, request: web.Request) -> web.Response:
        packed = gzip.compress(BODY * 100)[:-20]
        return web.Response(body=packed, headers={"Content-Encoding": "gzip"})

    async def _lzw(self, request: web.Request) -> web.Response:
        return web.Response(body=b"\x1f\x9d", headers={"Content-Encoding": "compress"})

    async def _large(self, request: web.Request) -> web.Response:
        return web.Response(body=bytes(3_000_000))

    async def _busy(self, request: web.Request) -> web.Response:
        return web.Response(status=429, headers={"Retry-After": "120"})

    async def _truncated(self, request: web.Request) -> web.StreamResponse:
        stream = web.StreamResponse(headers={"Content-Length": "1000"})
        await stream.prepare(request)
        await stream.write(b"only this")
        assert request.transport is not None
        request.transport.close()
        return stream

    async def _robots_txt(self, request: web.Request) -> web.Response:
        return web.Response(
            text="User-agent: *\nDisallow: /private\nCrawl-delay: 7\n",
            headers={"tdm-reservation": "1"},
        )
