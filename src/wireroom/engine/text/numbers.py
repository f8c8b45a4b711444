"""Numbers of running text: value, unit, bound, digits and words of English and Arabic alike."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate, compress, count, repeat
from typing import Final, NamedTuple

from wireroom.engine.text.numbers_tables import (
    AFTER_BOUNDS,
    BOUNDS,
    CARDINALS,
    DUALS,
    HUNDREDS,
    ORDINALS,
    PERCENTAGE,
    POINTS,
    SCALES,
    SHARES,
    SHORT_SCALES,
    TO_UNIT,
    UNITS,
)
from wireroom.engine.text.remembered import remembered
from wireroom.engine.text.words import fold_word

# One token: a number in digits with its separators, a word, or a sign that carries a unit. No
# part of it can match in two ways, so that a text of digits alone is read in linear time.
_LETTERS: Final = r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0670])*"
_TOKEN: Final = re.compile(
    rf"(\d+(?:[.,٬٫’\u00a0\u202f]\d+)*|{_LETTERS}(?:['’]{_LETTERS})?|[%٪$€£¥°–—-])"
)
# The same tokens where a text has no combining mark, which nearly all have not.
_MARKED: Final = re.compile("[\u0300-\u036f\u064b-\u065f\u0670]")
_PLAIN: Final = re.compile(
    r"(\d+(?:[.,٬٫’\u00a0\u202f]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|[%٪$€£¥°–—-])"
)
_GROUPED: Final = re.compile(r"\d{1,3}(?:[.,٬’\u00a0\u202f]\d{3})+\Z")
_NUMERAL: Final = re.compile(r"[0-9]+(?:[.,٬٫’\u00a0\u202f][0-9]+)*\Z")
_LONGEST_NUMBER: Final = 24  # digits and separators; longer runs are no count of anything
_ORDINAL_ENDS: Final = frozenset(("st", "nd", "rd", "th"))
_HYPHENS: Final = frozenset("-–—")
_RANGE_WORDS: Final = frozenset(("to", "and", "الي", "و"))
_LONGEST_BOUND: Final = 4
_ARABIC_LEADS: Final = ("ال", "بال", "لل", "ب", "ل", "ك")
_TIMES: Final = frozenset(
    ["minute", "hour", "day", "week", "month", "season", "summer", "winter", "year", "decade"]
)
_MORE_THAN_BEFORE: Final = frozenset(
    ["in", "for", "after", "of", "at", "by", "just", "well", "takes", "took", "lasted"]
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the text means it: half-open token places, and what it says.

    `unit` is "" for a bare count, "%" and "pp" for per cent and percentage points, else a
    currency or measure. `bound` is "", ">=", ">", "<=", "<", "~<" or "~"; `rank` for ordinals.
    `bound_first` is where a bound before it begins.
    """

    value: Decimal
    unit: str
    bound: str
    rank: bool
    first: int
    last: int
    bound_first: int


class NumberToken(NamedTuple):
    """A token with its folded form and place in the text."""

    word: str
    start: int
    end: int


def number_tokens(text: str) -> list[NumberToken]:
    """Return the tokens that numbers are read from, in reading order."""
    is_plain = text.isascii() or not _MARKED.search(text)
    pieces = (_PLAIN if is_plain else _TOKEN).split(text)  # what stands between, a token
    words = list(map(_folded, pieces[1::2]))
    places = accumulate(map(len, pieces))
    columns = zip(words, places, places, strict=False)
    # What NumberToken() calls in the end, at a third of the time.
    tokens = list(map(tuple.__new__, repeat(NumberToken), columns))
    # A lone mark of Arabic folds to nothing, and says nothing.
    return [token for token in tokens if token.word] if "" in words else tokens


@remembered(most=1 << 15)  # the commoner words of a day's news
def _folded(token: str) -> str:
    """Return the token folded; of a number only the digits, its separators kept."""
    if not token[0].isdecimal():
        return fold_word(token)
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in token)


def find_numbers(tokens: Sequence[NumberToken]) -> list[Number]:
    """Return the numbers among the tokens, in reading order, none inside another.

    Digits of every script, separators of thousands and decimals as English, German, French,
    Swiss and Arabic writers set them; a lone separator before three digits groups them.
    """
    words = [token.word for token in tokens]
    found: list[Number] = []
    free = 0
    for at in compress(count(), map(_may_begin, words)):
        read = _read(words, at) if at >= free else None
        if read is None:
            continue
        value, free, rank = read
        unit, unit_end = _unit(words, at, free)
        bound, bound_first = ("", at) if rank else _bound(words, at, unit_end, unit)
        found.append(Number(value, unit, bound, rank, at, unit_end, bound_first))
    return _share_units(found, words)


