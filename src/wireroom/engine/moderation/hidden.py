"""Signs that make a comment read as something it is not: turned, invisible, stacked, look-alike."""

import re
from collections.abc import Iterator
from typing import Final

from wireroom.engine.moderation.assessment import Reason
from wireroom.engine.moderation.folding import LOOK_ALIKES

# Overrides turn letters round; embeddings and isolates are legitimate in mixed text (UAX 9).
_OVERRIDE: Final = re.compile("[\u202d\u202e][^\n]{0,200}")
# Joiners have their place in Arabic, Persian, Indic writing and emoji: one between two letters,
# so it takes several, and zero-width spaces, word joiners and tag characters count anywhere.
_INVISIBLE: Final = re.compile("[\u200b\u2060-\u2064\u180e\u00ad\ufeff\U000e0000-\U000e007f]")
_FEWEST_INVISIBLE: Final = 3
# Three marks on one letter: Vietnamese has two, vowelled Arabic two, pointed Hebrew three at most.
_STACKED: Final = re.compile(r"\w[\u0300-\u036f\u0489\u1ab0-\u1aff\u20d0-\u20ff\u0483-\u0487]{3,}")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_LATIN: Final = re.compile(r"[A-Za-z]")
_FOREIGN: Final = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_UNSEEN: Final = 0.5


def find_hidden(text: str) -> Iterator[Reason]:
    """Yield reasons for what a reader cannot see or is deceived by."""
    if text.isascii():
        return
    for match in _OVERRIDE.finditer(text):
        yield Reason("hidden", "turned", *match.span(), 0.6)
    unseen = [match.start() for match in _INVISIBLE.finditer(text)]
    if len(unseen) >= _FEWEST_INVISIBLE:
        yield Reason("hidden", "invisible", unseen[0], unseen[-1] + 1, _UNSEEN)
    stacked = [match.span() for match in _STACKED.finditer(text)]
    if len(stacked) >= 2:
        yield Reason("hidden", "stacked", stacked[0][0], stacked[-1][1], _UNSEEN)
    for match in _WORD.finditer(text):
        if _is_mixed(match[0]):
            yield Reason("hidden", "look_alike", *match.span(), _UNSEEN)


def _is_mixed(word: str) -> bool:
    """Tell whether Cyrillic or Greek look-alikes stand in a Latin word."""
    if word.isascii() or not _LATIN.search(word):
        return False
    foreign = _FOREIGN.findall(word)
    return bool(foreign) and all(sign.translate(LOOK_ALIKES) != sign for sign in foreign)
