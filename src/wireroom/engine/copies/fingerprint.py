"""A body's fingerprint: hashes of its five-word shingles, sampled the same way everywhere."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

import numpy as np
from numpy.typing import NDArray

from wireroom.engine.text.words import find_body_words, fold

Prints = NDArray[np.uint64]  # sorted, without repeats

SHINGLE_WORDS: Final = 5
_PACKED: Final = np.dtype("<u8")

# A quarter of the shingles is kept, by the hash alone, so that two bodies keep the same ones
# (Broder 1997, "mod m" sampling). An 80-word passage leaves about 19, which is enough to find
# it; texts shorter than that keep their 16 lowest whatever their value.
_KEEP_BELOW: Final = np.uint64(1 << 62)
_KEEP_AT_LEAST: Final = 16

# A book in one body must not fill the index: what follows this word is not fingerprinted.
MAX_WORDS: Final = 50_000

_SPREAD: Final = np.array(
    [pow(0x9E3779B97F4A7C15, power, 1 << 64) for power in range(SHINGLE_WORDS)], dtype=np.uint64
)
_MIX_1: Final = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2: Final = np.uint64(0x94D049BB133111EB)


def fingerprint(body: str) -> Prints:
    """Return the sorted, distinct, sampled 64-bit hashes of the body's word shingles.

    The same in every process and on every machine. Spelling variants (colour, color) have
    one hash. Fewer than five words give an empty array.
    """
    return sampled(shingles(word_keys(find_body_words(body)[:MAX_WORDS])))


def word_keys(found: Sequence[str]) -> Prints:
    """Return one 64-bit key a word, in order; spelling variants of a word share their key."""
    return np.frombuffer(b"".join(map(_DIGESTS.__getitem__, found)), dtype="<u8").astype(np.uint64)


def shingles(keys: Prints, *, width: int = SHINGLE_WORDS) -> Prints:
    """Return the hash of every run of `width` keys (at most five), in reading order."""
    count = len(keys) - width + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(width):
        mixed += keys[place : place + count] * _SPREAD[place]
    return _mix(mixed)


def sampled(hashes: Prints) -> Prints:
    """Return the sample of the hashes that a fingerprint holds, sorted and distinct."""
    kept = _distinct(hashes[hashes < _KEEP_BELOW])
    if len(kept) >= _KEEP_AT_LEAST:
        return kept
    return _distinct(hashes)[:_KEEP_AT_LEAST]


def _distinct(hashes: Prints) -> Prints:
    """Return them sorted, each once; np.unique hashes first, which takes longer."""
    ordered = np.sort(hashes)
    return (
        ordered[:1] if len(ordered) < 2 else ordered[np.append(True, ordered[1:] != ordered[:-1])]
    )


def pack(prints: Prints) -> bytes:
    """Return the fingerprint as little-endian bytes, eight a hash."""
    return prints.astype("<u8").tobytes()


def unpack(packed: bytes) -> Prints:
    """Return the fingerprint that `pack` wrote. Raises ValueError on a broken length."""
    prints = np.frombuffer(packed, _PACKED)
    # Asking for a type that it has costs as much again, of each live article at start.
    return prints if _PACKED.isnative else prints.astype(np.uint64)


def _mix(hashes: Prints) -> Prints:
    """Spread every bit over the whole word (the finaliser of splitmix64, Steele 2014)."""
    hashes = (hashes ^ (hashes >> np.uint64(30))) * _MIX_1
    hashes = (hashes ^ (hashes >> np.uint64(27))) * _MIX_2
    return hashes ^ (hashes >> np.uint64(31))


class _Digests(dict[str, bytes]):
    """Word -> the eight bytes of its key; joined at once they make an array without numbers."""

    def __missing__(self, word: str) -> bytes:
        if len(self) >= _MOST_DIGESTS:
            self.clear()
        folded = fold(word).replace(".", "")
        spelled = _one_spelling(folded).encode("utf-8", "replace")
        digest = self[word] = blake2b(spelled, digest_size=8).digest()
        return digest


_MOST_DIGESTS: Final = 1 << 17  # the vocabulary of some days in two languages; about 20 MB
_DIGESTS: Final = _Digests()


def _one_spelling(word: str) -> str:
    """Write British and American spellings of an English word one way.

    Coarse on purpose: it also joins a few different words (our, or), which a run of five
    words hardly ever confuses.
    """
    if len(word) < 5 or not word.isascii():
        return word
    word = word.replace("our", "or").replace("z", "s").replace("ae", "e").replace("oe", "e")
    word = word.replace("ll", "l").replace("mme", "m").replace("ogue", "og")
    word = word.replace("ence", "ense").replace("grey", "gray")
    return f"{word[:-2]}er" if word.endswith("tre") else word
