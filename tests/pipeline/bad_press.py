"""A publisher on loopback whose feeds hold what no newsroom would print, and what some do."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import urlsplit

SAME: Final = 100  # addresses of one text
REPEATED: Final = 1000  # entries of one address
_PLACES: Final = ("Oststadt", "Kerrin", "Velm", "Tolland", "Brisk", "Norfell", "Quay", "Sarn")


def prose(about: str, number: int) -> str:
    """Return three paragraphs of about sixty words on an event of their own."""
    place, other = _PLACES[number % 8], _PLACES[(number + 3) % 8]
    return (
        f"<p>The {about} council of {place} voted on Monday to close the {about} hall for good.</p>"
        f"<p>Some {310 + 7 * number} people use the {about} hall each week, said clerk Ivo {other}."
        f" A new {about} hall is to open beside the old {place} station within a year.</p>"
        f"<p>Neighbours had asked for repairs of the {about} roof since a storm in spring.</p>"
    )


def page(title: str, body: str, *, head: str = "", lang: str = "en") -> str:
    """Return a plain page of a report."""
    named = f"<title>{title}</title>" if title else ""
    shown = f"<h1>{title}</h1>" if title else ""
    said = f' lang="{lang}"' if lang else ""
    return (
        f'<html{said}><head><meta charset="utf-8">{named}{head}</head>'
        f"<body><article>{shown}{body}</article></body></html>"
    )


def dated(when: str) -> str:
    """Return a page's statement of its date."""
    return f'<meta property="article:published_time" content="{when}">'


def pages() -> dict[str, str]:
    """Return every page by its path."""
    same = page("Ferry timetable of the summer", prose("ferry", 1))
    told = {
        "/good": page("Rowing hall of Kerrin to close", prose("rowing", 9)),
        "/no-date": page("Chess hall of Velm to close", prose("chess", 2)),
        "/no-title": page("", prose("archery", 3)),
        "/no-lang": page("Fencing hall of Brisk to close", prose("fencing", 4), lang=""),
        "/no-body": page("Nothing below this headline", ""),
        "/long": page("Every word of the harbour inquiry", _long()),
        "/points": page("!!! ... ???", "<p>... !!! ??? --- ,,, ;;;</p>" * 9),
        "/faces": page("\U0001f600\U0001f389", "<p>\U0001f600 \U0001f389 \U0001f600</p>" * 9),
        "/1970": page("Old hall", prose("curling", 5), head=dated("1970-01-01T00:00:00Z")),
        "/2090": page("New hall", prose("judo", 6), head=dated("2090-01-01T00:00:00Z")),
        "/torn": page(
            "Torn", prose("sailing", 7),
            head='<script type="application/ld+json">{"@type":"NewsArticle",'
            '"headline":"Sailing hall \\ud800 of \\u0000 Quay"}</script>',
        ),
        "/turned": page("\u202eskating hall\u202c of \u2066Sarn", prose("skating", 8)),
        "/often": page("Swimming hall of Sarn to close", prose("swimming", 10)),
    }  # fmt: skip
    return told | {f"/same/{number}": same for number in range(SAME)}


def _long() -> str:
    """Return five megabytes of paragraphs, none like another."""
    return "".join(
        f"<p>Witness {number} told the inquiry of pier {number * 7} and of {number * 13} crates"
        f" that were landed there before the gates of the harbour were closed.</p>"
        for number in range(40_000)
    )


def feed(paths: list[tuple[str, str]], base: str) -> str:
    """Return a JSON Feed of addresses with their titles."""
    items = [{"id": f"{n}", "url": base + path, "title": t} for n, (path, t) in enumerate(paths)]
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "Press", "items": items}
    )


def feeds() -> dict[str, list[tuple[str, str]]]:
    """Return every feed's addresses and titles by its path."""
    ordinary = [path for path in pages() if path not in ("/often", "/no-title")]
    return {
        "/feed.json": [*((path, f"Told as {path}") for path in ordinary), ("/no-title", "")],
        "/often.json": [
            (f"/often?utm_source=s{number}&fbclid={number}", f"Swimming hall, told {number} times")
            for number in range(REPEATED)
        ],
    }


@contextmanager
def bad_press() -> Iterator[str]:
    """Serve; give the address."""
    told, listed = pages(), feeds()

    class Publisher(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            base = f"http://{self.headers['Host']}"
            kind, text = "text/html; charset=utf-8", told.get(path)
            if path in listed:
                kind, text = "application/feed+json", feed(listed[path], base)
            body = (text or "not here").encode("utf-8", "surrogatepass")
            self.send_response(200 if text is not None else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name there
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Publisher)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
