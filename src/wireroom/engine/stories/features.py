"""What an article is about, as a small bag of weighted terms that needs no text any more."""

import math
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

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
# What may be a name: it does not open a sentence or a quote. Letters that are no capitals are
# left out where many texts are written in them, so that their words are not looked at one by
# one: Latin, Greek and Cyrillic small letters, and scripts without case.
_NO_END: Final = f"[^{re.escape(_SENTENCE_END)}\\s"
_CAPITALISED: Final = re.compile(
    r"[^\W\d_a-zß-öø-ÿα-ωа-яё\u0621-\u064a\u0900-\u0dff\u3040-\u30ff\u4e00-\u9fff]"
    rf"(?:(?<={_NO_END}][ \t].)|(?<={_NO_END}\w].)|(?<=[\d_].))[\w'’\-]*"
)
_INSIDE: Final = re.compile(r"[\w'’\-]")
_FORMAT: Final = b"F1"


@dataclass(frozen=True, slots=True)
class Features:
    """The terms of one article.

    `keys` are 32-bit hashes of stemmed terms, `weights` their log-scaled counts (headline
    and lead count more), `flags` say where each stood. `names` are a few surface forms for
    explanations; `name_keys` their hashes. `published_at` is aware or None. `dense` is what
    `dense.embed_article` gave, where an embedder is used; it is kept apart and not packed.
    """

    lang: str
    published_at: datetime | None
    keys: tuple[int, ...]
    weights: tuple[float, ...]
    flags: tuple[int, ...]
    names: tuple[str, ...] = ()
    name_keys: tuple[int, ...] = ()
    dense: bytes = b""

    def pack(self) -> bytes:
        """Return the features as bytes, some 1.3 kB for a usual article."""
        terms = PackedTerms(
            np.array(self.keys, "<u4").tobytes(),
            np.array([round(w * _SCALE) for w in self.weights], "u1").tobytes(),
            np.array(self.flags, "u1").tobytes(),
        )
        return pack_terms(
            lang=self.lang,
            published_at=self.published_at,
            terms=terms,
            names=self.names,
            name_keys=self.name_keys,
        )

    @classmethod
    def unpack(cls, packed: bytes) -> "Features":
        """Read what `pack` wrote; raises WireroomError on anything else."""
        try:
            return _unpack(packed)
        except (ValueError, IndexError, UnicodeDecodeError, OverflowError, OSError) as error:
            raise WireroomError("these are no packed features; extract them again") from error


class PackedTerms(NamedTuple):
    """Keys of four bytes, weights in sixteenths and flags of one byte each, laid end to end."""

    keys: bytes
    weights: bytes
    flags: bytes


def pack_terms(
    *,
    lang: str,
    published_at: datetime | None,
    terms: PackedTerms,
    names: Sequence[str] = (),
    name_keys: Sequence[int] = (),
) -> bytes:
    """Return features as `Features.pack` does, of terms that are bytes already."""
    stamp = published_at.timestamp() if published_at else math.nan
    tongue, named = lang.encode(), "\x1f".join(names).encode("utf-8", "replace")
    return b"".join(
        (
            _FORMAT,
            np.array([stamp], "<f8").tobytes(),
            np.array([len(tongue), len(named), len(terms.flags)], "<u2").tobytes(),
            tongue,
            named,
            *terms,
            np.array(name_keys, "<u4").tobytes(),
        )
    )


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


@dataclass(frozen=True, slots=True)
class Terms:
    """The different terms of a text in order of their keys: counts (headline and lead twice)."""

    keys: NDArray[np.uint64]
    counts: NDArray[np.int64]
    flags: NDArray[np.uint8]


def extract_features(article: ArticleText) -> Features:
    """Reduce an article to what stories need; pure, any input, any language."""
    base = base_language(article.lang)
    # Not cut where it need not be: the words of the very same string are known already.
    body = article.body if len(article.body) <= _MAX_CHARS else article.body[:_MAX_CHARS]
    title = article.title[:1000]
    names = _find_names(title, body, base)
    terms = count_terms(title, body, base)
    terms.flags[np.isin(terms.keys, list(names))] |= NAME
    weights = np.array([_weight(count) for count in terms.counts.tolist()])
    worth = weights * background_idfs(base, terms.keys)
    kept = _keep_terms(terms, worth)
    keys = tuple(terms.keys[kept].tolist())
    ranked = sorted(zip((-worth[kept]).tolist(), keys, strict=True))
    shown = sorted([key for _, key in ranked if key in names][:_MAX_NAMES])
    return Features(
        lang=base,
        published_at=article.published_at,
        keys=keys,
        weights=tuple((np.rint(weights[kept] * _SCALE) / _SCALE).tolist()),
        flags=tuple(terms.flags[kept].tolist()),
        names=tuple(names[key] for key in shown),
        name_keys=tuple(shown),
    )


