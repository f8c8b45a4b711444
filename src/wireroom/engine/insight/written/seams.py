"""Whether a claim is one cited sentence with whole phrases left out, and nothing put in."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.verify import words_en
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.insight.written.qualifiers import qualifies

_POSSESSIVES: Final = ("'s", "’s", "s'", "s’")
# All that may be put in: "fire hit a town" for "fire hit town".
_ARTICLES: Final = frozenset(("a", "an", "the"))


def is_shortened(claim: Reading, cited: Reading) -> bool:
    """Tell whether the words of the claim stand in the cited sentence in their order.

    What is left out may hold no word that qualifies the rest, and ends where phrases end: at
    commas on both sides, or from a preposition or a comma to the end.
    """
    places = _align(claim.tokens, cited.tokens)
    if not places:
        return False
    edges = [-1, *places, len(cited.tokens)]
    return all(_may_be_left_out(cited.tokens, before, after) for before, after in pairwise(edges))


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


def _counts(token: Token) -> bool:
    return token.is_content or token.is_number or qualifies(token)


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


def _may_be_left_out(cited: Sequence[Token], before: int, after: int) -> bool:
    gap = _Gap(
        cited[before + 1 : after],
        cited[before] if before >= 0 else None,
        cited[after] if after < len(cited) else None,
    )
    if any(qualifies(token) for token in gap.words):
        return False
    if not any(_counts(token) for token in gap.words):
        return True
    return _begins_at_seam(gap) and _ends_at_seam(gap)


def _begins_at_seam(gap: _Gap) -> bool:
    if gap.before is None or gap.words[0].clause != gap.before.clause:
        return True
    return gap.after is None and gap.words[0].word in words_en.PREPOSITIONS


def _ends_at_seam(gap: _Gap) -> bool:
    return gap.after is None or gap.words[-1].clause != gap.after.clause
