"""Who an article speaks of, with their roles and genders, and who spoke last."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from wireroom.engine.insight.quotes.given_names import GIVEN, MEN, WOMEN
from wireroom.engine.insight.quotes.mentions import Mention
from wireroom.engine.insight.quotes.people_tables import (
    AGENCIES,
    BODY_NOUNS,
    OFFICES,
    ORG_WORDS,
    OUTLET_WORDS,
    SEATED,
)
from wireroom.engine.insight.quotes.salience import SPEAKS, Salience
from wireroom.engine.insight.quotes.sentences import WORD, Sentence, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import PARTICLES

_POSSESSIVES: Final = ("'s", "’s", "‘s", "'", "’")
_ELIDED: Final = ("'", "’")
_NO_PEOPLE: Final = AGENCIES | BODY_NOUNS
_LONGEST: Final = 4  # words of a person's name
# What the names of places begin with: "North Norland", "New Alderne".
_OF_PLACES: Final = word_list(
    "north south east west northern southern eastern western central new united saudi sri costa "
    "puerto los las port mount fort cape lake hong"
)
_OF_BODIES: Final = frozenset({"of", "for", "and"})  # inside a body's name
# What follows a name and is no surname.
SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(slots=True)
class Cast:
    """The names of an article, and who spoke last while it is read from top to bottom."""

    lang: str
    full_by_part: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    roles: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    salience: Salience = field(init=False)
    speakers: list[tuple[int, str, bool | None]] = field(default_factory=list)
    lone_words: set[str] = field(default_factory=set)
    small_words: set[str] = field(default_factory=set)
    sentences: Sequence[Sentence] = ()
    runs: list[list[tuple[int, int]]] = field(default_factory=list)  # of names, by sentence
    phrases: list[str] = field(default_factory=list)
    bodies: set[str] = field(default_factory=set)
    long_bodies: set[str] = field(default_factory=set)  # of several words
    spoke: set[str] = field(default_factory=set)
    kin: set[str] = field(default_factory=set)  # who is introduced as somebody's wife or son
    alone: dict[str, int] = field(default_factory=dict)  # where a word first stands for a name
    titled: set[str] = field(default_factory=set)  # surnames alone after a title
    stranger: int = -9  # the last sentence that somebody leads who is told by a role alone
    described: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.salience = Salience(self.lang)

    def note_speaker(self, sentence: int, name: str, *, person: bool | None) -> None:
        """Remember who spoke, for the pronouns that follow; `person` None is unknown."""
        self.speakers.append((sentence, name, person))
        if person or (person is None and self.lang == "de"):  # whose nouns are told already
            self.spoke.add(name)
        if person is not False:
            self.note_named(sentence, -1, name, SPEAKS)
        if self.lang == "ar":
            self.phrases.append(name)

    def last_speaker(self, sentence: int, reach: int = 3) -> str | None:
        """Return who spoke last, at most `reach` sentences ago."""
        if self.speakers and sentence - self.speakers[-1][0] <= reach:
            return self.speakers[-1][1]
        return None

    def note_role(self, noun: str, sentence: int, name: str) -> None:
        """Remember what somebody or something named is."""
        self.roles.setdefault(OFFICES.get(noun, noun), []).append((sentence, name))

    def note_named(self, sentence: int, place: int, name: str, weight: float) -> None:
        """Remember that a sentence names or means somebody, for the pronouns that follow."""
        self.salience.note(sentence, place, name, weight)

    def is_person(self, name: str) -> bool:
        """Tell whether a resolved name is a person's."""
        if name in self.genders or name in self.bodies:
            return name not in self.bodies
        if self.lang == "de" and not self._is_german_name(name.split()):
            return False
        return _is_written_as_person(name)

    def _is_german_name(self, parts: Sequence[str]) -> bool:
        """Tell a name where every noun is large: not "Kenner von Dämmen", "Richtung Norden"."""
        if not parts or parts[0].lower() in GIVEN:
            return True
        return "von" not in parts and parts[-1].lower() in self.lone_words

    def may_be_person(self, name: str) -> bool | None:
        """Tell a person's name; None where one capitalised word leaves it open."""
        if self.is_person(name):
            return True
        is_open = name[:1].isupper() and not name.isupper() and " " not in name
        if self.lang == "de" and not (name.lower() in self.lone_words or name.lower() in GIVEN):
            return False  # a noun
        return None if is_open and name.lower() not in _NO_PEOPLE else False

    def gender(self, name: str) -> str | None:
        """Return m or f where a title or the given name tells."""
        known = self.genders.get(name)
        if known and known != "?":
            return known
        return _given_gender(name)

    def fullest(self, name: str) -> str:
        """Return the last full name with this part, or the name itself."""
        known = self.bearers(bare(name))
        return known[-1][1] if known else name

    def bearers(self, part: str) -> list[tuple[int, str]]:
        """Return the full names that a part may stand for, with the offsets of their first.

        "Quill" that stood alone before "his wife, Ada Quill" was named is not Ada Quill.
        """
        known = self.full_by_part.get(part, [])
        alone = self.alone.get(part) if self.kin else None
        if alone is None:
            return known
        return [each for each in known if each[0] <= alone or each[1] not in self.kin]

    def rename(self, old: str, new: str) -> None:
        """Give somebody a better name than the one noted so far."""
        for known in self.full_by_part.values():
            known[:] = [(start, new if name == old else name) for start, name in known]
        self.described.setdefault(new, set()).update(self.described.pop(old, ()))
        if old in self.genders:
            self.genders.setdefault(new, self.genders.pop(old))
        self.salience.rename(old, new)

    def whole_body(self, name: str) -> str:
        """Return "Norland Times" for "Times" and "Port Center for Peace" for "Port Center"."""
        last = name.rpartition(" ")[2].lower()
        if last not in (ORG_WORDS if " " in name else OUTLET_WORDS):
            return name
        whole = [
            body
            for body in self.long_bodies
            if body.startswith(f"{name} ") or (name == body.rpartition(" ")[2])
        ]
        return whole[0] if len(whole) == 1 else name

    def is_glued(self, parts: Sequence[str]) -> bool:
        """Tell whether a run is another name before a surname: "told the Daily Post Adel"."""
        if any(part in _OF_BODIES for part in parts):
            return False  # "the Port Authority of Alderne"
        known = self.full_by_part.get(bare(parts[-1]), [])
        return len(parts) >= 3 and bool(known) and all(name != " ".join(parts) for _, name in known)


