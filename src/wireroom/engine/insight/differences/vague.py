"""Amounts that words say without a number: "dozens", "hundreds", the Arabic dual."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from wireroom.engine.insight.differences import quantity_tables as tables
from wireroom.engine.insight.differences.amount import INFINITE, Amount, vague_amount
from wireroom.engine.insight.verify.tokens import Token
from wireroom.engine.text.numbers import Number

_OPENING: Final = frozenset((("more", "than"), ("at", "least"), ("اكثر", "من")))


def vague_in(
    tokens: Sequence[Token], numbers: Sequence[Number]
) -> Iterator[tuple[Amount, int, int]]:
    """Yield the amounts of words alone, "dozens", "شخصين", with their tokens, half-open."""
    inside = {place for n in numbers for place in range(n.first, n.last)}
    place = 0
    while place < len(tokens):
        found = _vague(tokens, place)
        if found is None or (place in inside and found[1] == 1):
            place += 1
            continue
        amount, size = found
        if place > 1 and (tokens[place - 2].word, tokens[place - 1].word) in _OPENING:
            amount = replace(amount, high=INFINITE)
        yield amount, place, place + size
        place += size


def _vague(tokens: Sequence[Token], place: int) -> tuple[Amount, int] | None:
    word = tokens[place].word
    if word in tables.DUALS:
        return _exact(2), 1
    if word not in tables.VAGUE_FIRST:
        return None
    for size in range(tables.LONGEST_VAGUE, 0, -1):
        words = tuple(token.word for token in tokens[place : place + size])
        if len(words) == size and words in tables.VAGUE:
            return vague_amount(*tables.VAGUE[words]), size
    return None


def _exact(value: int) -> Amount:
    exact = Decimal(value)
    return Amount("", "", exact, exact, exact, Decimal(1), "")
