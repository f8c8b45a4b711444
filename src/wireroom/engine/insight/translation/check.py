"""Whether a translated sentence may be shown: what it has to keep of the original, it keeps."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from wireroom.engine.insight.translation.cut import MARKS
from wireroom.engine.insight.translation.figures import (
    are_same_days,
    find_figures,
    missing_numbers,
)
from wireroom.engine.insight.translation.names import missing_names
from wireroom.engine.insight.translation.sounding import Sounding
from wireroom.engine.text.language import language_of
from wireroom.engine.text.words import words

_LETTER: Final = re.compile(r"[^\W\d_]")
_MARKUP: Final = re.compile(r"</?[A-Za-z][^<>]{0,200}>|&(?:[a-z]{2,8}|#\d{2,6});")
_BREAKS: Final = re.compile(r"\n\s*\n")
# Letters of the translation for one of the original. The faithful ones of translation_set lie well
# within; scripts that write a word with one or two signs are left out.
_SHORTEST: Final = 0.35
_LONGEST: Final = 3.0
_LONG_ENOUGH: Final = 40  # letters: shorter ones may well double
_DENSE: Final = frozenset(("zh", "ja", "ko"))
# Below this a sentence may be of names alone, and be the same in both languages.
_FEWEST_WORDS: Final = 4
_TELLS_LANGUAGE: Final = 60  # letters


class Problem(StrEnum):
    """Why a translated sentence is not shown."""

    EMPTY = "empty"
    UNTRANSLATED = "untranslated"
    LANGUAGE = "language"
    MARKUP = "markup"
    LENGTH = "length"
    QUOTE = "quote"
    DATE = "date"
    NUMBER = "number"
    NAME = "name"
    REPORTED = "reported"  # by a reader, and an editor agreed


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A language that is translated and the one it is translated into, as primary subtags."""

    source: str
    target: str


def find_problem(
    original: str, translated: str, pair: Pair, *, published_at: datetime | None = None
) -> Problem | None:
    """Return what is wrong with the translation of a sentence, None where nothing is found.

    Pure, any input. `published_at` of the report tells which year "3 May" is of.
    """
    return (
        _look_at_form(original, translated, pair)
        or _look_at_figures(original, translated, pair, published_at)
        or _look_at_names(original, translated, pair)
    )


def _look_at_form(original: str, translated: str, pair: Pair) -> Problem | None:
    if not translated.strip():
        return Problem.EMPTY
    if _MARKUP.search(translated) and not _MARKUP.search(original):
        return Problem.MARKUP
    told = words(original)
    if len(told) >= _FEWEST_WORDS and told == words(translated):
        return Problem.UNTRANSLATED
    if _is_out_of_proportion(original, translated, pair):
        return Problem.LENGTH
    if not _is_in(translated, pair):
        return Problem.LANGUAGE
    if len(MARKS.findall(original)) != len(MARKS.findall(translated)):
        return Problem.QUOTE
    return None


def _is_out_of_proportion(original: str, translated: str, pair: Pair) -> bool:
    before, after = len(_LETTER.findall(original)), len(_LETTER.findall(translated))
    if _BREAKS.search(translated):
        return True
    if pair.source in _DENSE or pair.target in _DENSE or max(before, after) < _LONG_ENOUGH:
        return False
    return not _SHORTEST * before <= after <= _LONGEST * before


def _is_in(translated: str, pair: Pair) -> bool:
    if len(_LETTER.findall(translated)) < _TELLS_LANGUAGE:
        return True
    found = language_of(translated, stated=pair.target)
    return found.partition("-")[0] == pair.target


def _look_at_figures(
    original: str, translated: str, pair: Pair, published_at: datetime | None
) -> Problem | None:
    first = find_figures(original, pair.source, published_at)
    second = find_figures(translated, pair.target, published_at)
    if not are_same_days(first, second):
        return Problem.DATE
    if first.days != second.days:  # only one of two ways to write it is known
        first = find_figures(original, pair.source, None)
        second = find_figures(translated, pair.target, None)
    lost = [*missing_numbers(first, second), *missing_numbers(second, first)]
    return Problem.NUMBER if lost else None


def _look_at_names(original: str, translated: str, pair: Pair) -> Problem | None:
    one, other = Sounding(original, pair.source), Sounding(translated, pair.target)
    lost = [*missing_names(one, other), *missing_names(other, one)]
    return Problem.NAME if lost else None
