"""Places in Arabic text: from the gazetteer, behind "the town of", and where one is "in" twice."""

from collections import Counter
from functools import cache
from typing import Final

from wireroom.engine.insight.entities.arabic_tables import (
    NEAR,
    PLACE_CUES,
    PLACE_HEADS,
    PLACE_NOUNS,
    REALMS,
)
from wireroom.engine.insight.entities.arabic_tokens import Tokens, place_end
from wireroom.engine.insight.entities.arabic_words import (
    folded,
    is_common_arabic,
    is_given_arabic,
    is_name_like,
)
from wireroom.engine.insight.entities.gazetteer import find_places
from wireroom.engine.text.words import fold

_TOWN_HEADS: Final = PLACE_HEADS - {"أبو", "ابو", "أم", "دار", "بني", "باب", "بيت"}
# With a name behind, these are a town wherever they stand.
_TOWNS: Final = frozenset(
    ("مرسى", "بورت", "بير", "بئر", "سان", "سانت", "نيو", "لوس", "كفر", "دير", "وادي")
)
_LARGE: Final = 300_000  # people; the name of a smaller town may be any word
_TOLD, _NEAR = 0.8, 0.6  # how sure "the town of X" is, and "in X" twice: by judgement
_FEWEST: Final = 2  # times that an unknown word of a place stands behind "in"


@cache
def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def learn_places(tokens: Tokens) -> dict[str, float]:
    """Return the places that no table needs to know, folded, with how sure each is."""
    found: dict[str, float] = {}
    near: Counter[str] = Counter()
    for place in range(len(tokens.all)):
        before = _noun_before(tokens, place)
        if folded(before) in _folded(REALMS) and _is_open(tokens, place):
            last = place + tokens.is_pair(place)
            name = folded(tokens.run(place, 0, last - place + 1))
            found[name] = found[f"{folded(before)} {name}"] = _TOLD
        elif folded(before) in _folded(PLACE_NOUNS) and _is_told(tokens, place):
            found[_name_at(tokens, place)] = _TOLD
        elif (folded(before) in _folded(NEAR) or _is_in(tokens, place)) and _is_open(tokens, place):
            near[_name_at(tokens, place)] += 1
        elif tokens.word(place) in _TOWNS and (
            is_name_like(tokens.word(place + 1)) or tokens.is_pair(place)
        ):
            near[_name_at(tokens, place)] += _FEWEST
    for name, times in near.items():
        is_headed = name.split()[0] in _folded(_TOWN_HEADS) and " " in name
        if times >= _FEWEST or (" " in name and _is_foreign(name)) or is_headed:
            found.setdefault(name, _NEAR)
    return found


def _is_told(tokens: Tokens, place: int) -> bool:
    """Tell whether what follows "the town of" is its name; it may have an article of its own."""
    word = tokens.word(place)
    if word.startswith("و") and not find_places(word, "ar"):
        return False  # "ministers and envoys"
    is_own = word.startswith("ال") and len(word) > 4 and not word.endswith(("ية", "يه"))
    return _is_open(tokens, place) or (is_own and not is_common_arabic(word))


def _name_at(tokens: Tokens, place: int) -> str:
    return folded(tokens.run(place, 0, place_end(tokens, place) - place + 1))


def _is_foreign(name: str) -> bool:
    return all(is_name_like(word) and not is_given_arabic(word) for word in name.split())


def _noun_before(tokens: Tokens, place: int) -> str:
    """Return the word before, without "and", "in" or "for" where a noun of places is left."""
    word = tokens.word(place - 1)
    for start in range(min(3, len(word))):
        if folded(word[start:]) in _folded(PLACE_NOUNS | REALMS | NEAR):
            return word[start:]
        if word[start] not in "وفبل":
            break
    return word


def _is_in(tokens: Tokens, place: int) -> bool:
    """Tell whether the word before says that somebody went there."""
    return folded(tokens.bare(place - 1)) in _WENT_TO and folded(tokens.bare(place - 2)) in _MOVES


_WENT_TO: Final = frozenset(("الي",))
_MOVES: Final = frozenset(
    map(fold, ("وصل", "وصلت", "متجهة", "متجها", "توجه", "توجهت", "زيارة", "سافر", "سافرت", "عاد",
               "عادت", "انتقل", "انتقلت", "زيارته", "زيارتها", "طريقها", "طريقه", "مسافرين"))
)  # fmt: skip


def _is_open(tokens: Tokens, place: int) -> bool:
    """Tell whether a word may be the first of a place that no table knows."""
    word = tokens.word(place)
    if word in _TOWN_HEADS and place_end(tokens, place) > place:
        return True
    if not word or word.startswith("ال") or word[-2:] == "ية":
        return False
    if is_name_like(word):
        return not is_given_arabic(word)
    return place_end(tokens, place) > place and is_name_like(tokens.word(place + 1))


def known_place(tokens: Tokens, place: int, cut: int) -> tuple[int, float] | None:
    """Return (last, how sure) of a place that the gazetteer knows."""
    before = tokens.bare(place - 1)
    for length in (3, 2, 1):
        text = tokens.run(place, cut, length)
        if not text or len(text) < 3 or (length == 1 and is_common_arabic(text)):
            continue
        if length == 1 and is_given_arabic(text):
            continue
        places = find_places(text, "ar")
        has_cue = before in PLACE_CUES or tokens.word(place)[:cut] in ("ب", "وب")
        is_known = places and (not places[0].is_city or places[0].is_own)
        if is_known or (places and (has_cue or places[0].population >= _LARGE)):
            sure = 0.95 if not places[0].is_city else 0.8
            return place + length - 1, sure
    return None
