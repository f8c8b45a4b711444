"""Which way a heading or paragraph runs, and text without signs that would turn its neighbours."""

import re
import unicodedata
from typing import Final

from wireroom.engine.text.direction import direction_of
from wireroom.news.queries.languages import primary_subtag

# Languages written from right to left (CLDR, orientation of their main script).
_RIGHT_TO_LEFT: Final = (
    "ar arc ars ary arz azb bal bgn ckb dv fa glk he iw ks lrc mzn nqo pnb ps sd syr ug ur yi"
)
_RIGHT_TO_LEFT_TAGS: Final = frozenset(_RIGHT_TO_LEFT.split())
_BIDI_CONTROLS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_STRONG: Final = ("L", "R", "AL")
# Whether a text has any letter shows soon; what opens with this many signs is no prose.
_LOOKED_AT: Final = 200


def text_direction(text: str, lang: str = "") -> str:
    """Return "rtl" or "ltr": by the text's letters, by its language where it has none."""
    # Prose opens with a Latin letter more often than not, which spares looking at each sign.
    opens_strong = text[:1].isascii() and text[:1].isalpha()
    if not opens_strong and not any(
        unicodedata.bidirectional(sign) in _STRONG for sign in text[:_LOOKED_AT]
    ):
        return language_direction(lang)
    return direction_of(text)


def language_direction(lang: str) -> str:
    """Return the direction in which a language is written."""
    return "rtl" if primary_subtag(lang) in _RIGHT_TO_LEFT_TAGS else "ltr"


def plain_text(text: str) -> str:
    """Return text for a title or meta tag, where nothing can isolate its direction marks."""
    return " ".join(_BIDI_CONTROLS.sub("", text).split())
