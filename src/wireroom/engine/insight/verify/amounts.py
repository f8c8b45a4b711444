"""Whether the numbers of a claim stand in what it cites: value, unit, bound and what is counted."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from wireroom.engine.insight.verify import words_ar, words_en
from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.direction import is_halved
from wireroom.engine.insight.verify.grammar_en import BE
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.insight.verify.verbs_en import VERBS
from wireroom.engine.insight.verify.vocabulary_en import base_of
from wireroom.engine.text.numbers import Number

_REACH: Final = 9  # tokens between a number and what it counts
_BESIDE: Final = 2  # content words after a number of which one is what it counts
_RUN: Final = 3  # content words after a number that may be what it counts
_YEAR_DIGITS: Final = 4
_CENTURIES: Final = frozenset(("18", "19", "20"))
_ONES: Final = frozenset(("one", "first", "واحد", "واحده", "احد", "احدي"))
_BETWEEN: Final = frozenset(("the", "other", "of", "additional", "extra", "further", "من"))
# Units of one dimension, in a common one.
_IN_BASE: Final[dict[str, tuple[str, Decimal]]] = {
    "km": ("metre", Decimal(1000)),
    "cm": ("metre", Decimal("0.01")),
    "mm": ("metre", Decimal("0.001")),
    "day": ("hour", Decimal(24)),
    "week": ("hour", Decimal(168)),
    "minute": ("hour", Decimal(1) / Decimal(60)),
    "tonne": ("kg", Decimal(1000)),
    "bp": ("pp", Decimal("0.01")),
}


_TWO: Final = Decimal(2)
# What may be told of what: "about" of an exact number, or of "nearly".
_LOOSER: Final = frozenset((("~", ""), ("~", "~<")))
_MOMENTS: Final = frozenset(("minute", "hour", "day", "week"))
_TIMES: Final = _MOMENTS | {"month", "year", "fortnight", "decade", "century"}
_LASTING: Final = frozenset(("for", "in", "within", "least", "after", "about", "than"))


def check_amounts(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find the numbers of a claim that the passages do not hold, or hold for something else."""
    findings: list[Finding] = []
    for number in claim.numbers:
        shown = claim.text[claim.tokens[number.first].start : claim.tokens[number.last - 1].end]
        if reason := _fault(claim, number, passages):
            findings.append(Finding(reason, shown))
    return [*findings, *_other_units(claim, passages)]


