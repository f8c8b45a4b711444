"""Which way a text runs, by the letters in it."""

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Final

# A page's direction shows in its first lines; longer texts cost time and add nothing.
_LETTERS_LOOKED_AT: Final = 2000
# Where Unicode keeps all that runs right to left: what has none of it needs no counting.
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def direction_of(text: str) -> str:
    """Return "rtl" when most letters run right to left, "ltr" otherwise and for no letters.

    A majority rather than the first strong letter (UAX 9, P2): an Arabic paragraph that
    opens with a Latin name is still Arabic.
    """
    text = text[:_LETTERS_LOOKED_AT]
    if not _RIGHT_TO_LEFT.search(text):
        return "ltr"
    # A text has few different letters: each is looked up once and weighs as often as it stands.
    turns = sum(_turn(sign) * count for sign, count in Counter(text).items())
    return "rtl" if turns > 0 else "ltr"


@cache
def _turn(sign: str) -> int:
    """Return 1 for a letter that runs right to left, -1 for one that runs left to right."""
    kind = unicodedata.bidirectional(sign)
    return (kind in ("R", "AL")) - (kind == "L")
