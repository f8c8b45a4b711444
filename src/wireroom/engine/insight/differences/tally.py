"""What a tally counts: "the number of missing after the flood fell to nine"."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.differences import wording
from wireroom.engine.insight.differences.classes import is_anybody, state_of
from wireroom.engine.insight.differences.nouns import head_first, nouns_after
from wireroom.engine.insight.differences.quantities import Quantity
from wireroom.engine.insight.differences.states import first_state
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.tokens import Token

_NAMED: Final = 4  # tokens after "number of" that may be the noun


def tallied_state(
    tokens: Sequence[Token], quantity: Quantity, taken: set[int], after: Sequence[Token]
) -> str:
    """Return the class that a tally names: "the number of missing after ... fell to nine"."""
    lead = tokens[quantity.first - 1].word if quantity.first else ""
    if lead not in wording.REACHES and not quantity.is_former:
        return ""
    if nouns_after(after) and not is_anybody(after[0].word):
        return ""
    start = _start(tokens, quantity, taken)
    segment = tokens[start : quantity.first]
    counted = [p for p, token in enumerate(segment) if _is_tally(token.word)]
    return first_state(segment[counted[-1] :]) if counted else ""


def tallied_nouns(
    tokens: Sequence[Token], quantity: Quantity, taken: set[int]
) -> tuple[Token, ...]:
    """Return the nouns of a tally of no class: "the number of cases climbed to 88"."""
    lead = tokens[quantity.first - 1].word if quantity.first else ""
    if lead not in wording.REACHES:
        return ()
    start = _start(tokens, quantity, taken)
    for place in range(start, quantity.first - 1):
        of = tokens[place + 1].word == "of" or is_arabic(tokens[place].word)
        if tokens[place].word.lstrip("و") in {"number", "عدد"} and of:
            rest = tokens[place + 1 : place + 1 + _NAMED]
            return head_first([t for t in rest if t.is_content and not t.is_number])
    return ()


def _may_skip(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number is the value before: "rose from nine to 12"."""
    return place > 0 and tokens[place - 1].word in {"from", "من"}


def _is_tally(word: str) -> bool:
    return word in wording.TALLIES or state_of(word) in {"dead"} or word.lstrip("و") == "عدد"


def _start(tokens: Sequence[Token], quantity: Quantity, taken: set[int]) -> int:
    """Return where what may be tallied begins: behind the number before."""
    before = (p for p in taken if p < quantity.first and not _may_skip(tokens, p))
    return max(before, default=-1) + 1
