"""A real loopback server that attacks whoever fetches from it."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final, Protocol
from urllib.parse import unquote

import brotli
from backports import zstd

_ZEROS: Final = bytes(1_000_000)
_ENDLESS: Final = 10_000  # of them: 10 GB
_OK: Final = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
_FEED: Final = b"<rss/>"


@dataclass
class HostileHost:
    """Where it listens and what it was asked."""

    port: int = 0
    asked: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"


@asynccontextmanager
async def open_hostile_host() -> AsyncIterator[HostileHost]:
    """Serve on a free loopback port for as long as the block runs."""
    host = HostileHost()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = await reader.readuntil(b"\r\n\r\n")
        path = asked.split()[1].decode()
        host.asked.append(path)
        try:
            for piece in _ANSWERS[path.partition("?")[0]](path):
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(0.05 if "drip" in path else 0)
        except (ConnectionError, asyncio.CancelledError):
            pass  # the fetcher has had enough
        finally:
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    host.port = server.sockets[0].getsockname()[1]
    try:
        yield host
    finally:
        server.close()


class _Packer(Protocol):
    def compress(self, piece: bytes, /) -> bytes: ...
    def flush(self) -> bytes: ...


class _Brotli:
    def __init__(self) -> None:
        self._packer = brotli.Compressor(quality=1)

    def compress(self, piece: bytes, /) -> bytes:
        return bytes(self._packer.process(piece))

    def flush(self) -> bytes:
        return bytes(self._packer.finish())


def _zeros(packer: _Packer) -> Iterator[bytes]:
    for _ in range(_ENDLESS):
        yield packer.compress(_ZEROS)
    yield packer.flush()


def _packed(
    encoding: str, pieces: Callable[[], Iterable[bytes]]
) -> Callable[[str], Iterator[bytes]]:
    def answer(path: str) -> Iterator[bytes]:
        yield _OK + f"Content-Encoding: {encoding}\r\n\r\n".encode()
        yield from pieces()

    return answer


def _wide_window() -> list[bytes]:
    """Return a feed for which the unpacker is to keep 128 MB."""
    window, size = zstd.CompressionParameter.window_log, zstd.CompressionParameter.content_size_flag
    packer = zstd.ZstdCompressor(options={int(window): 27, int(size): 0})
    return [packer.compress(_FEED) + packer.flush()]


def _redirect(path: str) -> Iterator[bytes]:
    yield f"HTTP/1.1 302 Found\r\nLocation: {unquote(path.partition('?')[2])}\r\n".encode()
    yield b"Content-Length: 0\r\n\r\n"


def _repeat(
    head: bytes, piece: bytes, times: int, end: bytes = b""
) -> Callable[[str], Iterator[bytes]]:
    def answer(path: str) -> Iterator[bytes]:
        yield head
        for _ in range(times):
            yield piece
        yield end

    return answer


_ANSWERS: Final[dict[str, Callable[[str], Iterator[bytes]]]] = {
    "/": lambda path: iter([_OK, b"\r\n", _FEED]),
    "/to": _redirect,
    "/loop": lambda path: _redirect("?/loop"),
    "/bomb/gzip": _packed("gzip", lambda: _zeros(zlib.compressobj(1, wbits=31))),
    "/bomb/deflate": _packed("deflate", lambda: _zeros(zlib.compressobj(1))),
    "/bomb/br": _packed("br", lambda: _zeros(_Brotli())),
    "/bomb/zstd": _packed("zstd", lambda: _zeros(zstd.ZstdCompressor())),
    "/window/zstd": _packed("zstd", _wide_window),
    "/nested": _packed("gzip, gzip", lambda: [gzip.compress(gzip.compress(_FEED))]),
    "/small/gzip": _packed("gzip", lambda: [gzip.compress(_FEED)]),
    "/small/br": _packed("br", lambda: [brotli.compress(_FEED)]),
    "/small/zstd": _packed("zstd", lambda: [zstd.compress(_FEED)]),
    "/drip/body": _repeat(_OK + b"\r\n", b"x", 10_000),
    "/drip/head": _repeat(_OK, b"X-A: b\r\n", 10_000),
    "/flood/fields": _repeat(_OK, b"X-A: " + b"b" * 1000 + b"\r\n", 100_000),
    "/flood/field": _repeat(_OK + b"X-A: ", b"b" * 10_000, 100_000),
    "/flood/early": _repeat(b"", b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n", 10**9),
    "/many/fields": _repeat(_OK, b"X-A: b\r\n", 60, b"\r\n" + _FEED),
    "/odd/fields": lambda path: iter(
        [_OK, b'ETag: "caf\xe9"\r\nLink: <https://hub.example/\xff>; rel=hub\r\n\r\n', _FEED]
    ),
    "/long/field": lambda path: iter([_OK, b"X-A: ", b"b" * 30_000, b"\r\n\r\n", _FEED]),
}
