"""What "according to X" governs, and where a clause's first and last words are."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.clauses import is_finite
from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.name_words import looks_like_name
from wireroom.engine.insight.quotes.sentences import POINT, WORD, Token

_LINKS: Final = frozenset({"denn", "und", "aber", "doch", "auch"})
_ENDING: Final = frozenset(".,;:!?—–-…،؛؟\"“”'")


def around_source(tokens: Sequence[Token], event: Event) -> tuple[int, int] | None:
    """Return the German clause around "laut X": no comma parts it, and its verb stands second."""
    opening = tokens[: event.begins]
    if all(token.kind != WORD or token.lower in _LINKS for token in opening):
        return trimmed(tokens, event.ends + 1, len(tokens) - 1)
    if any(token.text in ",;:" for token in opening):
        return None
    after = event.ends + 1
    ends = after >= len(tokens) or tokens[after].kind != WORD
    return trimmed(tokens, 0, event.begins - 1 if ends else len(tokens) - 1)


def after_source(tokens: Sequence[Token], event: Event) -> tuple[int, int] | None:
    """Return what "according to X, ..." governs: what follows, or all that came before."""
    after = event.ends + 1
    if event.begins == 0 or all(token.kind != WORD for token in tokens[: event.begins]):
        while after < len(tokens) and tokens[after].text not in ",،":
            after += 1
        return trimmed(tokens, _after_apposition(tokens, after + 1), len(tokens) - 1)
    start = after_dateline(tokens)
    if after < len(tokens) and tokens[after].text == "," and not is_finite(tokens, start, after):
        return trimmed(tokens, after + 1, len(tokens) - 1)  # "Adel, according to Norfa, made it"
    return trimmed(tokens, start, event.begins - 1)


def _after_apposition(tokens: Sequence[Token], start: int) -> int:
    """Return where the clause begins in "according to X, the head of the port, it would hold"."""
    if start < len(tokens) and tokens[start].lower in ("the", "a", "an", "who", "which"):
        comma = next((at for at in range(start, len(tokens)) if tokens[at].text == ","), None)
        if comma is not None and not is_finite(tokens, start, comma):
            return comma + 1
    return start


def after_dateline(tokens: Sequence[Token]) -> int:
    """Return where a sentence begins after "MOSCOW:" or "PORT ALDERNE (AFP) -"."""
    for place, token in enumerate(tokens[:10]):
        if token.kind == WORD and not (looks_like_name(token.text) or token.text.isdigit()):
            break
        if token.text in ":—–-" and (tokens[0].text.isupper() or tokens[0].text == "("):
            return place + 1
    return 0


def trimmed(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Return a range without points around it and "and" or "but" before it."""
    while first <= last and (tokens[first].kind == POINT or tokens[first].lower in ("but", "and")):
        first += 1
    while last >= first and tokens[last].text in _ENDING:
        last -= 1
    return (first, last) if first <= last else None
