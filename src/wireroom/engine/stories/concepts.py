"""What events are, and countries whose name is another word in each language, told alike."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from wireroom.engine.stories.terms import split_words, stem_word

# The columns of concepts.txt. One line is a concept, called by its first English word; any word
# may stand in several lines, and a language may have none for it. Written for this project from
# the vocabulary of news. Names that sound alike in all languages need no line (skeleton.py), and
# words that often mean something else ("or" is gold in French) are left out: a false kind ties
# stories that tell of different things. Chinese words have two signs, as its text is cut so.
_LANGUAGES: Final = ("en", "ar", "de", "fr", "es", "pt", "it", "ru", "tr", "zh")


@cache
def _lines() -> tuple[tuple[str, ...], ...]:
    text = (files("wireroom.engine.stories") / "concepts.txt").read_text("utf-8")
    return tuple(tuple(line.split("|")) for line in text.splitlines() if line[:1] != "#")


@cache
def _by_stem(base: str) -> Mapping[str, tuple[str, ...]]:
    """Return stem -> concepts for a language, empty for one without a column."""
    found: dict[str, tuple[str, ...]] = {}
    if base not in _LANGUAGES:
        return found
    column = _LANGUAGES.index(base)
    for columns in _lines():
        concept = columns[0].split()[0]
        for word in split_words(columns[column]):
            stem = stem_word(word, base)
            if concept not in found.get(stem, ()):
                found[stem] = (*found.get(stem, ()), concept)
    return found


def concepts_in(text: str, base: str) -> Iterator[str]:
    """Yield the concepts that the words of a text stand for, in reading order."""
    if _by_stem(base):
        for word in split_words(text):
            yield from _concepts_of(word, base)


@lru_cache(maxsize=1 << 14)
def _concepts_of(word: str, base: str) -> tuple[str, ...]:
    return _by_stem(base).get(stem_word(word, base), ())
