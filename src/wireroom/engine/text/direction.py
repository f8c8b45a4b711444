"""Which way a text runs, by the letters in it."""

import unicodedata

_RIGHT_TO_LEFT = ("R", "AL")
# A page's direction shows in its first lines; longer texts cost time and add nothing.
_LETTERS_LOOKED_AT = 2000


def direction_of(text: str) -> str:
    """Return "rtl" when most letters run right to left, "ltr" otherwise and for no letters.

    A majority rather than the first strong letter (UAX 9, P2): an Arabic paragraph that
    opens with a Latin name is still Arabic.
    """
    right = left = 0
    for sign in text[:_LETTERS_LOOKED_AT]:
        kind = unicodedata.bidirectional(sign)
        right += kind in _RIGHT_TO_LEFT
        left += kind == "L"
    return "rtl" if right > left else "ltr"
