"""Names that are spelled out before their letters: "Fisheries and Ports Authority (FPA)"."""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.entities.words import Word

_FARTHEST: Final = 14  # words before the letters
_LETTERS: Final = range(2, 9)


def find_spelled(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of the names whose letters follow in brackets."""
    opened = [at + 1 for at, word in enumerate(words) if word.text == "("]
    for place in opened:
        if not 2 <= place < len(words) - 1 or words[place + 1].text != ")":
            continue
        letters = words[place].text.replace(".", "")
        if len(letters) in _LETTERS and letters.isupper() and letters.isalpha():
            first = _first_of(words, place - 2, letters)
            if first is not None:
                yield first, place - 2


def _first_of(words: Sequence[Word], last: int, letters: str) -> int | None:
    """Return where the words begin whose first letters these are, in capitals or all."""
    for only_capitals in (True, False):
        left = letters
        for place in range(last, max(-1, last - _FARTHEST), -1):
            word = words[place]
            if not word.is_word and word.text not in ",&-":
                break
            if not word.is_word or (only_capitals and not word.is_capital):
                continue
            if word.text[0].upper() != left[-1]:
                break
            left = left[:-1]
            if not left:
                return place if word.is_capital else None
            if word.after_break:
                break
    return None