@lru_cache(maxsize=1024)
def _weight(count: int) -> float:
    return min(15.9, 1.0 + math.log(count))


def _keep_terms(terms: Terms, worth: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the places of the terms worth keeping: by weight times rarity."""
    boosted = worth * np.where(terms.flags & (TITLE | NAME | NUMBER), 2.0, 1.0)
    return np.sort(np.lexsort((terms.keys, -boosted))[:_MAX_TERMS])


def count_terms(title: str, body: str, base: str) -> Terms:
    """Return the terms of headline and body, how often and where they stand."""
    in_title, in_body = _term_keys(title, base), _term_keys(body, base)
    title_numbers, numbers = _number_keys(title), _number_keys(body)
    lead = in_body[:_LEAD_WORDS]
    every = np.concatenate((in_title, in_title, in_body, lead, title_numbers, numbers))
    keys, counts = np.unique(every, return_counts=True)
    flags = np.zeros(len(keys), np.uint8)
    marked = ((in_title, TITLE), (lead, LEAD), (title_numbers, NUMBER | TITLE), (numbers, NUMBER))
    for some, flag in marked:
        flags[np.searchsorted(keys, some)] |= flag
    return Terms(keys, counts, flags)


def _term_keys(text: str, base: str) -> NDArray[np.uint64]:
    """Return the keys of the text's words in reading order, without numbers."""
    packed = b"".join(map(_packed_keys(base).__getitem__, find_terms(text)))
    keys = np.frombuffer(packed, "<u8").astype(np.uint64)
    return keys[keys < _NO_TERM]


def _number_keys(text: str) -> NDArray[np.uint64]:
    return np.array([term_key("#" + number) for number in find_numbers(text)], np.uint64)


_NO_TERM: Final = 1 << 32  # numbers and overlong runs: above every key
_MOST_PACKED: Final = 1 << 16


class _PackedKeys(dict[str, bytes]):
    """Word as written -> its term's key in eight bytes; joined at once they make an array."""

    def __init__(self, base: str) -> None:
        self._base = base

    def __missing__(self, word: str) -> bytes:
        if len(self) >= _MOST_PACKED:
            self.clear()
        folded = fold_word(word)
        is_term = 0 < len(folded) <= MAX_WORD and not folded[0].isdigit()
        key = _word_key(folded, self._base) if is_term else _NO_TERM
        packed = self[word] = key.to_bytes(8, "little")
        return packed


@cache
def _packed_keys(base: str) -> _PackedKeys:
    return _PackedKeys(base)


def _find_names(title: str, body: str, base: str) -> dict[int, str]:
    """Return key -> surface form of words capitalised in mid-sentence.

    A headline with most words capitalised says nothing about names and is left out.
    Scripts without capitals give none.
    """
    found: dict[int, str] = {}
    for text in (body, *(() if is_title_case(title) else (title,))):
        for match in _CAPITALISED.finditer(text):
            name = _name_of(match[0], base)
            if name is not None and not _is_inside(text, match.start()):
                found.setdefault(*name)
    return found


@lru_cache(maxsize=1 << 15)
def _name_of(surface: str, base: str) -> tuple[int, str] | None:
    """Return the term's key and the name without genitive; None where it is no name."""
    if not surface[0].isupper() or len(surface) > 30:
        return None
    word = surface.removesuffix("'s").removesuffix("’s")
    if len(word) < 2:
        return None
    folded = split_words(word)
    return _word_key(folded[0] if folded else word, base), word


def _is_inside(text: str, start: int) -> bool:
    """Say whether a letter stands before `start` in the same run of letters and digits."""
    while start > 0 and _INSIDE.match(text, start - 1):
        start -= 1
        if _TOKEN.match(text, start):
            return True
    return False


def is_title_case(title: str) -> bool:
    """Tell whether most longer words of a headline are capitalised."""
    tokens = [match.group() for match in _TOKEN.finditer(title) if len(match.group()) > 3]
    return sum(token[0].isupper() for token in tokens) > 0.6 * len(tokens)
