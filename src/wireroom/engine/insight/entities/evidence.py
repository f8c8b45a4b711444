"""What speaks for a name being a person's, a place's or an organisation's."""

import re
from collections import defaultdict
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.entities.beside import OTHER, Score, signs_beside
from wireroom.engine.insight.entities.common import common_words, is_given
from wireroom.engine.insight.entities.entity import ORGANISATION, PERSON, PLACE
from wireroom.engine.insight.entities.gazetteer import Place, find_places
from wireroom.engine.insight.entities.known_tables import PEOPLE
from wireroom.engine.insight.entities.reading import Candidate, Reading
from wireroom.engine.insight.entities.tables import (
    ADJECTIVES,
    BRAND_ENDS,
    GERMAN_NO_PLACES,
    INSIDE,
    KNOWN_BODIES,
    KNOWN_PHRASES,
    LONE_BODIES,
    ORG_WORDS,
    OTHER_ENDS,
    OTHER_HEADS,
    PLACE_ENDS,
    PLACE_HEADS,
    PLACE_PREPOSITIONS,
    REALMS,
    SAYING,
    SIDES,
    TEAM_ENDS,
    TIES,
    TITLE_WORDS,
)
from wireroom.engine.insight.entities.words import Word

# Weights in units of "one good sign": by judgement, then on the tuned pages of
# benchmarks/entities_truth.jsonl.
_SURE, _GOOD, _FAIR, _SOME = 4.0, 3.0, 2.0, 1.0
_MILLION, _LARGE = 500_000, 100_000
_ACRONYM: Final = re.compile(r"(?:[^\W\d_]\.?&?){2,7}\Z")
_CAMEL: Final = re.compile(r"[^\W\d_]*[a-z][A-Z]\w*|\w+\.(?:com|org|net|info|tv|co)\Z")
_AGE: Final = re.compile(r"\d{1,2}\Z")
_GERMAN_BODIES: Final = ("partei", "gruppe", "bündnis", "verband", "agentur", "zeitung", "firma")
# What towns are called after, and surnames seldom: no "-ton", "-ford" or "-ham".
_TOWN_ENDS: Final = (
    "mouth",
    "gate",
    "bank",
    "side",
    "haven",
    "ville",
    "burg",
    "shire",
    "abad",
    "stan",
)
_PARTS: Final = frozenset(("north", "south", "central", "latin", "saudi", "native", "west", "east"))
# What makes a place's name a body's.
_BODIES_OF_PLACES: Final = ORG_WORDS - PLACE_ENDS - {"bank", "united"}
_WORK: Final = 60  # characters to a quote mark on either side
_OPENS_WORK: Final = re.compile('[“„«"]')
_SHORT_WORD: Final = 3  # letters; a lone capital word that short is rarely a body
_BRANDS: Final = re.compile(r"(?:Mc|Mac|De|Le|La|Van|Di|Fitz|O)[A-Z]")


def signs_of_form(name: str, words: list[Word], base: str) -> Score:
    """Return what the words themselves say, wherever they stand."""
    lows = [word.low for word in words if word.is_word]
    score: Score = defaultdict(float)
    _signs_of_place(score, name, lows, base)
    if score[PLACE] < _SURE or lows[-1] in _BODIES_OF_PLACES:
        _signs_of_body(score, name, words, lows)
    if score[PLACE] < _SURE and lows[-1] not in ORG_WORDS and "&" not in name:
        _signs_of_person(score, words, lows, base)
    if len(lows) > 1 and len(lows[-1]) == 1 and lows[0] in common_words():
        score[OTHER] += _GOOD  # "Path A"
    if len(lows) == 1 and lows[0] in common_words() and not name.isupper():
        score[OTHER] += _SOME + 1.5
    if len(lows) > 1 and lows[-1].removesuffix("s") in ADJECTIVES and lows[0] in _PARTS:
        score[OTHER] += _SURE + _SURE  # "North Koreans"
    if len(lows) > 1 and lows[0] in OTHER_HEADS:
        score[OTHER] += _SURE + _SURE
    if lows[-1] in OTHER_ENDS and name.lower().replace("’", "'") not in KNOWN_PHRASES:
        score[OTHER] += _SURE + _SOME
    return score


