"""What an Arabic word is opposed to."""

from collections import defaultdict
from functools import lru_cache
from typing import Final

from wireroom.engine.insight.verify.keys import bare_forms
from wireroom.engine.insight.verify.thesaurus_ar import OPPOSITE


def _sides() -> dict[str, frozenset[tuple[int, int]]]:
    sides: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for number, line in enumerate(OPPOSITE.splitlines()):
        for side, words in enumerate(line.split(" / ")):
            for word in words.split():
                sides[word].add((number, side))
    return {word: frozenset(places) for word, places in sides.items()}


_SIDES: Final = _sides()
_ENDINGS: Final = ("", "ت", "ا", "ه", "وا", "ها")


@lru_cache(maxsize=1 << 13)
def _sides_of(word: str) -> frozenset[tuple[int, int]]:
    forms = bare_forms(word)
    forms |= {
        form.removesuffix(end) for form in forms for end in _ENDINGS if len(form) > len(end) + 2
    }
    return frozenset().union(*(_SIDES.get(form, frozenset()) for form in forms))


def are_opposed(one: str, other: str) -> bool:
    """Whether two folded words stand on the two sides of a pair of opposites."""
    theirs = _sides_of(other)
    return any((number, 1 - side) in theirs for number, side in _sides_of(one))
