"""Whether a name stands behind an Arabic verb, or its preposition, where another one should."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from wireroom.engine.insight.verify import words_ar
from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.keys import bare_forms, is_arabic
from wireroom.engine.insight.verify.naming import is_given, is_named
from wireroom.engine.insight.verify.quoted import is_cue
from wireroom.engine.insight.verify.tokens import Reading, Token

_PREPOSITIONS: Final = frozenset(("في", "من", "الي", "مع"))
_ENDS_SLOT: Final = frozenset(("علي", "من", "الي", "عن", "ان", "انه", "انها", "ضد", "امام"))
_SHORTEST_NAME: Final = 4  # letters; shorter words of no table are units and particles
_PRONOUNS: Final = ("ه", "ها", "هم", "هما")
_RUN: Final = 9  # tokens of a slot: titles are long, and the subject follows the verb


def check_slots(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find a name behind a verb or noun of the claim where the citation has another."""
    for place in range(len(claim.tokens)):
        slot = _slot(claim, place)
        if slot is not None and _is_filled_by_another(slot, passages):
            return [Finding(Reason.ROLES, slot[2][0].word)]
    return []


def _is_filled_by_another(
    slot: tuple[Token, str, list[Token]], passages: Sequence[Passage]
) -> bool:
    governor, preposition, names = slot
    runs = [
        run for passage in passages for run in _runs(passage.reading.tokens, governor, preposition)
    ]
    is_filled = any(_is_name(token) for run, _ in runs for token in run)
    return is_filled and not any(_holds(run, before, names) for run, before in runs)


def _slot(claim: Reading, place: int) -> tuple[Token, str, list[Token]] | None:
    governor = claim.tokens[place]
    if not _may_govern(governor) or claim.is_quoted(governor):
        return None
    rest = [
        token for token in claim.tokens[place + 1 : place + 3] if token.clause == governor.clause
    ]
    preposition = rest[0].word if rest and rest[0].word in _PREPOSITIONS else ""
    start = place + (2 if preposition and len(rest) > 1 else 1)
    names = list(takewhile(_is_name, claim.tokens[start:])) if rest else []
    return (governor, preposition, names) if names else None


def _may_govern(token: Token) -> bool:
    is_plain = not words_ar.PLAIN.isdisjoint(bare_forms(token.word))
    is_governor = is_arabic(token.word) and token.is_content
    return is_governor and not (is_plain or is_named(token) or is_cue(token))


def _is_name(token: Token) -> bool:
    return is_named(token) and not token.modal and len(token.word) >= _SHORTEST_NAME


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
        run = _filling(tokens[start : start + _RUN], token)
        before = [one for one in tokens[:place] if one.sentence == token.sentence]
        if run:
            yield (before if _is_owned(token, governor) else run), before


def _is_owned(token: Token, governor: Token) -> bool:
    """Whether a pronoun is written to the cited word: "his partner" names nobody behind it."""
    return token.word.endswith(_PRONOUNS) and not governor.word.endswith(_PRONOUNS)


def _filling(after: Sequence[Token], governor: Token) -> list[Token]:
    """Return what follows a governor in its sentence, up to the next preposition or clause."""
    filling: list[Token] = []
    for token in after:
        is_beyond = token.clause != governor.clause and token.word[0] == "و"
        if token.sentence != governor.sentence or token.word in _ENDS_SLOT or is_beyond:
            break
        filling.append(token)
    return filling


def _holds(run: Sequence[Token], before: Sequence[Token], names: Sequence[Token]) -> bool:
    """Whether the name is what fills the slot, or stands before it where nothing fills it."""
    keys = frozenset(key for name in names for key in name.keys)
    if any(keys & token.keys for token in run):
        return True
    return not any(map(is_given, run)) and any(keys & token.keys for token in before)
