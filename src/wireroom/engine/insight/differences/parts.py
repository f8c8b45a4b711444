"""Whether a number is a part of what is counted, or comes on top of it."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.differences import wording
from wireroom.engine.insight.differences.quantities import Quantity
from wireroom.engine.insight.differences.quantity_tables import ADDITIONAL
from wireroom.engine.insight.verify.tokens import Token

_NEAR: Final = 7  # tokens after a number in which "at the scene" may stand


def is_part(
    tokens: Sequence[Token], quantity: Quantity, after: Sequence[Token], state: str
) -> bool:
    """Whether a number counts some of those counted before, or of those named after it."""
    lead = tokens[max(0, quantity.first - 2) : quantity.first]
    if any(token.word in wording.PART_BEFORE for token in lead):
        return True
    said = [token.word for token in after[:_NEAR]]
    if any(
        said[p : p + len(end)] == list(end) for end in wording.PART_ENDS for p in range(len(said))
    ):
        return True
    words = [token.word for token in after[:3]]
    if not words or words[0] not in {"of", "من", *wording.PART_AFTER}:
        return False
    if any(token.is_number for token in after[:3]):
        return bool(state)  # "12 of the 40 injured", but "won 97 of the 240 seats"
    return (words[0] != "of" and words[0] != "من") or any(
        word in wording.PART_AFTER or word == "the" or word.startswith("ال") for word in words[1:2]
    )


def comes_on_top(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether these died after others: "two more victims", "another three"."""
    rest = tokens[quantity.last : quantity.last + 1]
    return is_additional(tokens, quantity) or any(token.word == "more" for token in rest)


def is_additional(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a number comes on top of another: "another 21 states"."""
    return quantity.first > 0 and tokens[quantity.first - 1].word in ADDITIONAL
