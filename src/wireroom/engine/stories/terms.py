"""Text to terms: folded, stemmed words of any language; what has no spaces is cut into pieces."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

import Stemmer

from wireroom.engine.text.words import find_body_words, words

# Scripts written without spaces: a run of their letters becomes overlapping pairs, the
# standard unit for retrieval where no segmenter is at hand (Nie et al., SIGIR 2000), or threes.
_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]+"
)
# An alphabet has a tenth as many letters as Han has characters: pairs of them say little. Written
# in Thai letters, the leads of the development set have B-cubed F1 .782 by pairs, .897 by threes,
# .852 by fours.
_ALPHABET: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_ARABIC_LETTER: Final = re.compile("[\u0600-\u06ff]")
_NUMBER: Final = re.compile(r"\d+(?:[.,\u066b\u066c]\d+)*")
MAX_WORD: Final = 40  # longer runs are addresses and base64, not words

_STEMMERS: Final = {
    "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip

# Light stemming of Arabic after light10 (Larkey, Ballesteros & Connell 2007), on folded
# letters (ta marbuta is written ha, alef maqsura ya); it leaves names more alone than
# Snowball does, which keeps "والرئيس" apart from "الرئيس".
_AR_PREFIXES: Final = ("وال", "بال", "كال", "فال", "ولل", "ال", "لل")
_AR_SUFFIXES: Final = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")


@lru_cache(maxsize=1 << 10)  # all that one newsroom reads have few
def base_language(lang: str) -> str:
    """Return the primary subtag of a BCP 47 tag in lower case ("und" when there is none)."""
    return re.split(r"[-_]", lang.strip().lower(), maxsplit=1)[0] or "und"


def split_terms(text: str, lang: str) -> list[str]:
    """Return the stemmed terms of the text in reading order; numbers are not among them."""
    base = base_language(lang)
    return [stem_word(word, base) for word in split_words(text) if not word[0].isdigit()]


def is_spaced(text: str) -> bool:
    """Tell whether no script of the text is written without spaces."""
    return text.isascii() or not _UNSPACED.search(text)


def split_words(text: str) -> list[str]:
    """Return folded words, unspaced scripts in pieces of letters, without overlong runs."""
    if is_spaced(text):
        return [word for word in words(text) if 0 < len(word) <= MAX_WORD]
    found: list[str] = []
    run = ""  # letters of an unspaced script, which `words` may give one by one
    for word in words(text):
        if _UNSPACED.fullmatch(word):
            run += word
            continue
        found.extend(_cut_run(run))
        run = ""
        if 0 < len(word) <= MAX_WORD:  # a mark that stands alone folds to nothing
            found.append(word)
    return [*found, *_cut_run(run)]


def find_terms(text: str) -> Sequence[str]:
    """Return what `split_words` gives, words of spaced scripts unfolded and overlong runs kept."""
    return split_words(text) if _UNSPACED.search(text) else find_body_words(text)


def _cut_run(letters: str) -> Iterator[str]:
    size = 3 if _ALPHABET.match(letters) else 2
    if 0 < len(letters) < size:
        yield letters
    for start in range(len(letters) - size + 1):
        yield letters[start : start + size]


def find_numbers(text: str) -> list[str]:
    """Return the numbers as written, without thousands separators ("1,200" is "1200").

    Digits of any script are the same digits: Arabic, Persian and Hindi papers use both kinds.
    """
    found = (number for number in _NUMBER.findall(text) if len(number) <= 20)
    return [
        number if number.isascii() and number.isdecimal() else _plain_number(number)
        for number in found
    ]


def _plain_number(written: str) -> str:
    written = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in written)
    head, *groups = re.split(r"[.,\u066b\u066c]", written)
    if groups and all(len(group) == 3 for group in groups):
        return head + "".join(groups)
    return ".".join([head, *groups])


@cache
def _stemmer(base: str) -> Stemmer.Stemmer | None:
    name = _STEMMERS.get(base)
    return Stemmer.Stemmer(name) if name else None


@lru_cache(maxsize=1 << 15)  # the commoner words of a day's news; about 5 MB
def stem_word(word: str, base: str) -> str:
    """Stem one folded word of the language with this primary subtag."""
    if _ARABIC_LETTER.match(word):
        return _stem_arabic(word)
    stemmer = _stemmer(base)
    return str(stemmer.stemWord(word)) if stemmer else word.removesuffix("'s")


def _stem_arabic(word: str) -> str:
    if len(word) > 3 and word[0] == "و":
        word = word[1:] if not word.startswith("وال") else word
    for prefix in _AR_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 2:
            word = word[len(prefix) :]
            break
    for suffix in _AR_SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
    return word
