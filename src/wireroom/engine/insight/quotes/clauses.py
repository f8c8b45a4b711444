"""Where English clauses begin and end: what tells a finite clause from a noun phrase."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.sentences import POINT, WORD, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import DETERMINERS, NP_ENDS

_FINITE: Final = word_list(
    "is are was were am be will would can could may might must shall should has have had do "
    "does did isn't aren't wasn't weren't won't wouldn't can't couldn't hasn't haven't hadn't "
    "don't doesn't didn't isn’t aren’t wasn’t weren’t won’t wouldn’t can’t couldn’t hasn’t "
    "haven’t hadn’t don’t doesn’t didn’t held made took went came got left saw knew found "
    "gave told said became began brought bought built fell felt grew kept lost met paid ran rose "
    "sold spent spoke stood won wrote broke"
)
_RELATIVE: Final = word_list("who which that whose where how what when why whether if")
_SUBJECTS: Final = word_list("he she it they we i there you this these those")
_SMALL: Final = DETERMINERS["en"] | NP_ENDS
_REACH: Final = 16  # words in which a clause's verb stands
_FEWEST: Final = 2  # words before a verb in -ed


def starts_clause(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether a finite clause begins at a token: "it leaks", "the dam would hold"."""
    if start >= len(tokens) or tokens[start].kind != WORD:
        return False
    if tokens[start].lower in _SUBJECTS:
        return True
    verbs = 1  # of the clause itself; one that belongs to its subject comes first
    for place in range(start + 1, min(len(tokens), start + _REACH)):
        token, before = tokens[place], tokens[place - 1].lower
        if token.kind == POINT and token.text not in "'’-–$€£":
            if token.text != "%" or not _is_share(tokens, place):
                return False
            continue
        if token.lower in ("who", "which") and place > start + 1:
            verbs = 2
            continue
        if token.lower in _RELATIVE:
            return False
        if token.lower in _FINITE:
            verbs -= 1
            if not verbs:
                return True
            continue
        past = token.text.endswith("ed") and token.text.islower() and place - start >= _FEWEST
        if past and before not in _SMALL:
            verbs -= 1
            if not verbs:
                return True
    return False


def _is_share(tokens: Sequence[Token], place: int) -> bool:
    """Tell "40% of voters backed it" from "2% to begin with"."""
    return place + 1 < len(tokens) and tokens[place + 1].lower == "of"


def is_finite(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a stretch has a finite verb of its own."""
    return any(token.lower in _FINITE for token in tokens[start:end])
