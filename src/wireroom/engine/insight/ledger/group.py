"""Which quotes of several reports are the same utterance, whole or cut, with small changes."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from wireroom.engine.text.words import words

# Words in a row. Of quotes of fewer words, all of them: "never again" is said by many.
_SHINGLE: Final = 4
# Share of the shorter quote's shingles that both must have: a word changed in every eight still
# leaves half of them.
_SAME: Final = 0.5


def group_quotes(quotes: Sequence[tuple[str, str]]) -> list[list[int]]:
    """Return the numbers of (text, speaker) that are one utterance, in order.

    Quotes of fewer than four words are the same only where all their words and the speaker are.
    Time is linear in the number of words.
    """
    groups: list[list[int]] = []
    shingles: list[set[tuple[str, ...]]] = []
    holding: dict[tuple[str, ...], list[int]] = {}
    for number, (text, speaker) in enumerate(quotes):
        own = _shingles(text, speaker)
        found = _best_group(own, shingles, holding)
        if found is None:
            found = len(groups)
            groups.append([])
            shingles.append(set())
        groups[found].append(number)
        for shingle in own - shingles[found]:
            holding.setdefault(shingle, []).append(found)
        shingles[found] |= own
    return groups


def _shingles(text: str, speaker: str) -> set[tuple[str, ...]]:
    given = words(text)
    if len(given) < _SHINGLE:
        return {("", speaker, *given)}
    return {tuple(given[at : at + _SHINGLE]) for at in range(len(given) - _SHINGLE + 1)}


def _best_group(
    own: set[tuple[str, ...]],
    shingles: Sequence[set[tuple[str, ...]]],
    holding: dict[tuple[str, ...], list[int]],
) -> int | None:
    held = [group for shingle in own for group in holding.get(shingle, ())]
    if not held:
        return None  # most
    shared = Counter(held)
    # The earliest of equals, so that the order of a set decides nothing.
    for group, count in sorted(shared.items(), key=lambda each: (-each[1], each[0])):
        if count >= _SAME * min(len(own), len(shingles[group])):
            return group
    return None
