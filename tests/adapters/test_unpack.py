"""Unpacked bodies: what came packed may be kept so where one call unpacks it again."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator

import brotli
import pytest
from backports import zstd
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.adapters.unpack import BodyUnpacker, unpack_all
from wireroom.engine.errors import FetchFailed

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
        (brotli.compress(BODY), "br", BODY),
        (zstd.compress(BODY), "zstd", BODY),
        (zstd.compress(BODY) + zstd.compress(b"more"), "zstd", BODY + b"more"),
    ],
)
def test_what_one_call_does_not_unpack_is_not_kept(wire: bytes, encoding: str, body: bytes) -> None:
    taken = _taken(wire, encoding)
    assert taken.body() == body
    assert taken.packed() is None


PACKERS = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress,
           "zstd": zstd.compress}  # fmt: skip


def _outcome(wire: bytes, encoding: str, *, step: int, bound: int) -> bytes | str:
    unpacker = BodyUnpacker(encoding, bound)
    try:
        for first in range(0, len(wire), step):
            unpacker.feed(wire[first : first + step])
        return unpacker.body()
    except FetchFailed as refused:
        return str(refused)


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=3000).map(lambda part: part * 7),
    st.sampled_from(sorted(PACKERS)),
    st.integers(1, 700),
    st.integers(0, 20_000),
)
def test_a_body_is_whole_or_refused(body: bytes, encoding: str, step: int, bound: int) -> None:
    wire = PACKERS[encoding](body)
    bound = max(bound, len(wire))
    came = _outcome(wire, encoding, step=step, bound=bound)
    assert came == (body if len(body) <= bound else f"the answer is larger than {bound:,} bytes")


@settings(max_examples=60, deadline=None)
@given(st.binary(min_size=1, max_size=300), st.sampled_from(sorted(PACKERS)))
def test_damage_is_said_to_be_damage(noise: bytes, encoding: str) -> None:
    came = _outcome(noise, encoding, step=300, bound=10_000)
    assert isinstance(came, bytes) or came.startswith("the answer ")
