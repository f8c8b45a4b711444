"""Which names of a story are sure enough for a page of their own, and as what."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.insight.entities.common import common_words, is_given, never_names
from wireroom.engine.insight.entities.entity import Entity, Kind
from wireroom.engine.insight.entities.gazetteer import find_places
from wireroom.engine.insight.entities.tables import (
    ADJECTIVES,
    CALENDAR,
    KNOWN_BODIES,
    KNOWN_PHRASES,
    LONE_BODIES,
    ORG_WORDS,
    OTHER_ENDS,
    PLACE_ENDS,
    TIES,
    TITLE_WORDS,
)
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.stories.terms import base_language
from wireroom.engine.text.words import fold

# Chosen by reading what 120 stories of the shared development set would show; what they let
# through stands in docs/explanation/topics.md.
_FEWEST_VOICES: Final = 2
_FEWEST_MENTIONS: Final = 3
# Two capitals alone make a person with .6, a given name before them with .66: clubs, works and
# towns have them, too. From .7 somebody says, does or is called something there.
_SURE: Final = {Kind.PERSON: 0.7, Kind.PLACE: 0.6, Kind.ORGANISATION: 0.65}
_SURE_ALONE: Final = 0.9  # a name that no word in it and no table explains
# Of the reports that give this very name, so many have to take it for the same kind.
_AGREED: Final = 0.75
_LONGEST: Final = 80  # characters
_MOST_PARTS: Final = 5  # of a person's name
# A capital inside: "McKay", "O'Hara", "LaRue", but not the words that a page has run together.
_PART: Final = re.compile(r"(?!\w{4,}(?<=[a-z])[A-Z])[^\W\d_][^\W\d_'’.\-‐‑]*\.?")
_NUMERAL: Final = re.compile(r"[ivx]+|jr\.?|sr\.?")
_STORMS: Final = frozenset({"typhoon", "hurricane", "cyclone", "storm"})
# Bodies of one Arabic word that is as often just the word: "the Arab", "the island", "the base".
_ARABIC_WORDS: Final = word_list("العربيه الجزيره القاعده فتح")
# Letters that reports take as known; others need the words that they stand for beside them.
_LETTERS: Final = word_list(
    "fbi cia nsa irs epa fda cdc doj dhs dea atf faa fcc ftc sec fema nypd lapd gop dnc rnc "
    "aclu nra nba nfl mlb nhl ncaa wnba fifa uefa ioc hbo cbs nbc abc npr pbs bbc cnn msnbc itv "
    "imf wto who iaea icc osce asean brics cern esa nhs tuc rmt gmb snp dup cdu csu spd fdp afd "
    "bnp psoe plo idf irgc aipac pkk hdp akp bjp anc ibm bmw amd hp ups rbs hsbc ubs tsmc byd"
)
_ACRONYM: Final = re.compile(r"[A-Z][A-Z.&]{2,7}")
_BODY_PART: Final = re.compile(r"[^\W_]|[^\W_][\w'’.&\-‐‑]*|&")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may become a topic: one thing of a story with every entity that names it."""

    kind: Kind
    name: str
    members: tuple[tuple[int, Entity], ...]  # (number of the report, what it names)
    voices: int

    @property
    def count(self) -> int:
        """Return how often it is named."""
        return sum(len(entity.spans) for _, entity in self.members)

    @property
    def confidence(self) -> float:
        """Return how sure the surest report is of the kind."""
        return max(each.confidence for _, each in self.members)

    @property
    def base(self) -> str:
        """Return the language that names it first."""
        return base_language(self.members[0][1].lang)


def is_topic(one: Candidate, kinds: Counter[Kind]) -> bool:
    """Tell whether a name gets a page; `kinds` counts as what the story's reports take it."""
    if one.voices < _FEWEST_VOICES and one.count < _FEWEST_MENTIONS:
        return False
    if one.confidence < _SURE[one.kind] or kinds[one.kind] < _AGREED * kinds.total():
        return False
    words = fold(one.name).split()
    if not words or words[-1] in CALENDAR or len(one.name) > _LONGEST:
        return False
    return _TESTS[one.kind](one, words)


def bare_name(name: str, lang: str) -> str:
    """Return a person's name without what stands before it: "Counsel Jane Roe" is Jane Roe."""
    parts = name.split()
    if len(parts) < 3:
        return " ".join(parts)
    base = base_language(lang)
    while len(parts) > 2 and not is_given(fold(parts[0]), base):
        first = fold(parts[0]).rstrip(".")
        is_title = first in TITLE_WORDS or first.removesuffix("s") in TITLE_WORDS
        if not is_title and first not in common_words() and first not in ADJECTIVES:
            break
        del parts[0]
    return " ".join(parts)