# Of one sentence key points, figures and the verifier ask in turn: about 1 MB.
@lru_cache(maxsize=1 << 8)
def read_numbers(text: str) -> tuple[tuple[NumberToken, ...], tuple[Number, ...]]:
    """Return the tokens of a text with the numbers among them."""
    tokens = number_tokens(text)
    return tuple(tokens), tuple(find_numbers(tokens))


@remembered(most=1 << 15)
def _may_begin(word: str) -> bool:
    """Whether a number may begin with a word: few do, and all words of a text are asked."""
    return (
        word[0].isdecimal()
        or word in ORDINALS
        or word in SHARES
        or word in DUALS
        or word == "a"
        or _value(word) is not None
    )


def _read(words: Sequence[str], at: int) -> tuple[Decimal, int, bool] | None:
    word = words[at]
    if word[0].isdecimal():
        return _digits(words, at)
    if word in ORDINALS:
        if word == "second" and at and words[at - 1] in {"a", "per", "one"}:
            return None
        return Decimal(ORDINALS[word]), at + 1, True
    if word in DUALS:
        return Decimal(2), at + 1, False
    if word in SHARES and _is_joined(words, at):
        return None
    if word in SHARES and (word not in {"quarters", "thirds"}):
        return _share(word), at + 1, False
    return _spelled(words, at)


def _is_joined(words: Sequence[str], at: int) -> bool:
    """Whether a hyphen makes the share part of another word: "half-time", "half-finished"."""
    after = words[at + 1 : at + 3]
    return len(after) > 1 and after[0] in _HYPHENS and after[1] not in UNITS and after[1].isalpha()


def _share(word: str) -> Decimal:
    top, bottom = SHARES[word]
    return (Decimal(top) / Decimal(bottom)).quantize(Decimal("0.0001"))


def _digits(words: Sequence[str], at: int) -> tuple[Decimal, int, bool] | None:
    value = _decimal(words[at])
    if value is None:
        return None
    after = words[at + 1] if at + 1 < len(words) else ""
    if after in _ORDINAL_ENDS:
        return value, at + 2, True
    if after in SCALES:
        return value * SCALES[after], at + 2, False
    if after in _HYPHENS and at + 2 < len(words) and words[at + 2] in SCALES:
        return value * SCALES[words[at + 2]], at + 3, False
    return value, at + 1, False


def _decimal(written: str) -> Decimal | None:
    if len(written) > _LONGEST_NUMBER or not _NUMERAL.match(written):
        return None
    written = written.replace("٫", ".").replace("٬", "_")
    if _GROUPED.match(written):
        return Decimal(re.sub(r"\D", "", written))
    parts = re.split(r"[.,]", re.sub(r"[_’\u00a0\u202f]", "", written))
    if len(parts) == 1:
        return Decimal(parts[0])
    return Decimal("".join(parts[:-1]) + "." + parts[-1])


def _spelled(words: Sequence[str], at: int) -> tuple[Decimal, int, bool] | None:
    """Read the longest run of number words: tens and ones, hundreds, thousands, millions."""
    total, group, end, place = 0, 0, at, at
    while place < len(words):
        word = words[place]
        if word in _HYPHENS or word in {"and", "a"}:
            place += 1
            if place >= len(words) or (end == at and word != "a") or _value(words[place]) is None:
                break
            if word == "a" and words[place] not in SCALES and words[place] != "dozen":
                break
            word = words[place]
        value = _value(word if place == at else _unjoined(word))
        if value is None or (place > at and word in CARDINALS and not _joins(words, place)):
            break
        total, group = _add(total, group, value)
        place += 1
        end = place
    if end == at:
        return None
    return Decimal(total + group), end, False


def _joins(words: Sequence[str], place: int) -> bool:
    """Whether a number word goes on with the one before: "twenty five", not "two three"."""
    before = words[place - 1]
    if before in _HYPHENS or before in {"and", "a"} or before in SCALES:
        return True
    value, previous = CARDINALS[words[place]], CARDINALS.get(_unjoined(before), 0)
    if words[place] in {"عشر", "عشره"}:
        return previous < 10
    return words[place] == "dozen" or (value < 10 and previous >= 20 and words[place].isascii())


def _unjoined(word: str) -> str:
    """Return an Arabic number word without the "and" written to it."""
    return word[1:] if word[0] == "و" and _plain_value(word[1:]) is not None else word


