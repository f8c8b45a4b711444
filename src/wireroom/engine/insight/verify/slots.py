"""Whether a name stands behind an Arabic verb, or its preposition, where another one should."""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.verify import words_ar
from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.days import is_day
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.quoted import is_cue
from wireroom.engine.insight.verify.tokens import Reading, Token

_PREPOSITIONS: Final = frozenset(("في", "من", "الي", "مع"))
_RUN: Final = 9  # tokens of a slot: titles are long, and the subject follows the verb


def check_slots(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find a name behind the verb that opens the claim where the citation has another."""
    slot = _slot(claim)
    if slot is None:
        return []
    governor, preposition, name = slot
    runs = [
        run for passage in passages for run in _runs(passage.reading.tokens, governor, preposition)
    ]
    is_filled = any(_is_name(run[0]) for run, _ in runs)
    if is_filled and not any(_holds(run, before, name) for run, before in runs):
        return [Finding(Reason.ROLES, name.word)]
    return []


def _slot(claim: Reading) -> tuple[Token, str, Token] | None:
    governor = claim.tokens[0]
    if not _may_govern(governor) or claim.is_quoted(governor):
        return None
    rest = [token for token in claim.tokens[1:3] if token.clause == governor.clause]
    preposition = rest[0].word if rest and rest[0].word in _PREPOSITIONS else ""
    name = rest[1] if preposition and len(rest) > 1 else rest[0] if rest else None
    return None if name is None or not _is_name(name) else (governor, preposition, name)


def _may_govern(token: Token) -> bool:
    return is_arabic(token.word) and token.is_content and not is_cue(token)


def _is_name(token: Token) -> bool:
    is_common = any(key[0] == "#" for key in token.keys) or token.word in words_ar.PLAIN
    return token.is_content and not is_common and not is_day(token)


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
        run = [one for one in tokens[start : start + _RUN] if one.sentence == token.sentence]
        if run:
            yield run, [one for one in tokens[:place] if one.sentence == token.sentence]


def _holds(run: Sequence[Token], before: Sequence[Token], name: Token) -> bool:
    return any(name.keys & token.keys for token in (*run, *before))
