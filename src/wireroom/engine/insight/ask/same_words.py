"""Words that a question and a report may say for each other, and no wider ones.

The verifier's thesaurus holds ten times as many, which is right for a claim that is held against
the sentence it cites: there more words that count as one withhold less. A question is held against
every sentence of a story, where each of them may find an answer that is none.
"""

from functools import lru_cache
from typing import Final

import Stemmer

from wireroom.engine.insight.ask import same_en
from wireroom.engine.insight.verify import words_ar
from wireroom.engine.insight.verify.keys import is_arabic, word_forms
from wireroom.engine.insight.verify.vocabulary_en import BASES

_ENGLISH: Final = Stemmer.Stemmer("english")


@lru_cache(maxsize=1 << 14)
def same_keys(word: str) -> frozenset[str]:
    """Return the keys of a folded word; two words say the same if they share one."""
    if is_arabic(word):
        forms = word_forms(word)
        return frozenset(forms).union(*(_ARABIC.get(form, ()) for form in forms))
    stem = _stem(word)
    return frozenset({stem}) | _ENGLISH_BY_STEM.get(stem, frozenset())


def _stem(word: str) -> str:
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    return str(_ENGLISH.stemWord(BASES.get(word, word))) if word.isascii() else word


def _group(table: str, *, arabic: bool) -> dict[str, frozenset[str]]:
    groups: dict[str, frozenset[str]] = {}
    for number, line in enumerate(table.splitlines()):
        for word in line.split():
            for form in {word.removeprefix("ال"), word} if arabic else {_stem(word)}:
                groups[form] = groups.get(form, frozenset()) | {f"#{number}"}
    return groups


_ENGLISH_BY_STEM: Final = _group(same_en.SAME, arabic=False)
_ARABIC: Final = _group(words_ar.SAME, arabic=True)