def _signs_of_body(score: Score, name: str, words: list[Word], lows: list[str]) -> None:
    whole = name.lower().replace("’", "'")
    if (
        whole in KNOWN_PHRASES
        or whole in KNOWN_BODIES
        or whole.removeprefix("the ") in KNOWN_PHRASES
    ):
        score[ORGANISATION] += _SURE + _SOME
    if len(lows) == 1 and lows[0] in LONE_BODIES:
        score[ORGANISATION] += _SURE
    if len(lows) > 1 and (lows[-1] in ORG_WORDS or lows[0] in ORG_WORDS or _has_body_of(lows)):
        score[ORGANISATION] += _GOOD + _SOME
    if len(lows) == 1 and name.isupper() and _ACRONYM.match(name):
        score[ORGANISATION] += _FAIR  # too little to be sure of: "RFS", "GED"
    elif len(lows) > 1 and any(_is_shouted(word) for word in words[_initials(words) :]):
        score[ORGANISATION] += _FAIR
    if len(lows) > 1 and lows[-1] in BRAND_ENDS:
        score[ORGANISATION] += _FAIR
    if lows[-1] in TEAM_ENDS:
        score[ORGANISATION] += _GOOD if len(lows) > 1 else _FAIR
    if _CAMEL.match(words[0].text) and not _BRANDS.match(words[0].text):
        score[ORGANISATION] += _GOOD
    if "&" in name:
        score[ORGANISATION] += _FAIR


def _is_shouted(word: Word) -> bool:
    return word.is_word and len(word.text) > 1 and word.text.isupper()


def _initials(words: list[Word]) -> int:
    """Return how many words at the front are initials: "JD" before a name not in capitals."""
    return int(len(words[0].text) == 2 and words[0].text.isupper() and len(words) == 2)


def _has_body_of(lows: list[str]) -> bool:
    return any(
        low in ORG_WORDS and after in ("of", "for", "de", "del", "des")
        for low, after in pairwise(lows)
    )


def _signs_of_person(score: Score, words: list[Word], lows: list[str], base: str) -> None:
    if len(lows) == 1 and lows[0] in PEOPLE:
        score[PERSON] += _GOOD
    if is_given(lows[0], base):
        score[PERSON] += _GOOD if 2 <= len(lows) <= 5 else _SOME + 0.5
    elif any(is_given(low, base) for low in lows[1:-1]) or (
        "-" in lows[0] and is_given(lows[0].split("-")[0], base)
    ):
        score[PERSON] += _FAIR
    is_tied = any(word.low in TIES for word in words[1:]) and not is_given(lows[0], base)
    is_known = lows[0] in KNOWN_BODIES and len(lows) > 1 and lows[-1] not in ORG_WORDS
    if is_known and (lows[-1] in common_words() or lows[-1][-1].isdigit()):
        score[OTHER] += _GOOD  # "Apple Watch"
    elif 2 <= len(lows) <= 4 and not is_tied and not is_of_words(lows, base):
        score[PERSON] += _SOME
        if len(lows) == 2 and not is_given(lows[0], base) and _is_city(lows[1], base):
            score[ORGANISATION] += _FAIR  # "Real Madrid"
    if len(lows) > 1 and any(len(word.text) == 1 and word.text.isupper() for word in words):
        score[PERSON] += _SOME


def is_of_words(lows: list[str], base: str) -> bool:
    """Tell whether ordinary words make a name, as no person's: all of it, or its first."""
    names = [low for low in lows if len(low) > 1]
    opens = len(names[:1]) == 1 and names[0] in common_words() and not is_given(names[0], base)
    return opens or all(low in common_words() for low in names)


def _is_city(low: str, base: str) -> bool:
    places = find_places(low, base)
    return bool(places) and places[0].is_city and places[0].population >= _MILLION


def _signs_of_place(score: Score, name: str, lows: list[str], base: str) -> None:
    places = find_places(name, base)
    if places:
        score[PLACE] += _weight_of(places[0], lows, base)
    if len(lows) > 1 and (lows[0] in PLACE_HEADS or lows[-1] in PLACE_ENDS):
        score[PLACE] += _GOOD
    if len(lows) == 1 and lows[0].startswith(("al-", "el-")):
        score[PLACE] += _SOME + 0.5
    if len(lows) == 1 and base == "en" and lows[0].endswith(_TOWN_ENDS):
        score[PLACE] += _SOME
    if len(lows) > 2 and lows[1] == "of" and lows[0] in REALMS:
        score[PLACE] += _SURE


