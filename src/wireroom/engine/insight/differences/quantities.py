"""Amounts of a sentence with their kind: counts, money, shares, measures, ages, scores."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from wireroom.engine.insight.differences import quantity_tables as tables
from wireroom.engine.insight.differences.amount import (
    Amount,
    amount_of,
    score_amount,
    span_amount,
)
from wireroom.engine.insight.differences.counting import counts
from wireroom.engine.insight.differences.report import Measure
from wireroom.engine.insight.differences.vague import vague_in
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.text.numbers import Number

_OLDEST: Final = 110
_MAGNITUDES: Final = range(1, 11)
_HYPHENS: Final = frozenset("-–—")
_RANGE_WORDS: Final = frozenset(("to", "and", "الي", "و"))
_BEFORE: Final = 3  # tokens in which "magnitude" may stand before or after its number
_CHANGE: Final = 7  # tokens in which "rose" may stand before "from 9 to 12"
_OLD: Final = re.compile(r"[-\s]years?[-\s](?:old|of age)|(?<=سنه)$")
_AGED: Final = frozenset(("aged", "العمر", "عمره", "عمرها"))
_CURRENCY_NAMES: Final = frozenset(tables.CURRENCIES.values())
_LARGE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount in its sentence: tokens `first` to `last` (half-open), `start` to `end` in it.

    `is_former` marks a value that the sentence itself replaces: "from 9 to 12", "not nine".
    """

    amount: Amount
    measure: Measure
    first: int
    last: int
    start: int
    end: int
    is_former: bool = False


def find_quantities(reading: Reading, taken: Sequence[tuple[int, int]]) -> list[Quantity]:
    """Return the quantities of a sentence in order; none within `taken`, where times stand."""
    numbers = [n for n in reading.numbers if counts(reading, n, taken)]
    tokens = reading.tokens
    vague = [
        Quantity(amount, Measure.COUNT, first, last, tokens[first].start, tokens[last - 1].end)
        for amount, first, last in vague_in(tokens, numbers)
    ]
    found = [*_of_numbers(reading, numbers), *vague]
    return _share_money(reading, sorted(found, key=lambda one: one.first))


def _share_money(reading: Reading, found: list[Quantity]) -> list[Quantity]:
    """Give bare millions the currency before them: "1.8 billion crowns, not the 2.4 billion"."""
    for place in range(1, len(found)):
        one, two = found[place - 1], found[place]
        if one.measure is Measure.MONEY and _is_bare_million(reading, two):
            amount = replace(two.amount, dimension=one.amount.dimension, unit=one.amount.unit)
            found[place] = replace(two, amount=amount, measure=Measure.MONEY)
    return found


def _is_bare_million(reading: Reading, quantity: Quantity) -> bool:
    clause = reading.tokens[quantity.last - 1].clause
    rest = reading.tokens[quantity.last : quantity.last + 1]
    has_noun = any(token.is_content and token.clause == clause for token in rest)
    is_count = quantity.measure is Measure.COUNT and not has_noun
    return is_count and quantity.amount.low >= _LARGE


def _of_numbers(reading: Reading, numbers: Sequence[Number]) -> Iterator[Quantity]:
    place = 0
    while place < len(numbers):
        one = numbers[place]
        two = numbers[place + 1] if place + 1 < len(numbers) else None
        pair = _pair(reading, one, two) if two else None
        if pair is not None:
            yield from pair
            place += 2
            continue
        place += 1
        if two is not None and _is_tied(reading, one, two):  # "a 25-23 lead" in no known sense
            place += 1
        elif quantity := _single(reading, one):
            yield quantity


def _is_tied(reading: Reading, one: Number, two: Number) -> bool:
    start, end = reading.tokens[one.first].start, reading.tokens[two.first].start
    written = reading.text[start:end]
    return written[-1:] in _HYPHENS and written[:-1].isdecimal()


def _pair(reading: Reading, one: Number, two: Number) -> list[Quantity] | None:
    """Return what two numbers say together: a score, a range, or a change from one to the other."""
    tokens = reading.tokens
    between = [token.word for token in tokens[one.last : two.bound_first]]
    if tokens[one.last - 1].word in _HYPHENS:
        between.insert(0, "-")
    joints = [word for word in between if word not in tables.VOTES]
    if len(joints) != 1 or len(between) > 2 or one.rank or two.rank:
        return None
    if joints[0] in tables.VERSUS and _is_score(reading, one, two, between):
        amount = score_amount(one.value, two.value)
        return [_quantity(reading, amount, Measure.SCORE, one, two)]
    second = _single(reading, two)
    if second is None or joints[0] not in _RANGE_WORDS | _HYPHENS or len(between) > 1:
        return None
    return _range(reading, one, two, second, joints[0])


def _is_score(reading: Reading, one: Number, two: Number, between: Sequence[str]) -> bool:
    if one.unit or two.unit or one.value % 1 or two.value % 1:
        return False
    if len(between) > 1:
        return True
    return any(token.word in tables.SCORING for token in reading.tokens)


