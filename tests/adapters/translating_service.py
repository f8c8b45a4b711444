"""A service that answers as LibreTranslate does, in whatever mood a test wants, on loopback."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

LANGUAGES = [
    {"code": "fr", "name": "French", "targets": ["en", "ar"]},
    {"code": "en", "name": "English", "targets": ["fr", "ar"]},
    {"code": "ar", "name": "Arabic", "targets": ["en"]},
]


@dataclass
class Service:
    """What it answers with, and what it was asked; `say` translates one text."""

    url: str = ""
    say: Callable[[str], str] = str.upper
    statuses: list[int] = field(default_factory=list)  # of the next answers; then 200
    retry_after: str = ""
    raw: bytes | None = None  # the body of every answer to /translate
    wait_s: float = 0.0
    most_texts: int = 1000
    languages: Any = field(default_factory=lambda: LANGUAGES)
    asked: list[dict[str, Any]] = field(default_factory=list)
    redirect: str = ""

    @property
    def texts(self) -> list[str]:
        """Return every text that was asked for, in order."""
        return [text for one in self.asked for text in one["q"]]


@contextmanager
def running_service(**mood: Any) -> Iterator[Service]:
    """Start it on a free port and end it afterwards."""
    service = Service(**mood)

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            _send(self, 200, json.dumps(service.languages).encode())

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            _answer(self, service, json.loads(self.rfile.read(length)))

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name there
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    service.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def _answer(request: BaseHTTPRequestHandler, service: Service, asked: dict[str, Any]) -> None:
    service.asked.append(asked)
    time.sleep(service.wait_s)
    status = service.statuses.pop(0) if service.statuses else 200
    if len(asked["q"]) > service.most_texts:
        status = 400
    if service.redirect:
        status = 302
    told = [service.say(text) for text in asked["q"]]
    body = json.dumps({"translatedText": told} if status == 200 else {"error": "not now"}).encode()
    _send(request, status, service.raw if service.raw is not None else body, service)


def _send(
    request: BaseHTTPRequestHandler, status: int, body: bytes, service: Service | None = None
) -> None:
    try:
        request.send_response(status)
        if service and service.retry_after and status == 429:
            request.send_header("Retry-After", service.retry_after)
        if service and service.redirect:
            request.send_header("Location", service.redirect)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)
    except OSError:  # whoever asked has gone
        pass
