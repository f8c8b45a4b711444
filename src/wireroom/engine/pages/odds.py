"""How much the words of a class, and the words of a line, speak for a block being body."""

import math
from collections.abc import Iterable, Mapping
from typing import Final

from wireroom.engine.pages.class_words import words_of_naming

_EDGES: Final = ".,:;!?\"'()[]«»“”‘’„…|،؛؟*•·–—-"
_FIRST: Final = 8  # words of a line that are looked at, from its start and from its end
_LAST: Final = 4
_SHORT: Final = 4  # a line of so few words counts as a whole too
_HEAD: Final = 120  # characters
_TAIL: Final = 50
_MOST_KNOWN: Final = 10_000  # namings kept: those of some hundred pages, 4 MB
_MOST_WORDS: Final = 20_000  # words of lines kept, 3 MB

# Places in which a class word may stand: on the block's own box, on the two above, on any.
OWN, NEAR, AROUND, TEXT = "own", "near", "around", "text"
Stats = tuple[float, float, float]
NOTHING: Final[Stats] = (0.0, 0.0, 0.0)

Table = Mapping[str, float]


def line_words(text: str) -> list[str]:
    """Return the words at both ends of a line, numbers as "#"; a short line also as a whole."""
    found = [_bare(word) for word in end_words(text)]
    whole = [" ".join(found)] if 1 < len(found) <= _SHORT else []
    return whole + list(dict.fromkeys(found))


def end_words(text: str) -> list[str]:
    """Return the words at both ends of a line as they stand there, in lower case."""
    if len(text) > _HEAD + _TAIL:
        words = text[:_HEAD].casefold().split(None, _FIRST)[:_FIRST]
        return words + text[-_TAIL:].casefold().split()[-_LAST:]
    words = text.casefold().split()
    if len(words) > _FIRST + _LAST:
        return words[:_FIRST] + words[-_LAST:]
    return words


def _bare(word: str) -> str:
    return "#" if word[0].isdigit() else word.strip(_EDGES)


class Odds:
    """Tables of log odds by word, and their sums, minima and maxima over an element or a line."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self._tables = {name: dict(tables.get(name, {})) for name in (OWN, NEAR, AROUND, TEXT)}
        self._known: dict[str, tuple[float, ...]] = {"": NOTHING * 3}
        self._worth: dict[str, float | None] = {}

    def of_naming(self, naming: str) -> tuple[float, ...]:
        """Return sum, least, most of an element's words as own box, as near one and as any."""
        found = self._known.get(naming)
        if found is None:
            words = words_of_naming(naming)
            found = self._of(words, OWN) + self._of(words, NEAR) + self._of(words, AROUND)
            if len(self._known) >= _MOST_KNOWN:
                self._known = {"": NOTHING * 3}
            self._known[naming] = found
        return found

    def of_line(self, words: list[str]) -> Stats:
        """Return (sum, least, most) of the words of a line, as end_words gives them."""
        known = self._worth
        keys = {*words}
        if 1 < len(words) <= _SHORT:
            keys.add(" ".join(words))
        if not known.keys() >= keys:
            self._look_up(keys)
        values = [value for key in keys if (value := known[key]) is not None]
        return (sum(values), min(values), max(values)) if values else NOTHING

    def _look_up(self, keys: set[str]) -> None:
        """Note the odds of words and short lines, None where nothing is known of one."""
        known, table = self._worth, self._tables[TEXT]
        if len(known) >= _MOST_WORDS:
            known.clear()
        for key in keys:
            if key not in known:
                known[key] = table.get(
                    " ".join(map(_bare, key.split())) if " " in key else _bare(key)
                )

    def _of(self, words: Iterable[str], name: str) -> tuple[float, ...]:
        table = self._tables[name]
        values = [table[word] for word in words if word in table]
        return (sum(values), min(values), max(values)) if values else NOTHING


def log_odds(share: float, prior: float) -> float:
    """Return how far a share of body lies from the prior one, in natural log odds."""
    share = min(max(share, 0.005), 0.995)
    return math.log(share / (1 - share)) - math.log(prior / (1 - prior))
