"""Bodies taken in piece by piece: decompressed under a bound, so that no bomb goes off."""

from collections.abc import AsyncIterator
from typing import Final

from wireroom.adapters.unzip import DAMAGES, ENCODINGS, Unzip, ZlibStream, unzip_for
from wireroom.engine.errors import FetchFailed

ACCEPTED: Final = ENCODINGS
_BARE: Final = ("", "identity")


class BodyUnpacker:
    """Collects a body of at most `max_bytes`, counted after decompression."""

    def __init__(self, encoding: str, max_bytes: int) -> None:
        self._encoding = encoding.strip().lower()
        self._max_bytes = max_bytes
        self._body = bytearray()
        self._taken = 0
        self._wire = bytearray()  # as it came, while it may be kept so
        self._unzip: Unzip | None = None
        self._began = False

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes of the wire; raises FetchFailed past the bound or when damaged."""
        self._taken += len(chunk)
        if not self._began:
            self._begin(chunk)
        try:
            self._add(chunk)
        except DAMAGES as error:
            raise FetchFailed("the answer is damaged: it cannot be decompressed") from error
        if len(self._body) > self._max_bytes or self._taken > self._max_bytes:
            raise FetchFailed(
                "the answer is larger than %(bytes)s bytes",
                bytes=f"{self._max_bytes:,}",
                permanent=True,
            )

    def _begin(self, first: bytes) -> None:
        self._began = True
        if self._encoding in _BARE:
            return
        self._unzip = unzip_for(self._encoding, first)
        if self._unzip is None:
            raise FetchFailed(
                "the answer is packed as %(encoding)s, which was not asked for",
                encoding=repr(self._encoding),
            )

    def _add(self, chunk: bytes) -> None:
        if self._unzip is None:
            self._body += chunk
            return
        if isinstance(self._unzip, ZlibStream):
            self._wire += chunk
        self._body += self._unzip.take(chunk, self._max_bytes + 1 - len(self._body))

    def body(self) -> bytes:
        """Return the whole body; raises FetchFailed when it broke off."""
        if self._taken and self._unzip is not None and not self._unzip.is_whole:
            raise FetchFailed("the answer broke off before its end")
        return bytes(self._body)

    def packed(self) -> bytes | None:
        """Return what came, where zlib.decompress with wbits 47 reads the same body from it.

        That is one gzip file or zlib stream with nothing behind it.
        """
        unzip, wire = self._unzip, bytes(self._wire)
        is_zlib = wire[:1] and wire[0] & 0x0F == 8 and self._encoding == "deflate"
        is_whole = isinstance(unzip, ZlibStream) and unzip.is_single
        return wire if is_whole and (wire.startswith(b"\x1f\x8b") or is_zlib) else None


async def unpack_all(
    chunks: AsyncIterator[bytes], *, encoding: str, max_bytes: int
) -> BodyUnpacker:
    """Take in a whole body; raises FetchFailed past `max_bytes`, or when damaged."""
    unpacker = BodyUnpacker(encoding, max_bytes)
    async for chunk in chunks:
        unpacker.feed(chunk)
    return unpacker