def _other_units(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find a "for a month" or "in an hour" where a unit of time stands so, but another one."""
    ours = _articled(claim)
    there = {unit for passage in passages for unit in _articled(passage.reading)}
    ones = {number.unit for passage in passages for number in passage.reading.numbers}
    wrong = [unit for unit in ours if there and unit not in there | ones]
    return [Finding(Reason.UNIT, f"a {unit}") for unit in wrong[:1]]


def _articled(reading: Reading) -> set[str]:
    """Return the units of time that an article leads, behind a preposition or a bound."""
    return {
        three.word
        for one, two, three in zip(
            reading.tokens, reading.tokens[1:], reading.tokens[2:], strict=False
        )
        if two.word in {"a", "an"} and three.word in _TIMES and one.word in _LASTING
    }


def _fault(claim: Reading, number: Number, passages: Sequence[Passage]) -> Reason | None:
    if claim.tokens[number.first].word in _ONES and not number.unit:
        return None
    there = [
        (passage.reading, other)
        for passage in passages
        for other in passage.reading.numbers
        if _is_same_value(number, other)
    ]
    if not there:
        is_told = _is_both(number, passages) or is_halved(number, passages)
        return None if is_told else Reason.NUMBER
    if _exceeds_whole(claim, number):
        return Reason.NUMBER
    is_age = _stands_alone(claim, number)
    there = [
        (reading, other)
        for reading, other in there
        if _has_same_unit(number, other)
        or (is_age and other.unit == "year")
        or (number.unit == "year" and not other.unit and _stands_alone(reading, other))
    ]
    if not there:
        return Reason.UNIT
    there = [
        (reading, other)
        for reading, other in there
        if other.bound == number.bound or (number.bound, other.bound) in _LOOSER
    ]
    if not there:
        return Reason.BOUND
    if _is_year(claim, number) or any(_ends_name(claim, number, *one) for one in there):
        return None
    if _counts_for_another(claim, number, passages):
        return Reason.COUNTED
    counted = _counted(claim, number)
    if counted is None or not _is_known(counted, passages):
        return None
    if any(_stands_near(reading, other, counted) for reading, other in there):
        return None
    return Reason.COUNTED


def _is_year(claim: Reading, number: Number) -> bool:
    """Whether a bare number is a year: "in the 2023 final" counts no finals."""
    word = claim.tokens[number.first].word
    is_bare = not (number.unit or number.bound) and number.last == number.first + 1
    return is_bare and len(word) == _YEAR_DIGITS and word.isdigit() and word[:2] in _CENTURIES


def _ends_name(claim: Reading, number: Number, reading: Reading, other: Number) -> bool:
    """Whether a number is part of a name in both: "1.2 million Orbit 5 phones"."""
    if not number.first or not other.first:
        return False
    ours, theirs = claim.tokens[number.first - 1], reading.tokens[other.first - 1]
    is_named = ours.is_name and ours.clause == claim.tokens[number.first].clause
    return is_named and bool(ours.keys & theirs.keys) and not number.unit


def _counts_for_another(claim: Reading, number: Number, passages: Sequence[Passage]) -> bool:
    """Whether what the claim counts, past a word beside it, another number alone counts there.

    "412 confirmed deaths", where 412 cases were confirmed, and six deaths.
    """
    first = _counted(claim, number)
    place = claim.tokens.index(first) + 1 if first is not None else 0
    head = claim.tokens[place] if 0 < place < len(claim.tokens) else None
    if first is None or head is None or head.clause != first.clause:
        return False
    if not head.is_content or head.is_name or base_of(head.word) in VERBS:
        return False
    by_it = [
        other
        for passage in passages
        for other in passage.reading.numbers
        if any(head.keys & token.keys for token in _right_after(passage.reading, other))
    ]
    is_beside = any(
        first.keys & token.keys
        for passage in passages
        for other in passage.reading.numbers
        if _is_same_value(number, other)
        for token in passage.reading.tokens[max(0, other.first - _BESIDE) : other.last + _BESIDE]
    )
    return is_beside and bool(by_it) and not any(_is_same_value(number, other) for other in by_it)


def _right_after(reading: Reading, number: Number) -> list[Token]:
    """Return the first content words after a number, up to the next one."""
    near = reading.tokens[number.last : number.last + _REACH]
    ends = next((at for at, token in enumerate(near) if token.is_number), len(near))
    return [token for token in _after(reading, number) if token in near[:ends]][:_BESIDE]


def _is_both(number: Number, passages: Sequence[Passage]) -> bool:
    """Whether the number is the two of a cited "both"."""
    is_two = number.value == _TWO and not number.unit and not number.bound
    return is_two and any(
        token.word == "both" for passage in passages for token in passage.reading.tokens
    )


def _exceeds_whole(claim: Reading, number: Number) -> bool:
    """Whether the number is more than the whole it is said to be of: "seven of the five"."""
    for other in claim.numbers:
        between = [token.word for token in claim.tokens[number.last : other.bound_first]]
        if between in (["of"], ["of", "the"], ["of", "its"], ["من"], ["من", "اصل"]):
            return other.unit == number.unit == "" and number.value > other.value
    return False


def _stands_alone(claim: Reading, number: Number) -> bool:
    """Whether commas set the number off, as an age: "Vail, 58, had invented"."""
    before = claim.tokens[number.first - 1] if number.first else None
    after = claim.tokens[number.last] if number.last < len(claim.tokens) else None
    own = claim.tokens[number.first].clause
    return bool(before and before.clause != own and (after is None or after.clause != own))


def _is_same_value(one: Number, other: Number) -> bool:
    if one.rank != other.rank and not (one.unit == other.unit != "" and one.unit in _MOMENTS):
        return False  # the goal "after 12 minutes" is one "in the 12th minute"
    return one.value == other.value or _based(one) == _based(other)


@lru_cache(maxsize=1 << 12)
def _based(number: Number) -> tuple[str, Decimal]:
    if number.unit == "%":
        return "share", number.value / 100
    if not number.unit and number.value in {Decimal("0.5000"), Decimal("0.2500")}:
        return "share", number.value.normalize()
    unit, factor = _IN_BASE.get(number.unit, (number.unit, Decimal(1)))
    return unit, (number.value * factor).quantize(Decimal("0.0001"))


def _has_same_unit(one: Number, other: Number) -> bool:
    return one.unit == other.unit or (_based(one) == _based(other))


def _counted(reading: Reading, number: Number) -> Token | None:
    """Return the content word right after a bare count ("31 people", "six of the injured")."""
    if number.unit:
        return None
    last = reading.tokens[number.last - 1]
    for token in reading.tokens[number.last : number.last + 3]:
        if token.clause != last.clause or token.sentence != last.sentence:
            return None
        if token.is_content and not token.is_name and token.word not in _BETWEEN:
            return token
        if token.word not in _BETWEEN:
            return None
    return None


def _is_known(token: Token, passages: Sequence[Passage]) -> bool:
    return any(token.keys & other.keys for passage in passages for other in passage.reading.tokens)


def _stands_near(reading: Reading, number: Number, counted: Token) -> bool:
    sentence = reading.tokens[number.first].sentence
    theirs = _counted(reading, number)
    if _is_of_them(reading, number) and any(
        counted.keys & token.keys for token in reading.tokens[: number.first]
    ):
        return not (_is_led_to_them(reading, number) and _is_counted_else(reading, number, counted))
    if theirs is not None and not _is_anybody(theirs):
        low = max(0, number.first - 2)
        beside = (*reading.tokens[low : number.first], *_after(reading, number))
        return any(counted.keys & token.keys for token in beside)
    return any(
        counted.keys & token.keys and token.sentence in {sentence, sentence - 1}
        for token in reading.tokens[max(0, number.first - _REACH) : number.last + _REACH]
    )


def _is_of_them(reading: Reading, number: Number) -> bool:
    """Whether a number counts what was told before: "six of them", "two wanted to wait"."""
    after = reading.tokens[number.last : number.last + 2]
    if _is_led_to_them(reading, number):
        return True
    if not after or after[0].sentence != reading.tokens[number.first].sentence:
        return True
    if after[0].clause != reading.tokens[number.first].clause:
        return True
    return after[0].word in BE or base_of(after[0].word) in VERBS


def _is_led_to_them(reading: Reading, number: Number) -> bool:
    words = [token.word for token in reading.tokens[number.last : number.last + 2]]
    return words in (["of", "them"], ["of", "those"], ["of", "whom"]) or words[:1] == ["منهم"]


def _is_counted_else(reading: Reading, number: Number, counted: Token) -> bool:
    """Whether another number counts the thing: "three hospitals, six of them badly hurt"."""
    others = (_counted(reading, other) for other in reading.numbers if other is not number)
    return any(other is not None and counted.keys & other.keys for other in others)


def _is_anybody(token: Token) -> bool:
    """Whether what is counted has no kind of its own: people, persons."""
    return token.word in words_en.PLAIN or token.word in words_ar.PLAIN


def _after(reading: Reading, number: Number) -> list[Token]:
    """Return the first content words after a number, in its clause."""
    clause = reading.tokens[number.last - 1].clause
    near = reading.tokens[number.last : number.last + _REACH]
    return [token for token in near if token.is_content and token.clause == clause][:_RUN]
