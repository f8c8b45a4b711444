"""Whether a claim is one cited sentence with asides left out, and nothing put in.

What qualifies a sentence has any form ("in theory", "as part of a drill"), so that no table of
words tells it from what does not. Left out may be what commas set apart in a few known shapes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.insight.verify.word_table import words_in
from wireroom.engine.insight.written.qualifiers import qualifies

_POSSESSIVES: Final = ("'s", "’s", "s'", "s’")
# All that may be put in or left out anywhere.
_ARTICLES: Final = frozenset(("a", "an", "the"))
_RELATIVES: Final = words_in("who which whose where الذي التي الذين اللذان اللتان")


def is_shortened(claim: Reading, cited: Reading) -> bool:
    """Tell whether the words of the claim stand in the cited sentence in their order.

    Left out may be, between commas: a relative clause, what a name is ("Ada Lind, a chemist,");
    behind the last: what "and" adds. Nothing that is left out may hold a word that qualifies.
    """
    places = _align(claim.tokens, cited.tokens)
    if not places:
        return False
    edges = [-1, *places, len(cited.tokens)]
    return all(may_be_left_out(cited.tokens, before, after) for before, after in pairwise(edges))


def _align(claim: Sequence[Token], cited: Sequence[Token]) -> list[int]:
    """Return where the words of the claim stand, each behind the one before; none if not so."""
    places: list[int] = []
    for token in claim:
        first = places[-1] + 1 if places else 0
        place = next((at for at in range(first, len(cited)) if _are_same(token, cited[at])), None)
        if place is not None:
            places.append(place)
        elif token.word not in _ARTICLES:
            return []
    return places


def _are_same(token: Token, other: Token) -> bool:
    if token.word == other.word:
        return True
    if token.is_number or other.is_number or _is_possessive(token) != _is_possessive(other):
        return False
    return not _stems(token).isdisjoint(_stems(other))


def _stems(token: Token) -> frozenset[str]:
    """Return the keys of the word itself: what says the same is another word here."""
    return frozenset(key for key in token.keys if key[0] not in "#^√")


def _is_possessive(token: Token) -> bool:
    return token.word.endswith(_POSSESSIVES)


@dataclass(frozen=True, slots=True)
class _Gap:
    """What of the cited sentence stands between two words that the claim keeps."""

    words: Sequence[Token]
    before: Token | None
    after: Token | None


def may_be_left_out(cited: Sequence[Token], before: int, after: int) -> bool:
    """Tell whether what stands between two words of a cited sentence is an aside."""
    gap = _Gap(
        cited[before + 1 : after],
        cited[before] if before >= 0 else None,
        cited[after] if after < len(cited) else None,
    )
    words = [token for token in gap.words if token.word not in _ARTICLES]
    if not words:
        return True
    if gap.before is None or any(qualifies(token) for token in words):
        return False
    if gap.words[0].clause == gap.before.clause:
        return False
    if gap.after is None:
        return _adds(gap.words[0]) or _is_aside(gap)
    return _is_aside(gap) and gap.words[-1].clause != gap.after.clause


def _is_aside(gap: _Gap) -> bool:
    first = gap.words[0].word
    names = gap.before is not None and gap.before.is_name
    return first in _RELATIVES or (names and first in _ARTICLES)


def _adds(token: Token) -> bool:
    is_joined = token.word.startswith("و") and len(token.word) > len("وال")
    return token.word == "and" or (is_arabic(token.word) and is_joined)
