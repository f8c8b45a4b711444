"""The sentences of a text that may speak of time, found without taking each word apart."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from wireroom.engine.text.dates.lexicon import Lexicon, lexicon_of
from wireroom.engine.text.words import without_longer

# Signs of lexicon.py without which a sentence tells no time; short weekdays need a date beside.
_ANCHORS: Final = frozenset("WMmKDQBEudJp")
_YEAR: Final = re.compile(r"[12\u0661\u0662\u06f1\u06f2]\d{3}(?!\d)")
_MARKS: Final = re.compile("[\u064b-\u0652\u0670\u0640]")
# A full stop after a word this long ends a sentence; after a shorter one ("Sept.") it may not.
_LONG_WORD: Final = 5
# Words no longer than this are looked for whole.
_SHORT: Final = 4
# As much of a text shows whether it is written in capitals.
_OPENING: Final = 400
# Of a sentence without end only so much is looked at on either side of its word of time.
_BEFORE: Final = 240
_AFTER: Final = 200


def sentences_with_time(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield where they begin and end, in order, each inside one line and none twice."""
    last = 0
    for place in _places(text, lexicon):
        if place < last:
            continue
        start = max(_start_of(text, place), last)
        last = _end_of(text, place)
        yield start, last


def _places(text: str, lexicon: Lexicon) -> list[int]:
    found = [match.start() for match in _YEAR.finditer(text)]
    for word in _needles(lexicon.lang, text.isascii(), text[:_OPENING].isupper()):
        place = text.find(word)
        while place >= 0:
            found.append(place)
            place = text.find(word, place + len(word))
    if lexicon.lang == "ar":
        found.extend(match.start() for match in _MARKS.finditer(text))
    return sorted(found)


@lru_cache(maxsize=32)
def _needles(lang: str, only_ascii: bool, in_capitals: bool) -> tuple[str, ...]:
    """Return the words of time of a language, without those that hold another.

    Text in capitals is looked through for capitals alone, and nothing else is; a word's first
    letter is left off where it may be written either way. Each needle is a look through the text.
    """
    lexicon = lexicon_of(lang)
    words = {word for word, sign in lexicon.signs.items() if sign in _ANCHORS and len(word) != 2}
    for first, phrases in lexicon.phrases.items():
        words |= {max((first, *rest), key=len) for rest, sign, _ in phrases if sign in _ANCHORS}
    if lang != "ar":
        words = {word for word in words if len(word) < 2 or word.isupper() == in_capitals}
        either = {word for word in words if len(word) > _SHORT and word.capitalize() in words}
        words = words - either | {word[1:] for word in either}
    if only_ascii:
        words = {word for word in words if word.isascii()}
    return without_longer(words)


def _start_of(text: str, place: int) -> int:
    floor = max(text.rfind("\n", 0, place) + 1, place - _BEFORE)
    stop = text.rfind(". ", floor, place)
    if stop >= 0 and text[max(stop - _LONG_WORD, 0) : stop].isalpha():
        return stop + 2
    if floor == place - _BEFORE:
        space = text.find(" ", floor, place)
        return floor if space < 0 else space
    return floor


def _end_of(text: str, place: int) -> int:
    line = text.find("\n", place, place + _AFTER)
    ceiling = line if line >= 0 else min(place + _AFTER, len(text))
    stop = text.find(". ", place, ceiling)
    if stop >= 0 and text[max(stop - _LONG_WORD, 0) : stop].isalpha():
        return stop + 1
    if line < 0 and ceiling < len(text):
        space = text.rfind(" ", place, ceiling)
        return ceiling if space < 0 else space
    return ceiling
