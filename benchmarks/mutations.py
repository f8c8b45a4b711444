"""Ways in which the bytes of a page go wrong, by accident or by intent; each repeatable."""

import random
import re
from collections.abc import Callable, Mapping
from typing import Final

Mutation = Callable[[bytes, random.Random], bytes]

_TAG: Final = re.compile(rb"<[^<>]{1,300}>")
_NESTED: Final = (b"<div>", b"<b>", b"<ul><li>", b"<table><tr><td>", b"<font><i>", b"<blockquote>")
# Near the limits of intake.py, on both sides of them.
_DEPTHS: Final = (100, 240, 260, 1_000, 2_600)
_ATTRIBUTES: Final = (400, 600, 20_000)
_LARGEST_SLICE: Final = 60_000  # bytes
_FLIPS: Final = 200
_SHUFFLED: Final = 60


def _slice(raw: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(raw) + 1)
    return start, min(len(raw), start + chance.randrange(1, _LARGEST_SLICE))


def _inserted(raw: bytes, what: bytes, chance: random.Random) -> bytes:
    """Put `what` behind any of the tags, so that it stands where markup may."""
    ends = [match.end() for match in _TAG.finditer(raw)] or [0]
    at = chance.choice(ends)
    return raw[:at] + what + raw[at:]


def _flip_bits(raw: bytes, chance: random.Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(chance.randrange(1, _FLIPS) if raw else 0):
        changed[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _truncate(raw: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randrange(len(raw) + 1)]


def _duplicate(raw: bytes, chance: random.Random) -> bytes:
    start, end = _slice(raw, chance)
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + raw[start:end] * chance.randrange(1, 4) + raw[at:]


def _delete(raw: bytes, chance: random.Random) -> bytes:
    start, end = _slice(raw, chance)
    return raw[:start] + raw[end:]


def _nest(raw: bytes, chance: random.Random) -> bytes:
    return _inserted(raw, chance.choice(_NESTED) * chance.choice(_DEPTHS), chance)


def _wrong_charset(raw: bytes, chance: random.Random) -> bytes:
    start, end = _slice(raw, chance)
    codec = chance.choice(["utf-16-le", "utf-16-be", "cp1256", "shift_jis", "utf-32", "utf-7"])
    text = raw[start:end].decode("utf-8", "replace")
    return raw[:start] + text.encode(codec, "replace") + raw[end:]


def _many_attributes(raw: bytes, chance: random.Random) -> bytes:
    value = chance.choice(['="<>"', "=x", "", "='<div a=\">'", '="'])
    names = (f" a{number}{value}" for number in range(chance.choice(_ATTRIBUTES)))
    return _inserted(raw, f"<div{''.join(names)}>".encode(), chance)


def _large_attribute(raw: bytes, chance: random.Random) -> bytes:
    words = chance.choice(["body article ", "x", "<p>", "  ", "aB", "é"]) * chance.randrange(50_000)
    name = chance.choice(["class", "id", "href", "content", "datetime", "title"])
    tag = chance.choice(["div", "a", "meta property='og:title'", "time", "img"])
    return _inserted(raw, f'<{tag} {name}="{words}">'.encode(), chance)


def _put_nulls(raw: bytes, chance: random.Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(chance.randrange(1, _FLIPS)):
        changed.insert(chance.randrange(len(changed) + 1), chance.choice([0, 0, 0, 1, 0x1B, 0x7F]))
    return bytes(changed)


def _shuffle_tags(raw: bytes, chance: random.Random) -> bytes:
    """Have a row of tags change places, the text between them staying."""
    found = list(_TAG.finditer(raw))
    first = chance.randrange(len(found) + 1)
    some = found[first : first + _SHUFFLED]
    tags = [match[0] for match in some]
    chance.shuffle(tags)
    parts, end = [], 0
    for match, tag in zip(some, tags, strict=True):
        parts += [raw[end : match.start()], tag]
        end = match.end()
    return b"".join([*parts, raw[end:]])


MUTATIONS: Final[Mapping[str, Mutation]] = {
    "bits flipped": _flip_bits,
    "truncated": _truncate,
    "slice again": _duplicate,
    "slice gone": _delete,
    "nested": _nest,
    "other charset": _wrong_charset,
    "attributes": _many_attributes,
    "long attribute": _large_attribute,
    "null bytes": _put_nulls,
    "tags shuffled": _shuffle_tags,
}


def mutated(raw: bytes, number: int) -> tuple[str, bytes]:
    """Return what was done to the bytes and the bytes; the same for the same number.

    Each kind comes in turn; every third page gets a second one on top.
    """
    chance = random.Random(number)
    names = list(MUTATIONS)
    kinds = [names[number % len(names)], *([chance.choice(names)] if number % 3 == 0 else [])]
    for kind in kinds:
        raw = MUTATIONS[kind](raw, chance)
    return " + ".join(kinds), raw
