"""Web archives: whole, compressed, chunked, cut off, hostile."""

import gzip
import io
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.errors import BadInput
from wireroom.engine.pages.warc import read_warc

HTML = b"<html><title>Port Alderne reopens</title></html>"
CHUNKED = b"10\r\n" + HTML[:16] + b"\r\n20\r\n" + HTML[16:48] + b"\r\n0\r\n\r\n"


def _record(block: bytes, kind: str = "response", url: str = "https://tidewire.example/a") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2025-08-20T14:05:00Z\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def _answer(body: bytes = HTML, headers: str = "", status: str = "200 OK") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n"
    return head.encode() + body


def _bodies(raw: bytes) -> list[bytes]:
    return [document.raw for document in read_warc(io.BytesIO(raw), name="a.warc")]


def test_responses_come_out_with_address_and_time() -> None:
    raw = _record(b"software: x\r\n", "warcinfo") + _record(_answer())
    (document,) = read_warc(io.BytesIO(raw), name="a.warc")
    assert (document.raw, document.url) == (HTML, "https://tidewire.example/a")
    assert document.name == "a.warc#2"
    assert document.content_type == "text/html; charset=utf-8"
    assert document.captured_at is not None
    assert document.captured_at.isoformat() == "2025-08-20T14:05:00+00:00"


def test_each_record_may_be_its_own_gzip_member() -> None:
    raw = b"".join(gzip.compress(_record(_answer(HTML + bytes([65 + n])))) for n in range(3))
    assert _bodies(raw) == [HTML + b"A", HTML + b"B", HTML + b"C"]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(HTML), "Content-Encoding: gzip\r\n"),
        (zlib.compress(HTML), "Content-Encoding: deflate\r\n"),
        (zlib.compress(HTML)[2:-4], "Content-Encoding: deflate\r\n"),
        (CHUNKED, "Transfer-Encoding: chunked\r\n"),
        (HTML, "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
    ],
)
def test_encoded_bodies_come_out_plain(body: bytes, headers: str) -> None:
    assert _bodies(_record(_answer(body, headers))) == [HTML]


def test_what_is_no_page_is_left_out() -> None:
    raw = (
        _record(_answer(status="404 Not Found"))
        + _record(b"GET / HTTP/1.1\r\n\r\n", "request")
        + _record(b"not http")
        + _record(_answer(b"?", "Content-Encoding: br\r\n"))
        + _record(_answer())
    )
    assert _bodies(raw) == [HTML]


def test_a_bomb_is_left_out() -> None:
    bomb = _record(_answer(gzip.compress(bytes(1_000_000)), "Content-Encoding: gzip\r\n"))
    raw = bomb + _record(_answer(bytes(1_000_000))) + _record(_answer())
    documents = read_warc(io.BytesIO(raw), name="a.warc", largest=10_000)
    assert [document.raw for document in documents] == [HTML]


@pytest.mark.parametrize("compress", [False, True])
def test_a_cut_archive_gives_what_is_whole_and_says_where_it_ends(compress: bool) -> None:
    records = [_record(_answer()), _record(_answer(HTML * 40))]
    raw = b"".join(gzip.compress(record) if compress else record for record in records)
    documents = read_warc(io.BytesIO(raw[:-60]), name="a.warc")
    assert next(documents).raw == HTML
    with pytest.raises(BadInput, match=r"a\.warc: the archive ends inside record 2"):
        next(documents)


@pytest.mark.parametrize("raw", [b"", b"\x1f\x8b", b"%PDF-1.7", b"<html></html>" * 9])
def test_what_is_no_archive_is_bad_input(raw: bytes) -> None:
    with pytest.raises(BadInput, match=r"a\.warc"):
        _bodies(raw)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 400), st.binary(max_size=12))
def test_damage_never_crashes(at: int, noise: bytes) -> None:
    raw = _record(_answer()) * 2
    try:
        bodies = _bodies(raw[:at] + noise + raw[at + len(noise) :])
    except BadInput:
        return
    assert len(bodies) <= 2
