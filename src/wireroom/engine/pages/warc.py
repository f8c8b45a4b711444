"""Pages out of web archives (WARC 1.0 and 1.1, ISO 28500), plain or compressed per record."""

import gzip
import io
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Final

from wireroom.engine.errors import BadInput
from wireroom.engine.text.when import resolve_time
from wireroom.engine.types import Document

# A news page is under 2 MB; what unpacks to more than this is a trap or a video.
LARGEST_PAGE: Final = 50_000_000
_LARGEST_HEADER_LINE: Final = 65_536
_MOST_HEADER_LINES: Final = 1_000
_CHUNK: Final = 65_536
_VERSION: Final = re.compile(rb"WARC/\d+\.\d+\s*\Z")
_STATUS: Final = re.compile(rb"HTTP/\d(?:\.\d)?\s+(?P<code>\d{3})")


@dataclass(frozen=True, slots=True)
class _Record:
    """One record: its headers with lower-case names and its block of bytes."""

    headers: Mapping[str, str]
    block: bytes


def read_warc(stream: BinaryIO, *, name: str) -> Iterator[Document]:
    """Yield the pages of the archive's HTTP responses (status 200) and resource records.

    Chunked, gzip and deflate bodies come out plain; a page that would unpack to more than
    LARGEST_PAGE bytes, and one in an encoding that is not known, is left out. The document's
    `name` is the archive's and the record's number, `captured_at` the record's WARC-Date.

    Raises BadInput at the place where the archive is cut off or stops being one; what came
    whole before it has been yielded.
    """
    reader = _buffered(stream, name)
    number = 0
    while True:
        try:
            record = _next_record(reader)
        except _Broken as stop:
            raise BadInput(
                f"{name}: the archive ends inside record {number + 1} ({stop}); "
                f"the {number} before it were read"
            ) from stop
        if record is None:
            return
        number += 1
        document = _document_of(record, f"{name}#{number}")
        if document:
            yield document


class _Broken(Exception):  # noqa: N818 - never leaves this module
    """The bytes stop or make no sense at this place."""


def _buffered(stream: BinaryIO, name: str) -> BinaryIO:
    head = stream.read(2)
    whole: BinaryIO = io.BufferedReader(_Rejoined(head, stream), _CHUNK)
    if head == b"\x1f\x8b":
        return gzip.GzipFile(fileobj=whole)  # type: ignore[return-value]  # reads like one
    if not head:
        raise BadInput(f"{name}: the file is empty")
    return whole


class _Rejoined(io.RawIOBase):
    """A stream with the bytes that were taken to look at put back."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]  # whatever io hands over
        taken = self._head[: len(view)] or self._rest.read(len(view))
        self._head = self._head[len(taken) :] if self._head else b""
        view[: len(taken)] = taken
        return len(taken)


def _next_record(reader: BinaryIO) -> _Record | None:
    try:
        line = _line_after_blanks(reader)
        if not line:
            return None
        if not _VERSION.match(line):
            raise _Broken("no WARC version line where a record should begin")
        headers = _read_headers(reader)
        return _Record(headers, _read_block(reader, headers))
    except (EOFError, zlib.error, gzip.BadGzipFile, OSError) as error:
        raise _Broken(f"compressed data: {error}") from error


def _line_after_blanks(reader: BinaryIO) -> bytes:
    line = reader.readline(_LARGEST_HEADER_LINE)
    while line in (b"\r\n", b"\n"):
        line = reader.readline(_LARGEST_HEADER_LINE)
    return line


def _read_headers(reader: BinaryIO) -> dict[str, str]:
    headers: dict[str, str] = {}
    last = ""
    for _ in range(_MOST_HEADER_LINES):
        line = reader.readline(_LARGEST_HEADER_LINE)
        if not line:
            raise _Broken("in its headers")
        if not line.strip():
            return headers
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if text[0] in " \t" and last:
            headers[last] += f" {text.strip()}"
            continue
        last, _colon, value = text.partition(":")
        last = last.strip().lower()
        headers[last] = value.strip()
    raise _Broken("headers without end")


def _read_block(reader: BinaryIO, headers: Mapping[str, str]) -> bytes:
    length = headers.get("content-length", "")
    if not length.isdigit():
        raise _Broken("no usable Content-Length")
    wanted, kept, held = int(length), [], 0
    while wanted:
        piece = reader.read(min(_CHUNK, wanted))
        if not piece:
            raise _Broken(f"{wanted} bytes are missing")
        wanted -= len(piece)
        if held <= LARGEST_PAGE:  # the rest is read past, not kept
            kept.append(piece)
            held += len(piece)
    return b"".join(kept)


def _document_of(record: _Record, name: str) -> Document | None:
    kind = record.headers.get("warc-type", "").lower()
    if kind not in ("response", "resource") or len(record.block) > LARGEST_PAGE:
        return None
    url = record.headers.get("warc-target-uri", "").strip("<>") or None
    captured_at = _captured_at(record.headers.get("warc-date", ""))
    if kind == "resource":
        content_type = record.headers.get("content-type")
        return Document(
            name=name,
            raw=record.block,
            url=url,
            content_type=content_type,
            captured_at=captured_at,
        )
    answer = _read_answer(record.block)
    if answer is None:
        return None
    headers, body = answer
    return Document(
        name=name,
        raw=body,
        url=url,
        content_type=headers.get("content-type"),
        captured_at=captured_at,
    )


def _captured_at(text: str) -> datetime | None:
    time = resolve_time(text, captured_at=None)
    return time.at if time else None


def _read_answer(block: bytes) -> tuple[dict[str, str], bytes] | None:
    """Take an HTTP response apart (RFC 9112); None when it is no whole page."""
    reader = io.BytesIO(block)
    status = _STATUS.match(reader.readline(_LARGEST_HEADER_LINE))
    if not status or status["code"] != b"200":
        return None
    try:
        headers = _read_headers(reader)
        body = reader.read()
        if "chunked" in headers.get("transfer-encoding", "").lower():
            body = _unchunked(body)
        return headers, _decoded(body, headers.get("content-encoding", ""))
    except (_Broken, zlib.error):
        return None


def _unchunked(body: bytes) -> bytes:
    """Join the chunks; a body that its crawler already joined comes back as it is."""
    reader = io.BytesIO(body)
    pieces: list[bytes] = []
    while True:
        line = reader.readline(256)
        size = line.split(b";")[0].strip()
        if not re.fullmatch(rb"[0-9a-fA-F]{1,8}", size):
            return b"".join(pieces) if pieces else body
        length = int(size, 16)
        if length == 0:
            return b"".join(pieces)
        pieces.append(reader.read(length))
        reader.readline(8)


def _decoded(body: bytes, encodings: str) -> bytes:
    for encoding in reversed([name.strip().lower() for name in encodings.split(",")]):
        if encoding in ("", "identity"):
            continue
        if encoding in ("gzip", "x-gzip", "deflate"):
            body = _inflated(body)
        else:
            raise _Broken(f"content encoding {encoding}")
    return body


def _inflated(body: bytes) -> bytes:
    """Unpack gzip, zlib or raw deflate up to the limit; unpacked already, it comes back as is."""
    for window in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):  # 32: tell gzip from zlib by its head
        try:
            unpacker = zlib.decompressobj(window)
            plain = unpacker.decompress(body, LARGEST_PAGE)
        except zlib.error:
            continue
        if unpacker.unconsumed_tail:
            raise _Broken("larger than a page may be")
        return plain
    return body