def _is_person(one: Candidate, words: Sequence[str]) -> bool:
    """Two names at least, of letters alone; the first is a given name, or none is a word."""
    parts = one.name.split()
    if not 2 <= len(parts) <= _MOST_PARTS or not all(_PART.fullmatch(part) for part in parts):
        return False
    is_cut = len(words[-1].strip(".")) < 2 or (
        len(words) == 2 and (len(words[0].strip(".")) < 2 or _NUMERAL.fullmatch(words[1]))
    )
    if is_cut or find_places(one.name, one.base):
        return False
    if one.base != "ar" and any(w in never_names(one.base) and w not in TIES for w in words):
        return False
    if any(word in ORG_WORDS or word in OTHER_ENDS or word in PLACE_ENDS for word in words):
        return False
    inner = [word for word in words[1:-1] if word not in TIES]
    if any(word in common_words() and not is_given(word, one.base) for word in inner):
        return False
    if one.base == "ar" or is_given(words[0], one.base):
        return True
    return not any(map(_is_word, words))


def _is_word(word: str) -> bool:
    """Tell whether a part of a name is a word, a people's or a place's name."""
    is_title = word in TITLE_WORDS or word.removesuffix("s") in TITLE_WORDS
    is_common = is_title or word in common_words() or word in ADJECTIVES or word in _STORMS
    return word not in TIES and (is_common or bool(find_places(word)))


def _is_place(one: Candidate, words: Sequence[str]) -> bool:
    """Where it lies is looked up later (places.py); a word of the language is none."""
    return not (len(words) == 1 and words[0] in common_words())


def _is_organisation(one: Candidate, words: Sequence[str]) -> bool:
    """A body that is known, letters, or a name in which a word says that it is one."""
    text = " ".join(words).removeprefix("the ")
    if one.base == "ar":
        return text not in _ARABIC_WORDS
    if any(text in known for known in (KNOWN_BODIES, KNOWN_PHRASES, LONE_BODIES)):
        return True
    if text in _LETTERS and one.name.isupper():
        return True
    parts = one.name.split()
    if not all(_BODY_PART.fullmatch(part) for part in parts) or len(text) < 3:
        return False
    if any(part.isupper() and len(part) > 1 and fold(part) in common_words() for part in parts):
        return False  # "Senate Democrats MORE": a page's furniture
    head = text.partition(" of ")[0].partition(" for ")[0].split()[-1]
    if head in OTHER_ENDS or words[-1] in OTHER_ENDS or words[-1] in PLACE_ENDS:
        return False
    if len(words) == 1:
        return bool(_ACRONYM.fullmatch(one.name)) and _is_spelled_out(one)
    if one.name.isupper() or words[-1] in ADJECTIVES:
        return False
    is_told = head in ORG_WORDS or words[-1] in ORG_WORDS
    return is_told or (words[0] not in KNOWN_BODIES and _is_beyond_doubt(one))


def _is_spelled_out(one: Candidate) -> bool:
    """Tell whether a story gives the words that letters stand for: alone they may be anything."""
    return any(" " in name for _, each in one.members for name in (each.name, *each.aliases))


def _is_beyond_doubt(one: Candidate) -> bool:
    """Tell whether signs alone, without a word that explains it, make a body of a name."""
    return one.confidence >= _SURE_ALONE and one.voices >= _FEWEST_VOICES


_TESTS: Final = {
    Kind.PERSON: _is_person,
    Kind.PLACE: _is_place,
    Kind.ORGANISATION: _is_organisation,
}
# What these stand in is no country's own.
_ABROAD: Final = word_list(
    "world international united european global african asian arab islamic nations"
)
_OF: Final = frozenset({"of", "and", "for", "the", "&", "on"})
_FEWEST_WORDS: Final = 3  # "Resource Center" and "District Court" are any country's many
_ONE_EACH: Final = frozenset(
    {"supreme court", "constitutional court", "high court", "national assembly", "air force"}
)
_LONE: Final = LONE_BODIES - word_list(
    "pentagon kremlin bundestag bundesrat bundeswehr knesset bundeskanzleramt tories"
)
_MINISTRIES: Final = frozenset({"ministry", "department"})


def says_country(name: str) -> str | None:
    """Return the name of a body that every country has one of, without the country before it.

    None for names that are a body's own. Empty for those that a country has many of.
    """
    words = fold(name).removeprefix("the ").split()
    if len(words) > 2 and (places := find_places(words[0])) and not places[0].is_city:
        words = words[1:]
    text = " ".join(words)
    if text in _LONE or text in _ONE_EACH or words[-1:] == ["party"]:
        return text
    if len(words) < 2 or text in KNOWN_PHRASES:
        return None
    if any(word in _ABROAD for word in words):
        return None
    if not all(word in common_words() or word in _OF for word in words):
        return None
    is_one = any(word in _MINISTRIES for word in words)
    return text if is_one or len(words) >= _FEWEST_WORDS else ""
