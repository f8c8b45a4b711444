"""Which numbers of a sentence say how many or how much, and which only name or point back."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.differences import quantity_tables as tables
from wireroom.engine.insight.differences.classes import state_of
from wireroom.engine.insight.verify.tokens import Reading
from wireroom.engine.text.numbers import Number
from wireroom.engine.text.numbers_tables import CARDINALS, SCALES

_YEARS: Final = range(1900, 2101)
_POINTED: Final = 10  # a smaller number after "the" or "all" points back
_HYPHENS: Final = frozenset("-–—")
# Number words; "a dozen" and "a million" have another than their article.
_WORDS: Final = frozenset((*CARDINALS, *SCALES, *tables.VAGUE_FIRST)) - {"a"}
# Digits, or Arabic letters, whose number words have too many forms.
_SIGNS: Final = re.compile(r"[\d\u0600-\u06ff]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_ONE_OF: Final = frozenset(("احد", "احدي"))
_CLITICS: Final = "وبلكـ"  # what Arabic writes to a number
_SHARES: Final = frozenset(("half", "quarter", "third", "نصف", "ربع", "ثلث"))
_TENS: Final = frozenset(("two", "three", "four", "five", "ten", "10", "100"))
_WHOLE_NEAR: Final = 4  # tokens before "of 18" in which the part stands


def may_count(text: str) -> bool:
    """Whether a sentence may hold a quantity at all: a cheap look before it is read."""
    return bool(_SIGNS.search(text)) or not _WORDS.isdisjoint(_WORD.findall(text.lower()))


def counts(reading: Reading, number: Number, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a number counts or measures; `taken` is where times stand."""
    tokens, text = reading.tokens, reading.text
    start, end = tokens[number.first].start, tokens[number.last - 1].end
    if any(start < stop and end > begin for begin, stop in taken):
        return False
    if number.rank:
        after = [token.word for token in tokens[number.last : number.last + 1]]
        return text[start].isdecimal() and any(word in tables.RANKED for word in after)
    if number.value % 1 and not number.unit and not _is_measured(reading, number):
        return False
    if number.value < _POINTED and not number.unit and _points_back(reading, number):
        return False
    if number.last - number.first == 1 and (tokens[number.first].word,) in tables.VAGUE:
        return False
    if _names_something(reading, number) or _describes(reading, number):
        return False
    return not text[start].isdecimal() or _stands_free(reading, number)


def _is_measured(reading: Reading, number: Number) -> bool:
    """Whether a fraction has a unit that `engine.text.numbers` does not know, or is a magnitude."""
    near = reading.tokens[max(0, number.first - 4) : number.last + 3]
    words = {token.word for token in near}
    after = tuple(token.word for token in reading.tokens[number.last : number.last + 2])
    has_unit = after[:1] in tables.UNITS_AFTER or after in tables.UNITS_AFTER
    return has_unit or not words.isdisjoint(
        {*tables.CURRENCIES, *tables.MAGNITUDE_WORDS, "measuring", "measured"}
    )


def _names_something(reading: Reading, number: Number) -> bool:
    """Whether a number is a name's ("Flight 23"), a whole's ("eight of 18") or a share's."""
    tokens = reading.tokens
    before = tokens[number.first - 1].word if number.first else ""
    lead = before if before != "the" else tokens[max(0, number.first - 2)].word
    if lead in {"of", "اصل"} and _is_whole(reading, number):
        return True
    if before in tables.NAMED_BY_NUMBER or tokens[number.first].word in _SHARES:
        return True
    after = tokens[number.last : number.last + 3]
    return any(  # "one in five", "four trains in ten"
        one.word == "in" and two.is_number and two.word in _TENS for one, two in pairwise(after)
    )


def _describes(reading: Reading, number: Number) -> bool:
    """Whether a number is part of an adjective: "a 24-page statement", not "21-million"."""
    end = reading.tokens[number.last - 1].end
    is_joined = reading.text[end - 1] in _HYPHENS and reading.text[end : end + 1].isalpha()
    if number.unit or not is_joined:
        return False
    after = reading.tokens[number.last].word
    return after not in tables.CURRENCIES and after not in tables.MAGNITUDE_WORDS


def _stands_free(reading: Reading, number: Number) -> bool:
    """Whether digits are no part of a word, an address, a clock or a year."""
    tokens, text = reading.tokens, reading.text
    start, end = tokens[number.first].start, tokens[number.last - 1].end
    glued, after = text[max(0, start - 1) : start], text[end : end + 2]
    if glued and ((glued.isalpha() and glued not in _CLITICS) or glued in "/#:.@_"):
        return False
    if after[:1] == ":" and after[1:].isdecimal():
        return False
    if glued and glued in _HYPHENS and number.first > 1:
        return tokens[number.first - 2].is_number
    is_year = end - start == len("2026") and int(number.value) in _YEARS
    return not (is_year and not number.unit and not number.bound)


def _is_whole(reading: Reading, number: Number) -> bool:
    """Whether a number is the whole that another is a part of: "eight of 18", "one out of six"."""
    low = max(0, number.first - _WHOLE_NEAR)
    return any(token.is_number for token in reading.tokens[low : number.first - 1])


def _points_back(reading: Reading, number: Number) -> bool:
    """Whether a number counts who was told of already, or is "one" of them, or no count."""
    words = [token.word for token in reading.tokens[max(0, number.bound_first - 1) :][:1]]
    after = [token.word for token in reading.tokens[number.last : number.last + 1]]
    if number.value == 1 and (after == ["of"] or reading.tokens[number.first].word in _ONE_OF):
        return True
    more = [token.word for token in reading.tokens[number.last : number.last + 2]]
    if more[:1] == ["more"] and more[1:] and state_of(more[1]):
        return True  # "three more deaths"
    if number.bound_first and (words[0] in tables.POINTERS or words[0].endswith(("'s", "’s"))):
        return True
    return after == ["other"]
