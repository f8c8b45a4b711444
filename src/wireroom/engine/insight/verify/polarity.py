"""Whether an Arabic claim keeps the negations, and the may, will and should, of its passages."""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.verify import words_ar
from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.complements import contraries_of
from wireroom.engine.insight.verify.keys import bare_forms
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.insight.verify.word_table import words_in

_BEFORE: Final = 4  # tokens before a negator that it may belong to ("the cause is not known")
_FAR: Final = 6  # the same where the negator may be a verb with its subject: "ruled out that"
_AFTER: Final = 6
_MODAL_REACH: Final = 7
_SHARE: Final = 0.5  # of a claim's words that a sentence must hold to speak of the same thing


def check_polarity(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find the negations and modalities that the claim adds to or drops from its passages."""
    tokens = claim.tokens
    findings: list[Finding] = []
    for place, token in enumerate(tokens):
        if claim.is_quoted(token):
            continue  # stands there letter for letter
        is_kept = _keeps_negation(tokens, place, passages)
        if token.negates and not (is_kept or _denies_contrary(tokens, place, passages)):
            findings.append(Finding(Reason.NEGATION, token.word))
        if token.modal and not _keeps_modal(tokens, place, passages):
            findings.append(Finding(Reason.MODALITY, token.word))
    free = [token for token in tokens if not claim.is_quoted(token)]
    every = [
        token
        for passage in passages
        for number in range(len(passage.reading.sentences))
        if _speaks_of(free, sentence := passage.reading.of_sentence(number))
        for token in sentence
    ]
    for passage in passages:
        findings += _dropped(free, passage.reading.tokens, every)
    findings += _unreal(claim, free, passages)
    return findings[:3]


def _speaks_of(claim: Sequence[Token], sentence: Sequence[Token]) -> bool:
    """Whether a sentence holds enough of the claim's words to assert what it asserts."""
    keys = frozenset(key for token in sentence for key in token.keys)
    content = [token for token in claim if token.is_content]
    return sum(1 for token in content if token.keys & keys) >= _SHARE * len(content)


def _keeps_negation(tokens: Sequence[Token], place: int, passages: Sequence[Passage]) -> bool:
    head = _head(tokens, place)
    for passage in passages:
        theirs = passage.reading.tokens
        for other, token in enumerate(theirs):
            if not token.negates:
                continue
            if tokens[place].keys & token.keys:
                return True
            if head is None and _touches(theirs, other, tokens, place):
                return True
            if head is None:
                continue
            near = (one for one in _near(theirs, other) if one is not token)
            if any(head.keys & one.keys for one in near):
                return True
    return False


def _denies_contrary(tokens: Sequence[Token], place: int, passages: Sequence[Passage]) -> bool:
    """Whether the next content word is the contrary of a cited one: "did not attend", "absent"."""
    head = _head(tokens, place)
    if head is None:
        return False
    at = tokens.index(head)
    return any(
        True for passage in passages for _ in contraries_of(tokens, at, passage.reading.tokens)
    )


def _is_told_contrary(token: Token, tokens: Sequence[Token], claim: Sequence[Token]) -> bool:
    """Whether the claim tells a cited word by its contrary."""
    at = tokens.index(token)
    return any(True for _ in contraries_of(tokens, at, claim))


def _touches(theirs: Sequence[Token], other: int, tokens: Sequence[Token], place: int) -> bool:
    """Whether two negators without a verb of their own stand among the same words."""
    around = [token for token in _near(tokens, place) if token.is_content]
    return not around or any(one.keys & two.keys for one in around for two in _near(theirs, other))


def _near(tokens: Sequence[Token], place: int, before: int = _BEFORE) -> list[Token]:
    sentence = tokens[place].sentence
    around = tokens[max(0, place - before) : place + _AFTER + 1]
    return [token for token in around if token.sentence == sentence]


def _head(tokens: Sequence[Token], place: int) -> Token | None:
    """Return what a negator or modal word is said of: the next content word of its clause."""
    for token in tokens[place + 1 : place + _AFTER]:
        if (token.sentence, token.clause) != (tokens[place].sentence, tokens[place].clause):
            return None
        if token.is_content and not (token.modal and tokens[place].modal):
            return token
    return None


def _deed(tokens: Sequence[Token], place: int) -> Token | None:
    """Return what a denial or modal word is said of, past the subject of a modal verb."""
    head = _head(tokens, place)
    is_subject = head is not None and head.word.startswith("ال") and not tokens[place].negates
    if head is None or not is_subject:
        return head
    return _head(tokens, tokens.index(head)) or head


def _keeps_modal(tokens: Sequence[Token], place: int, passages: Sequence[Passage]) -> bool:
    token = tokens[place]
    head = token if _is_written_to_verb(token) else _head(tokens, place)
    for passage in passages:
        theirs = passage.reading.tokens
        for other, one in enumerate(theirs):
            if token.keys & one.keys and not _is_written_to_verb(token):
                return True
            if (
                head is not None
                and head.keys & one.keys
                and (_may_be_future(one, token.modal) or _is_agreed(theirs, other))
            ):
                return True
            if (token.modal, one.modal) != (_POSSIBLE, _FUTURE) and one.modal != token.modal:
                continue  # what is planned may be told as possible
            if head is None or _reaches(theirs, other, head, _is_written_to_verb(token)):
                return True
    return False


def _is_agreed(tokens: Sequence[Token], place: int) -> bool:
    """Whether the word is what somebody agreed or decided to do, and so will."""
    sentence = tokens[place].sentence
    return any(one.word in _AGREED and one.sentence == sentence for one in tokens[:place])


def _may_be_future(token: Token, modal: str) -> bool:
    """Whether a cited imperfect may be told as future: يعمل."""
    return modal == "future" and token.word.removeprefix("و")[:1] in {"ي", "ت"}


def _reaches(tokens: Sequence[Token], place: int, head: Token, is_verb: bool) -> bool:
    reach = 3 if is_verb else 2 * _MODAL_REACH
    around = tokens[max(0, place - (0 if is_verb else _MODAL_REACH)) : place + reach + 1]
    return any(
        head.keys & token.keys for token in around if token.sentence == tokens[place].sentence
    )


def _dropped(
    claim: Sequence[Token], tokens: Sequence[Token], every: Sequence[Token]
) -> Iterator[Finding]:
    """Yield what the claim asserts and the passage only denies, or only plans, fears or asks."""
    for place, token in enumerate(tokens):
        if not (token.negates or token.modal):
            continue
        head = token if _is_written_to_verb(token) else _deed(tokens, place)
        scope = {id(one) for one in _near(tokens, place)}
        if head is None:
            continue
        elsewhere = [one for one in every if id(one) not in scope and head.keys & one.keys]
        if any(_is_same(head, one) for one in elsewhere):
            continue
        if _is_told_contrary(head, tokens, claim):
            continue
        for own, ours in enumerate(claim):
            if not ours.keys & head.keys or (elsewhere and not _is_same(ours, head)):
                continue
            if token.negates and not any(near.negates for near in _near(claim, own, _FAR)):
                yield Finding(Reason.NEGATION, ours.word)
            elif token.modal and not token.negates and not _has_modal(claim, own, token.modal):
                yield Finding(Reason.MODALITY, ours.word)


def _is_same(one: Token, other: Token) -> bool:
    """Whether two words are forms of one, not only of a meaning."""
    return any(key[0] != "#" for key in one.keys & other.keys)


def _unreal(
    claim: Reading, free: Sequence[Token], passages: Sequence[Passage]
) -> Iterator[Finding]:
    """Yield a claim told as done whose words stand within reach of a denial or a plan alone."""
    for number in range(len(claim.sentences)):
        own = [token for token in free if token.sentence == number]
        content = [token for token in own if token.is_content]
        for passage in passages:
            tokens = passage.reading.tokens
            for place, token in enumerate(tokens):
                is_denial = token.word in _DENIALS or (token.word in _NOT and token.negates)
                if not (is_denial or token.modal):
                    continue
                head = _head(tokens, place)
                if _says_so_too(own, tokens, place) or (
                    head is not None and _is_told_contrary(head, tokens, own)
                ):
                    continue
                if _rests_on(content, _governed(tokens, place), tokens, token):
                    reason = Reason.NEGATION if is_denial else Reason.MODALITY
                    yield Finding(reason, token.word)


def _says_so_too(own: Sequence[Token], tokens: Sequence[Token], place: int) -> bool:
    """Whether the claim has a denial, or a modal word, that is not part of what is denied."""
    if tokens[place].modal and not tokens[place].negates:
        return any(one.modal for one in own)
    governed = [one for one in _governed(tokens, place) if one.negates]
    return any(one.negates and not any(one.keys & two.keys for two in governed) for one in own)


def _governed(tokens: Sequence[Token], place: int) -> list[Token]:
    """Return the tokens that a modal word may govern: up to a relative clause or a "but"."""
    governed = _clause_before(tokens, place)
    is_not = tokens[place].word in _NOT
    for token in tokens[place + 1 : place + _SCOPE]:
        is_beyond = token.clause != tokens[place].clause
        if is_beyond and (is_not or token.word[0] == "و"):  # "asked for …, and denied …"
            break
        if token.sentence != tokens[place].sentence or token.word in _ENDS_SCOPE:
            break
        governed.append(token)
    return governed


def _clause_before(tokens: Sequence[Token], place: int) -> list[Token]:
    """Return what stands before an Arabic "may" in its clause: its subject may come first."""
    if tokens[place].word != "قد":
        return []
    before: list[Token] = []
    for token in reversed(tokens[:place]):
        is_other = (token.sentence, token.clause) != (tokens[place].sentence, tokens[place].clause)
        if is_other or token.word == "ان":
            break
        before.append(token)
    return before


def _rests_on(
    content: Sequence[Token], after: Sequence[Token], tokens: Sequence[Token], modal: Token
) -> bool:
    """Whether most of the claim's words stand after the modal word, and no place else so many."""
    held = sum(1 for one in content if any(one.keys & other.keys for other in after))
    apart = sum(
        1
        for one in content
        if any(one.keys & other.keys for other in tokens if other.sentence != modal.sentence)
    )
    return held >= 2 and held > _SHARE * len(content) and apart < held


def _is_written_to_verb(token: Token) -> bool:
    """Whether the modality is written to the verb itself (Arabic سيرتفع)."""
    is_prefixed = words_ar.MODALS.keys().isdisjoint(bare_forms(token.word))
    return is_prefixed and token.modal == "future" and bool(token.keys)


def _has_modal(tokens: Sequence[Token], place: int, modal: str) -> bool:
    around = tokens[max(0, place - _MODAL_REACH) : place + 4]
    told = {modal, _POSSIBLE} if modal == _FUTURE else {modal}
    return any(token.modal in told for token in around if token.sentence == tokens[place].sentence)


_POSSIBLE, _FUTURE = "possible", "future"
_NOT: Final = words_in("لم ولم لن ولن لا ولا ليس وليس ليست مستبعدا مستبعده")
_DENIALS: Final = words_in("نفي نفت ونفي ونفت ينفي تنفي")
_ENDS_SCOPE: Final = words_in("لكن لكنه لكنها لكنهم ولكن حيث بينما فيما")
_AGREED: Final = words_in("اتفق اتفقت قرر قررت وافق وافقت")
_SCOPE: Final = 15  # tokens after a modal word that it may still govern
