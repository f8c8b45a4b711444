"""Whether the name that does something in a claim does it in the citation too (English order)."""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.polarity import IRREGULAR
from wireroom.engine.insight.verify.quoted import is_cue
from wireroom.engine.insight.verify.tokens import Reading, Token

_BE: Final = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_NEAR: Final = 3  # tokens before a verb in which its "was" stands


def check_subjects(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find names that act in the claim and stand only behind that verb where it is cited.

    Sentences in the other voice are left alone: there the subject changes its side.
    """
    for name, verb in _subjects(claim):
        voices = [
            _stands_before(name, sentence, place)
            for passage in passages
            for sentence, place in _uses(passage.reading, verb)
            if _is_passive(sentence, place) == _is_passive_claim(claim, verb)
        ]
        if False in voices and True not in voices:
            return [Finding(Reason.ROLES, f"{name.word}, {verb.word}")]
    return []


def _subjects(claim: Reading) -> Iterator[tuple[Token, Token]]:
    """Yield the name that opens each sentence with the verb behind it or its apposition."""
    for number in range(len(claim.sentences)):
        tokens = [token for token in claim.of_sentence(number) if not claim.is_quoted(token)]
        names = [
            place for place, token in enumerate(tokens[:4]) if token.is_name and not token.is_number
        ]
        if not names or is_arabic(tokens[0].word):
            continue
        last = names[0]
        while last + 1 < len(tokens) and tokens[last + 1].is_name:
            last += 1
        rest = tokens[last + 1 :]
        if rest and rest[0].clause != tokens[last].clause:  # an apposition between commas
            apposed = rest[0].clause
            rest = [token for token in rest if token.clause != apposed]
        verb = next((token for token in rest if token.is_content), None)
        if verb is not None and _is_verb(verb, rest) and not is_cue(verb):
            yield tokens[last], verb


def _is_verb(token: Token, rest: Sequence[Token]) -> bool:
    """Whether the word looks like one: "resigned", "wins", "took", or anything behind "was"."""
    if token.is_name:
        return False
    led = rest[0] is not token
    return led or token.word.endswith(("ed", "s")) or token.word in IRREGULAR


def _uses(reading: Reading, verb: Token) -> Iterator[tuple[list[Token], int]]:
    for number in range(len(reading.sentences)):
        sentence = reading.of_sentence(number)
        for place, token in enumerate(sentence):
            if any(key[0] != "#" for key in token.keys & verb.keys):
                yield sentence, place


def _is_passive(sentence: Sequence[Token], place: int) -> bool:
    return any(token.word in _BE for token in sentence[max(0, place - _NEAR) : place])


def _is_passive_claim(claim: Reading, verb: Token) -> bool:
    return _is_passive(claim.tokens, claim.tokens.index(verb))


def _stands_before(name: Token, sentence: Sequence[Token], place: int) -> bool | None:
    """Return whether the name is before the verb; None where the sentence has it on no side."""
    if any(name.keys & token.keys for token in sentence[:place]):
        return True
    return False if any(name.keys & token.keys for token in sentence[place:]) else None
