"""Fuzz cases of web archives: cut off, damaged inside gzip, with lengths and headers that lie."""

import gzip
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from random import Random
from typing import Final

from benchmarks.fuzz_checks import check_value
from benchmarks.fuzz_kind import Kind, damaged, expect
from wireroom.engine.pages.archived import page_of
from wireroom.engine.pages.warc import Met, Record, read_records, read_warc
from wireroom.engine.pages.warc_answer import NoPage
from wireroom.engine.pages.warc_bytes import CHUNK, Place

_LARGEST: Final = 300_000  # of a page: bombs are over it, and stay small enough to be many
_BOMB: Final = 600_000
_VERSIONS: Final = (b"WARC/1.0", b"WARC/1.1", b"WARC/1.0 ", b"WARC/9", b"HTTP/1.1 200", b"", b"\0")
_TYPES: Final = (
    "response",
    "response",
    "response",
    "resource",
    "warcinfo",
    "revisit",
    "",
    "request",
)
_DATES: Final = (
    "2031-03-02T10:00:00Z",
    "2031-03-02T10:00:00.123456789Z",
    "2031-03-02",
    "soon",
    "",
    "9999-12-31T23:59:59-14:00",
    "0001-01-01T00:00:00+14:00",
    "2031-13-45T99:99:99Z",
    "\ud800",
)
_URIS: Final = (
    "https://tide.example/x",
    "<https://tide.example/x>",
    "dns:x",
    "",
    "http://[",
    "x" * 9_000,
)
_HTTP: Final = (
    b"Content-Type: text/html; charset=utf-8",
    b"Content-Type: image/png",
    b"X-Robots-Tag: noarchive",
    b"Transfer-Encoding: chunked",
    b"Content-Encoding: gzip",
    b"Content-Encoding: deflate, gzip",
    b"Content-Encoding: br",
    b" folded",
    b"no colon",
    b": no name",
    b"tdm-reservation: 1",
    b"\xff: \xff",
    b"Content-Encoding: " + b"gzip," * 30,
)
_SIZES: Final = (b"5", b"FFFFFFFF", b"0", b"5;x=y", b"-1", b"", b"g")


def _body(chance: Random) -> bytes:
    body = b"<html><title>Tide</title><p>" + b"The quay was shut. " * chance.choice((1, 9, 400))
    for _ in range(chance.choice((0, 0, 0, 1, 2))):
        pack = chance.choice((gzip.compress, zlib.compress, _raw_deflate, _bomb))
        body = pack(body)
    if chance.random() < 0.2:
        body = b"".join(
            chance.choice(_SIZES) + b"\r\n" + body[n * 5 : n * 5 + 5] + b"\r\n" for n in range(6)
        )
    return body


def _raw_deflate(body: bytes) -> bytes:
    return zlib.compress(body)[2:-4]


def _bomb(body: bytes) -> bytes:
    return gzip.compress(body + bytes(_BOMB), compresslevel=1)


def _block(chance: Random) -> bytes:
    status = chance.choice((b"HTTP/1.1 200 OK", b"HTTP/1.0 404", b"HTTP/2 200", b"", b"HTTP/1.1 2"))
    headers = [chance.choice(_HTTP) for _ in range(chance.randint(0, 4))]
    return b"\r\n".join([status, *headers, b"", _body(chance)])


def _length(block: bytes, chance: Random) -> str:
    lies = (
        len(block) - 3,
        len(block) + 7,
        0,
        10**17,
        10**19,
        -1,
        "",
        "٣",
        "1e3",
        f" {len(block)} ",
    )
    return str(chance.choice(lies) if chance.random() < 0.2 else len(block))


def _record(chance: Random) -> bytes:
    block = _block(chance)
    headers = {
        "WARC-Type": chance.choice(_TYPES),
        "WARC-Target-URI": chance.choice(_URIS),
        "WARC-Date": chance.choice(_DATES),
        "Content-Length": _length(block, chance),
        "WARC-Truncated": chance.choice(("", "length")),
    }
    stated = [f"{name}: {value}" for name, value in headers.items() if chance.random() < 0.95]
    version = chance.choice(_VERSIONS) if chance.random() < 0.1 else b"WARC/1.0"
    head = "\r\n".join(stated).encode("utf-8", "replace")
    return version + b"\r\n" + head + b"\r\n\r\n" + block + b"\r\n" * chance.choice((2, 2, 2, 0, 9))


def _make(chance: Random) -> bytes:
    records = [_record(chance) for _ in range(chance.randint(0, 5))]
    way = chance.choice(("plain", "each", "each", "whole", "parts"))
    if way == "each":
        raw = b"".join(map(gzip.compress, records))
    elif way == "whole":
        raw = gzip.compress(b"".join(records))
    else:
        raw = b"".join(records)
        if way == "parts":
            at = chance.randrange(len(raw) + 1)
            raw = gzip.compress(raw[:at]) + bytes(chance.choice((0, 3))) + gzip.compress(raw[at:])
    return damaged(raw, chance)


@dataclass(frozen=True, slots=True)
class _Told:
    """What of a step through an archive must be the same on another way there."""

    next: Place
    trouble: str
    block: bytes | None


def _told(steps: Iterable[Met]) -> list[_Told]:
    return [_Told(one.next, one.trouble, one.record.block if one.record else None) for one in steps]


def _take(raw: bytes) -> None:
    # Every step goes past a record or a place at which one might begin: bytes bound them.
    most = len(raw) + 2
    steps = list(islice(read_records(BytesIO(raw), largest=_LARGEST), most))
    expect(len(steps) < most, "reading does not end")
    expect(not any(one.is_end for one in steps[:-1]), "reading goes on behind the end")
    for one in steps:
        if one.record is not None:
            _check_record(one.record)
    _check_resumed(raw, steps)
    for document in read_warc(BytesIO(raw), name="tide", largest=_LARGEST):
        expect(len(document.raw) <= _LARGEST, "a page over the limit")
        check_value(document.captured_at)


def _check_record(record: Record) -> None:
    expect(len(record.block) <= _LARGEST + 2 * CHUNK, "more of a block is kept than asked")
    check_value(record.captured_at)
    with suppress(NoPage):
        check_value(page_of(record))


def _check_resumed(raw: bytes, steps: list[Met]) -> None:
    """Reading goes on where another run left off, and finds the same; at the end, that again."""
    for at in {len(steps) // 2, len(steps) - 1} if steps else ():
        again = read_records(BytesIO(raw), start=steps[at].next, largest=_LARGEST)
        rest = _told(steps[at if steps[at].is_end else at + 1 :])
        expect(_told(islice(again, len(raw) + 2)) == rest, "another run reads on otherwise")


KINDS: Final[dict[str, Kind]] = {"warc": Kind(30, _make, _take)}
