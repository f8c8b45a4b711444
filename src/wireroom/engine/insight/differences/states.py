"""What became of those counted, by the words beside their number."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.differences.classes import state_of
from wireroom.engine.insight.verify.tokens import Token

_ADMITTED: Final = frozenset(("in", "to"))
_HOSPITAL: Final = frozenset(("hospital", "hospitals"))
_LEAVING: Final = {"leave": "evacuated", "flee": "displaced", "fled": "displaced"}
_HOMES: Final = frozenset(("homes", "houses"))


def state_after(near: Sequence[Token]) -> str:
    """Return the class that the words after a number tell, "" if none."""
    for place, token in enumerate(near):
        if token.word in _HOSPITAL and (not place or near[place - 1].word not in _ADMITTED):
            continue
        if state := state_of(token.word):
            return state
        if token.word in _LEAVING and any(t.word in _HOMES for t in near[place : place + 3]):
            return _LEAVING[token.word]
    return ""


def first_state(tokens: Sequence[Token]) -> str:
    """Return the class that the first word of any class tells, "" if none."""
    plain = (token for token in tokens if token.word not in _HOSPITAL)
    return next((state for token in plain if (state := state_of(token.word))), "")
