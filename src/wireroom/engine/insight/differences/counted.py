"""What a count counts: the class of those counted, who they are, and the nouns for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from wireroom.engine.insight.differences import wording
from wireroom.engine.insight.differences.classes import group_of, state_of
from wireroom.engine.insight.differences.nouns import is_plural, noun_of, nouns_after
from wireroom.engine.insight.differences.parts import comes_on_top, is_additional, is_part
from wireroom.engine.insight.differences.quantities import Quantity
from wireroom.engine.insight.differences.states import first_state, state_after
from wireroom.engine.insight.differences.tally import tallied_nouns, tallied_state
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.tokens import Token

_AFTER: Final = 7  # tokens between a number and what became of those counted
_BEFORE: Final = 6
# Between a verb and its number these begin another phrase.
_PARTING: Final = frozenset(
    ("with", "in", "on", "at", "from", "by", "for", "during", "over", "after", "to", "into")
)
_BE: Final = frozenset(("were", "was", "are", "is", "have", "had", "has", "been", "be", "being"))


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts; `nouns` are the tokens, none where the sentence leaves them out."""

    state: str = ""
    group: str = ""
    nouns: tuple[Token, ...] = ()
    is_part: bool = False


def counted_by(
    tokens: Sequence[Token], quantity: Quantity, others: Sequence[Quantity], previous: Counted
) -> Counted:
    """Return what a quantity counts; `previous` is what the one before it in the sentence does."""
    taken = {place for other in others for place in range(other.first, other.last)}
    after = list(_after(tokens, quantity, taken))
    nouns = nouns_after(after)
    if nouns and not is_plural(nouns[0].word):
        nouns = (*noun_of(tokens, quantity), *nouns)
    state = _state(tokens, quantity, taken, after)
    if not state and is_additional(tokens, quantity):
        return Counted()
    if not state and not nouns:
        nouns = tallied_nouns(tokens, quantity, taken)
    group = next((name for token in nouns if (name := group_of(token.word))), "")
    lead = tokens[quantity.first - 1].word if quantity.first else ""
    # "injuring 19 of them" counts all the injured; "19 of them seriously" a part.
    is_some = is_part(tokens, quantity, after, state) and not (state and state_of(lead) == state)
    is_some = is_some or (state == "dead" and comes_on_top(tokens, quantity))
    if not nouns and not state:
        return _left_out(tokens, quantity, previous)
    return Counted(state, group, nouns, is_some)


def _after(tokens: Sequence[Token], quantity: Quantity, taken: set[int]) -> Iterator[Token]:
    """Yield the tokens after a number that still speak of it, asides left out."""
    clause, in_aside = tokens[quantity.last - 1].clause, False
    aside_of = -1
    for place in range(quantity.last, min(len(tokens), quantity.last + 3 * _AFTER)):
        token = tokens[place]
        if token.clause != clause:
            if not in_aside and token.word in wording.PART_BEFORE:
                in_aside, aside_of = True, token.clause
            if in_aside and token.clause == aside_of:
                continue
            if not (in_aside and token.word in _BE):
                return
            clause = token.clause
        if place in taken or token.word in wording.JOINTS or _opens_another(token):
            return
        yield token


def _opens_another(token: Token) -> bool:
    """Whether an Arabic "and" is written to a word that begins another count."""
    return token.word[0] == "و" and is_arabic(token.word) and bool(state_of(token.word))


def _state(
    tokens: Sequence[Token], quantity: Quantity, taken: set[int], after: Sequence[Token]
) -> str:
    near = list(after[:_AFTER])
    before = list(_before(tokens, quantity, taken, _BEFORE))
    arabic = bool(before) and is_arabic(before[0].word)
    if arabic and (state := first_state(near[:1]) or first_state(before[:2])):
        return state
    return state_after(near) or first_state(before) or tallied_state(tokens, quantity, taken, after)


def _before(
    tokens: Sequence[Token], quantity: Quantity, taken: set[int], reach: int
) -> Iterator[Token]:
    """Yield the tokens before a number, the nearest first, back to where another thing begins."""
    clause = tokens[quantity.first].clause
    for place in range(quantity.first - 1, max(-1, quantity.first - 1 - reach), -1):
        token = tokens[place]
        if token.clause != clause or place in taken or token.word in wording.JOINTS:
            return
        if token.word in _PARTING or (token.word == "of" and not _leads_on(tokens, place)):
            return
        yield token
        if _opens_another(token):
            return


def _leads_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether "of" goes on: "the lives of 12", "a toll of 12", not "members of 12 clubs"."""
    return place > 0 and bool(state_of(tokens[place - 1].word))


def _left_out(tokens: Sequence[Token], quantity: Quantity, previous: Counted) -> Counted:
    """Return what a bare number counts by what was counted before: "police said 12, ... 15"."""
    rest = tokens[quantity.last : quantity.last + 1]
    clause = tokens[quantity.last - 1].clause
    is_bare = not list(takewhile(lambda token: token.clause == clause, rest)) or any(
        token.word in wording.JOINTS | wording.SAYS or token.word == "by" for token in rest
    )
    return previous if is_bare and not previous.is_part else Counted()
