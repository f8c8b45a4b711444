"""Serves a folder of gzipped pages and one feed that announces them, on a free loopback port."""

import socket
import sys
from pathlib import Path
from xml.sax.saxutils import escape

from aiohttp import web


def build_app(folder: Path) -> web.Application:
    """Return the application: /feed.xml and /pages/NAME.html."""
    names = [path.name.removesuffix(".html.gz") for path in sorted(folder.glob("*.html.gz"))]

    async def feed(request: web.Request) -> web.Response:
        base = f"{request.scheme}://{request.host}"
        entries = "".join(
            f"<item><title>{escape(name)}</title><link>{base}/pages/{name}.html</link></item>"
            for name in names
        )
        text = f'<rss version="2.0"><channel><title>Bench</title>{entries}</channel></rss>'
        return web.Response(text=text, content_type="application/rss+xml")

    async def page(request: web.Request) -> web.Response:
        path = folder / f"{request.match_info['name']}.html.gz"
        if not path.is_file():
            raise web.HTTPNotFound
        # No charset in the header: the reader has to find it, as on the open web.
        headers = {"Content-Encoding": "gzip", "Content-Type": "text/html"}
        return web.Response(body=path.read_bytes(), headers=headers)

    app = web.Application()
    app.router.add_get("/feed.xml", feed)
    app.router.add_get("/pages/{name}.html", page)
    return app


def main() -> None:
    """Print the address, then serve until ended."""
    listener = socket.create_server(("127.0.0.1", 0))
    print(f"http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
    app = build_app(Path(sys.argv[1]))
    web.run_app(app, sock=listener, print=lambda *_: None, access_log=None)


if __name__ == "__main__":
    main()
