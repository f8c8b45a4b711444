"""Bodies taken in piece by piece: decompressed under a bound, so that no bomb goes off."""

import zlib
from collections.abc import AsyncIterator
from typing import Final

from wireroom.engine.errors import FetchFailed

ACCEPTED: Final = "gzip, deflate"
_GZIP: Final = zlib.MAX_WBITS | 16


class BodyUnpacker:
    """Collects a body of at most `max_bytes`, counted after decompression."""

    def __init__(self, encoding: str, max_bytes: int) -> None:
        self._encoding = encoding.strip().lower()
        self._max_bytes = max_bytes
        self._body = bytearray()
        self._taken = 0
        self._wire = bytearray()  # as it came, while it may be kept so
        self._unzip = self._new_unzip(b"\x78")
        self._began = False
        self._members = 0  # gzip files after the first

    def _new_unzip(self, first: bytes) -> "zlib._Decompress | None":
        if self._encoding in ("gzip", "x-gzip"):
            return zlib.decompressobj(_GZIP)
        if self._encoding == "deflate":
            # RFC 9110 means zlib's format; some servers send the bare stream.
            zlib_format = first[:1] and first[0] & 0x0F == 8
            return zlib.decompressobj(zlib.MAX_WBITS if zlib_format else -zlib.MAX_WBITS)
        if self._encoding in ("", "identity"):
            return None
        raise FetchFailed(f"the answer is packed as {self._encoding!r}, which was not asked for")

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes of the wire; raises FetchFailed past the bound or when damaged."""
        self._taken += len(chunk)
        if not self._began:
            self._began = True
            self._unzip = self._new_unzip(chunk)
        if self._unzip is not None:
            self._wire += chunk
        try:
            self._add(chunk)
        except zlib.error as error:
            raise FetchFailed("the answer is damaged: it cannot be decompressed") from error
        if len(self._body) > self._max_bytes or self._taken > self._max_bytes:
            raise FetchFailed(
                f"the answer is larger than {self._max_bytes:,} bytes", permanent=True
            )

    def _add(self, chunk: bytes) -> None:
        if self._unzip is None:
            self._body += chunk
            return
        while chunk and len(self._body) <= self._max_bytes:
            room = self._max_bytes + 1 - len(self._body)
            self._body += self._unzip.decompress(chunk, room)
            if not self._unzip.eof:
                chunk = self._unzip.unconsumed_tail
            else:
                chunk = self._next_member(self._unzip.unused_data)

    def _next_member(self, rest: bytes) -> bytes:
        """Gzip files may follow one another; anything else after the end is filling."""
        if not rest.startswith(b"\x1f\x8b"):
            return b""
        self._unzip = zlib.decompressobj(_GZIP)
        self._members += 1
        return rest

    def body(self) -> bytes:
        """Return the whole body; raises FetchFailed when it broke off."""
        if self._taken and self._unzip is not None and not self._unzip.eof:
            raise FetchFailed("the answer broke off before its end")
        return bytes(self._body)

    def packed(self) -> bytes | None:
        """Return what came, where zlib.decompress with wbits 47 reads the same body from it.

        That is one gzip file or zlib stream with nothing behind it.
        """
        unzip, wire = self._unzip, bytes(self._wire)
        is_zlib = wire[:1] and wire[0] & 0x0F == 8 and self._encoding == "deflate"
        is_whole = unzip is not None and unzip.eof and not unzip.unused_data and not self._members
        return wire if is_whole and (wire.startswith(b"\x1f\x8b") or is_zlib) else None


async def unpack_all(
    chunks: AsyncIterator[bytes], *, encoding: str, max_bytes: int
) -> BodyUnpacker:
    """Take in a whole body; raises FetchFailed past `max_bytes`, or when damaged."""
    unpacker = BodyUnpacker(encoding, max_bytes)
    async for chunk in chunks:
        unpacker.feed(chunk)
    return unpacker
