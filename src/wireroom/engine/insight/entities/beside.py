"""What English nouns beside a name say: "the ferry X", "X, a charity", "X's parliament"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.entities.beside_tables import (
    BEFORE_OF_BODY,
    BEFORE_OF_PLACE,
    BODY_NOUNS,
    MATCHES,
    MOVES,
    OFFICES,
    OWNED_BY_BODIES,
    OWNED_BY_PEOPLE,
    OWNED_BY_PLACES,
    PERSON_NOUNS,
    PLACE_NOUNS,
    ROLES_OF_BODIES,
    ROLES_OF_CLUBS,
    ROLES_OF_PLACES,
    THING_NOUNS,
)
from wireroom.engine.insight.entities.entity import ORGANISATION, PERSON, PLACE
from wireroom.engine.insight.entities.reading import Candidate, Reading
from wireroom.engine.insight.entities.tables import ORG_WORDS, TITLE_WORDS
from wireroom.engine.insight.entities.words import Word
from wireroom.engine.insight.quotes.word_list import word_list

OTHER: Final = "other"
Score = defaultdict[str, float]

# In units of "one good sign", as in evidence.py; chosen with it on the same pages.
_CLEAR, _FAIR, _SOME = 3.0, 2.0, 1.0
_MATCH: Final = 1.2  # players beat each other, too: just more than a name of two words is worth
_OWNED: Final = 3  # words behind "X's" in which its ministry stands
_LONGEST_LIST: Final = 4  # names before one, as in "the villages of A, B and C"
_LONGEST_APPOSITION: Final = 6  # words in which "a small but lively town" names its noun
_AGENT: Final = ("man", "woman", "ist", "ian", "smith", "keeper")
_STOPS: Final = word_list(
    "of in that which who whose with for from on at to by where near and as based called"
)


def signs_beside(reading: Reading, candidate: Candidate) -> Score:
    """Return what the nouns around one mention say of it; nothing in other languages."""
    score: Score = defaultdict(float)
    if reading.base != "en":
        return score
    words = reading.words
    for kind, weight in _before(words, _start_of_list(words, candidate.first)):
        score[kind] += weight
    for kind, weight in _after(reading, candidate):
        score[kind] += weight
    if words[candidate.last].low in ORG_WORDS:
        score[PERSON] = min(0.0, score[PERSON])  # "a former Ports Council official"
    return score


def _start_of_list(words: Sequence[Word], first: int) -> int:
    """Return where the list starts whose last or later name this is: "A and B", "A, B and C"."""
    start = first
    for _ in range(_LONGEST_LIST):
        before = start - 1
        if before < 1 or words[before].low not in ("and", ",") or words[before].after_break:
            break
        if not words[before - 1].is_capital or words[before - 1].owns:
            break
        before -= 1
        while before > 0 and words[before - 1].is_capital and not words[before].after_break:
            before -= 1
        start = before
    # "In May, Jane Roe": only a noun in the plural, or "and" beside the name, makes it a list.
    if words[first - 1].low == "," and (start == 0 or not words[start - 1].low.endswith("s")):
        is_plural = start > 1 and words[start - 1].low == "of" and words[start - 2].low[-1:] == "s"
        return start if is_plural else first
    return start


def _before(words: Sequence[Word], first: int) -> Iterator[tuple[str, float]]:
    place = first - 1
    if place < 0:
        return
    if words[place].low == "the" and place:
        pair = f"{words[place - 1].low} the"
        if pair in BEFORE_OF_PLACE:
            yield PLACE, _FAIR
            return
        place -= 1
    before = words[place]
    if not before.is_word or (before.is_capital and not before.opens):
        return
    pair = f"{words[place - 1].low} {before.low}" if place else before.low
    if before.low == "aboard":
        yield OTHER, _CLEAR
    elif pair in BEFORE_OF_PLACE or before.low in BEFORE_OF_PLACE:
        yield PLACE, _FAIR
    elif pair in BEFORE_OF_BODY or before.low in MATCHES:
        yield ORGANISATION, _FAIR if pair in BEFORE_OF_BODY else _MATCH
    elif place == first - 1 or words[first - 1].is_capital:
        yield from _said_by(before.low, _FAIR)  # "her novel The Roe"


def _said_by(noun: str, weight: float) -> Iterator[tuple[str, float]]:
    """Yield the class that a noun gives the name it stands with."""
    if noun in THING_NOUNS:
        yield OTHER, weight + _SOME
    elif noun in BODY_NOUNS:
        yield ORGANISATION, weight
    elif noun in PLACE_NOUNS:
        yield PLACE, weight
    elif (
        noun in PERSON_NOUNS or (noun in TITLE_WORDS and noun != "former") or noun.endswith(_AGENT)
    ):
        yield PERSON, weight


def _after(reading: Reading, candidate: Candidate) -> Iterator[tuple[str, float]]:
    words, last = reading.words, candidate.last
    if last + 2 >= len(words) or words[last + 1].after_break:
        return
    after, next_one = words[last + 1], words[last + 2]
    tail = reading.text[words[last].end : after.start]
    if words[last].owns:
        yield from _after_owner(words[last + 1 : last + 1 + _OWNED], tail)
    elif after.text == "," and next_one.low in ("which", "where"):
        yield (ORGANISATION, _SOME) if next_one.low == "which" else (PLACE, _FAIR)
        yield PERSON, -_FAIR
    elif after.text == "," and next_one.low in ("a", "an", "the"):
        yield from _said_by(_head_of(words, last + 3), _FAIR)
    elif after.low == "which":
        yield PERSON, -_SOME
    elif not after.is_capital:
        yield from _after_plain(after.low, next_one)


def _after_owner(behind: Sequence[Word], tail: str) -> Iterator[tuple[str, float]]:
    """Weigh what is owned: "X's parliament"; and "X-based", of which the words keep X alone."""
    after = behind[0]
    if tail.startswith(("-", "‑", "‐")):
        if tail[1:6] in ("based", "born", "area", "bound"):
            yield PLACE, _FAIR
    elif after.low in OWNED_BY_PLACES or _is_office(behind):
        yield PLACE, _FAIR
        yield PERSON, -_SOME
    elif after.low in OWNED_BY_BODIES:
        yield ORGANISATION, _SOME
    elif after.low in OWNED_BY_PEOPLE:
        yield PERSON, _FAIR


def _is_office(behind: Sequence[Word]) -> bool:
    """Tell whether a land's office is owned: "X's energy ministry", "X's interior minister"."""
    for word in behind:
        if not word.is_word or word.is_capital:
            return False
        if word.low in OFFICES:
            return True
    return False


def _after_plain(after: str, next_one: Word) -> Iterator[tuple[str, float]]:
    if next_one.is_capital and (after in ROLES_OF_CLUBS or after in ROLES_OF_BODIES):
        yield ORGANISATION, _FAIR
    elif next_one.is_capital and after in ROLES_OF_PLACES:
        yield PLACE, _FAIR
    elif after in MOVES:
        yield OTHER, _CLEAR
    elif after in MATCHES:
        yield ORGANISATION, _MATCH
    elif after in PLACE_NOUNS:
        yield PLACE, _SOME


def _head_of(words: Sequence[Word], first: int) -> str:
    """Return the noun that words in apposition end in: "a small fishing town of 900"."""
    head = ""
    for word in words[first : first + _LONGEST_APPOSITION]:
        if not word.is_word or word.is_capital or word.low in _STOPS:
            break
        head = word.low
    return head
