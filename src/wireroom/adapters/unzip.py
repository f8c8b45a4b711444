"""Streams that unpack a little at a time, never past a room: gzip, deflate, Brotli, Zstandard."""

import sys
import zlib
from typing import Final, Protocol

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ENCODINGS: Final = "gzip, deflate, br, zstd"
_GZIP: Final = zlib.MAX_WBITS | 16
_GZIP_MAGIC: Final = b"\x1f\x8b"
_ZSTD_MAGIC: Final = b"\x28\xb5\x2f\xfd"
# RFC 9659: who sends Zstandard over HTTP may ask for a window of 8 MB, and for no more.
_ZSTD_WINDOW_LOG: Final = 23

DAMAGES: Final = (zlib.error, brotli.error, zstd.ZstdError)


class Unzip(Protocol):
    """A body being unpacked."""

    def take(self, chunk: bytes, room: int) -> bytes:
        """Return what the next bytes of the wire hold, some `room` bytes at the most.

        Raises one of DAMAGES. Whoever is given all of `room` gives up: what is left is not kept.
        """
        ...

    @property
    def is_whole(self) -> bool:
        """Say whether the body came to its end."""
        ...


def unzip_for(encoding: str, first: bytes) -> Unzip | None:
    """Return the stream of a Content-Encoding, None where there is none such.

    One encoding inside another is none: no news site sends that, and each doubles a bomb.
    """
    if encoding in ("gzip", "x-gzip"):
        return ZlibStream(_GZIP)
    if encoding == "deflate":
        # RFC 9110 means zlib's format; some servers send the bare stream.
        is_zlib = first[:1] and first[0] & 0x0F == 8
        return ZlibStream(zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS)
    if encoding == "br":
        return _BrotliStream()
    return _ZstdStream() if encoding == "zstd" else None


class ZlibStream:
    """A gzip file, several after each other, or a deflated stream."""

    def __init__(self, wbits: int) -> None:
        self._unzip = zlib.decompressobj(wbits)
        self._members = 1

    def take(self, chunk: bytes, room: int) -> bytes:
        """See Unzip."""
        body = bytearray()
        while chunk and len(body) < room:
            body += self._unzip.decompress(chunk, room - len(body))
            done = self._unzip.eof
            chunk = self._next(self._unzip.unused_data) if done else self._unzip.unconsumed_tail
        return bytes(body)

    def _next(self, rest: bytes) -> bytes:
        """Gzip files may follow one another; anything else after the end is filling."""
        if not rest.startswith(_GZIP_MAGIC):
            return b""
        self._unzip = zlib.decompressobj(_GZIP)
        self._members += 1
        return rest

    @property
    def is_whole(self) -> bool:
        """See Unzip."""
        return self._unzip.eof

    @property
    def is_single(self) -> bool:
        """Say whether one call of zlib.decompress reads the whole body."""
        return self._unzip.eof and not self._unzip.unused_data and self._members == 1


class _BrotliStream:
    """RFC 7932; what follows the end of the stream is damage."""

    def __init__(self) -> None:
        self._unzip = brotli.Decompressor()

    def take(self, chunk: bytes, room: int) -> bytes:
        """See Unzip."""
        body = bytearray(self._unzip.process(chunk, output_buffer_limit=room))
        while len(body) < room and not self._unzip.can_accept_more_data():
            body += self._unzip.process(b"", output_buffer_limit=room - len(body))
        return bytes(body)

    @property
    def is_whole(self) -> bool:
        """See Unzip."""
        return bool(self._unzip.is_finished())


class _ZstdStream:
    """RFC 8878: frames, which may follow one another."""

    def __init__(self) -> None:
        self._unzip = _new_frame()
        self._rest = b""  # after a frame's end, until it tells whether another one follows

    def take(self, chunk: bytes, room: int) -> bytes:
        """See Unzip."""
        if self._unzip.eof:
            chunk = self._next(self._rest + chunk)
        body = bytearray()
        while len(body) < room and (chunk or not (self._unzip.eof or self._unzip.needs_input)):
            body += self._unzip.decompress(chunk, max_length=room - len(body))
            chunk = self._next(self._unzip.unused_data) if self._unzip.eof else b""
        return bytes(body)

    def _next(self, rest: bytes) -> bytes:
        self._rest = rest[: len(_ZSTD_MAGIC)]
        if not rest.startswith(_ZSTD_MAGIC):
            return b""
        self._unzip = _new_frame()
        return rest

    @property
    def is_whole(self) -> bool:
        """See Unzip."""
        return self._unzip.eof


def _new_frame() -> "zstd.ZstdDecompressor":
    return zstd.ZstdDecompressor(
        options={zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW_LOG}
    )
