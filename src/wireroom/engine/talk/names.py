"""Names that people comment under: which may be one, and which two look like one."""

import re
import unicodedata
from typing import Final

from wireroom.engine.moderation.folding import LOOK_ALIKES
from wireroom.engine.talk.cleaning import FILLERS
from wireroom.engine.text.words import fold

SHORTEST_NAME: Final = 2
LONGEST_NAME: Final = 40  # what fits a line of a telephone
# Beside letters, marks and digits: what people write within a name.
_WITHIN: Final = frozenset(" .-'’_·")
_FEWEST_LETTERS: Final = 2
# Signs that a reader takes for one another in most typefaces, beside look-alike letters.
_ALIKE: Final = str.maketrans({"1": "l", "i": "l", "|": "l", "0": "o", "5": "s", "ı": "l"})
_WORD: Final = re.compile(r"[^\W_]+")
# Who speaks for the newsroom is told by its mark, never by a name that anybody may choose.
_RESERVED: Final = (
    "wireroom admin administrator moderator moderators mod staff editor editors newsroom desk "
    "official support host root system الإدارة إدارة المدير المشرف مشرف المشرفون المحرر محرر "
    "التحرير هيئة رسمي الدعم"
)


def clean_name(name: str) -> str:
    """Return a name in NFC, on one line, its spaces single."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def is_name(name: str) -> bool:
    """Tell whether a cleaned name is made of letters, digits and few signs, and short enough."""
    if not SHORTEST_NAME <= len(name) <= LONGEST_NAME or not FILLERS.isdisjoint(name):
        return False
    letters = sum(sign.isalpha() for sign in name)
    return letters >= _FEWEST_LETTERS and all(
        sign in _WITHIN or unicodedata.category(sign)[0] in "LN" or _is_mark(sign) for sign in name
    )


def name_skeleton(name: str) -> str:
    """Return the same for all names that a reader takes for one another (after UTS 39, 4).

    Compatibility forms, capitals, accents, look-alike letters, spaces and points do not tell
    two people apart.
    """
    bare = "".join(
        sign
        for sign in unicodedata.normalize("NFKD", fold(name))
        if not unicodedata.combining(sign)
    )
    return "".join(_WORD.findall(bare.translate(LOOK_ALIKES))).translate(_ALIKE)


def is_reserved(name: str) -> bool:
    """Tell whether a word of a name claims to speak for the newsroom.

    Marks part no word, and neither do points within it: "a.d.m.i.n".
    """
    bare = "".join(
        sign for sign in unicodedata.normalize("NFKD", name) if unicodedata.category(sign)[0] != "M"
    )
    words = (*re.split(r"[\W_]+", bare), *bare.split(), bare)
    return any(name_skeleton(word) in _CLAIMS for word in words)


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign) in ("Mn", "Mc")


_CLAIMS: Final = frozenset(map(name_skeleton, _RESERVED.split()))
