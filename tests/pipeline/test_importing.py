"""Taking in web archives: what comes of them, what is left out, and going on after a kill."""

import gzip
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.pipeline.archived_press import archive_of
from tests.pipeline.conftest import Calm
from tests.pipeline.newsdesk import newsdesk
from tests.pipeline.press import EPOCH, Press

from wireroom.engine.errors import BadInput
from wireroom.news.models import Archive, Outlet, Page, PageContent
from wireroom.news.services.outlets import OutletFacts, file_outlet
from wireroom.pipeline import importing
from wireroom.pipeline.importing import import_archive

LIMIT_S = 900.0  # what ends a wait for nothing
AT = datetime(2025, 8, 20, 14, 5, tzinfo=UTC)
REST = """
import django, sys
django.setup()
from wireroom.news.models import Feed
Feed.objects.all().delete()
"""
HTML = "<html><title>Port Alderne reopens {n}</title><p>The harbour of Port Alderne is open.</p>"


@pytest.fixture
def outlet() -> Outlet:
    facts = OutletFacts(name="Tidewire", home_url="https://www.tidewire.example/")
    return file_outlet(facts)[0]


def record(
    body: bytes, url: str, *, kind: str = "response", at: datetime = AT, headers: str = "",
    answer: str = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
) -> bytes:  # fmt: skip
    block = answer.encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n{headers}"
        f"WARC-Date: {at:%Y-%m-%dT%H:%M:%SZ}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n")


def page(number: int, **changed: Any) -> bytes:
    url = f"https://tidewire.example/report-{number}"
    return record(HTML.format(n=number).encode(), url, **changed)


@pytest.mark.slow
@pytest.mark.once
def test_an_archive_gives_the_stories_that_fetching_gives(
    calm: Calm, press: Press, tmp_path: Path
) -> None:
    urls = [url for url, _health, _step in calm.state["pages"]]
    path = tmp_path / "sample.warc.gz"
    path.write_bytes(archive_of(urls, at=calm.at))
    with newsdesk(tmp_path / "var", allow=press.address) as desk:
        desk.file_sample(EPOCH.isoformat(), press.port)
        desk.run_python(REST)
        told = desk._python("-m", "wireroom", "import", str(path))
        assert "to be read" in told
        desk.start()
        desk.wait_until_quiet(limit_s=LIMIT_S, feeds=False)
        state = desk.end_state()
        desk.stop()
    expected = {name for name in calm.state["articles"] if name.endswith("(article)")}
    assert expected <= set(state["articles"])
    assert state["stories"] == calm.state["stories"]
    assert state["copies"] == calm.state["copies"]


@pytest.mark.django_db
def test_pages_of_known_outlets_come_in_with_the_time_of_their_capture(
    outlet: Outlet, tmp_path: Path
) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(page(1) + record(b"<p>", "https://far.example/x") + page(2))
    archive = import_archive(path, makes_outlets=False)
    assert (archive.records, archive.pages) == (3, 2)
    assert archive.skipped == {importing.UNKNOWN_OUTLET: 1}
    one = Page.objects.get(url="https://tidewire.example/report-1")
    assert (one.outlet, one.step, one.fetched_at, one.seen_at) == (outlet, "extract", AT, AT)
    assert one.content.captured_at == AT
    import_archive(path, makes_outlets=True)  # it is known, and behind us
    assert Page.objects.count() == 2
    other = tmp_path / "b.warc.gz"
    other.write_bytes(record(b"<p>hm</p>", "https://far.example/x"))
    assert import_archive(other, makes_outlets=True).pages == 1
    assert Outlet.objects.filter(name="far.example").exists()


@pytest.mark.django_db
def test_what_is_no_page_is_skipped_with_its_reason(outlet: Outlet, tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    url = "https://tidewire.example/x"
    good, cut = page(1), page(2)
    path.write_bytes(
        record(os.urandom(70_000), url, kind="metadata")
        + record(b"", url, answer="HTTP/1.1 404 Gone\r\n\r\n")
        + record(b"{}", url, answer="HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
        + record(b"", url, kind="revisit")
        + page(9, headers="WARC-Truncated: length\r\n")
        + record(b"<p>", "ftp://tidewire.example/")
        + gzip.compress(b"no archive at all\r\n") + page(4)
        + good[:-20] + b"\xff" * 12 + good[-8:]
        + page(3, at=AT - timedelta(days=1)) + page(3) + page(3, at=AT - timedelta(days=2))
        + cut[:-30]
    )  # fmt: skip
    archive = import_archive(path, makes_outlets=False)
    assert archive.pages == 2
    reasons = dict(archive.skipped)
    assert reasons.pop("older than what is known") == 2
    assert {"status 404", "no HTML", "revisit record", "no usable address"} < set(reasons)
    assert "cut off by its crawler" in reasons
    assert sum(reasons.values()) == 9
    path.write_bytes(path.read_bytes()[: -len(cut) + 30] + cut)  # the rest of it has come
    assert import_archive(path, makes_outlets=False).pages == 3


@pytest.mark.django_db
def test_what_was_taken_down_or_is_known_better_stays_as_it_is(
    outlet: Outlet, tmp_path: Path
) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(page(1) + page(2) + page(3))
    Page.objects.create(
        url="https://tidewire.example/report-1", outlet=outlet, seen_at=AT, content_hash="of later",
        fetched_at=AT + timedelta(hours=1),
    )  # fmt: skip
    Page.objects.create(
        url="https://tidewire.example/report-2", outlet=outlet, seen_at=AT, health="gone"
    )
    archive = import_archive(path, makes_outlets=False)
    assert archive.skipped == {"older than what is known": 1, "withdrawn by its outlet": 1}
    assert PageContent.objects.count() == 1


@pytest.mark.django_db
def test_a_run_that_was_killed_goes_on_where_it_stopped(
    outlet: Outlet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed at any batch, it files every page once, and reads nothing twice."""
    monkeypatch.setattr(importing, "_TOGETHER", 3)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(page(n) for n in range(20)))
    runs = 0

    class Killed(BaseException):
        pass

    def stop(report: importing.Report) -> None:
        raise Killed

    while not Archive.objects.filter(ended_at__isnull=False).exists() and runs < 20:
        runs += 1
        try:
            import_archive(path, makes_outlets=False, tell=stop)
        except Killed:
            continue
        break
    archive = import_archive(path, makes_outlets=False)
    assert runs > 5
    assert (archive.records, archive.pages, archive.skipped) == (20, 20, {})
    assert archive.offset == path.stat().st_size
    assert Page.objects.filter(step="extract").count() == 20


@pytest.mark.django_db
@pytest.mark.parametrize("raw", [b"", b"%PDF-1.7", os.urandom(300), gzip.compress(b"hello")])
def test_what_is_no_archive_is_said_to_be_none(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(raw)
    with pytest.raises(BadInput):
        import_archive(path, makes_outlets=False)
