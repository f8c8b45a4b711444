"""What an article is about, as a small bag of weighted terms that needs no text any more."""

import math
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice
from typing import Final

import numpy as np

from wireroom.engine.errors import WireroomError
from wireroom.engine.stories.rarity import background_idfs
from wireroom.engine.stories.terms import (
    MAX_WORD,
    base_language,
    find_numbers,
    find_terms,
    split_words,
    stem_word,
)
from wireroom.engine.text.words import fold_word
from wireroom.engine.types import ArticleText

TITLE: Final = 1  # flags of a term: it stands in the headline,
NAME: Final = 2  # it is written as a name in mid-sentence,
NUMBER: Final = 4  # it is a number,
LEAD: Final = 8  # it stands in the first words of the body.

# By size: packed, 200 terms are 1.4 kB, within the 2 kB that a table row should cost. A usual
# article of the development set has about 300 different terms; the commonest go.
_MAX_TERMS: Final = 200
_LEAD_WORDS: Final = 90
_MAX_CHARS: Final = 40_000  # of a body: a book-length page says in its opening what it is about
_MAX_NAMES: Final = 16  # surface forms kept to explain a grouping to a reader
_SCALE: Final = 16.0  # term weights are kept in sixteenths, one byte each

_SENTENCE_END: Final = ".!?:;…\"“”'‘’«»([—–-•|"
_TOKEN: Final = re.compile(r"[^\W\d_][\w'’\-]*")
# What may be a name. Letters that are no capitals are left out where many texts are written in
# them, so that their words are not looked at one by one: Latin, Greek and Cyrillic small letters,
# and scripts without case.
_CAPITALISED: Final = re.compile(
    r"[^\W\d_a-zß-öø-ÿα-ωа-яё\u0621-\u064a\u0900-\u0dff\u3040-\u30ff\u4e00-\u9fff][\w'’\-]*"
)
_INSIDE: Final = re.compile(r"[\w'’\-]")
_FORMAT: Final = b"F1"


@dataclass(frozen=True, slots=True)
class Features:
    """The terms of one article.

    `keys` are 32-bit hashes of stemmed terms, `weights` their log-scaled counts (headline
    and lead count more), `flags` say where each stood. `names` are a few surface forms for
    explanations; `name_keys` their hashes. `published_at` is aware or None.
    """

    lang: str
    published_at: datetime | None
    keys: tuple[int, ...]
    weights: tuple[float, ...]
    flags: tuple[int, ...]
    names: tuple[str, ...] = ()
    name_keys: tuple[int, ...] = ()

    def pack(self) -> bytes:
        """Return the features as bytes, some 1.3 kB for a usual article."""
        stamp = self.published_at.timestamp() if self.published_at else math.nan
        lang, names = self.lang.encode(), "\x1f".join(self.names).encode("utf-8", "replace")
        return b"".join(
            (
                _FORMAT,
                np.array([stamp], "<f8").tobytes(),
                np.array([len(lang), len(names), len(self.keys)], "<u2").tobytes(),
                lang,
                names,
                np.array(self.keys, "<u4").tobytes(),
                np.array([round(w * _SCALE) for w in self.weights], "u1").tobytes(),
                np.array(self.flags, "u1").tobytes(),
                np.array(self.name_keys, "<u4").tobytes(),
            )
        )

    @classmethod
    def unpack(cls, packed: bytes) -> "Features":
        """Read what `pack` wrote; raises WireroomError on anything else."""
        try:
            return _unpack(packed)
        except (ValueError, IndexError, UnicodeDecodeError, OverflowError, OSError) as error:
            raise WireroomError("these are no packed features; extract them again") from error


def _unpack(packed: bytes) -> Features:
    if packed[:2] != _FORMAT:
        raise ValueError("unknown format")
    stamp = float(np.frombuffer(packed, "<f8", 1, 2)[0])
    n_lang, n_names, n = (int(x) for x in np.frombuffer(packed, "<u2", 3, 10))
    at = 16 + n_lang
    names = packed[at : at + n_names].decode()
    at += n_names
    return Features(
        lang=packed[16 : 16 + n_lang].decode(),
        published_at=None if math.isnan(stamp) else datetime.fromtimestamp(stamp, UTC),
        keys=tuple(np.frombuffer(packed, "<u4", n, at).tolist()),
        weights=tuple((np.frombuffer(packed, "u1", n, at + 4 * n) / _SCALE).tolist()),
        flags=tuple(np.frombuffer(packed, "u1", n, at + 5 * n).tolist()),
        names=tuple(names.split("\x1f")) if names else (),
        name_keys=tuple(np.frombuffer(packed, "<u4", -1, at + 6 * n).tolist()),
    )


@lru_cache(maxsize=1 << 17)
def term_key(stem: str) -> int:
    """Return the 32-bit key of a stem; the same in every process."""
    return zlib.crc32(stem.encode("utf-8", "replace"))


