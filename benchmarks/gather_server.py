"""Serves many invented feeds in three states, as ETags tell them apart, on a free loopback port."""

import random
import socket
import sys
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Final

from aiohttp import web

# What a third state changes: one feed in so many, and of it so much is new and so much reworded.
CHANGED_EVERY: Final = 10
_SHARE: Final = 10
_WORDS: Final = (
    "harbour", "council", "ferry", "vote", "bridge", "rain", "market", "school", "budget", "river",
    "mayor", "strike", "tram", "line", "report", "opens", "closes", "after", "before", "people",
    "say", "plan", "week", "night", "morning", "repair", "delay", "new", "old",
)  # fmt: skip
_SINCE: Final = datetime(2031, 3, 2, 10, tzinfo=UTC)
_BODY_WORDS: Final = 120


def feed_text(feed: int, items: int, *, base: str, is_changed: bool) -> str:
    """Return an RSS feed of reports; a changed one begins with new ones, and words one anew."""
    fresh = max(items // _SHARE, 1) if is_changed else 0
    numbers = range(items + fresh - 1, fresh - 1, -1)
    told = "".join(_item(feed, n, base, is_changed and n == fresh) for n in numbers)
    title = f"<title>Gazette {feed}</title><link>{base}/{feed}/</link><language>en</language>"
    modules = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<rss version="2.0" {modules}><channel>{title}{told}</channel></rss>'


def _item(feed: int, number: int, base: str, is_reworded: bool) -> str:
    chance = random.Random(feed * 10_000 + number)
    body = " ".join(chance.choices(_WORDS, k=_BODY_WORDS))
    headline = f"{body[:60]} {number}{' again' if is_reworded else ''}"
    at = format_datetime(_SINCE + timedelta(minutes=number))
    return (
        f"<item><title>{headline}</title><link>{base}/{feed}/{number}.html</link>"
        f"<guid isPermaLink='false'>{feed}-{number}</guid><pubDate>{at}</pubDate>"
        f"<description>{body[:160]} &amp; more</description>"
        f"<content:encoded><![CDATA[<p>{body}</p><p>{body[:200]}</p>]]></content:encoded></item>"
    )


def build_app(feeds: int, items: int, base: str) -> web.Application:
    """Return the application: /feed/N.xml, and /change, after which one feed in ten has news."""
    state = {"changed": False}
    bodies: dict[str, bytes] = {}

    async def feed(request: web.Request) -> web.Response:
        number = int(request.match_info["number"])
        is_changed = state["changed"] and number % CHANGED_EVERY == 0
        etag = f'"{number}-{int(is_changed)}"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304, headers={"ETag": etag})
        return web.Response(
            body=bodies[etag], content_type="application/rss+xml", headers={"ETag": etag}
        )

    async def change(_request: web.Request) -> web.Response:
        state["changed"] = True
        return web.Response(text="changed")

    for number in range(feeds):
        for is_changed in {False, number % CHANGED_EVERY == 0}:
            text = feed_text(number, items, base=base, is_changed=is_changed)
            bodies[f'"{number}-{int(is_changed)}"'] = text.encode()
    app = web.Application()
    app.router.add_get("/feed/{number}.xml", feed)
    app.router.add_get("/change", change)
    return app


def main() -> None:
    """Print the address, then serve until ended."""
    feeds, items = int(sys.argv[1]), int(sys.argv[2])
    listener = socket.create_server(("127.0.0.1", 0), backlog=512)
    base = f"http://127.0.0.1:{listener.getsockname()[1]}"
    app = build_app(feeds, items, base)
    print(base, flush=True)
    web.run_app(app, sock=listener, print=lambda *_: None, access_log=None)


if __name__ == "__main__":
    main()
