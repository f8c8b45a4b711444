"""The words of one language as signs of classes, so that grammar need not know languages.

W weekday · w short weekday · Y the Arabic word before one · M month · m a month that is also
another word · K Hijri month · H mark of a Hijri year · C mark of a Gregorian one · D named day ·
n number that can be a day · y number that can be a year · # other number · a one · c counted
number · d unit that carries its number · q ordinal · s its suffix · j suffix of decades ·
J decade · k century · u unit · Q quarter · B half · E weekend · L last · N next · t this ·
e early, mid or late · r earlier · R later · p part of the day · g ago · G "ago" before its number ·
i in · o on · f of · b by, until · S since · F from · T between · & and, to · X what points ahead ·
V what points back · x anything else · _ a further word of the one before · signs stand for
themselves.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import Final

from wireroom.engine.text.dates.tables import ENGLISH, FRENCH, GERMAN, GERMAN_PARTS, SPANISH
from wireroom.engine.text.dates.tables_ar import ARABIC, PREFIXES

OTHER: Final = "x"
CONTINUED: Final = "_"
_TABLES: Final = {"en": ENGLISH, "fr": FRENCH, "es": SPANISH, "de": GERMAN, "ar": ARABIC}
LANGUAGES: Final = frozenset(_TABLES)

# A run of digits, a run of letters with their marks, or one sign.
TOKEN: Final = re.compile(
    r"\d+|[^\s\d!-/:-@\[-`{-~\u00a0-\u00a9\u00ab-\u00b9\u00bb-\u00bf\u060c\u061b\u061f\u066a-\u066d"
    r"\u06d4\u2000-\u206f\u3000-\u3002\ufeff]+|[^\s\w]|_"
)
_MARKS: Final = re.compile("[\u064b-\u065f\u0670\u0640]")
_DIGITS: Final = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
_SIGNS: Final = {
    **{sign: sign for sign in ",/().'-:"},
    **dict.fromkeys("،", ","),
    **dict.fromkeys("‐‑‒–—―", "-"),
    **dict.fromkeys("!?؟;؛…\n", "!"),
    **dict.fromkeys("’", "'"),
}
_FIRST_YEAR: Final = 1000
_LAST_YEAR: Final = 2199


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language: the sign and value of each word, and the phrases that a word may begin."""

    lang: str
    signs: dict[str, str]
    values: dict[str, int]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str, int], ...]]


@lru_cache(maxsize=8)
def lexicon_of(lang: str) -> Lexicon:
    """Build a language's lexicon from its table; it is kept."""
    signs, values = _numbers()
    signs.update(_SIGNS)
    phrases: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    for sign, listing in _TABLES[lang].items():
        for entry in listing.split():
            written, _equals, value = entry.partition("=")
            for words in _written(written, lang):
                if len(words) > 1:
                    phrases.setdefault(words[0], []).append((words[1:], sign, int(value or 0)))
                else:
                    signs[words[0]] = sign
                    values[words[0]] = int(value or 0)
    if lang == "de":
        _join_german(signs, values)
    longest_first = {
        first: tuple(sorted(rest, key=lambda phrase: -len(phrase[0])))
        for first, rest in phrases.items()
    }
    return Lexicon(lang, signs, values, longest_first)


def _numbers() -> tuple[dict[str, str], dict[str, int]]:
    signs: dict[str, str] = {}
    values: dict[str, int] = {}
    for digits in _DIGITS:
        script = str.maketrans(_DIGITS[0], digits)
        for number in range(1, 32):
            for written in {str(number), f"{number:02}"}:
                signs[written.translate(script)] = "n"
                values[written.translate(script)] = number
        for number in range(_FIRST_YEAR, _LAST_YEAR + 1):
            signs[str(number).translate(script)] = "y"
            values[str(number).translate(script)] = number
    return signs, values


def _written(entry: str, lang: str) -> list[tuple[str, ...]]:
    """Return the ways in which an entry of a table is written, each as its words."""
    if entry.endswith("!"):
        return [(entry[:-1],)]
    words = entry.split("_")
    if lang == "ar":
        return [tuple(form.split("_")) for form in _arabic_forms(entry)]
    ways = [words, [*map(str.upper, words)]]
    if words[0][:1].islower():
        ways.append([words[0].capitalize(), *words[1:]])
    return [tuple(way) for way in ways]


def _arabic_forms(entry: str) -> set[str]:
    """Return an Arabic word with and without its hamzas and final dots, and what joins it."""
    forms = {entry}
    for letters, plain in (("أإآ", "ا"), ("ة", "ه"), ("ى", "ي")):
        forms |= {re.sub(f"[{letters}]", plain, form) for form in forms}
    if len(entry) > 2:
        forms |= {prefix + form for prefix in PREFIXES[:4] for form in forms}
    return forms


def _join_german(signs: dict[str, str], values: dict[str, int]) -> None:
    for entry in GERMAN["W"].split():
        name, _equals, value = entry.partition("=")
        for part in GERMAN_PARTS.split():
            signs[name + part] = "W"
            values[name + part] = int(value)


def tokens_of(text: str) -> list[str]:
    """Return the text as words, numbers and signs, in order; spaces stand between some."""
    return TOKEN.findall(text)


def signs_of(tokens: list[str], lexicon: Lexicon) -> tuple[str, dict[int, int]]:
    """Return one sign for each token, and the values of phrases by the place they begin at."""
    known = lexicon.signs
    signs = list(map(known.get, tokens, repeat(OTHER)))
    if lexicon.lang == "ar":
        _without_marks(tokens, signs, known)
    values: dict[int, int] = {}
    starts = lexicon.phrases
    if starts.keys().isdisjoint(tokens):
        return "".join(signs), values
    for place in [place for place, token in enumerate(tokens) if token in starts]:
        for rest, sign, value in starts[tokens[place]]:
            if tuple(tokens[place + 1 : place + 1 + len(rest)]) == rest:
                signs[place : place + 1 + len(rest)] = [sign, *CONTINUED * len(rest)]
                values[place] = value
                break
    return "".join(signs), values


def _without_marks(tokens: list[str], signs: list[str], known: dict[str, str]) -> None:
    """Read vowelled words as their letters; the token itself is rewritten for its value."""
    for place, token in enumerate(tokens):
        if signs[place] == OTHER and _MARKS.search(token):
            tokens[place] = _MARKS.sub("", token)
            signs[place] = known.get(tokens[place], OTHER)