def _weight_of(place: Place, lows: list[str], base: str) -> float:
    if not place.is_city:
        return _SURE + _SOME
    is_word = len(lows) == 1 and (lows[0] in common_words() or is_given(lows[0], base))
    if place.is_own:
        return _SOME if is_word else _SURE
    if is_word:
        return 0.5 if place.population < _MILLION else _SOME
    if base == "de" and lows[0] in GERMAN_NO_PLACES:
        return 0.0
    if base == "de" and len(lows) == 1 and place.population < _MILLION:
        return _SOME  # "Folge" and "Namen" are towns, too
    if base in ("ru", "uk") and place.population < _MILLION:
        return 0.5  # found by its stem, which a word of running text may share
    if place.population >= _MILLION:
        return _GOOD + 0.5
    if len(lows) > 1:
        return 0.5 if is_given(lows[0], base) else _GOOD
    return _FAIR if place.population >= _LARGE else _SOME


def signs_of_place(reading: Reading, candidate: Candidate) -> Score:
    """Return what the words around one mention say."""
    words, first, last = reading.words, candidate.first, candidate.last
    score = signs_beside(reading, candidate)
    before = words[first - 1].low if first else ""
    after = words[last + 1].low if last + 1 < len(words) else ""
    lows = [word.low for word in words[first : last + 1] if word.is_word]
    if candidate.title and words[last].low not in ORG_WORDS:
        score[PERSON] += _SOME if candidate.title == "former" else _GOOD
    if before in PLACE_PREPOSITIONS and reading.base in _PREPOSITIONS_OF.get(before, reading.base):
        score[PLACE] += PLACE_PREPOSITIONS[before]
    if before == "the" or (after == "'" and before == "the"):
        if not find_places(reading.name_of(candidate), reading.base):
            # A ship, a river and a modifier ("the Roe verdict") have "the", too.
            is_body = any(low in common_words() for low in lows[1:]) or reading.base != "en"
            score[ORGANISATION] += _SOME if is_body else 0.5
        if not candidate.title:
            score[PERSON] -= _SOME
    if before == "told" and len(lows) == 1 and not is_given(lows[0], reading.base):
        score[ORGANISATION] += _SOME  # a paper; a surname learns from the full name
    elif after in SAYING or before in SAYING:
        is_body = len(lows) > 1 and is_of_words(lows, reading.base)
        score[ORGANISATION if is_body else PERSON] += _SOME
    if after in ("who", "whose"):
        score[PERSON] += _SOME
    if after == "," and last + 2 < len(words):
        _signs_after_comma(score, reading, candidate)
    if before == "," and first >= 2 and words[first - 2].is_capital:
        score[PLACE] += 0.5 * bool(find_places(reading.name_of(candidate), reading.base))
    _signs_of_where(score, reading, candidate)
    _signs_of_line(score, reading, candidate, lows)
    _signs_of_letters(score, reading, candidate)
    _signs_of_quote(score, reading, candidate)
    if first == last and not candidate.opens and not reading.in_title:
        _signs_of_script(score, reading, words[first])
    return score


_PREPOSITIONS_OF: Final = {"at": ("en",), "to": ("en",), "en": ("fr", "es"), "from": ("en",)}


def _signs_of_where(score: Score, reading: Reading, candidate: Candidate) -> None:
    """Weigh what is said of places alone: "north of Tor Havn", and nobody is "in Jane Roe".

    Her case and her death one may be in, and one is told of with a title.
    """
    words, first = reading.words, candidate.first
    if reading.base != "en" or candidate.title or not first:
        return
    is_of = first > 1 and words[first - 1].low == "of" and words[first - 2].low in SIDES
    if is_of:
        score[PLACE] += PLACE_PREPOSITIONS["in"]
    after = words[candidate.last + 1].low if candidate.last + 1 < len(words) else ""
    is_inside = words[first - 1].low in INSIDE and after[:1] not in ("'", "’")
    if candidate.length > 1 and (is_of or is_inside):
        score[PERSON] -= _SOME + 0.5


