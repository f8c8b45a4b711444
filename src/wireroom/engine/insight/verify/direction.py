"""Words of more and less that a claim may tell a cited number by: "12 percent more", "rose 12"."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.insight.verify.vocabulary_en import base_of, stem
from wireroom.engine.insight.verify.word_table import words_in
from wireroom.engine.text.numbers import Number

_REACH: Final = 6  # tokens either side of a number in which what became of it is told
_UP: Final = words_in(
    """
    more higher greater larger bigger up rise grow increase climb jump gain soar surge expensive
    dear costly add
    """
)
_DOWN: Final = words_in(
    """
    fewer less lower smaller down fall drop decline decrease slip shrink slump plunge dip slide
    lose cheap reduce
    """
)
_SIDES: Final = tuple(frozenset(stem(word) for word in side) for side in (_UP, _DOWN))
# What became half or twice of what it was, in words that hold the number.
_HALF: Final = frozenset(stem(word) for word in ("halve", "half"))
_TWICE: Final = frozenset(stem(word) for word in ("double", "twice"))
_MOST: Final = words_in("most majority")
_HALF_OF_ALL: Final = Decimal(50)
_ALL: Final = Decimal(100)


def tells_direction(token: Token, claim: Reading, passages: Sequence[Passage]) -> bool:
    """Whether a word of more, less, twice or most says what a cited number says with others."""
    if token.word in _MOST:
        return any(_is_most(number) for number in _numbers_beside(token, claim))
    side = _side(token)
    if side == frozenset() and _stem(token) in _TWICE:
        return any(_stem(other) in _TWICE for one in passages for other in one.reading.tokens)
    return bool(side) and any(
        _goes(side, passage.reading, other)
        for number in _numbers_beside(token, claim)
        for passage in passages
        for other in passage.reading.numbers
        if (other.value, other.unit) == (number.value, number.unit)
    )


def is_halved(number: Number, passages: Sequence[Passage]) -> bool:
    """Whether a number that no passage has is the half of a cited "halved"."""
    is_half = number.value == Decimal("0.5") and not number.unit
    return is_half and any(
        _stem(token) in _HALF for passage in passages for token in passage.reading.tokens
    )


def _stem(token: Token) -> str:
    return stem(base_of(token.word))


def _side(token: Token) -> frozenset[str]:
    return next((side for side in _SIDES if _stem(token) in side), frozenset())


def _numbers_beside(token: Token, reading: Reading) -> Iterator[Number]:
    place = reading.tokens.index(token)
    for number in reading.numbers:
        near = min(abs(place - number.first), abs(place - number.last))
        if near <= _REACH and reading.tokens[number.first].sentence == token.sentence:
            yield number


def _is_most(number: Number) -> bool:
    return number.unit == "%" and _HALF_OF_ALL < number.value < _ALL


def _goes(side: frozenset[str], reading: Reading, number: Number) -> bool:
    """Whether a cited number has words of the side beside it, and none of the other."""
    near = [
        token
        for token in reading.tokens[max(0, number.first - _REACH) : number.last + _REACH]
        if token.sentence == reading.tokens[number.first].sentence
    ]
    told = {_side(token) for token in near} - {frozenset()}
    return told == {side}
