"""Web archives taken in by two runs: what the second finds hangs on nothing that the first did."""

import gzip
import io
import random
import zlib

from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.pages.warc import Met, read_records
from wireroom.engine.pages.warc_bytes import CHUNK, Place


def _record(chance: random.Random) -> bytes:
    """Return a record that hardly packs, so that the file's chunks end in its midst."""
    block = chance.randbytes(chance.choice((40, 3_000, CHUNK - 300, CHUNK + 9_000)))
    head = f"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def _archive(chance: random.Random) -> bytes:
    """Return members that hold one record or several, packed well or not at all."""
    members = [b"".join(_record(chance) for _ in range(chance.randint(1, 3))) for _ in range(4)]
    return b"".join(gzip.compress(one, chance.choice((0, 1))) for one in members)


def _told(raw: bytes, start: Place | None = None) -> list[tuple[Place, str, int]]:
    return [_of(met) for met in read_records(io.BytesIO(raw), start=start)]


def _of(met: Met) -> tuple[Place, str, int]:
    return met.next, met.trouble, zlib.crc32(met.record.block) if met.record else 0


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.integers(0, 4), st.integers(0, 2))
def test_an_archive_reads_on_as_in_one_run(seed: int, damages: int, cuts: int) -> None:
    chance = random.Random(seed)
    raw = bytearray(_archive(chance))
    for _ in range(damages):
        raw[chance.randrange(20, len(raw))] ^= 1 << chance.randrange(8)
    del raw[len(raw) - cuts * chance.randrange(1, 2_000) :]
    steps = list(read_records(io.BytesIO(bytes(raw))))
    whole = [_of(met) for met in steps]
    for at, met in enumerate(steps):
        rest = whole[at if met.is_end else at + 1 :]
        assert _told(bytes(raw), met.next) == rest


def test_a_place_of_another_file_ends_the_run_with_its_reason() -> None:
    raw = gzip.compress(_record(random.Random(7)) * 9)
    damaged = raw[:10] + b"\xff" * 4_000  # no block of deflate begins so
    (met,) = read_records(io.BytesIO(damaged), start=Place(0, 30_000))
    assert met.is_end
    assert met.trouble.startswith("compressed data")
