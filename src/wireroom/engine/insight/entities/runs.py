"""Runs of capitalised words that may be one name: particles, initials, "Ministry of ..."."""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.entities.common import common_words, is_given
from wireroom.engine.insight.entities.gazetteer import find_places
from wireroom.engine.insight.entities.romance import ROMANCE, end_of_romance
from wireroom.engine.insight.entities.tables import ORG_WORDS, REALMS, TIES
from wireroom.engine.insight.entities.words import Word
from wireroom.engine.insight.quotes.word_list import word_list

_OF: Final = frozenset({"of", "for"})
_ARTICLES: Final = frozenset({"the", "la", "l", "el"})
_INITIAL: Final = 4  # letters before a point that is part of a name: "J.", "St.", "Gen."
_LONGEST: Final = 12  # words
_GAP: Final = 3  # characters between two words of a name: a space and "d'"


def find_runs(words: Sequence[Word], base: str) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of the runs, in reading order."""
    last = -1
    for place in [at for at, word in enumerate(words) if word.is_capital]:
        if place <= last or _is_unit(words, place):
            continue
        last = _run_end(words, place, base)
        last = _end_of_country(words, place, last)
        last = _end_after_and(words, place, _end_after_of(words, place, last))
        if base in ROMANCE:
            last = end_of_romance(words, place, last)
        yield place, last


def _is_unit(words: Sequence[Word], place: int) -> bool:
    return place > 0 and words[place].text[0].islower() and words[place - 1].text[-1].isdigit()


def _end_of_country(words: Sequence[Word], first: int, last: int) -> int:
    """Return the end of "Bosnia and Herzegovina" and "Republic of Ireland", or `last`."""
    if words[last].owns or last + 2 >= len(words) or words[last + 1].low not in ("and", "of"):
        return last
    for end in (last + 2, last + 3):
        if end < len(words) and words[end].is_capital:
            places = find_places(" ".join(word.text for word in words[first : end + 1]))
            return end if places and not places[0].is_city else last
    return last


def _run_end(words: Sequence[Word], first: int, base: str = "en") -> int:
    last = first
    # "Vorsitzender der Partei": German has capitals on both sides, so a person must open it.
    tied = base != "de" or is_given(words[first].low, base)
    while last - first < _LONGEST and not words[last].owns:
        step = _step(words, last, tied=tied)
        if not step:
            break
        last += step
    return last


def _step(words: Sequence[Word], last: int, *, tied: bool) -> int:
    """Return how many words further the run goes, or 0."""
    for ahead in (1, 2, 3):
        place = last + ahead
        if place >= len(words):
            return 0
        word = words[place]
        if word.after_break or word.start > words[place - 1].end + _GAP:
            return 0
        if word.is_capital:
            return ahead
        is_point = word.text == "." and _is_of_short(words, place)
        if not (is_point or (tied and word.low in TIES)):
            return 0
    return 0


def _is_of_short(words: Sequence[Word], place: int) -> bool:
    """Tell whether a point belongs to an initial or a shortened title."""
    before = words[place - 1]
    is_short = len(before.text) == 1 or before.low in _SHORT
    return is_short and before.end == words[place].start


_SHORT: Final = word_list("mr mrs ms dr st gen sen rep gov lt col sgt capt rev prof jr sr mme mlle")


def _end_after_of(words: Sequence[Word], first: int, last: int) -> int:
    """Return where "Ministry of Trade, Industry and Energy" ends, or `last`."""
    place = last + 1
    if place >= len(words) or words[place].low not in _OF or words[last].owns:
        return last
    opens_name = any(word.low in ORG_WORDS for word in words[first : last + 1])
    if not (opens_name or words[last].low in REALMS):
        return last
    place += 1
    if place < len(words) and words[place].low in _ARTICLES:
        place += 1
    if place >= len(words) or not words[place].is_capital or words[place].after_break:
        return last
    return _end_of_list(words, _end_after_of(words, place, _run_end(words, place)))


def _end_after_and(words: Sequence[Word], first: int, last: int) -> int:
    """Return the end of "the Trade and Energy Commission", or `last`."""
    if last + 2 >= len(words) or words[last + 1].low != "and" or not words[last + 2].is_capital:
        return last
    if last - first > 1 or words[last].owns or words[last].low not in common_words():
        return last
    end = _run_end(words, last + 2)
    is_body = (
        end > last + 2
        and words[last + 2].low != "the"
        and words[end].low in ORG_WORDS
        and words[last].low not in ORG_WORDS
    )
    is_place = find_places(" ".join(word.text for word in words[first : last + 1]))
    return end if is_body and not is_place else last


def _end_of_list(words: Sequence[Word], last: int) -> int:
    """Return the end of "Trade, Industry and Energy", of which `last` is the end of Trade."""
    place, end = last, last
    while place + 2 < len(words) and words[place + 1].text == "," and not words[place].owns:
        if not words[place + 2].is_capital:
            break
        place = _run_end(words, place + 2)
    if (
        place + 2 < len(words)
        and words[place + 1].low in ("and", "&")
        and words[place + 2].is_capital
        and not words[place].owns
        and place - last <= _LONGEST
    ):
        end = _run_end(words, place + 2)
    return end
