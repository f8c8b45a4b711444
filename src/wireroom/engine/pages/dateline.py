"""The place that opens a report: what reads as one, and the date that stands beside it."""

import re
from typing import Final

from wireroom.engine.pages.opening_dates import is_date

LONGEST_PLACE: Final = 60
_MOST_PLACE_WORDS: Final = 7
ARABIC: Final = re.compile(r"[\u0621-\u064a]")
_EDGES: Final = " .,،/"
_MOST_DATE_WORDS: Final = 4
_LETTER: Final = re.compile(r"[^\W\d_]")
# Points that belong to a name: "Frankfurt a.M.", "WASHINGTON, D.C."
ABBREVIATED: Final = re.compile(r"\b\w\.\s?[A-Z]\.\Z")
# "Frankfurt a.M.", "Halle a. d. Saale": single letters with a point say nothing of a name.
_INITIAL: Final = re.compile(r"\b[a-zа-я]\.")


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


_PARTICLES: Final = _words(
    "of the and de la le el al du des del di da am an der den im upon sur les y e i bin на де ла"
)
# Words in capitals that open a line and are no place.
_LABEL_WORDS: Final = _words(
    "warning update updated breaking q a analysis exclusive watch opinion note live video photo "
    "photos pictures gallery factbox explainer interview review correction corrections "
    "clarification timeline question answer host reporter moderator speaker anchor caller what "
    "why how who when where key points related read more also editor editors disclaimer "
    "spoiler alert podcast background context summary topline factfile facts fact comment letter "
    "profile report reports column feature preview recap result results score scores weather sport "
    "sports business news latest trending poll quiz listen see tip tips step must "
    "nato nasa opec unesco unicef covid brexit ceo caption image source sources credit by advert "
    "advertisement sponsored ad newsletter subscribe sign male female voice narrator man woman "
    "crowd audience president minister senator judge lawyer mr mrs ms dr rep sen gov "
    "chapter table figure total verdict rating price time venue "
    "location phone email tel fax attention caution important urgent reminder notice "
    "développement éclairage reportage entretien analyse attention eilmeldung kommentar "
    "внимание обновлено обновление срочно молния видео фото интервью мнение анализ обзор справка "
    "концерт выставка вопрос ответ подробнее источник"
)
# Whoever speaks so is a speaker or a diarist, and what stands before is a name.
SPOKEN: Final = re.compile(
    r"(?:I|I'm|I’m|We|You|Yes|No|Well|Thank|Thanks|Hi|Hello|Okay|OK|Oh|Right|Sure)\b"
)
ARABIC_VERBS: Final = re.compile(
    r"(?:قال|قالت|أعلن|أعلنت|أكد|أكدت|ذكر|ذكرت|كشف|كشفت|يقول|في|من|عن)\b"
)


def first_letter(text: str) -> str:
    letter = _LETTER.search(text)
    return letter.group() if letter else ""


def is_capitals(name: str) -> bool:
    """Tell whether the place itself, before any region, is written in capitals."""
    first = re.split(r"[,،]", name)[0]
    letters = [sign for sign in first if sign.isalpha()]
    return bool(letters) and all(sign.isupper() for sign in letters)


def is_place(name: str, *, strict: bool) -> bool:
    """Tell whether a name reads as a place: few words, each with a capital or a particle."""
    words = re.findall(r"[^\W_]+", _INITIAL.sub(" ", name) if "." in name else name)
    if not words or len(name) > LONGEST_PLACE or len(words) > _MOST_PLACE_WORDS:
        return False
    if words[0].casefold() in _LABEL_WORDS or words[-1].casefold() in _LABEL_WORDS:
        return False
    if strict and any(word.isdigit() for word in words):
        return False
    if ARABIC.search(name):
        return len(words) <= 4 and not ARABIC_VERBS.match(name)
    return all(word[0].isupper() or word in _PARTICLES or word.isdigit() for word in words)


def without_date(place: str) -> str:
    """Return "PARIS" of "PARIS, March 3" and "March 3, PARIS": the date is the report's."""
    words = _undated(re.sub(r"\s*\[[^\]]*\]", "", place).split())
    kept = re.sub(r"[\s,-]+\d{1,2}(?:\s?-\s?\d{1,2})?\Z", "", " ".join(words))
    kept = kept.strip(" ,،-–—ـ/")
    return kept if "," in kept or ABBREVIATED.search(kept) else kept.rstrip(".")


def _undated(words: list[str]) -> list[str]:
    """Return the words without the date that closes or, with a comma after it, opens them."""
    for count in range(len(words)):
        if is_date(" ".join(words[count:]).strip(_EDGES)):
            return words[:count]
    for count in range(1, min(len(words), _MOST_DATE_WORDS + 1)):
        if words[count - 1].endswith(",") and is_date(" ".join(words[:count]).strip(_EDGES)):
            return words[count:]
    return words
