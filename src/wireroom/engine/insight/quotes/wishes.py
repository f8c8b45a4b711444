"""What is expected, announced, denied or called for without a clause: "plans to close the port"."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.clauses import is_finite
from wireroom.engine.insight.quotes.sentences import WORD, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import DETERMINERS

_WISH: Final = 12  # words from a verb to the infinitive of what it expects of somebody
_CALLED: Final = frozenset({"call", "calls", "called", "calling"})
_ACCUSED: Final = frozenset({"accuse", "accuses", "accused", "accusing"})
EXPECTED: Final = word_list("expect expects expected anticipate anticipates anticipated")
_ANNOUNCED: Final = word_list(
    "announce announces announced announcing unveil unveils unveiled unveiling outlined outlines "
    "revealed disclosed confirmed"
)
_PLANS: Final = word_list("plans plan intention intentions proposal proposals agreement decision")
_PLAN: Final = 5  # words from "announced" to the "plans" that are announced
_DENIED: Final = word_list("deny denies denied denying")
_WARNED: Final = word_list("warned warns warning")
_FORESEEN: Final = word_list("predict predicts predicted predicting forecasts foresees")


def asks_for(tokens: Sequence[Token], place: int) -> bool:
    """Tell "asked for the dam to be closed" from "asked for help"."""
    return tokens[place].lower == "for" and infinitive_after(tokens, place + 2) is not None


def infinitive_after(tokens: Sequence[Token], start: int) -> int | None:
    """Return where "to be closed" begins, if nothing but a noun phrase comes before it."""
    for at in range(start, min(len(tokens) - 1, start + _WISH)):
        if tokens[at].kind != WORD or is_finite(tokens, at, at + 1):
            return None
        if tokens[at].lower == "to":
            after = tokens[at + 1]
            return at if after.text.islower() and after.lower not in DETERMINERS["en"] else None
    return None


def called_start(tokens: Sequence[Token], verb: int, first: int) -> int | None:
    """Return where begins what is called for: "for it to close", "(on him) to go"."""
    word = tokens[verb].lower
    if first + 1 >= len(tokens) or not (word in _CALLED or word in _ACCUSED):
        return None
    if word in _ACCUSED:
        return _accusation(tokens, first)
    if asks_for(tokens, first):
        return first
    on = tokens[first].lower in ("on", "upon")
    return infinitive_after(tokens, first + 1) if on else None


def _accusation(tokens: Sequence[Token], first: int) -> int | None:
    """Return the gerund of "accused the mayor of hiding it"."""
    for at in range(first, min(len(tokens) - 1, first + _WISH)):
        if tokens[at].kind != WORD:
            return None
        if tokens[at].lower == "of" and tokens[at + 1].lower.endswith("ing"):
            return at + 1
    return None


def wish_start(tokens: Sequence[Token], verb: int, place: int) -> int | None:
    """Return where the content begins of a verb of expecting, announcing, denying, foreseeing."""
    word = tokens[verb].lower
    if place >= len(tokens) or tokens[place].kind != WORD:
        return None
    if word in EXPECTED:
        return place if infinitive_after(tokens, place) is not None else None
    if word in _DENIED:
        return place if tokens[place].lower.endswith("ing") else None
    if word in _ANNOUNCED:
        return place if _is_plan(tokens, place) else None
    if word in _WARNED:
        return place if tokens[place].lower in ("of", "against", "about") else None
    noun = tokens[place].lower in DETERMINERS["en"]
    return place if word in _FORESEEN and noun else None


def _is_plan(tokens: Sequence[Token], place: int) -> bool:
    """Tell "plans to close the port" from "plans" and from a deal."""
    near = range(place, min(len(tokens) - 1, place + _PLAN))
    noun = next((at for at in near if tokens[at].lower in _PLANS), None)
    return noun is not None and tokens[noun + 1].lower in ("to", "for")
