"""What one page showed, as hashes: which text stood where, and which article it was."""

import struct
import zlib
from array import array
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Final

import numpy as np
import numpy.typing as npt

from wireroom.engine.pages.sheet import Block, Element, Sheet
from wireroom.engine.text.words import words

Keys = npt.NDArray[np.uint64]
Sketch = npt.NDArray[np.uint32]

# Blocks of a page that are looked at: its body and what stands around it. Of the shared pages
# nine in ten have fewer in all.
MOST_BLOCKS: Final = 128
SKETCH: Final = 16  # paragraphs by which one body is told from another
_AROUND: Final = 24  # blocks before and after the body
_HASHED: Final = 200  # characters of a text: no two paragraphs of one outlet begin alike so far
_FEWEST_LETTERS: Final = 3  # a text of fewer ("12", "2 : 1") says nothing of where it belongs
_A_PARAGRAPH: Final = 40  # characters; shorter lines do not tell one body from another
_ASCII_DIGITS: Final = b"0123456789"
_EASTERN_DIGITS: Final = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
_HEAD: Final = struct.Struct("<QQBB")


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What a page showed.

    `title` and `address` are keys of its headline and canonical address (0 where it has none),
    `sketch` the smallest hashes of its body's paragraphs, `keys` those of its blocks: the hash of
    the place in the upper half, that of the text in the lower.
    """

    title: int
    address: int
    sketch: Sketch
    keys: Keys

    def pack(self) -> bytes:
        """Return bytes that `unpack` reads: at most 1.4 KB."""
        head = _HEAD.pack(self.title, self.address, len(self.sketch), len(self.keys))
        return head + self.sketch.tobytes() + self.keys.tobytes()

    @classmethod
    def unpack(cls, packed: bytes) -> "Shown":
        """Return what `pack` wrote. Raises ValueError for anything else."""
        if len(packed) < _HEAD.size:
            raise ValueError("no packed page")
        title, address, sketched, count = _HEAD.unpack_from(packed)
        ends = _HEAD.size + 4 * sketched
        if len(packed) != ends + 8 * count:
            raise ValueError("no packed page")
        sketch = np.frombuffer(packed, np.uint32, sketched, _HEAD.size)
        return cls(title, address, sketch, np.frombuffer(packed, np.uint64, count, ends))


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """The blocks of a page that are looked at, with the key of each, 0 where it tells nothing."""

    blocks: Sequence[Block]
    keys: Sequence[int]


def look_at(sheet: Sheet, body: Set[str], *, foreign: Set[str]) -> Seen:
    """Return the keys of the blocks in and around the body, at most MOST_BLOCKS of them.

    Text of `foreign` articles has no keys.
    """
    blocks = _around(sheet.blocks, body)
    texts = [block.text for block in blocks]
    rows = zip(texts, _places(sheet, blocks), _hashes(texts), strict=True)
    keys = [place << 32 | row if row and text not in foreign else 0 for text, place, row in rows]
    return Seen(blocks, keys)


def show(seen: Seen, *, title: str, address: str | None, body: Sequence[str]) -> Shown:
    """Return what is learnt of a page: `body` are the paragraphs of its own article."""
    telling = [text for text in body if len(text) >= _A_PARAGRAPH]
    sketch = sorted({row for row in _hashes(telling) if row})[:SKETCH]
    return Shown(
        title=_key(" ".join(words(title))),
        address=_key(address or ""),
        sketch=np.array(sketch, np.uint32),
        keys=np.frombuffer(array("Q", sorted({key for key in seen.keys if key})), np.uint64),
    )


def _key(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "little") if text else 0


def _around(blocks: Sequence[Block], body: Set[str]) -> Sequence[Block]:
    """Return the blocks from a little before the body to a little after it.

    Of a longer row the beginning and the end stay: there stands what is repeated.
    """
    inside = [place for place, block in enumerate(blocks) if block.text in body]
    if not inside:
        return blocks[:MOST_BLOCKS]
    row = blocks[max(0, inside[0] - _AROUND) : inside[-1] + 1 + _AROUND]
    if len(row) <= MOST_BLOCKS:
        return row
    half = MOST_BLOCKS // 2
    return [*row[:half], *row[-half:]]


def _hashes(texts: Sequence[str]) -> list[int]:
    """Return a hash of each text without its digits and case, 0 where too little is left."""
    joined = "\n".join([text[:_HASHED].replace("\n", " ") for text in texts])
    if not joined.isascii():
        for digit in _EASTERN_DIGITS:
            if digit in joined:
                joined = joined.replace(digit, "")
    folded = joined.encode("utf-8", "replace").translate(None, _ASCII_DIGITS).lower()
    crc32 = zlib.crc32
    lines = folded.split(b"\n") if texts else []
    return [crc32(line) if len(line) >= _FEWEST_LETTERS else 0 for line in lines]


def _places(sheet: Sheet, blocks: Sequence[Block]) -> list[int]:
    """Return a hash of where each block stands: its tag and the nearest class words."""
    elements = sheet.elements
    named: dict[int, str] = {-1: "", 0: ""}
    found = []
    home, place = -1, 0
    for block in blocks:
        if block.home != home:
            home = block.home
            element = elements[home]
            above = named.get(element.parent)
            if above is None:
                above = _name_up(elements, element.parent, named)
            place = _place(element.tag, element.attributes.get("class") or "", above)
        found.append(place)
    return found


def _name_up(elements: Sequence[Element], place: int, named: dict[int, str]) -> str:
    """Return tag and class words of the nearest element from `place` up that has any."""
    passed = []
    while (found := named.get(place)) is None:
        passed.append(place)
        element = elements[place]
        if naming := element.attributes.get("class"):
            found = f"{element.tag} {naming}"
            break
        place = element.parent
    named.update(dict.fromkeys(passed, found))
    return found


@lru_cache(maxsize=2048)
def _place(tag: str, naming: str, above: str) -> int:
    told = f"{tag}\n{naming}\n{above}".encode("utf-8", "replace")
    return zlib.crc32(told.translate(None, _ASCII_DIGITS))
