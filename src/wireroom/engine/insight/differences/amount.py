"""Amounts as reports write them: intervals in base units, and whether two can both be true."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from zlib import crc32

from wireroom.engine.text.numbers import Number

INFINITE: Final = Decimal("1e30")
# A writer who says "about" or "nearly" rounds by a tenth at most, or by half of the last digit
# written; one who just rounds ("3 million" for 2.96) by a twentieth.
_NEAR: Final = Decimal("0.1")
_ROUNDED: Final = Decimal("0.05")
# What two units of one dimension may differ by when a desk converts and rounds.
_CONVERTED: Final = Decimal("0.06")
# Bare counts below this are exact: 30 dead are not 31.
_ROUND_FROM: Final = 1000
_LARGEST: Final = Decimal(10) ** 15

# Units of one dimension, in a common one.
_BASES: Final[dict[str, tuple[str, Decimal]]] = {
    unit: (dimension, Decimal(factor))
    for dimension, units in {
        "length": {"km": "1", "mile": "1.609", "metre": "0.001", "foot": "0.0003048",
                   "cm": "0.00001", "mm": "0.000001"},
        "mass": {"kg": "1", "tonne": "1000", "ton": "1000"},
        "area": {"hectare": "1", "acre": "0.4047", "sq km": "100", "sq mile": "259",
                 "sq metre": "0.0001"},
        "speed": {"km/h": "1", "mph": "1.609", "knot": "1.852"},
        "duration": {"minute": "1", "hour": "60", "day": "1440", "week": "10080",
                     "month": "43800", "year": "525600"},
    }.items()
    for unit, factor in units.items()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """What a number or several say: from `low` to `high` in the base unit of `dimension`.

    `value` is the number in the base unit, `step` the worth of its last written digit, `bound`
    as in `engine.text.numbers`, "range" or "vague". `other` is the second number of a score.
    """

    dimension: str
    unit: str
    value: Decimal
    low: Decimal
    high: Decimal
    step: Decimal
    bound: str
    other: Decimal | None = None

    @property
    def is_open(self) -> bool:
        """Whether there may be any number more."""
        return self.high >= INFINITE


def amount_of(number: Number, unit: str) -> Amount | None:
    """Return what a number says in a unit; None for numbers that count nothing real."""
    if abs(number.value) > _LARGEST:
        return None
    dimension, value = _in_base(number.value, unit)
    step = _in_base(_step(number.value), unit)[1] if unit != "fahrenheit" else Decimal(1)
    low, high = _interval(value, step, number.bound)
    return Amount(dimension, unit, value, low, high, step, number.bound)


def span_amount(one: Amount, two: Amount) -> Amount:
    """Return the amount of a range: "between 10 and 20"."""
    low, high = min(one.low, two.low), max(one.high, two.high)
    return Amount(two.dimension, two.unit, two.value, low, high, two.step, "range")


def vague_amount(low: int, high: int | None) -> Amount:
    """Return the amount of a word such as "dozens"."""
    top = INFINITE if high is None else Decimal(high)
    return Amount("", "", Decimal(low), Decimal(low), top, Decimal(1), "vague")


def score_amount(one: Decimal, two: Decimal) -> Amount:
    """Return the amount of a score, the greater number first."""
    high, low = max(one, two), min(one, two)
    return Amount("score", "", high, high, high, Decimal(1), "", low)


def spread_amount(dimension: str, low: Decimal, high: Decimal) -> Amount:
    """Return what may be anything from low to high: a day in hours, a clock with its slack."""
    return Amount(dimension, "", low, low, high, Decimal(1), "range")


def name_amount(name: str) -> Amount:
    """Return a name as an amount, equal for equal names alone."""
    number = Decimal(crc32(name.encode()))
    return Amount("name", "", number, number, number, Decimal(1), "", Decimal(0))


def _in_base(value: Decimal, unit: str) -> tuple[str, Decimal]:
    if unit == "fahrenheit":
        return "temperature", (value - 32) * 5 / 9
    if unit in {"celsius", "degree"}:
        return "temperature", value
    dimension, factor = _BASES.get(unit, (unit, Decimal(1)))
    return dimension, value * factor


def _step(value: Decimal) -> Decimal:
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and value else Decimal(1)


def _interval(value: Decimal, step: Decimal, bound: str) -> tuple[Decimal, Decimal]:
    slack = max(abs(value) * _NEAR, step / 2)
    if bound in {">=", ">"}:
        return value, INFINITE
    if bound in {"<=", "<"}:
        # "up to 40" and "as many as 40" say nothing of how few, but a tenth of it is no news.
        return min(value * _NEAR, value), value
    if bound == "~<":
        return value - slack, value
    if bound == "~":
        return value - slack, value + slack
    return value, value


def agree(one: Amount, two: Amount) -> bool:
    """Whether both can be true of one fact: bounds, rounding and conversion allowed for."""
    if one.other is not None or two.other is not None:
        return (one.value, one.other) == (two.value, two.other)
    slack = _converted_slack(one, two)
    if one.low <= two.high + slack and two.low <= one.high + slack:
        return True
    return _is_rounded(one, two) or _is_rounded(two, one)


def grows(early: Amount, late: Amount) -> bool:
    """Whether "at least 9" has become "at least 12": no contradiction, but news."""
    return early.bound == late.bound and early.is_open and early.value < late.value


def ratio(one: Amount, two: Amount) -> float:
    """Return how many times the one is the other, at least 1."""
    low, high = sorted((abs(one.value), abs(two.value)))
    return float(high / low) if low else float(high + 1)


def _converted_slack(one: Amount, two: Amount) -> Decimal:
    if one.unit == two.unit:
        return Decimal(0)
    if one.dimension == "temperature":
        return Decimal(1)
    return max(abs(one.value), abs(two.value)) * _CONVERTED


def _is_rounded(coarse: Amount, fine: Amount) -> bool:
    """Whether one plain number is the other, rounded to fewer digits."""
    if fine.step >= coarse.step or coarse.bound or fine.bound not in {"", "~", "~<"}:
        return False
    if fine.step >= 1 and coarse.value < _ROUND_FROM:
        return False
    gap = abs(coarse.value - fine.value)
    return gap <= min(coarse.step / 2, coarse.value * _ROUNDED)
