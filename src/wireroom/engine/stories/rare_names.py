"""Names by which a story is found again years later: those of its lead that few others give."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Final

from wireroom.engine.stories.arabic_common import ARABIC_COMMON
from wireroom.engine.stories.features import is_title_case, term_key
from wireroom.engine.stories.rarity import background_idf, has_background
from wireroom.engine.stories.terms import base_language, stem_word
from wireroom.engine.text.words import fold_word

# Kept of a story; of pairs of words more, as most are no names and few of them meet again.
MOST_NAMES: Final = 6
MOST_PAIRS: Final = 12
MOST_CANDIDATES: Final = 20
# A name that more stories give than this ties none of them: it is a country, a capital, a star.
CROWDED: Final = 32
_MAX_TITLE: Final = 500
MAX_CHARS: Final = 1500  # of a body: who and where an event is about stands in its first paragraphs
_MAX_PAIRED: Final = 500  # where words have no capitals: each further pair is likely none
_MAX_NAME: Final = 60
# -log of the share of articles with a word: under one in 150 may be what a story is known by,
# over one in 20 is no part of a name before it ("President", "On Monday").
_RARE: Final = 5.0
_COMMON: Final = 3.0

_UPPER: Final = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĻŃŅŇŌŐŒŘŚŞŠȘŤȚŪŮŰŲŹŻŽΑ-ΩА-ЯЁІЇЄҐ]"
_WORD: Final = rf"{_UPPER}[^\W\d_]+(?:['’\-][^\W\d_]+)*"
_PARTICLES: Final = "al|el|bin|de|der|den|del|di|da|du|la|le|van|von"
_RUN: Final = re.compile(
    rf"(?P<opens>\A\s*|[.!?:;…«»“”‘\"(\n]\s*)?(?<![\w'’])"
    rf"(?P<run>{_WORD}(?: (?:(?:{_PARTICLES}) )?{_WORD}){{0,4}})"
)
_GENITIVE: Final = re.compile(r"['’]s?\Z")
_CASED: Final = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]")
_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
# A word with its vowel marks, or one sign of what keeps words apart.
_SPACED: Final = re.compile(r"(?:[^\W\d_][\u064b-\u065f\u0670]*)+|[^\s]")


@dataclass(frozen=True, slots=True)
class RareName:
    """A name as its report writes it; `key` is one for its spellings in one language.

    `weight` is 2 for a name of several words that is known to be rare by itself, else 1: two
    stories are tied by a weight of 2.
    """

    key: int  # 63 bits
    name: str
    weight: int = 1
    is_pair: bool = False  # told by standing next to each other, not by capitals


def find_rare_names(title: str, body: str, lang: str) -> tuple[RareName, ...]:
    """Return what may be rare names of a report, the likeliest first; pure, any input.

    Where names have capitals, runs of them whose words are rare; elsewhere pairs of words next
    to each other, those first that recur. Scripts without spaces give none.
    """
    base, body = base_language(lang), body[:MAX_CHARS]
    title = title[:_MAX_TITLE]
    if _UNSPACED.search(title):
        return ()
    text = title + body
    if len(_CASED.findall(text)) * 2 > len(text):
        shown = "" if is_title_case(title) else title
        found = _capitalised(f"{shown}\n{body}", base)
    else:
        found = _pairs(f"{title}.\n{body[:_MAX_PAIRED]}", base)
    return tuple(found)[:MOST_CANDIDATES]


def choose_rarest(candidates: Sequence[RareName], held: Mapping[int, int]) -> tuple[RareName, ...]:
    """Return the names to keep: `held` is how many other stories give each."""
    free = [name for name in candidates if held.get(name.key, 0) <= CROWDED]
    place = {name.key: number for number, name in enumerate(free)}
    ranked = sorted(free, key=lambda one: (-one.weight, held.get(one.key, 0), place[one.key]))
    return tuple(ranked[: MOST_PAIRS if free and free[0].is_pair else MOST_NAMES])


def _capitalised(text: str, base: str) -> list[RareName]:
    found: dict[int, tuple[float, RareName]] = {}
    for match in _RUN.finditer(text):
        words = _upto_genitive(match["run"].split(" "))
        rarity = _rarities(words, base)
        if match["opens"] is not None and not has_background(base):
            words, rarity = words[1:], rarity[1:]  # what opens a sentence is mostly no name
        while words and (rarity[0] < _COMMON or words[0].islower()):
            words, rarity = words[1:], rarity[1:]
        name = _GENITIVE.sub("", " ".join(words))
        if not words or max(rarity) < _RARE or not 2 < len(name) <= _MAX_NAME:
            continue
        is_known = has_background(base)
        if len(words) > 1 or (is_known and match["opens"] is None):
            # By its last two words: "Minister Ludo Sarrazin" is whom others call Ludo Sarrazin.
            key = _key(base, [word for word in words if word[0].isupper()][-2:])
            weight = 2 if len(words) > 1 and is_known else 1
            found.setdefault(key, (max(rarity), RareName(key, name, weight)))
    return _without_parts(one for _, one in sorted(found.values(), key=_rarest_first))


def _upto_genitive(words: Sequence[str]) -> Sequence[str]:
    """Return what ends with the first genitive: in "Brekke's Harbour" two names meet."""
    for number, word in enumerate(words, 1):
        if _GENITIVE.search(word):
            return words[:number]
    return words


def _rarest_first(one: tuple[float, RareName]) -> tuple[int, float]:
    rarity, name = one
    return (-name.weight, -rarity)


def _without_parts(names: Iterable[RareName]) -> list[RareName]:
    """Return names without those that stand in a longer one before them: "Brekke" in hers."""
    kept: list[RareName] = []
    for name in names:
        parts = set(name.name.split(" "))
        if not any(parts < set(_GENITIVE.sub("", one.name).split(" ")) for one in kept):
            kept.append(name)
    return kept


def _rarities(words: Sequence[str], base: str) -> list[float]:
    return [_rarity(word, base) for word in words]


@lru_cache(maxsize=1 << 15)
def _rarity(word: str, base: str) -> float:
    key = term_key(stem_word(fold_word(_GENITIVE.sub("", word)), base))
    return background_idf(base, key)


def _pairs(text: str, base: str) -> list[RareName]:
    counts = Counter(
        (one, two)
        for one, two in pairwise(_SPACED.findall(text))
        if _may_name(one) and _may_name(two)
    )
    found: dict[int, RareName] = {}
    for pair in sorted(counts, key=lambda one: -min(2, counts[one])):
        key = _key(base, pair)
        found.setdefault(key, RareName(key, " ".join(pair), is_pair=True))
    return list(found.values())


def are_two(names: Sequence[str]) -> bool:
    """Tell whether some two of the names have no word in common, else they may be one name."""
    words = [frozenset(name.split(" ")) for name in names]
    return any(one.isdisjoint(two) for one, two in combinations(words, 2))


def _may_name(word: str) -> bool:
    return 3 <= len(word) <= 20 and fold_word(word) not in ARABIC_COMMON


def _key(base: str, words: Sequence[str]) -> int:
    stems = " ".join(stem_word(fold_word(_GENITIVE.sub("", word)), base) for word in words)
    digest = hashlib.blake2b(f"{base}:{stems}".encode("utf-8", "replace"), digest_size=8)
    return int.from_bytes(digest.digest(), "big") >> 1
