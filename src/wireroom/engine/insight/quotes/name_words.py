"""How a word is written that may be a name, or part of one."""

import re
from typing import Final

from wireroom.engine.insight.quotes.given_names import GIVEN
from wireroom.engine.insight.quotes.word_tables import NO_NAMES
from wireroom.engine.text.remembered import remembered

_SURNAMES: Final = ("olly", "elly", "illy")  # Connolly, Donnelly, O'Reilly
_ACRONYM: Final = 3  # letters
_ADVERB: Final = 8  # letters; shorter words in -ly are Kelly, Emily and Italy
_NUMBERED_NAME: Final = re.compile(r"\d+(?!st\b|nd\b|rd\b|th\b|s\b|year)[a-z]{3,}\w*\Z")


@remembered(most=1 << 15)
def looks_like_name(text: str) -> bool:
    """Tell whether a word is written as a name: a capital, or digits that open a word (47news)."""
    if text[0].isupper():
        if text.isupper():
            # "WHO" is a body, and "MORE" the end of a headline
            return 2 < len(text) <= _ACRONYM or text.lower() not in NO_NAMES
        adverb = text.endswith("ly") and len(text) >= _ADVERB and not text.endswith(_SURNAMES)
        adverb = adverb and text.lower() not in GIVEN  # Kimberly
        return text.lower() not in NO_NAMES and not adverb
    return bool(text[0].isdigit() and _NUMBERED_NAME.match(text)) or (
        len(text) > 3
        and text[0] in "adei"
        and "-" in text
        and text[text.index("-") + 1 :][:1].isupper()
    )
