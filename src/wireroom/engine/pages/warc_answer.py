"""What an archived HTTP response holds: its headers and its body, plain (RFC 9112)."""

import io
import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

LARGEST_LINE: Final = 65_536
MOST_HEADER_LINES: Final = 1_000
_STATUS: Final = re.compile(rb"HTTP/\d(?:\.\d)?\s+(?P<code>\d{3})")
_CHUNK_SIZE: Final = re.compile(rb"[0-9a-fA-F]{1,8}")
# Media types of pages; what states none is looked at.
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml", ""})


class NoPage(Exception):  # noqa: N818 - a reason, counted by whoever reads an archive
    """There is no page in this record; the message is a reason of few words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A good response; `headers` have lower-case names."""

    headers: Mapping[str, str]
    body: bytes

    @property
    def content_type(self) -> str | None:
        """The content type as the server stated it."""
        return self.headers.get("content-type")


def read_answer(block: bytes, *, largest: int) -> Answer:
    """Take a response with status 200 apart. Raises NoPage.

    Chunked, gzip and deflate bodies come out plain, also where only the headers still say that
    they are packed. What would unpack to more than `largest` bytes is none.
    """
    reader = io.BytesIO(block)
    status = _STATUS.match(reader.readline(LARGEST_LINE))
    if not status:
        raise NoPage("no HTTP response")
    if status["code"] != b"200":
        raise NoPage(f"status {status['code'].decode()}")
    headers = read_headers(reader.readline)
    body = reader.read()
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    body = _decoded(body, headers.get("content-encoding", ""), largest)
    if len(body) > largest:
        raise NoPage("too large")
    return Answer(headers, body)


def read_headers(readline: Callable[[int], bytes]) -> dict[str, str]:
    """Read header lines to the blank one. Raises NoPage where they do not end."""
    headers: dict[str, str] = {}
    last = ""
    for _ in range(MOST_HEADER_LINES):
        line = readline(LARGEST_LINE)
        if not line:
            raise NoPage("cut off in its headers")
        if not line.strip():
            return headers
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if text[0] in " \t" and last:
            headers[last] += f" {text.strip()}"
            continue
        last, _colon, value = text.partition(":")
        last = last.strip().lower()
        headers[last] = value.strip()
    raise NoPage("headers without end")


def check_is_page(content_type: str | None, body: bytes) -> None:
    """Raise NoPage unless the body is HTML by its type, or by its first sign where none is told."""
    kind = (content_type or "").partition(";")[0].strip().lower()
    if kind not in _PAGES:
        raise NoPage("no HTML")
    if not kind and not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise NoPage("no HTML")
    if not body.strip():
        raise NoPage("empty")


def _unchunked(body: bytes) -> bytes:
    """Join the chunks; a body that its crawler already joined comes back as it is."""
    reader = io.BytesIO(body)
    pieces: list[bytes] = []
    while True:
        line = reader.readline(256)
        size = line.split(b";")[0].strip()
        if not _CHUNK_SIZE.fullmatch(size):
            return b"".join(pieces) if pieces else body
        length = int(size, 16)
        if length == 0:
            return b"".join(pieces)
        pieces.append(reader.read(length))
        reader.readline(8)


def _decoded(body: bytes, encodings: str, largest: int) -> bytes:
    for encoding in reversed([name.strip().lower() for name in encodings.split(",")]):
        if encoding in ("", "identity"):
            continue
        if encoding not in ("gzip", "x-gzip", "deflate"):
            raise NoPage(f"packed as {encoding[:20]}")
        body = _inflated(body, largest)
    return body


def _inflated(body: bytes, largest: int) -> bytes:
    """Unpack gzip, zlib or raw deflate up to the limit; unpacked already, it comes back as is."""
    for window in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):  # 32: tell gzip from zlib by its head
        try:
            unpacker = zlib.decompressobj(window)
            plain = unpacker.decompress(body, largest)
        except zlib.error:
            continue
        if unpacker.unconsumed_tail:
            raise NoPage("too large")
        return plain
    return body