def _range(
    reading: Reading, one: Number, two: Number, second: Quantity, joint: str
) -> list[Quantity] | None:
    tokens = reading.tokens
    lead = tokens[one.bound_first - 1].word if one.bound_first else ""
    unit = second.amount.unit if not one.unit else one.unit
    first = amount_of(one, unit)
    if first is None or (joint == "and" and lead != "between"):
        return None
    if joint == "و" and lead != "بين":
        return None
    changes = any(
        token.word in tables.CHANGES
        for token in tokens[max(0, one.bound_first - _CHANGE) : one.bound_first]
    )
    if lead in {"from", "من"} and (changes or one.value > two.value):
        return [_quantity(reading, first, second.measure, one, one, is_former=True), second]
    if one.value >= two.value:
        return None
    whole = _quantity(reading, span_amount(first, second.amount), second.measure, one, two)
    if lead in {"between", "بين"}:
        whole = replace(whole, start=tokens[one.bound_first - 1].start)
    return [whole]


def _quantity(
    reading: Reading,
    amount: Amount,
    measure: Measure,
    one: Number,
    two: Number,
    *,
    is_former: bool = False,
) -> Quantity:
    tokens = reading.tokens
    last = two.last - 1
    while last > two.first and tokens[last].word in _HYPHENS:
        last -= 1
    start = tokens[one.bound_first].start
    while start and reading.text[start - 1] in "$€£¥":
        start -= 1
    return Quantity(amount, measure, one.bound_first, two.last, start, tokens[last].end, is_former)


def _single(reading: Reading, number: Number) -> Quantity | None:
    tokens = reading.tokens
    after = tuple(token.word for token in tokens[number.last : number.last + 3])
    unit, extra = _unit_of(reading, number, after)
    amount = amount_of(number, unit)
    if amount is None:
        return None
    measure = _measure(reading, number, unit)
    if unit == "year" and _is_age(reading, number):
        measure, amount = Measure.AGE, amount_of(number, "") or amount
    first, last = number.bound_first, number.last + extra
    shown = _quantity(reading, amount, measure, number, number)
    end = tokens[last - 1].end if extra else shown.end
    return Quantity(amount, measure, first, last, shown.start, end, _is_former(tokens, first))


def _unit_of(reading: Reading, number: Number, after: tuple[str, ...]) -> tuple[str, int]:
    """Return the unit, and how many tokens after the number belong to it."""
    if number.unit:
        turned = tables.TURNED_UNITS.get((number.unit, after[0] if after else ""), "")
        if turned in {"km/h", "mph"} and after[:1] in (("per",), ("an",), ("في",)):
            is_hour = after[1:2] in (("hour",), ("الساعه",))
            return (turned, 2) if is_hour else (number.unit, 0)
        return (turned, 1) if turned else (_dollar(reading, number), 0)
    for size in (2, 1):
        unit = tables.UNITS_AFTER.get(after[:size]) if len(after) >= size else None
        if unit:
            is_glued = reading.tokens[number.last].start == reading.tokens[number.last - 1].end
            if unit not in {"celsius", "fahrenheit"} or len(after[0]) > 1 or is_glued or size > 1:
                return unit, size
    for place, word in enumerate(after[:2]):
        if word in tables.CURRENCIES:
            return f"{' '.join(after[:place])} {tables.CURRENCIES[word]}".strip(), place + 1
    return "", 0


def _dollar(reading: Reading, number: Number) -> str:
    """Return the unit of a number, the dollars of other countries kept apart: "A$", "C$"."""
    start = reading.tokens[number.first].start
    mark = re.search(r"\b([A-Z]{1,2})\$\s?\Z", reading.text[max(0, start - 5) : start])
    if number.unit == "usd" and mark and mark[1] != "US":
        return f"{mark[1].lower()} dollar"
    return number.unit


def _measure(reading: Reading, number: Number, unit: str) -> Measure:
    if number.rank:
        return Measure.ORDINAL
    if unit == "%":
        return Measure.PERCENT
    if unit == "pp":
        return Measure.POINTS
    if unit in tables.MONEY or (unit and unit.split()[-1] in _CURRENCY_NAMES):
        return Measure.MONEY
    if unit in {"", "degree"} and _is_magnitude(reading, number):
        return Measure.MAGNITUDE
    if unit:
        return Measure.AMOUNT
    return Measure.AGE if _is_age(reading, number) else Measure.COUNT


def _is_magnitude(reading: Reading, number: Number) -> bool:
    low = max(0, number.bound_first - _BEFORE)
    near = (*reading.tokens[low : number.first], *reading.tokens[number.last : number.last + 2])
    named = any(token.word in tables.MAGNITUDE_WORDS for token in near) or (
        any(token.word in {"measuring", "measured"} for token in near)
        and any(token.word in tables.QUAKES for token in reading.tokens)
    )
    return named and int(number.value) in _MAGNITUDES


def _is_age(reading: Reading, number: Number) -> bool:
    if not 0 < number.value <= _OLDEST or number.value % 1:
        return False
    tokens, text = reading.tokens, reading.text
    before = tokens[number.bound_first - 1] if number.bound_first else None
    if before is not None and before.word in _AGED:
        return True
    start, end = tokens[number.first].start, tokens[number.last - 1].end
    if number.unit == "year":
        written = text[tokens[number.first].start : end + len("s of age")]
        is_aside = text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")"
        return is_aside or bool(_OLD.search(written))
    if number.unit or before is None or not before.is_content or number.bound:
        return False
    return text[before.end : start] in {", ", " ("} and text[end : end + 1] in {",", ".", ")", ";"}


def _is_former(tokens: Sequence[Token], first: int) -> bool:
    before = [token.word for token in tokens[max(0, first - 2) : first]]
    if before[-1:] == ["from"]:
        return True
    return any(word in tables.FORMER for word in before[-1:]) or before in (
        ["rather", "than"],
        ["instead", "of"],
        ["بدلا", "من"],
    )
