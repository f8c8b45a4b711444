"""The values of the numbers that a text tells, in digits or in words of its language."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from wireroom.engine.text.number_words import number_words
from wireroom.engine.text.numbers import NumberToken, find_numbers, number_tokens

# Languages whose number words engine.text.numbers reads by itself. They are not looked for in
# others: "once" is eleven in Spanish, "due" two in Italian.
_READ_AS_THEY_ARE: Final = frozenset(("en", "ar"))
# Chinese writes digits and counts in one with the words around them: 3.5万人, 二十三人.
_HAN_SCALES: Final = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "亿": 10**8,
    "萬": 10**4,
    "億": 10**8,
}
_HAN_DIGITS: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {
    "两": 2,
    "〇": 0,
}
_HAN: Final = re.compile(
    r"(?P<digits>\d+(?:\.\d+)?)(?P<scale>[千万亿萬億]+)|[零〇一二两三四五六七八九十百千万亿萬億]{2,12}|十"
)

# "3 000" as French, Russian and others write it; in English two numbers may stand side by side.
_SPACED: Final = re.compile(r"(?<![\d.,])(\d{1,3})((?: \d{3})+)(?![\d])")


class Told(NamedTuple):
    """A number of a text; `start` is where it begins, near enough to tell the order."""

    value: Decimal
    start: int


def read_values(text: str, base: str, *, ranks: bool = False) -> Iterator[Told]:
    """Yield the numbers of a text of the language `base` in reading order.

    Ordinals are left out unless `ranks` asks for them.
    """
    if base in ("zh", "ja"):
        text = _HAN.sub(_in_digits, text)
    if base not in _READ_AS_THEY_ARE:
        text = _SPACED.sub(lambda match: match[0].replace(" ", "\u202f"), text)
    tokens = number_tokens(text)
    if base not in _READ_AS_THEY_ARE:
        tokens = _as_english(tokens, base)
    for number in find_numbers(tokens):
        if ranks or not number.rank:
            yield Told(number.value.normalize(), tokens[number.first].start)


def _as_english(tokens: list[NumberToken], base: str) -> list[NumberToken]:
    """Return the tokens with number words in English, and no other word that means one there."""
    known = number_words(base)
    return [
        token
        if not token.word[0].isalpha()
        else token._replace(word=known.get(token.word, f"_{token.word}"))
        for token in tokens
    ]


def _in_digits(match: re.Match[str]) -> str:
    if match["digits"]:
        value = Decimal(match["digits"])
        for scale in match["scale"]:
            value *= _HAN_SCALES[scale]
        return f" {value.normalize():f} "
    total, group, digit = 0, 0, 0
    for sign in match[0]:
        if sign in _HAN_DIGITS:
            digit = _HAN_DIGITS[sign]
            continue
        scale = _HAN_SCALES[sign]
        if scale < 10**4:
            group += (digit or 1) * scale
        else:
            total, group = total + max(1, group + digit) * scale, 0
        digit = 0
    return f" {total + group + digit} "
