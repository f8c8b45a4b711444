"""Unpacked bodies: what came packed may be kept so where one call unpacks it again."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator

import pytest

from wireroom.adapters.unpack import BodyUnpacker, unpack_all

BODY = b"<p>The ferry burned for nine hours.</p>" * 40
BARE = zlib.compressobj(wbits=-zlib.MAX_WBITS)
RAW_DEFLATE = BARE.compress(BODY) + BARE.flush()


def _taken(wire: bytes, encoding: str) -> BodyUnpacker:
    async def chunks() -> AsyncIterator[bytes]:
        for first in range(0, len(wire), 50):
            yield wire[first : first + 50]

    return asyncio.run(unpack_all(chunks(), encoding=encoding, max_bytes=100_000))


@pytest.mark.parametrize(
    ("wire", "encoding"), [(gzip.compress(BODY), "gzip"), (zlib.compress(BODY), "deflate")]
)
def test_what_came_packed_is_kept_as_it_came(wire: bytes, encoding: str) -> None:
    taken = _taken(wire, encoding)
    assert taken.body() == BODY
    assert taken.packed() == wire
    assert zlib.decompress(wire, zlib.MAX_WBITS | 32) == BODY


@pytest.mark.parametrize(
    ("wire", "encoding", "body"),
    [
        (BODY, "", BODY),
        (RAW_DEFLATE, "deflate", BODY),
        (gzip.compress(BODY) + gzip.compress(b"more"), "gzip", BODY + b"more"),
        (gzip.compress(BODY) + b"\0\0filling", "gzip", BODY),
    ],
)
def test_what_one_call_does_not_unpack_is_not_kept(wire: bytes, encoding: str, body: bytes) -> None:
    taken = _taken(wire, encoding)
    assert taken.body() == body
    assert taken.packed() is None
