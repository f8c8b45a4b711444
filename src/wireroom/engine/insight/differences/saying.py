"""Whether a time belongs to what is told, or to somebody's telling it: "police said on Monday"."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.differences import wording
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.tokens import Token

_SAID: Final = 3  # a verb of saying this near makes it the day of the saying
_FAR: Final = 8  # in Arabic verb and time stand before and behind who says it
_THAT: Final = frozenset(("ان", "انه", "انها", "انهم"))


def is_of_saying(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the time at tokens `first` to `last` is when somebody said what is told."""
    beside = (*tokens[max(0, first - _SAID) : first], *tokens[last + 1 : last + _SAID])
    if any(t.word in wording.SAYS for t in beside):
        return True
    return is_arabic(tokens[first].word) and _follows_saying(tokens, first)


def _follows_saying(tokens: Sequence[Token], first: int) -> bool:
    """Whether a time stands between an Arabic verb of saying and what was said: "قالت ... إن"."""
    for token in reversed(tokens[max(0, first - _FAR) : first]):
        if token.word in _THAT:
            return False
        if token.word in wording.SAYS:
            return True
    return False