def _value(word: str) -> int | None:
    value = _plain_value(word)
    return value if value is not None else _plain_value(_unjoined(word))


def small_number(word: str) -> int | None:
    """Return what one folded word says as a number: digits, a cardinal, or an ordinal."""
    if word.isdecimal() and len(word) < _LONGEST_NUMBER:
        return int(word)
    return CARDINALS.get(_unjoined(word), ORDINALS.get(word))


def _plain_value(word: str) -> int | None:
    if word in SHORT_SCALES:
        return None
    if word in CARDINALS:
        return CARDINALS[word]
    if (value := SCALES.get(word, HUNDREDS.get(word))) is not None:
        return value
    return _led_cardinal(word)


def _led_cardinal(word: str) -> int | None:
    """Return an Arabic cardinal behind the article or a particle written to it: بخمسة."""
    if word.isascii():
        return None
    for lead in _ARABIC_LEADS:
        value = CARDINALS.get(word.removeprefix(lead), 0) if word.startswith(lead) else 0
        if value > 2:  # "الاحد" is a Sunday
            return value
    return None


def _add(total: int, group: int, value: int) -> tuple[int, int]:
    if value == 12 and 0 < group < 12:  # "two dozen"
        return total, group * 12
    if value in {100, 200} or value < 100 or (value < 1000 and value % 100 == 0):
        return total, group * 100 if value == 100 and 0 < group < 100 else group + value
    if value in {2000, 2 * 10**6, 2 * 10**9}:  # the Arabic dual
        return total + value, 0
    return (total + max(group, 1) * value if group or not total else total * value), 0


def _unit(words: Sequence[str], at: int, end: int) -> tuple[str, int]:
    after = words[end : end + 3]
    if after and after[0] in _HYPHENS:
        after, end = after[1:], end + 1
    if words[end - 1] in DUALS:
        return DUALS[words[end - 1]], end
    if words[end - 1] in SHARES and (skip := _to_unit(words, end)):
        after, end = words[end + skip : end + skip + 3], end + skip
        at = len(words)
    if len(after) > 1 and after[0] in PERCENTAGE and after[1] in POINTS:
        return "pp", end + 2
    if len(after) > 1 and after[0] == "basis" and after[1] in POINTS:
        return "bp", end + 2
    if len(after) > 1 and after[0] in POINTS and after[1] in PERCENTAGE:
        return "pp", end + 2
    if after[:2] in (["per", "cent"], ["في", "المايه"], ["في", "الميه"], ["في", "المييه"]):
        return "%", end + 2
    if after and after[0] in UNITS:
        return UNITS[after[0]], end + 1
    before = words[at - 1] if at else ""
    return (UNITS[before], end) if before in {"$", "€", "£", "¥", "usd", "eur"} else ("", end)


def _to_unit(words: Sequence[str], end: int) -> int:
    """Return how many words lead a share to its unit: "half a percentage point"."""
    return next((len(lead) for lead in TO_UNIT if tuple(words[end : end + len(lead)]) == lead), 0)


def _bound(words: Sequence[str], at: int, end: int, unit: str) -> tuple[str, int]:
    if at and words[at - 1] in {"$", "€", "£", "¥"}:
        at -= 1
    for size in range(_LONGEST_BOUND, 0, -1):
        bound = BOUNDS.get(tuple(words[at - size : at])) if at >= size else None
        if bound and not (size == 1 and unit in _TIMES and _is_through(words, at - 1)):
            return bound, at - size
    for skip in (0, 1, 2) if words[end : end + 1] == ["من"] else (0, 1):
        for size in (2, 1):
            if bound := AFTER_BOUNDS.get(tuple(words[end + skip : end + skip + size])):
                return bound, at
    return "", at


def _is_through(words: Sequence[str], place: int) -> bool:
    """Whether "over" or "under" says during: "over two years", but not "in over two years"."""
    before = words[place - 1] if place else ""
    return words[place] in {"over", "under", "above"} and before not in _MORE_THAN_BEFORE


def _share_units(found: list[Number], words: Sequence[str]) -> list[Number]:
    """Give the first number of a range the unit of its second: "3 to 5 per cent"."""
    for place in range(len(found) - 1):
        one, two = found[place], found[place + 1]
        between = words[one.last : two.first]
        joins = len(between) == 1 and (between[0] in _HYPHENS or between[0] in _RANGE_WORDS)
        if joins and two.unit and not one.unit:
            found[place] = replace(one, unit=two.unit)
    return found
