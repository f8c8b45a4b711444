"""Serves invented feeds that have something new all the time, and its pages, on loopback."""

import socket
import sys
import time
from html import escape
from itertools import islice
from typing import Final

from aiohttp import web

from benchmarks.news_stream import NewsStream, as_article

_LISTED: Final = 10  # entries of a feed
# Between invented words, so that the reports pass for English: the front is one of a language.
_ENGLISH: Final = (
    "the", "of", "and", "that", "was", "with", "for", "which", "said", "they", "had", "been",
    "from", "this", "have", "their",
)  # fmt: skip
_REPORTS: Final = 30_000  # made as they are told; an hour of eight a second


class Press:
    """Reports told at a steady rate, each by one feed in turn."""

    def __init__(self, feeds: int, rate: float, base: str) -> None:
        self._feeds, self._rate, self._base = feeds, rate, base
        self._began = time.monotonic()
        self._coming = NewsStream(_REPORTS).reports(0, _REPORTS)
        self._told: list[tuple[str, str]] = []

    async def feed(self, request: web.Request) -> web.Response:
        """Answer with the feed's latest reports."""
        self._tell()
        number = int(request.match_info["feed"])
        mine = range(len(self._told))[number :: self._feeds][-_LISTED:]
        entries = "".join(
            f"<item><title>{escape(self._told[n][0])}</title>"
            f"<link>{self._base}/page/{n}.html</link></item>"
            for n in reversed(mine)
        )
        text = f'<rss version="2.0"><channel><title>Bench</title>{entries}</channel></rss>'
        return web.Response(text=text, content_type="application/rss+xml")

    async def page(self, request: web.Request) -> web.Response:
        """Answer with a report's page."""
        title, body = self._told[int(request.match_info["page"])]
        paragraphs = "".join(f"<p>{escape(part)}</p>" for part in body.split("\n\n"))
        text = (
            f'<html lang="en"><head><title>{escape(title)}</title></head><body><main><article>'
            f"<h1>{escape(title)}</h1>{paragraphs}</article></main></body></html>"
        )
        return web.Response(text=text, content_type="text/html")

    def _tell(self) -> None:
        due = int((time.monotonic() - self._began) * self._rate) + self._feeds
        for report in islice(self._coming, max(due - len(self._told), 0)):
            text = as_article(len(self._told), report)
            self._told.append((_english(text.title), _english(text.body)))


def _english(text: str) -> str:
    paragraphs = (part.split() for part in text.split("\n\n"))
    return "\n\n".join(
        " ".join(f"{word} {_ENGLISH[n % len(_ENGLISH)]}" for n, word in enumerate(words))
        for words in paragraphs
    )


def main() -> None:
    """Print the address, then serve until ended."""
    listener = socket.create_server(("127.0.0.1", 0))
    base = f"http://127.0.0.1:{listener.getsockname()[1]}"
    press = Press(int(sys.argv[1]), float(sys.argv[2]), base)
    app = web.Application()
    app.router.add_get("/feed/{feed}.xml", press.feed)
    app.router.add_get("/page/{page}.html", press.page)
    print(base, flush=True)
    web.run_app(app, sock=listener, print=lambda *_: None, access_log=None)


if __name__ == "__main__":
    main()
