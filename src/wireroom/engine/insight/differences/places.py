"""Where reports say that something happens: names after "in" or "near", as figures."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.differences import wording
from wireroom.engine.insight.differences.amount import name_amount
from wireroom.engine.insight.differences.figure import Figure, Keys
from wireroom.engine.insight.differences.keys import keys_for
from wireroom.engine.insight.differences.report import Measure
from wireroom.engine.insight.verify.tokens import Reading, Token

_NEAR: Final = 7  # tokens before a place that may say what happens there
_LONGEST: Final = 4  # words of a name
_LEADS: Final = frozenset(("in", "at", "near", "outside", "off"))
_LED: Final = re.compile(rf"\b(?i:{'|'.join(sorted(_LEADS))})\b[\W_]+(\w)")


def may_name_place(text: str) -> bool:
    """Whether a capital follows one of the leads: a cheap look at a sentence before it is read."""
    return any(led[1].isupper() for led in _LED.finditer(text))


def places_in(number: int, reading: Reading, offset: int, named: Keys) -> Iterator[Figure]:
    """Yield the places of a sentence; `named` are all names of its report."""
    tokens = reading.tokens
    for place, token in enumerate(tokens[:-1]):
        if token.word not in _LEADS:
            continue
        name = _name(tokens, place + 1)
        if not name or reading.is_quoted(token):
            continue
        before = tokens[max(0, place - _NEAR) : place]
        after = tokens[place + 1 + len(name) : place + 1 + len(name) + _NEAR]
        near = [t for t in (*before, *after) if t.is_content and t.clause == token.clause]
        words = frozenset(t.word for t in name)
        if len(near) < 2 or words <= wording.GENERIC_NAMES:
            continue
        yield Figure(
            report=number,
            start=offset + name[0].start,
            end=offset + name[-1].end,
            measure=Measure.PLACE,
            amount=name_amount(" ".join(sorted(words))),
            near=tuple(keys_for(t.word) for t in near),
            around=tuple(keys_for(t.word) for t in tokens if t.is_content),
            names=named,
            places=words - wording.GENERIC_NAMES,
            is_past=any(t.word in wording.PAST for t in near),
            shown="place",
        )


def _name(tokens: Sequence[Token], place: int) -> list[Token]:
    run: list[Token] = []
    for token in tokens[place : place + _LONGEST]:
        if not token.is_name or token.is_number or token.clause != tokens[place].clause:
            break
        run.append(token)
    return run
