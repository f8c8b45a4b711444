"""Whether a claim keeps the negations, and the may, will and should, of what it cites."""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.tokens import Reading, Token

_BEFORE: Final = 4  # tokens before a negator that it may belong to ("the cause is not known")
_AFTER: Final = 6
_MODAL_REACH: Final = 7
_SHARE: Final = 0.5  # of a claim's words that a sentence must hold to speak of the same thing


def check_polarity(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find the negations and modalities that the claim adds to or drops from its passages."""
    kin = [sentence for passage in passages for sentence in _kin(claim, passage.reading)]
    tokens = claim.tokens
    findings: list[Finding] = []
    for place, token in enumerate(tokens):
        if token.negates and not _keeps_negation(tokens, place, passages):
            findings.append(Finding(Reason.NEGATION, token.word))
        if token.modal and not _keeps_modal(token, passages):
            findings.append(Finding(Reason.MODALITY, token.word))
    for sentence in kin:
        findings += _dropped(tokens, sentence)
    return findings[:3]


def _kin(claim: Reading, reading: Reading) -> Iterator[list[Token]]:
    """Yield the sentences that hold a good part of some sentence of the claim."""
    for number in range(len(reading.sentences)):
        sentence = reading.of_sentence(number)
        keys = frozenset(key for token in sentence for key in token.keys)
        for own in range(len(claim.sentences)):
            content = [token for token in claim.of_sentence(own) if token.is_content]
            held = sum(1 for token in content if token.keys & keys)
            if content and held >= _SHARE * len(content):
                yield sentence
                break


def _keeps_negation(tokens: Sequence[Token], place: int, passages: Sequence[Passage]) -> bool:
    head = _head(tokens, place)
    for passage in passages:
        theirs = passage.reading.tokens
        for other, token in enumerate(theirs):
            if not token.negates:
                continue
            if head is None or any(head.keys & near.keys for near in _near(theirs, other)):
                return True
    return False


def _near(tokens: Sequence[Token], place: int) -> list[Token]:
    sentence = tokens[place].sentence
    around = tokens[max(0, place - _BEFORE) : place + _AFTER + 1]
    return [token for token in around if token.sentence == sentence]


def _head(tokens: Sequence[Token], place: int) -> Token | None:
    """Return what a negator or modal word is said of: the next content word."""
    for token in tokens[place + 1 : place + _AFTER]:
        if token.sentence != tokens[place].sentence:
            return None
        if token.is_content and not token.negates and not token.modal:
            return token
    return None


def _keeps_modal(token: Token, passages: Sequence[Passage]) -> bool:
    return any(
        other.modal == token.modal or (token.keys & other.keys)
        for passage in passages
        for other in passage.reading.tokens
    )


def _dropped(tokens: Sequence[Token], sentence: Sequence[Token]) -> Iterator[Finding]:
    for place, token in enumerate(sentence):
        if not token.negates and not token.modal:
            continue
        head = token if token.modal and token.keys and _is_verb_itself(token) else None
        head = head or _head(sentence, place)
        if head is None or (token.keys and not _is_told(head, tokens)):
            continue
        for own, ours in enumerate(tokens):
            if not ours.keys & head.keys or _has_asserted_twin(head, sentence, place):
                continue
            if token.negates and not any(near.negates for near in _near(tokens, own)):
                yield Finding(Reason.NEGATION, ours.word)
            elif token.modal and not token.negates and not _has_modal(tokens, own, token.modal):
                yield Finding(Reason.MODALITY, ours.word)


def _is_verb_itself(token: Token) -> bool:
    """Whether the modality is written to the verb (Arabic سيرتفع)."""
    return "\u0600" <= token.word[0] <= "\u06ff" and token.modal == "future"


def _is_told(head: Token, tokens: Sequence[Token]) -> bool:
    return any(head.keys & token.keys for token in tokens)


def _has_asserted_twin(head: Token, sentence: Sequence[Token], place: int) -> bool:
    """Whether the sentence says the word elsewhere, out of the negator's reach."""
    return any(
        head.keys & token.keys and (other < place - 1 or other > place + _AFTER)
        for other, token in enumerate(sentence)
        if token is not head
    )


def _has_modal(tokens: Sequence[Token], place: int, modal: str) -> bool:
    around = tokens[max(0, place - _MODAL_REACH) : place + 4]
    return any(token.modal == modal for token in around if token.sentence == tokens[place].sentence)
