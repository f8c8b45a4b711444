"""Who is meant by a role: "the mayor", "the paper", "der CDU-Politiker", "the insider"."""

from collections.abc import Iterable, Sequence
from typing import Final

from wireroom.engine.insight.quotes.cast import Cast
from wireroom.engine.insight.quotes.mentions import is_role
from wireroom.engine.insight.quotes.people_tables import (
    ACTORS,
    AGENCIES,
    BODY_NOUNS,
    OFFICES,
    OUTLET_WORDS,
    PARTISANS,
    PERSON_ROLES,
    TITLES,
)
from wireroom.engine.insight.quotes.salience import fitness
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import DETERMINERS, PREPOSITIONS

# Definite articles, and the gender that they tell.
_DEFINITE: Final[dict[str, dict[str, str | None]]] = {
    "en": {"the": None},
    "fr": {"le": "m", "la": "f", "l'": None},
    "es": {"el": "m", "la": "f"},
    "de": {"der": "m", "die": "f"},
    "it": {"il": "m", "la": "f", "lo": "m", "l'": None},
    "pt": {"o": "m", "a": "f"},
}
MEN: Final = word_list("man father boy husband son brother actor king prince mann vater homme")
WOMEN: Final = word_list(
    "woman mother girl wife daughter sister actress queen princess frau mutter femme mujer donna"
)
# Words for a person that tell no office. A patient, a victim or an insider is seldom named.
_ANYBODY: Final = MEN | WOMEN | PARTISANS | word_list("star singer player writer uomo hombre homem")
# Who has an office may be called so, too.
_VAGUE: Final = ("politiker", "politikerin", "-jährige", "-jähriger", "-year-old", "leader", "star")
_UNNAMED: Final = word_list("suspect victim patient defendant witness accused survivor plaintiff")
# What may stand before a role without making it another one ("the finance minister").
_PLAIN_MODIFIERS: Final = word_list(
    "prime local former new then late vice young junge alte ehemalige frühere"
)
_NEWS_NOUNS: Final = word_list("agency outlet newspaper network broadcaster channel site paper")
_INDEFINITE: Final = word_list("a an one another un une una ein eine")
_LONGEST: Final = 3  # words of a role that may mean somebody named elsewhere
_FAR: Final = 8  # sentences
_SURE: Final = 0.75
_SURELY: Final = 0.88  # an office that the article gives nobody


def resolve_role(cast: Cast, text: str, sentence: int, place: int) -> tuple[str | None, float]:
    """Return whom a noun phrase means: somebody named, or the phrase itself, and how sure."""
    first, words = _parted(text, cast.lang)
    definite = _DEFINITE.get(cast.lang, {})
    owned = any(word.endswith(("'s", "’s", "s'", "s’")) for word in words)
    whole = any(word in PREPOSITIONS.get(cast.lang, ()) for word in words)
    if words and first in definite and not owned:
        described = _described(cast, words)
        if described is not None and _is_known_by(cast, described, words, sentence):
            return described, 0.8
    if words and first == words[-1] and first in TITLES and cast.lang == "en":
        return text, 0.5  # "actor": the rest of the phrase was not read
    if not words or first not in definite or len(words) > _LONGEST or owned or whole:
        return text, 0.8
    noun, is_plain = words[-1], all(word in _PLAIN_MODIFIERS for word in words[:-1])
    listed = cast.roles.get(noun, [])
    known = [name for at, name in listed if at <= sentence]
    known = [name for name in known if is_plain or not _is_told_otherwise(cast, name, words)]
    if not known and is_plain and (spoke := _body(cast, noun, sentence)) is not None:
        return spoke, 0.75  # before a bank that is named only later
    known = known or [name for _, name in listed if _may_be_named_later(cast, name, words)]
    if known and (len(set(known)) == 1 or (is_plain and noun in ACTORS)):
        name = known[-1] if " " in known[-1] else cast.fullest(known[-1])
        return name, 0.8 if len(set(known)) == 1 else 0.65
    named = _body(cast, noun, sentence) if is_plain and text[-len(noun)].islower() else None
    if named is not None:
        return named, 0.75
    earlier = _introduced(cast, words)
    if earlier is not None:
        return earlier, 0.8
    if _is_person(noun, cast.lang):
        return _somebody(cast, text, noun, definite[first], (sentence, place))
    return text, 0.7


def _is_known_by(cast: Cast, name: str, words: Sequence[str], sentence: int) -> bool:
    """Tell whether somebody has been introduced by a sentence, or may be meant before it."""
    noted = [at for at, each in cast.roles.get(words[-1], ()) if each == name]
    later = bool(noted) and min(noted) > sentence
    return not later or _may_be_named_later(cast, name, words)


def _may_be_named_later(cast: Cast, name: str, words: Sequence[str]) -> bool:
    """Tell "the president" before "President Quill" from him before "the Norland president"."""
    joining = PREPOSITIONS.get(cast.lang, frozenset()) | DETERMINERS.get(cast.lang, frozenset())
    told = cast.described.get(name, set()) - joining - _PLAIN_MODIFIERS
    return cast.lang != "en" or told <= {*words, *map(str.lower, name.split())}


