"""What words a headline and a text share, however they are inflected."""

import re
from functools import lru_cache
from typing import Final

from wireroom.engine.text.words import fold

_PROSE_LOOKED_AT: Final = 6000
_STEM: Final = 5
_STOPWORD_LIST: Final = (
    "the and for with that from this over after into says said will are was has have its not "
    "their his her who what how why new more than but "
    "في من على إلى عن أن إن بعد قبل مع التي الذي هذا هذه كان قال بين حول ضد"
)
_STOPWORDS: Final = frozenset(fold(word) for word in _STOPWORD_LIST.split())
_ARABIC_PREFIX: Final = re.compile(r"^(?:وال|بال|فال|كال|لل|ال|و|ب|ل)(?=\w{3})")

# Scripts without spaces: two signs on end stand for a word.
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def stems(text: str) -> set[str]:
    """Return the words that carry meaning, cut to what inflection leaves alone."""
    found: set[str] = set()
    for word in re.findall(r"[^\W_]+", fold(text)):
        if _UNSPACED.search(word):
            found.update(word[at : at + 2] for at in range(len(word) - 1))
        elif word not in _STOPWORDS and (len(word) > 2 or word.isdigit()):
            found.add(_ARABIC_PREFIX.sub("", word)[:_STEM])
    return found


def shared_share(title: str, prose: str) -> float:
    """Return the share of the title's words that the prose repeats, 0 to 1."""
    wanted = stems(title)
    return len(wanted & _stems_of(prose[:_PROSE_LOOKED_AT])) / len(wanted) if wanted else 0.0


def shared_words(text: str, other: str) -> tuple[int, int]:
    """Return how many words of the first text the other one holds, and of how many."""
    own = stems(text[:_PROSE_LOOKED_AT])
    return len(own & _stems_of(other[:_PROSE_LOOKED_AT])), len(own)


@lru_cache(maxsize=64)  # every line of a gap is held against the same text
def _stems_of(prose: str) -> frozenset[str]:
    return frozenset(stems(prose))
