"""The keys under which words around figures are compared, across languages where they can be."""

from functools import lru_cache

from wireroom.engine.insight.differences.figure import Keys
from wireroom.engine.insight.differences.kinds import kinds_of
from wireroom.engine.insight.verify.keys import is_arabic, keys_of
from wireroom.engine.stories.concepts import concepts_in


@lru_cache(maxsize=1 << 15)
def keys_for(word: str) -> Keys:
    """Return the keys of a folded word: its own, and what it is called in every language."""
    base = "ar" if is_arabic(word) else "en"
    return (
        keys_of(word) | kinds_of(word) | {word} | {f"={name}" for name in concepts_in(word, base)}
    )