def _signs_after_comma(score: Score, reading: Reading, candidate: Candidate) -> None:
    after = reading.words[candidate.last + 2]
    if (
        _AGE.match(after.text)
        and not reading.words[min(candidate.last + 3, len(reading.words) - 1)].is_word
    ):
        score[PERSON] += _GOOD
    elif after.low in ("who", "whose") or after.low in TITLE_WORDS:
        score[PERSON] += _FAIR
    elif after.is_capital and candidate.length <= 2:
        state = find_places(after.text, reading.base)
        if state and not state[0].is_city:
            score[PLACE] += _FAIR
    elif after.low in ("a", "an", "the") and candidate.length > 1:
        score[PERSON] += 0.5


def _signs_of_line(score: Score, reading: Reading, candidate: Candidate, lows: list[str]) -> None:
    """Weigh ordinary words with capitals: a body inside a line, nothing as a heading."""
    if len(lows) > 1 and common_words().issuperset(lows):
        score[OTHER if _is_line(reading, candidate) else ORGANISATION] += _FAIR
    elif candidate.length < 4 and _is_line(reading, candidate):
        score[OTHER] += _SOME


def _is_work(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether it stands in quote marks among words that all have capitals: a song, a book."""
    start, end = reading.span_of(candidate)
    if not _OPENS_WORK.search(reading.text, max(0, start - _WORK), start):
        return False
    opened = max(reading.text.rfind(mark, max(0, start - _WORK), start) for mark in '“„«"')
    closed = min(
        (at for mark in '”“»"' if (at := reading.text.find(mark, end, end + _WORK)) >= 0),
        default=-1,
    )
    if closed < 0:
        return False
    inner = reading.text[opened + 1 : closed]
    words = inner.split()
    if inner != inner.strip():
        return False  # what stands between two quotes
    return len(words) > candidate.length and all(word[0].isupper() for word in words)


def is_short_for(letters: str, lows: list[str], words: list[Word]) -> bool:
    """Tell whether letters are the first of all words, or of those with capitals."""
    capitals = [word.low for word in words if word.is_capital]
    return letters in ("".join(low[0] for low in lows), "".join(low[0] for low in capitals))


def _signs_of_letters(score: Score, reading: Reading, candidate: Candidate) -> None:
    """Weigh letters in brackets that stand for the name: only bodies have them."""
    opened = candidate.last + 1
    if opened + 1 >= len(reading.words) or reading.words[opened].text != "(":
        return
    words = reading.words[candidate.first : candidate.last + 1]
    if is_short_for(
        reading.words[opened + 1].low, [word.low for word in words if word.is_word], words
    ):
        score[ORGANISATION] += _SURE


def _signs_of_quote(score: Score, reading: Reading, candidate: Candidate) -> None:
    """Weigh quote marks around a name: a work's, or a body's where the word before says so."""
    if _is_work(reading, candidate):
        score[OTHER] += _GOOD
    elif _is_quoted(reading, candidate):
        owner = reading.words[candidate.first - 2].low if candidate.first > 1 else ""
        is_body = owner in ORG_WORDS or owner.endswith(_GERMAN_BODIES)
        score[ORGANISATION if is_body else OTHER] += _FAIR


def _signs_of_script(score: Score, reading: Reading, word: Word) -> None:
    """Weigh a lone capital inside a sentence, where nouns have none.

    In Russian it is a surname, which declines; in English a person is named in full first.
    """
    low = word.low
    if reading.base in ("ru", "uk"):
        score[PERSON] += _SOME
    elif (
        reading.base == "en"
        and low.isalpha()
        and len(low) > _SHORT_WORD
        and low not in common_words()
        and not find_places(word.text, reading.base)
    ):
        score[ORGANISATION] += 0.5


def _is_line(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether the words are all of their line, as headings between paragraphs are."""
    start, end = reading.span_of(candidate)
    return not reading.in_title and (
        reading.text.endswith("\n", 0, start) and reading.text[end : end + 1] in ("\n", "")
    )


def _is_quoted(reading: Reading, candidate: Candidate) -> bool:
    words = reading.words
    if candidate.first == 0 or candidate.last + 1 >= len(words):
        return False
    before, after = words[candidate.first - 1].text, words[candidate.last + 1].text
    return before in '"“„«‘' and after in '"”“»’,.' and candidate.length > 1
