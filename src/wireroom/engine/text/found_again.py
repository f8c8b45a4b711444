"""Where words stand in a text, and where they stand once the text has changed."""

import re
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Final

# What is compared around the words to tell two places of the same words apart: a short sentence.
_AROUND: Final = 60
# Places looked at: of words that stand in a text more often, the first so many are weighed.
_MOST_PLACES: Final = 500


def find_typed(typed: str, text: str, *, earlier: int = 0) -> tuple[int, int] | None:
    """Return (start, end) of words as a reader typed or copied them, in code points, or None.

    Spaces and line breaks count alike: copying from a page changes them. Of several places it is
    the one with so many `earlier` ones before it; where there are not as many, the first.
    """
    places = list(islice(_typed_places(typed, text), min(earlier, _MOST_PLACES) + 1))
    if not places:
        return None
    return places[earlier] if earlier < len(places) else places[0]


def count_earlier(start: int, end: int, text: str) -> int:
    """Return how often the words at `start` to `end` stand in a text before that place."""
    earlier = takewhile(lambda one: one[0] < start, _typed_places(text[start:end], text))
    return sum(1 for _ in islice(earlier, _MOST_PLACES))


def _typed_places(typed: str, text: str) -> Iterator[tuple[int, int]]:
    words = typed.split()
    if words:
        pattern = r"\s+".join(map(re.escape, words))
        yield from (match.span() for match in re.finditer(pattern, text))


def find_again(start: int, end: int, before: str, now: str) -> tuple[int, int] | None:
    """Return where the words at `start` to `end` of the text `before` stand in the text `now`.

    The words are found letter for letter or not at all. Of several places the one counts whose
    surroundings are most like the old ones, then the one nearest to the old place.
    """
    words = before[start:end]
    if not words:
        return None
    places = list(_places(words, now))
    if not places:
        return None
    best = min(
        places, key=lambda one: (-_likeness(before, now, start, one, len(words)), abs(one - start))
    )
    return best, best + len(words)


def _places(words: str, text: str) -> Iterator[int]:
    place = text.find(words)
    for _ in range(_MOST_PLACES):
        if place < 0:
            return
        yield place
        place = text.find(words, place + 1)


def _likeness(before: str, now: str, old: int, new: int, length: int) -> int:
    """Return how many letters around the words are the same, up to the first that is not."""
    left = zip(before[max(old - _AROUND, 0) : old][::-1], now[max(new - _AROUND, 0) : new][::-1],
               strict=False)  # fmt: skip
    old_end, new_end = old + length, new + length
    right = zip(before[old_end : old_end + _AROUND], now[new_end : new_end + _AROUND], strict=False)
    return _same(left) + _same(right)


def _same(pairs: Iterator[tuple[str, str]]) -> int:
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count
