"""A publisher on loopback whose feeds hold what no newsroom would print, and what some do."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from typing import Any, Final
from urllib.parse import urlsplit

SAME: Final = 100  # addresses of one text
REPEATED: Final = 1000  # entries of one address
# One event each, so that no two of them are one story.
_TOLD: Final = {
    "ferry": "The ferry to Kerrin sails every hour from June, harbour master Edda Thorsby said."
    " Two boats were painted over the winter and carry ninety cars each. Tickets cost eleven crowns"
    " at the pier and nine for those who live on the island.",
    "rowing": "Four rowers from Velmouth won the autumn regatta by a length on Saturday. Coach Piet"
    " Haverkamp praised stroke oar Lotte Bremm, nineteen, who joined the crew in March. Second came"
    " a boat from Sarn whose rudder broke at the last buoy.",
    "chess": "Tomas Varga took the chess open of Norfell after nine rounds and a playoff. The"
    " champion of last year lost her queen to a fork and resigned at move thirty. Prize money of"
    " four thousand goes to a club for children, the winner told the local radio.",
    "archery": "Archers from eleven villages shot at straw targets below the ruin of Tolland keep."
    " Rain softened the bowstrings, and judge Mina Corr let everyone draw once more. A baker hit"
    " the gold five times with a bow that her grandfather had carved.",
    "fencing": "Sabre fencers will train in the old granary of Brisk while their salle is rebuilt."
    " A gas leak had closed the building in August, firefighters said. Insurance pays for masks and"
    " for the electric scoreboard that melted.",
    "curling": "Stones of Lorn granite were weighed again before the curling cup because two were"
    " light. Ice maker Ruben Stahl blamed a quarry that closed years ago. The referees allowed"
    " replacements from the museum of the town.",
    "judo": "Three judoka of the Ostrava school were promoted to black belt by visiting masters."
    " Their exam had lasted six hours and ended with throws on a wet mat. One of them, a postwoman,"
    " began at forty after she had fallen off her bicycle.",
    "sailing": "A storm scattered the dinghies that had left Quay for the lightstone on Thursday."
    " Lifeboats towed twelve of them home, and nobody was hurt. Skipper Anouk Delisle said that the"
    " forecast had spoken of a breeze.",
    "skating": "Speed skaters measured the thickness of Lake Aalen and called their marathon off."
    " Only nine centimetres had frozen by dawn, warden Jos Kuiper found. Soup that was cooked for"
    " the runners went to the hospital instead.",
    "swimming": "Lengths in the thermal bath of Hollin have to be booked from now on by telephone."
    " Bathers had queued round the block since the heating of two other pools failed. Pensioners"
    " keep the hours before eight, the mayor promised.",
}


def prose(about: str) -> str:
    """Return the paragraphs of an event."""
    sentences = _TOLD[about].split(". ")
    return "".join(f"<p>{sentence.rstrip('.')}.</p>" for sentence in sentences)


def page(title: str, body: str, *, head: str = "", lang: str = "en") -> str:
    """Return a plain page of a report."""
    named = f"<title>{title}</title>" if title else ""
    shown = f"<h1>{title}</h1>" if title else ""
    said = f' lang="{lang}"' if lang else ""
    return (
        f'<html{said}><head><meta charset="utf-8">{named}{head}</head>'
        f"<body><article>{shown}{body}</article></body></html>"
    )


def _at(when: str) -> str:
    return f'<meta property="article:published_time" content="{when}">'


def pages() -> dict[str, str]:
    """Return every page by its path."""
    same = page("Ferry timetable of the summer", prose("ferry"))
    told = {
        "/good": page("Velmouth rowers win the regatta", prose("rowing")),
        "/no-date": page("Varga takes the chess open", prose("chess")),
        "/no-title": page("", prose("archery")),
        "/no-lang": page("Fencers move into a granary", prose("fencing"), lang=""),
        "/no-body": page("Nothing below this headline", ""),
        "/long": page("Every word of the harbour inquiry", _long()),
        "/points": page("!!! ... ???", "<p>... !!! ??? --- ,,, ;;;</p>" * 9),
        "/faces": page("\U0001f600\U0001f389", "<p>\U0001f600 \U0001f389 \U0001f600</p>" * 9),
        "/1970": page("Stones weighed again", prose("curling"), head=_at("1970-01-01T00:00:00Z")),
        "/2090": page("Three black belts", prose("judo"), head=_at("2090-01-01T00:00:00Z")),
        "/torn": page("Dinghies \ud800 towed \x00 home", prose("sailing")),
        "/turned": page("\u202eNo marathon\u2066 on the lake", prose("skating")),
        "/often": page("Lengths have to be booked", prose("swimming")),
    }
    return told | {f"/same/{number}": same for number in range(SAME)}


def _long() -> str:
    """Return five megabytes in a thousand paragraphs."""
    said = (
        f"Witness {number} told of pier {number % 50} and of {number % 90} crates that were landed"
        " there before the gates of the harbour were closed."
        for number in range(45_000)
    )
    return "".join(f"<p>{' '.join(islice(said, 45))}</p>" for _ in range(1000))


def feed(paths: list[tuple[str, str]], base: str) -> str:
    """Return a JSON Feed of addresses with their titles."""
    items = [{"id": f"{n}", "url": base + path, "title": t} for n, (path, t) in enumerate(paths)]
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "Press", "items": items}
    )


def feeds() -> dict[str, list[tuple[str, str]]]:
    """Return every feed's addresses and titles by its path."""
    told = {path: f"Told as {path}" for path in pages() if path != "/often"}
    told |= {
        "/no-title": "",
        "/torn": "Told \ud800 as \x00 torn",
        "/turned": "Told \u202e as\u2066",
    }
    return {
        "/feed.json": list(told.items()),
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
