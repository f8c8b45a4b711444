"""People in Arabic text: behind a role, behind "said", and by their given names."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from wireroom.engine.insight.entities.arabic_tables import (
    HUMANS,
    ORG_HEADS,
    PLACE_HEADS,
    PLACE_NOUNS,
    REALMS,
    ROLES,
    SAYING,
)
from wireroom.engine.insight.entities.arabic_tokens import Tokens, person_end
from wireroom.engine.insight.entities.arabic_words import (
    folded,
    is_common_arabic,
    is_given_arabic,
    is_name_like,
    may_follow,
)
from wireroom.engine.insight.entities.gazetteer import find_places
from wireroom.engine.text.words import fold

_FARTHEST: Final = 7  # words between "minister" and the name, as in "of ... in the republic of ..."
_LARGE: Final = 300_000  # people; the name of a smaller town may be a person's
# How sure each way is: by judgement, then on the invented reports that were not put aside.
_TITLED, _SAID, _GIVEN, _ALONE = 0.85, 0.7, 0.7, 0.5


# No person's name begins so; "in the name of" is a given name, too.
_TOWN_HEADS: Final = (PLACE_HEADS | {"باسم"}) - {"أبو", "ابو", "أم", "دار", "بني"}


@cache
def _roles() -> frozenset[str]:
    return frozenset(map(fold, ROLES | HUMANS | {f"ال{human}" for human in HUMANS}))


@cache
def _saying() -> frozenset[str]:
    return frozenset(map(fold, SAYING))


@cache
def _heads() -> frozenset[str]:
    """Words behind a role that say what it is of: "of the company", "of the republic"."""
    return frozenset(map(fold, ORG_HEADS | PLACE_NOUNS | REALMS | {"وزراء", "حرس", "عام", "شؤون"}))


def find_people(tokens: Tokens, places: frozenset[str]) -> Iterator[tuple[int, int, float]]:
    """Yield (first, last, how sure); `places` are the words of places found before."""
    place = 0
    while place < len(tokens.all):
        found = _person_at(tokens, place, places)
        if found:
            yield place, *found
            place = found[0] + 1
        else:
            place += 1


def _person_at(tokens: Tokens, place: int, places: frozenset[str]) -> tuple[int, float] | None:
    word = tokens.word(place)
    is_sure = _is_surely_named(tokens, place)
    is_like = is_name_like(word) or word in ("أم", "أبو")
    if not word or not (is_like or is_sure) or not _may_open(word, places, is_sure=is_sure):
        return None
    role = _role_before(tokens, place, places)
    if not is_like and role != 1:
        return None
    last = person_end(tokens, place)
    if role and last > place:
        return last, _TITLED
    if role == 1 and not is_common_arabic(word):
        return last, _ALONE
    if last == place:
        return None
    if folded(tokens.bare(place - 1)) in _saying() or _is_explained(tokens, last):
        return last, _SAID
    is_named = is_given_arabic(word) or word in ("أم", "أبو")
    return (last, _GIVEN) if is_named and not _goes_on(tokens, place) else None


def _may_open(word: str, places: frozenset[str], *, is_sure: bool) -> bool:
    """Tell whether a name may start with a word: it is no place and no role."""
    if folded(word) in places or word in _TOWN_HEADS:
        return False
    if folded(word) in _roles() and not is_sure:
        return False
    places_of_name = find_places(word, "ar")
    is_place = bool(places_of_name) and (
        not places_of_name[0].is_city
        or places_of_name[0].is_own
        or places_of_name[0].population >= _LARGE
    )
    return is_given_arabic(word) or not is_place


def _is_surely_named(tokens: Tokens, place: int) -> bool:
    """Tell whether an ordinary word is a given name here: a surname with "al-" follows."""
    after = tokens.word(place + 1)
    word = tokens.word(place)
    is_plain = word.startswith("ال") or folded(word) in _heads() or len(word) < 3
    return not is_plain and after.startswith("ال") and may_follow(after)


def _is_explained(tokens: Tokens, last: int) -> bool:
    """Tell whether who somebody is follows a comma: "X, her sister", "X, aged 21"."""
    if last + 2 >= len(tokens.all) or tokens.all[last + 1].text not in "،,":
        return False
    after = folded(tokens.word(last + 2))
    return after in _EXPLAINS or (after in _roles() and not tokens.word(last + 2).startswith("و"))


_EXPLAINS: Final = frozenset(map(fold, ("وعمره", "وعمرها", "وهو", "وهي", "البالغ", "البالغة")))


def _goes_on(tokens: Tokens, place: int) -> bool:
    """Tell whether a given name is the end of another name: "Marsa Nour"."""
    before = tokens.word(place - 1)
    return before in PLACE_HEADS or (
        is_name_like(before) and not is_given_arabic(before) and tokens.is_pair(place - 1)
    )


def _role_before(tokens: Tokens, place: int, places: frozenset[str]) -> int:
    """Return how many words back a role stands, with what it is of between; 0 for none."""
    for back in range(1, _FARTHEST + 1):
        word = tokens.word(place - back)
        if not word and place - back >= 0 and tokens.all[place - back].text in "«»“”":
            continue
        if not word:
            return 0
        for key in _keys_of(tokens, place - back):
            if key in _roles() and (back > 1 or _stands_alone(key)):
                return back
        if not _is_of_role(word, places):
            return 0
    return 0


def _keys_of(tokens: Tokens, place: int) -> Iterator[str]:
    """Yield a word folded: as it is, without "and" before it, without "his" or "her" behind it."""
    for key in (folded(tokens.word(place)), folded(tokens.bare(place))):
        yield key
        for end in ("ها", "هم", "ه"):
            if key.endswith(end) and key.removesuffix(end) in _roles():
                yield "ال" + key.removesuffix(end)


def _stands_alone(key: str) -> bool:
    """Tell whether a role names somebody without what it is of: "the judge", "her colleague"."""
    return key.startswith("ال") or key.endswith(("ها", "ته", "يه", "ره")) or key in _ALONE_ROLES


_ALONE_ROLES: Final = frozenset(
    map(fold, ("شقيق", "شقيقة", "زوجة", "أرملة", "نجل", "ابن", "ابنة", "متحدثا"))
)


def _is_of_role(word: str, places: frozenset[str]) -> bool:
    key = folded(word)
    if key in _saying() or folded(word[1:]) in _saying() or key in _BREAKS:
        return False
    if key[:1] in "بل" and key[1:] in _heads():
        return True
    if word.startswith(("ال", "لل", "بال")) or key in _heads() or key in places or key == "في":
        return True
    return is_common_arabic(word) and len(word) > 3 and not word.startswith(("و", "ف", "ي", "ت"))


_BREAKS: Final = frozenset(
    map(fold, ("الذي", "التي", "الذين", "إن", "أن", "إنه", "إنها", "كان", "كانت", "عندما", "بعدما",
               "الآن", "اليوم", "أمس", "قبل", "بعد", "هذا", "هذه", "خلال", "قائلا", "مساء", "صباح"))
)  # fmt: skip
