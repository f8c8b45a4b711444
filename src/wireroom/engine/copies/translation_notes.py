"""Which of two texts in two languages was first: notes of translators, credits and names heard."""

import math
import re
from dataclasses import replace
from typing import Final

from wireroom.engine.copies.attributions import keep_attributions
from wireroom.engine.copies.credit import Origin, called, find_origin, wire_credit
from wireroom.engine.stories.pivots import forms_of
from wireroom.engine.text.words import find_words, fold
from wireroom.engine.types import ArticleText

# What translators sign with, folded; in brackets or in a short paragraph at either end, for a
# report may tell of a translated book.
_NOTE: Final = re.compile(
    r"translated (?:and edited )?(?:from|by)|translation (?:by|from)|this (?:article|report|story) "
    r"(?:was|has been) translated|first (?:published|appeared) in \w+ (?:by|in|on)|"
    r"ترجم|نقل(?:ته|ه) الي العربيه|عن (?:الانجليزيه|الفرنسيه|الالمانيه|الروسيه)|"
    r"ubersetzt|übersetz|aus dem (?:englischen|arabischen|französischen|russischen)|"
    r"traduit|traduction|traducido|traducción|tradotto|traduzione|traduzido|tradução|"
    r"перевод|переведено|çeviri|çeviren|译自|编译"
)
_BRACKETS: Final = re.compile(r"[(\[][^()\[\]\n]{3,120}[)\]]")
_SHORT: Final = 160  # characters of a paragraph that is a note and no text
# Consonants of a name that is told by its sound: a credit is a few words, what stands around
# attributions is many.
_FEWEST_IN_CREDIT: Final = 3
_FEWEST_IN_TEXT: Final = 4

# Log odds, beside those of engine.copies.credit; judgement, as no labelled set holds such notes.
_SIGNED: Final = 3.0
_CREDITED: Final = 3.0
_NAMED: Final = 2.4


def find_first(a: ArticleText, b: ArticleText, shares: tuple[float, float]) -> Origin:
    """Decide which of two articles in two languages is the original, by the strongest sign.

    A translator's note, then whom one credits or names and the other is called, as it sounds in
    either alphabet, then what tells the direction of any copy; `shares` are how much of each is
    in the other.
    """
    signs = (_by_note(a, b), _by_sound(a, b), find_origin(a, b, *shares))
    for origin in signs:
        if origin.side:
            odds = sum(each.weight * each.side * origin.side for each in signs)
            chance = 1 / (1 + math.exp(-max(0.0, odds)))
            return replace(origin, confidence=round(chance, 3))
    return Origin(0, "who had it first is unknown")


def _by_note(a: ArticleText, b: ArticleText) -> Origin:
    signed = _is_signed(a.body), _is_signed(b.body)
    if signed[0] == signed[1]:
        return Origin(0, "")
    side, carrier = (1, a) if signed[0] else (-1, b)
    return Origin(side, f"{called(carrier, a, b)} says that it is a translation", _SIGNED)


def _is_signed(body: str) -> bool:
    """Tell whether a text says of itself that it was translated."""
    paragraphs = [text for text in body.split("\n") if text.strip()]
    ends = [text for text in (*paragraphs[:1], *paragraphs[-2:]) if len(text) <= _SHORT]
    notes = [*ends, *_BRACKETS.findall(body[:400]), *_BRACKETS.findall(body[-400:])]
    return any(_NOTE.search(fold(note)) for note in notes)


def _by_sound(a: ArticleText, b: ArticleText) -> Origin:
    """Tell by who names the other, in another alphabet, as where it has its text from."""
    credited = _credits(a, b), _credits(b, a)
    if credited[0] != credited[1]:
        side, origin, carrier = (1, b, a) if credited[0] else (-1, a, b)
        return Origin(side, f"{called(carrier, a, b)} credits {origin.outlet}", _CREDITED)
    named = _names(a, b), _names(b, a)
    if named[0] == named[1]:
        return Origin(0, "")
    side, origin, carrier = (1, b, a) if named[0] else (-1, a, b)
    why = f"{called(carrier, a, b)} names {origin.outlet} as where it has it from"
    return Origin(side, why, _NAMED)


def _credits(article: ArticleText, other: ArticleText) -> bool:
    return _is_heard(other.outlet or "", wire_credit(article) or "", fewest=_FEWEST_IN_CREDIT)


def _names(article: ArticleText, other: ArticleText) -> bool:
    outlet = other.outlet or ""
    if _is_heard(outlet, article.outlet or "", fewest=_FEWEST_IN_CREDIT):
        return False
    return _is_heard(outlet, keep_attributions(article.body), fewest=_FEWEST_IN_TEXT)


def _is_heard(outlet: str, text: str, *, fewest: int) -> bool:
    """Tell whether the name of an outlet sounds among the words of a text."""
    shortest = (min(forms_of(word), key=len) for word in find_words(outlet))
    sought = [form for form in shortest if form]
    if not text or sum(map(len, sought)) < fewest:
        return False
    heard = {form for word in find_words(text) for form in forms_of(word)}
    return all(form in heard for form in sought)