@lru_cache(maxsize=1 << 16)
def _word_key(word: str, base: str) -> int:
    return term_key(stem_word(word, base))


def extract_features(article: ArticleText) -> Features:
    """Reduce an article to what stories need; pure, any input, any language."""
    base = base_language(article.lang)
    # Not cut where it need not be: the words of the very same string are known already.
    body = article.body if len(article.body) <= _MAX_CHARS else article.body[:_MAX_CHARS]
    title = article.title[:1000]
    names = _find_names(title, body, base)
    counts, flags = count_terms(title, body, base)
    for key in names.keys() & flags.keys():
        flags[key] |= NAME
    weights = {key: _weight(count) for key, count in counts.items()}
    kept = _keep_terms(weights, flags, base)
    idfs = background_idfs(base)
    shown = list(names.keys() & set(kept))
    shown.sort(key=lambda key: (-weights[key] * idfs[key], key))
    shown = sorted(shown[:_MAX_NAMES])
    return Features(
        lang=base,
        published_at=article.published_at,
        keys=tuple(kept),
        weights=tuple(round(weights[key] * _SCALE) / _SCALE for key in kept),
        flags=tuple(flags[key] for key in kept),
        names=tuple(names[key] for key in shown),
        name_keys=tuple(shown),
    )


@lru_cache(maxsize=1024)
def _weight(count: int) -> float:
    return min(15.9, 1.0 + math.log(count))


def _keep_terms(weights: Mapping[int, float], flags: Mapping[int, int], base: str) -> list[int]:
    """Return the keys worth keeping, in key order: by weight times rarity."""
    if len(weights) <= _MAX_TERMS:
        return sorted(weights)
    idfs = background_idfs(base)
    ranked = sorted(
        (-weight * idfs[key] * (2.0 if flags[key] & _TELLING else 1.0), key)
        for key, weight in weights.items()
    )
    return sorted(key for _, key in ranked[:_MAX_TERMS])


_TELLING: Final = TITLE | NAME | NUMBER


def count_terms(title: str, body: str, base: str) -> tuple[dict[int, int], dict[int, int]]:
    """Return how often each term stands in the text, headline and lead twice, and its flags."""
    counts: dict[int, int] = defaultdict(int)
    flags: dict[int, int] = defaultdict(int)
    for flag, text in ((TITLE, title), (0, body)):
        found = find_terms(text)
        # Each different word once: a body repeats two words of three.
        for word, times in Counter(found).items():
            key = _term_of(word, base)
            if key is not None:
                counts[key] += 2 * times if flag else times
                flags[key] |= flag
        for number in find_numbers(text):
            key = term_key("#" + number)
            counts[key] += 1
            flags[key] |= NUMBER | flag
    keys = (_term_of(word, base) for word in found)
    for key in islice((key for key in keys if key is not None), _LEAD_WORDS):
        counts[key] += 1
        flags[key] |= LEAD
    return counts, flags


@lru_cache(maxsize=1 << 16)
def _term_of(word: str, base: str) -> int | None:
    """Return the term's key of a word as it is written; None for numbers and overlong runs."""
    folded = fold_word(word)
    if folded[0].isdigit() or len(folded) > MAX_WORD:
        return None
    return _word_key(folded, base)


def _find_names(title: str, body: str, base: str) -> dict[int, str]:
    """Return key -> surface form of words capitalised in mid-sentence.

    A headline with most words capitalised says nothing about names and is left out.
    Scripts without capitals give none.
    """
    found: dict[int, str] = {}
    for text in (body, *(() if _is_title_case(title) else (title,))):
        for match in _CAPITALISED.finditer(text):
            surface, start = match[0], match.start()
            if not surface[0].isupper() or len(surface) > 30:
                continue
            before = text[max(0, start - 2) : start].rstrip(" \t")
            if not before or before[-1] in _SENTENCE_END or before[-1].isspace():
                continue
            if _INSIDE.match(before, len(before) - 1) and _is_inside(text, start):
                continue
            word = surface.removesuffix("'s").removesuffix("’s")
            if len(word) > 1:
                found.setdefault(_word_key(_folded(word), base), word)
    return found


def _is_inside(text: str, start: int) -> bool:
    """Say whether a letter stands before `start` in the same run of letters and digits."""
    while start > 0 and _INSIDE.match(text, start - 1):
        start -= 1
        if _TOKEN.match(text, start):
            return True
    return False


@lru_cache(maxsize=1 << 15)
def _folded(word: str) -> str:
    folded = fold_word(word)
    if folded.isascii() and folded.isalpha():
        return folded if len(folded) <= MAX_WORD else word
    found = split_words(word)
    return found[0] if found else word


def _is_title_case(title: str) -> bool:
    tokens = [match.group() for match in _TOKEN.finditer(title) if len(match.group()) > 3]
    return sum(token[0].isupper() for token in tokens) > 0.6 * len(tokens)