def _is_told_otherwise(cast: Cast, name: str, words: Sequence[str]) -> bool:
    """Tell "the outgoing president" from "Norland president Quill"."""
    joining = PREPOSITIONS.get(cast.lang, frozenset()) | DETERMINERS.get(cast.lang, frozenset())
    told = cast.described.get(name, set()) - joining - _PLAIN_MODIFIERS - {words[-1]}
    return cast.lang == "en" and bool(told) and told.isdisjoint(words)


def _described(cast: Cast, words: Sequence[str]) -> str | None:
    """Return the only person whom the article introduces with all these words."""
    joining = PREPOSITIONS.get(cast.lang, frozenset())
    content = {word for word in words if word not in joining}
    if not any(_is_person(word, cast.lang) or word in _UNNAMED for word in content):
        return None
    found = [name for name, told in cast.described.items() if content <= told]
    if cast.lang == "de" and not found and len(content) == 1:
        found = [name for name, told in cast.described.items() if _ends_alike(words[-1], told)]
    return found[0] if len(found) == 1 else None


def _ends_alike(noun: str, told: Iterable[str]) -> bool:
    """Tell "Synodalpräsidentin" from "Präsidentin" of the same article: a compound's last part."""
    return any(is_role(word, "de") and noun.endswith(word) for word in told)


def _parted(text: str, lang: str) -> tuple[str, list[str]]:
    """Return a phrase's article and its other words, in small letters."""
    words = text.lower().replace("’", "'").split()
    own = [word for word in words if word not in DETERMINERS.get(lang, ())]
    return words[0], [OFFICES.get(word, word) for word in own]


def _introduced(cast: Cast, words: Sequence[str]) -> str | None:
    """Return "an old insider" for "the insider", who spoke under that name."""
    for _, name, _ in cast.speakers:
        parts = name.lower().split()
        if parts[0] in _INDEFINITE and parts[1:][-len(words) :] == words:
            return name
    return None


def _is_person(noun: str, lang: str) -> bool:
    old = "year-old" in noun or noun.endswith(("-jährige", "-jähriger"))
    several = noun.endswith("s") and noun.removesuffix("s") in TITLES
    return noun in PERSON_ROLES or noun in _ANYBODY or old or (is_role(noun, lang) and not several)


def _somebody(
    cast: Cast, text: str, noun: str, told: str | None, at: tuple[int, int]
) -> tuple[str | None, float]:
    """Return who of those named a role can mean; nobody if it may be one or another."""
    if _is_somebody_else(cast, noun, at[0]):
        return text, 0.7
    told = "m" if noun in MEN else "f" if noun in WOMEN else told

    is_office = noun not in _ANYBODY and not noun.endswith(_VAGUE)

    def fits(name: str) -> float:
        told_else = any(_is_person(word, cast.lang) for word in cast.described.get(name, ()))
        if cast.may_be_person(name) is False or (is_office and told_else):
            return 0.0
        known = cast.gender(name)
        return fitness(told or known or "?", known, is_surely_person=name in cast.genders)

    name, sure = cast.salience.weigh(*at, fits)
    if name is None:
        return text, 0.7
    wanted = _SURELY if is_office else _SURE
    return (name, 0.7) if sure >= wanted else (text, 0.5)


def _is_somebody_else(cast: Cast, noun: str, sentence: int) -> bool:
    """Tell "the father" after "another father" spoke, whom the article does not name."""
    for number in range(max(0, sentence - _FAR), sentence):
        tokens = cast.sentences[number].tokens if number < len(cast.sentences) else ()
        for place, token in enumerate(tokens):
            if token.lower == noun and token.text.islower() and place:
                led = tokens[max(0, place - _LONGEST) : place]
                ended = place + 1 >= len(tokens) or not tokens[place + 1].is_name
                if ended and any(each.lower in _INDEFINITE for each in led):
                    return True
    return False


def is_outlet(name: str) -> bool:
    """Tell the name of an outlet: AFP, "Norland Post"."""
    parts = name.lower().split()
    return name.lower() in AGENCIES or any(part in OUTLET_WORDS for part in parts)


def _body(cast: Cast, noun: str, sentence: int) -> str | None:
    """Return the organisation that "the court" or "the outlet" stands for."""
    if noun not in BODY_NOUNS:
        return None
    for at, name, person in reversed(cast.speakers):
        if sentence - at > _FAR:
            break
        if name.split()[0].lower() in DETERMINERS["en"] or name.lower() in cast.small_words:
            continue
        if at == sentence or (noun in _NEWS_NOUNS) != is_outlet(name):
            continue
        if person is not True and (
            name.lower().endswith(noun) or name[:1].isupper() or name[:1].isdigit()
        ):
            return name
    return None
