"""Which part of a sentence is reported where its verb of saying stands in the middle."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.clauses import is_finite, starts_clause
from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.sentences import QUOTED, WORD, Token
from wireroom.engine.insight.quotes.sourced import trimmed
from wireroom.engine.insight.quotes.word_list import word_list

_QUESTIONS: Final = word_list("how what who which that why when where")
_REASONS: Final = frozenset({"because", "unless", "if"})
_GOING_ON: Final = _REASONS | {"and", "but", "that"}  # "It is likely, she said, that it leaks"
_FRONTED: Final = word_list("because if when although though while once unless since as after")
_APPOSED: Final = 10  # tokens between who says it and the second half of what is said
_FEWEST: Final = 3  # words of a clause
_OBJECT: Final = 5  # words between "warned" and "to": who is warned
_SPEAKERS: Final = frozenset({"he", "she", "they", "we", "i"})


def second_half(
    tokens: Sequence[Token], events: Sequence[Event], number: int, last: int
) -> tuple[int, int] | None:
    """Return the clause that goes on after "it would hold, Adel said, and the port was open"."""
    first = events[number].ends + 1
    if last >= events[number].begins or number + 1 < len(events):
        return None
    ahead = range(first, min(len(tokens) - 2, first + _APPOSED))
    fronted = tokens[0].lower in _FRONTED  # "If it leaks, Adel said, the port will close"
    commas = (at for at in ahead if tokens[at].text == ",")
    comma = next((at for at in commas if fronted or tokens[at + 1].lower in _GOING_ON), None)
    if comma is None or is_finite(tokens, first, comma):
        return None
    start = comma + 1 + (tokens[comma + 1].lower in _GOING_ON)
    contrasts = tokens[start].lower in _SPEAKERS and tokens[comma + 1].lower == "but"
    quotes = any(token.kind == QUOTED for token in tokens[start:])
    asks = tokens[start].lower in _QUESTIONS
    if contrasts or quotes or asks or not starts_clause(tokens, start):
        return None
    whole = tokens[comma + 1].lower in _REASONS
    return trimmed(tokens, comma + 1 if whole else start, len(tokens) - 1)


def around(tokens: Sequence[Token], event: Event, left: tuple[int, int]) -> tuple[int, int] | None:
    """Return the part with the verb of "The dam, he said, would hold"."""
    after = event.ends + 1
    if after + 1 >= len(tokens) or tokens[after].text != "," or is_finite(tokens, 0, event.begins):
        return left
    opens = tokens[after + 1].kind == WORD and is_finite(tokens, after + 1, after + 2)
    return trimmed(tokens, after + 1, len(tokens) - 1) if opens else left


def after_aside(tokens: Sequence[Token], event: Event) -> tuple[int, int] | None:
    """Return what follows "Still, she says," and "In June, he said,"."""
    before, after = event.begins - 1, event.ends + 1
    closed = (
        before > 0 and after + 1 < len(tokens) and tokens[before].text == tokens[after].text == ","
    )
    if not closed or before > _OBJECT or event.manner not in ("say", "that"):
        return None
    if any(token.kind == QUOTED for token in tokens[:before]) or is_finite(tokens, 0, before):
        return None
    after += tokens[after + 1].lower == "that"  # "It is likely, she said, that it leaks"
    opens = starts_clause(tokens, after + 1) or is_finite(tokens, after + 1, after + 2)
    return trimmed(tokens, after + 1, len(tokens) - 1) if opens else None


def before_quote(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the end of "it would hold" in "it would hold, but was “not safe”", if it is there."""
    quoted = next(at for at in range(first, last + 1) if tokens[at].kind == QUOTED)
    for place in range(quoted - 1, first, -1):
        parts = tokens[place].text == "," and tokens[place + 1].lower in ("and", "but")
        if parts and tokens[first].lower != "to" and place - first >= _FEWEST:
            return place - 1
    return first - 1
