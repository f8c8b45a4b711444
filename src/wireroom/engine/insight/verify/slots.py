"""Whether a name stands where the citation has another: after the same verb, or its preposition."""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.verify import words_ar
from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.quoted import is_cue
from wireroom.engine.insight.verify.days import is_day
from wireroom.engine.insight.verify.tokens import Reading, Token

_PREPOSITIONS: Final = frozenset(
    ("off", "in", "at", "near", "to", "from", "for", "with", "by", "on", "في", "من", "الي", "مع")
)
_RUN: Final = 4  # tokens of a slot: a title before the name, or its first name
_ARABIC_RUN: Final = 9  # titles are long, and the subject follows the verb
_BEFORE: Final = 4


def check_slots(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find names whose slot ("capsized off ...", "won ...") another name fills in the citation."""
    for governor, preposition, name in _slots(claim):
        runs = [
            run
            for passage in passages
            for run in _runs(passage.reading.tokens, governor, preposition)
        ]
        is_filled = any(_is_name(run[0]) for run, _ in runs)
        if is_filled and not any(_holds(run, before, name) for run, before in runs):
            return [Finding(Reason.ROLES, name.word)]
    return []


def _slots(claim: Reading) -> Iterator[tuple[Token, str, Token]]:
    tokens = claim.tokens
    for place, governor in enumerate(tokens):
        if not _may_govern(governor) or claim.is_quoted(governor):
            continue
        if is_arabic(governor.word) and place:
            continue  # only the verb that opens it has its subject right behind
        rest = [t for t in tokens[place + 1 : place + 3] if t.clause == governor.clause]
        preposition = rest[0].word if rest and rest[0].word in _PREPOSITIONS else ""
        name = rest[1] if preposition and len(rest) > 1 else rest[0] if rest else None
        if name is not None and _is_name(name):
            yield governor, preposition, name


def _may_govern(token: Token) -> bool:
    return token.is_content and not token.is_name and not is_cue(token)


def _is_name(token: Token) -> bool:
    if is_day(token):
        return False
    if is_arabic(token.word):
        is_common = any(key[0] == "#" for key in token.keys) or token.word in words_ar.PLAIN
        return token.is_content and not is_common
    return token.is_name


def _runs(
    tokens: Sequence[Token], governor: Token, preposition: str
) -> Iterator[tuple[Sequence[Token], Sequence[Token]]]:
    """Yield what fills the slot in the citation, and what stands before its governor."""
    for place, token in enumerate(tokens):
        if not token.keys & governor.keys:
            continue
        start = place + 1
        if preposition:
            if start >= len(tokens) or tokens[start].word != preposition:
                continue
            start += 1
        size = _ARABIC_RUN if is_arabic(token.word) else _RUN
        run = [one for one in tokens[start : start + size] if one.sentence == token.sentence]
        if run:
            low = 0 if is_arabic(token.word) else max(0, place - _BEFORE)
            yield run, [one for one in tokens[low:place] if one.sentence == token.sentence]


def _holds(run: Sequence[Token], before: Sequence[Token], name: Token) -> bool:
    return any(name.keys & token.keys for token in (*run, *before))
