"""What an article says that every language says alike: names, numbers, and kinds of events."""

import json
import math
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import chain
from typing import Final

from wireroom.engine.stories.concepts import concepts_in
from wireroom.engine.stories.features import is_title_case
from wireroom.engine.stories.skeleton import skeleton
from wireroom.engine.stories.terms import base_language, find_numbers
from wireroom.engine.types import ArticleText

# What a report is about it says early; each further word of a script without capitals may be
# taken for a name that it is not.
_FORMAT: Final = 1
_MAX_CHARS: Final = 2_500
_LEAD_CHARS: Final = 700
_FEWEST_SIGNS: Final = 3  # consonants of one word; of two words together one more
_MOST_SIGNS: Final = 9  # longer ones are no surer
_TOKEN: Final = re.compile(r"[^\W\d_][^\W\d_'’]*|[.!?:;…؟。«»“”\"()]")
_PARTICLES: Final = "al|el|of|the|de|der|den|del|di|da|du|la|le|van|von|bin|and|y|e|et|und"
_UPPER: Final = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĻŃŅŇŌŐŒŘŚŞŠȘŤȚŪŮŰŲŹŻŽΑ-ΩА-ЯЁІЇЄҐ]"
_CAPITALISED: Final = re.compile(rf"{_UPPER}[^\W\d_]+")
_CAPITALS: Final = re.compile(
    rf"(?P<opens>\A\s*|[.!?:;…«»“”‘\"()\n]\s*)?(?<!\w)(?P<run>{_UPPER}[^\W\d_]+"
    rf"(?:[ \-]+(?:(?:{_PARTICLES})[ \-]+)?"
    rf"{_UPPER}[^\W\d_]+)*)"
)
_GENITIVE: Final = re.compile(r"['’]s?\Z")
# "And", "in", "for", "as" and the article are written in one with an Arabic word.
_ARABIC: Final = re.compile(r"[\u0621-\u064a]")
_PREFIXES: Final = ("وال", "بال", "كال", "فال", "ولل", "ال", "لل", "و", "ب", "ل", "ف", "ك")
_SHORTEST_ARABIC: Final = 3
_CASED: Final = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]")
_ROUND: Final = re.compile(r"[1-9]0+")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Pivots:
    """The pivots of one article: `keys` maps each to whether it stands in headline or lead.

    A key is a name's skeleton ("flmr"), two neighbours' ("s lrk"), a number ("#214") or a kind
    of event or place ("=fire"). `cased` says that names were told by their capitals, and `names`
    has them as written; in other scripts any word may be one.
    """

    lang: str
    at: datetime | None
    keys: dict[str, bool]
    cased: bool
    names: dict[str, str]

    def pack(self) -> bytes:
        """Return the pivots as bytes without the time, 1 to 3 kB for a usual article."""
        told = [_FORMAT, self.lang, [*self.keys], [*map(int, self.keys.values())], self.cased]
        kept = {key: name for key, name in self.names.items() if self.keys.get(key)}
        text = json.dumps([*told, kept], ensure_ascii=False, separators=(",", ":"))
        return zlib.compress(text.encode("utf-8", "replace"), 1)

    @classmethod
    def unpack(cls, packed: bytes, *, at: datetime | None) -> "Pivots | None":
        """Read what `pack` wrote; None for anything else, as of another version."""
        try:
            told = json.loads(zlib.decompress(packed))
            form, lang, keys, early, cased, names = told
            if form != _FORMAT:
                return None
            return cls(lang, at, dict(zip(keys, map(bool, early), strict=True)), cased, names)
        except (zlib.error, ValueError, TypeError):
            return None


def find_pivots(article: ArticleText) -> Pivots:
    """Reduce an article to its pivots; pure, any input, any language."""
    base = base_language(article.lang)
    title, body = article.title[:1000], article.body[:_MAX_CHARS]
    lead = body[:_LEAD_CHARS]
    cased = len(_CASED.findall(lead or title)) * 2 > len(lead or title)
    keys: dict[str, bool] = {}
    names: dict[str, str] = {}
    # A headline with every word capitalised says nothing about names.
    shown = "" if cased and is_title_case(title) else title
    for text, is_early in ((shown, True), (lead, True), (body[_LEAD_CHARS:], False)):
        runs = runs_of_capitals(text) if cased else runs_of_words(text)
        for key, name in chain.from_iterable(map(names_in, runs)):
            keys[key] = keys.get(key, False) or is_early
            if cased:
                names.setdefault(key, name)
        for number in find_numbers(text):
            if len(number) > 1:
                keys[f"#{number}"] = keys.get(f"#{number}", False) or is_early
    # What a report says late is no sign of what it is about.
    keys.update((f"={concept}", True) for concept in concepts_in(f"{title} {lead}", base))
    return Pivots(base, article.published_at, keys, cased, names)


def names_in(run: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield (key, as written) of a run of words that may be one name or parts of it."""
    before: Sequence[str] = ()
    last = ""
    for word in run:
        forms = forms_of(word)
        for form in forms:
            if len(form) >= _FEWEST_SIGNS:
                yield form, word
        # "سي لارك": only the first of two words has anything written in one with it.
        whole = forms[0]
        for first in before if whole else ():
            if len(first + whole) > _FEWEST_SIGNS:
                yield f"{first} {whole}", f"{last} {word}"
        before, last = [form for form in forms if form], word


@lru_cache(maxsize=1 << 14)
def forms_of(word: str) -> tuple[str, ...]:
    """Return the skeletons of a word, as it is written and without what is written in one."""
    if not _ARABIC.match(word):
        bare = _GENITIVE.sub("", word)
        return (skeleton(bare),)
    found = [skeleton(word)]
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_ARABIC:
            found.append(skeleton(word[len(prefix) :]))
    return tuple(dict.fromkeys(found))


def runs_of_capitals(text: str) -> Iterator[list[str]]:
    """Yield runs of capitalised words; one alone at the front of a sentence is no name."""
    for match in _CAPITALS.finditer(text):
        run = _CAPITALISED.findall(match["run"])
        if len(run) > 1 or match["opens"] is None:
            yield run


def runs_of_words(text: str) -> Iterator[list[str]]:
    run: list[str] = []
    for token in _TOKEN.findall(text):
        if token[0].isalpha():
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


@lru_cache(maxsize=1 << 15)
def surprise(key: str, *, cased: bool) -> float:
    """Return how much it says that a key stands in two articles: -log of the chance of it.

    `cased` is whether both tell names by capitals; else one has some 250 words that each may
    happen to sound like a name, and about one in ten consonants is any given one.
    """
    if key[0] == "=":
        return 1.5
    if key[0] == "#":
        return _surprise_of_number(key[1:])
    signs = min(len(key.replace(" ", "")), _MOST_SIGNS)
    if cased:
        return min(4.5, 1.5 + 0.6 * signs)
    # 250 words, consonants of unequal frequency: one in nine at best.
    return max(0.2, min(6.0, signs * math.log(9.0) - math.log(250.0) - 0.5 * (" " in key)))


def _surprise_of_number(number: str) -> float:
    if _YEAR.fullmatch(number):
        return 0.3
    digits = len(number.replace(".", "").lstrip("0"))
    return min(4.0, 1.3 * max(1, digits)) * (0.5 if _ROUND.fullmatch(number) else 1.0)