@lru_cache(maxsize=1 << 13)
def _is_written_as_person(name: str) -> bool:
    parts = [part for part in name.split() if part.lower().rstrip(".") not in SUFFIXES]
    return (
        2 <= len(parts) <= _LONGEST
        and parts[0][:1].isupper()
        and parts[-1].lower() not in SEATED  # "Labour MP"
        and parts[0].lower() not in _OF_PLACES
        and all(part[:1].isupper() or part.lower() in PARTICLES for part in parts)
        and not (name.isupper() and parts[0].lower() not in GIVEN)  # "QUILL SAYS" of a headline
        and (parts[0].lower() in GIVEN or not any(part.lower() in ORG_WORDS for part in parts))
    )


@lru_cache(maxsize=1 << 13)
def _given_gender(name: str) -> str | None:
    parts = name.lower().split()[:-1] or name.lower().split()
    men, women = any(part in MEN for part in parts), any(part in WOMEN for part in parts)
    if men == women:
        return None
    return "m" if men else "f"


def mention_text(mention: Mention, tokens: Sequence[Token]) -> str:
    """Return the words of a mention, one space between them, without a possessive ending."""
    return text_of(tokens, mention.first, mention.last)


def text_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return the words of tokens as `mention_text` does."""
    if first == last:
        return _unowned(tokens[first].text)
    text = "".join(
        [
            token.text if token.text.endswith(_ELIDED) and token.kind == WORD else f"{token.text} "
            for token in tokens[first : last + 1]
        ]
    )
    return _unowned(text.rstrip().replace(" . ", ". ").replace(" .", "."))


def _unowned(text: str) -> str:
    if not text.endswith(_POSSESSIVES):
        return text
    return next(text.removesuffix(each) for each in _POSSESSIVES if text.endswith(each))


def bare(word: str) -> str:
    """Return a word in small letters without a possessive ending."""
    return word.lower().removesuffix("'s").removesuffix("’s")
