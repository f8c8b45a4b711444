"""Which signs a font file can draw, by its cmap table (OpenType 1.9, cmap formats 4 and 12)."""

import struct
from functools import lru_cache
from pathlib import Path
from typing import Final

_COLLECTION: Final = b"ttcf"
_MOST_BYTES: Final = (
    4_000_000  # of a table: the largest, of all Chinese, Japanese and Korean, 400 kB
)
_BY_SEGMENTS, _BY_GROUPS = 4, 12
_MOST_SIGN: Final = 0x10FFFF


@lru_cache(maxsize=256)
def signs_of(path: Path) -> frozenset[int]:
    """Return the code points that a font file has a glyph for; none where it cannot be read."""
    try:
        return _read_signs(_read_cmap(path))
    except (OSError, struct.error, IndexError):
        return frozenset()


def _read_cmap(path: Path) -> bytes:
    """Return the cmap table of a font file, or of the first font of a collection."""
    with path.open("rb") as file:
        head = file.read(16)
        start = struct.unpack_from(">I", head, 12)[0] if head[:4] == _COLLECTION else 0
        file.seek(start)
        (count,) = struct.unpack_from(">H", file.read(12), 4)
        directory = file.read(16 * count)
        for at in range(0, 16 * count, 16):
            name, _, offset, length = struct.unpack_from(">4sIII", directory, at)
            if name == b"cmap":
                file.seek(offset)
                return file.read(min(length, _MOST_BYTES))
    return b"\0\0\0\0"  # a table of nothing


def _read_signs(cmap: bytes) -> frozenset[int]:
    (count,) = struct.unpack_from(">H", cmap, 2)
    signs: set[int] = set()
    for number in range(count):
        platform, _, at = struct.unpack_from(">HHI", cmap, 4 + 8 * number)
        (form,) = struct.unpack_from(">H", cmap, at)
        if platform in (0, 3) and form == _BY_GROUPS:
            signs |= _read_groups(cmap, at)
        elif platform in (0, 3) and form == _BY_SEGMENTS:
            signs |= _read_segments(cmap, at)
    return frozenset(signs)


def _read_groups(cmap: bytes, at: int) -> set[int]:
    (count,) = struct.unpack_from(">I", cmap, at + 12)
    signs: set[int] = set()
    for number in range(count):
        first, last, glyph = struct.unpack_from(">III", cmap, at + 16 + 12 * number)
        signs.update(range(first if glyph else first + 1, min(last, _MOST_SIGN) + 1))
    return signs


def _read_segments(cmap: bytes, at: int) -> set[int]:
    count = struct.unpack_from(">H", cmap, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", cmap, at + 14)
    starts = struct.unpack_from(f">{count}H", cmap, at + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", cmap, at + 16 + 4 * count)
    offsets_at = at + 16 + 6 * count
    offsets = struct.unpack_from(f">{count}H", cmap, offsets_at)
    signs: set[int] = set()
    for number, (first, last) in enumerate(zip(starts, ends, strict=True)):
        # Where the glyphs of this segment are listed; 0 where they follow each other.
        listed_at = offsets[number] and offsets_at + 2 * number + offsets[number]
        for sign in range(first, last + 1):
            glyph = _listed(cmap, listed_at + 2 * (sign - first)) if listed_at else sign
            # Glyph 0 is the box that stands for what is missing.
            if (glyph or not listed_at) and (glyph + deltas[number]) % 0x10000:
                signs.add(sign)
    return signs


def _listed(cmap: bytes, at: int) -> int:
    return int.from_bytes(cmap[at : at + 2], "big")  # 0 beyond the end
