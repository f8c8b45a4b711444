"""`./wireroom outlets check` against a loopback server: each kind of answer, and going on."""

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from django.conf import LazySettings

from wireroom.cli import main

pytestmark = pytest.mark.once

ENGLISH = "The harbour council voted to keep the night ferry and to mend the old pier"
ARABIC = "صوت مجلس الميناء على إبقاء العبارة الليلية وإصلاح الرصيف القديم في المدينة"


def rss(title: str, *, days: int = 0) -> bytes:
    at = format_datetime(datetime.now(UTC) - timedelta(days=days, hours=1))
    items = "".join(
        f"<item><title>{title} {n}</title><link>https://paper.example/{n}</link>"
        f"<pubDate>{at}</pubDate></item>"
        for n in range(8)
    )
    return f"<rss version='2.0'><channel><title>P</title>{items}</channel></rss>".encode()


ANSWERS = {
    "/fine": rss(ENGLISH),
    "/stale": rss(ENGLISH, days=60),
    "/arabic": rss(ARABIC),
    "/empty": b"<rss version='2.0'><channel><title>P</title></channel></rss>",
    "/page": b"<!doctype html><html><body><p>Not here any more</p></body></html>",
    "/secret": rss(ENGLISH),
    "/robots.txt": b"User-agent: *\nDisallow: /secret\n",
}
EXPECTED = {
    "/fine": "fine",
    "/moved": "moved",
    "/stale": "stale",
    "/arabic": "other-language",
    "/empty": "empty",
    "/page": "not-a-feed",
    "/gone": "refused",
    "/secret": "refused",
}


class Stand(ThreadingHTTPServer):
    asked: list[str]


class Answer(BaseHTTPRequestHandler):
    server: Stand

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        body = ANSWERS.get(self.path)
        if self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/fine")
        else:
            self.send_response(410 if body is None else 200)
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name above
        """Say nothing."""


@pytest.fixture
def stand(settings: LazySettings) -> Iterator[Stand]:
    server = Stand(("127.0.0.1", 0), Answer)
    server.asked = []
    settings.WIREROOM_ALLOW = [f"127.0.0.1:{server.server_port}"]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def write_list(path: Path, stand: Stand, tails: list[str]) -> str:
    rows = (
        f'[[outlet]]\nname = "P {n}"\nhome = "https://p{n}.example/"\nlang = "en"\n'
        f'feeds = ["http://127.0.0.1:{stand.server_port}{tail}"]\n'
        for n, tail in enumerate(tails)
    )
    path.write_text("\n".join(rows), "utf-8")
    return str(path)


def read_lines(report: Path) -> dict[str, dict[str, object]]:
    rows = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    return {"/" + str(row["url"]).rsplit("/", 1)[1]: row for row in rows}


def test_each_feed_is_asked_once_and_told_apart(
    tmp_path: Path, stand: Stand, capsys: pytest.CaptureFixture[str]
) -> None:
    report, args = tmp_path / "report.jsonl", ["outlets", "check"]
    listed = write_list(tmp_path / "ours.toml", stand, list(EXPECTED))
    assert main([*args, listed, "--report", str(report)]) == 1
    told = read_lines(report)
    assert {tail: row["verdict"] for tail, row in told.items()} == EXPECTED
    assert told["/fine"]["entries"] == 8
    assert str(told["/moved"]["note"]).endswith("/fine instead")
    assert told["/arabic"]["lang"] == "ar"
    assert "/secret" not in stand.asked, "robots.txt forbids it"
    assert stand.asked.count("/stale") == 1
    assert "reads as ar" in capsys.readouterr().err


def test_a_stopped_run_goes_on_where_it_was(tmp_path: Path, stand: Stand) -> None:
    report = tmp_path / "report.jsonl"
    listed = write_list(tmp_path / "ours.toml", stand, ["/fine"])
    assert main(["outlets", "check", listed, "--report", str(report)]) == 0
    report.write_text(report.read_text("utf-8") + '{"url": "http://127', "utf-8")
    both = write_list(tmp_path / "both.toml", stand, ["/fine", "/moved"])
    stand.asked.clear()
    assert main(["outlets", "check", both, "--report", str(report)]) == 0
    assert [path for path in stand.asked if path in EXPECTED] == ["/moved", "/fine"]
    assert main(["outlets", "check", both, "--report", str(report)]) == 0, "all is told"
    assert main(["outlets", "check", both, "--report", str(tmp_path / "no" / "x")]) == 1
