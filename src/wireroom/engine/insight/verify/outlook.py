"""How a frame tells its verb: as done or not, and whether as fact, plan, chance, wish or belief."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.verify.frames import Frame
from wireroom.engine.insight.verify.grammar_en import BE
from wireroom.engine.insight.verify.heads import is_speech
from wireroom.engine.insight.verify.tokens import Token
from wireroom.engine.insight.verify.vocabulary_en import base_of
from wireroom.engine.insight.verify.word_table import words_in

FUTURE, POSSIBLE, ALLEGED, WISHED, IF = "future", "possible", "alleged", "wished", "if"
ORDERED = "ordered"  # what is ordered may be told as wished, or as to come

_AUXILIARIES: Final = {
    **dict.fromkeys(("will", "would", "shall", "ll"), FUTURE),
    **dict.fromkeys(
        ("may", "might", "could", "can", "likely", "possibly", "probably", "perhaps", "potentially",
         "maybe"), POSSIBLE,
    ),
    **dict.fromkeys(("should", "must", "ought"), WISHED),
    **dict.fromkeys(("allegedly", "reportedly", "purportedly", "apparently"), ALLEGED),
    **dict.fromkeys(("if", "unless"), IF),
}  # fmt: skip
_GOVERNORS: Final = {
    FUTURE: words_in(
        """
        plan intend expect schedule aim promise pledge vow agree set prepare undertake project
        predict forecast anticipate decide choose guarantee
        """
    ),
    POSSIBLE: words_in("threaten consider risk hint"),
    ALLEGED: words_in(
        "accuse allege suspect believe think fear blame charge claim sue doubt argue reckon"
    ),
    WISHED: words_in(
        """
        ask want urge demand recommend propose call request tell advise require hope wish
        seek try attempt suggest invite let allow permit need encourage warn
        """
    ),
    ORDERED: frozenset(("order",)),
}
_BY_GOVERNOR: Final = {word: kind for kind, words in _GOVERNORS.items() for word in words}
# Words before a noun that make it no fact: "a planned strike", "the alleged thief".
ATTRIBUTES: Final = {
    **dict.fromkeys(("planned", "expected", "scheduled", "upcoming", "promised"), FUTURE),
    **dict.fromkeys(("possible", "likely", "potential"), POSSIBLE),
    **dict.fromkeys(("alleged", "suspected", "supposed", "purported"), ALLEGED),
    **dict.fromkeys(("proposed", "draft"), WISHED),
}
# Nouns whose infinitive is no fact: "a plan to close".
_BY_NOUN: Final = {
    **dict.fromkeys(("plan", "plans", "promise", "pledge", "decision", "agreement"), FUTURE),
    **dict.fromkeys(("threat", "risk", "chance", "option"), POSSIBLE),
    **dict.fromkeys(words_in("demand demands call calls bid proposal proposals request"), WISHED),
    **dict.fromkeys(words_in("wish attempt attempts order orders"), WISHED),
}  # fmt: skip
_DENYING: Final = words_in(
    "refuse deny fail decline rule prevent stop avoid ban forbid prohibit bar block avert reject"
)
_NOT: Final = words_in("not never n't no nobody none nothing neither nor cannot without")
_SAYING: Final = words_in(
    """
    say tell state add announce report confirm insist admit note write explain warn concede declare
    reveal disclose acknowledge show find signal mean
    """
)
_IS: Final = words_in("is are was were")
_COURT: Final = words_in("court jury judge tribunal hearing")


def is_denied(frame: Frame) -> bool:
    """Whether the frame says, all its negations counted, that the thing is not so."""
    objects = [
        token
        for token in frame.right[:1]
        if (token.word != "without" or frame.verb.word in BE)
        and token.clause == frame.verb.clause
        and not is_speech(frame.verb)  # "said no plant would close" denies the closing
    ]
    return (count_nots(frame) + _count(objects)) % 2 == 1


def count_nots(frame: Frame) -> int:
    """Return how often a verb is denied: by itself, its subject, and the verbs it hangs on."""
    nots = _count((*frame.before, *frame.left[:1]))
    nots += (
        int(_has_yet_to(frame))
        + int(_is_unable(frame))
        + int(any(token.word == "unless" for token in frame.before))
    )
    for hanging, governor in pairwise((frame, *frame.governors)):
        if not _is_complement(hanging):
            return nots
        is_denying = base_of(governor.verb.word) in _DENYING and _governs_as_verb(governor)
        is_denying = is_denying and not _hangs_on_noun(hanging, governor)
        nots += is_denying + _count((*governor.before, *governor.left[:1]))
    return nots


def is_unasserted(frame: Frame) -> bool:
    """Whether the verb stands in a clause that the verb before denies: "not proved that"."""
    for hanging, governor in pairwise((frame, *frame.governors)):
        is_denying = base_of(governor.verb.word) in _DENYING or count_nots(governor) % 2
        if is_denying and not _is_complement(hanging):
            return True
    return False


def _hangs_on_noun(frame: Frame, governor: Frame) -> bool:
    """Whether an infinitive tells what a noun is for: "rejected a bill to ban flights"."""
    return _is_led_by_to(frame) and any(token.is_content for token in governor.right)


def _is_complement(frame: Frame) -> bool:
    """Whether a verb follows another as its infinitive or gerund, not as a clause of its own."""
    return _is_led_by_to(frame) or frame.verb.word.endswith("ing")


def _has_yet_to(frame: Frame) -> bool:
    words = {token.word for token in frame.before}
    governor = frame.governors[0] if frame.governors else None
    beside = {token.word for token in governor.right} if governor else set()
    return "to" in words and "yet" in words | beside


def _is_unable(frame: Frame) -> bool:
    governor = frame.governors[0] if frame.governors and _is_led_by_to(frame) else None
    return governor is not None and any(token.word == "unable" for token in governor.right)


def _governs_as_verb(governor: Frame) -> bool:
    word = base_of(governor.verb.word)
    return word != "rule" or any(token.word == "out" for token in governor.right[:1])


def _count(tokens: Iterable[Token]) -> int:
    return len({
        token.start
        for token in tokens
        if not token.is_number and (token.word in _NOT or token.word.endswith("n't"))
    })  # fmt: skip


def outlook_of(frame: Frame) -> frozenset[str]:
    """Return how the frame tells its verb; nothing where it tells it as a fact."""
    kinds = {_AUXILIARIES[token.word] for token in frame.before if token.word in _AUXILIARIES}
    if _is_to_be(frame):
        kinds.add(FUTURE)
    if is_unasserted(frame):
        kinds.add(ALLEGED)
    kinds |= {_BY_NOUN[token.word] for token in _noun_before(frame) if token.word in _BY_NOUN}
    for governor in frame.governors:
        kinds |= _from_governor(frame, governor)
    return frozenset(kinds)


def _noun_before(frame: Frame) -> Sequence[Token]:
    """Return the last word between an infinitive and the verb before: "its demand to cut"."""
    return frame.governors[0].right[-1:] if frame.governors and _is_led_by_to(frame) else ()


def hangs_on(frame: Frame) -> frozenset[str]:
    """Return the outlook that a verb gives to its object: "expects an increase"."""
    kind = _BY_GOVERNOR.get(base_of(frame.verb.word))
    return frozenset((kind,) if kind and frame.verb.word not in {"be", "have"} else ())


def _is_to_be(frame: Frame) -> bool:
    """Whether the verb is what somebody "is to" or "has yet to" do, or is "due to" do."""
    words = [token.word for token in frame.before]
    if "to" not in words:
        return False
    is_next = bool(frame.governors) and frame.governors[0].verb.word in _IS
    return is_next or not (_IS | {"due"}).isdisjoint(words)


def _from_governor(frame: Frame, governor: Frame) -> set[str]:
    base = base_of(governor.verb.word)
    kinds = {_AUXILIARIES[token.word] for token in governor.before if token.word in _AUXILIARIES}
    is_loose = base in _SAYING and not _is_led_by_to(frame)
    if base in _SAYING and any(token.word in _COURT for token in governor.right):
        kinds.add(ALLEGED)
    elif base in _BY_GOVERNOR and not is_loose:
        kinds.add(_BY_GOVERNOR[base])
    return kinds


def _is_led_by_to(frame: Frame) -> bool:
    return any(token.word == "to" for token in frame.before)


def may_tell(ours: frozenset[str], theirs: frozenset[str], *, is_present: bool) -> bool:
    """Whether what is cited with `theirs` may be told with `ours`.

    A plan may be told as a chance, and in the present tense ("the strike ends at midnight").
    """
    if ours == theirs:
        return True
    if ORDERED in ours | theirs:
        if theirs == {ORDERED} and ours and ours <= {FUTURE, WISHED}:
            return True
        return may_tell(_as_wished(ours), _as_wished(theirs), is_present=is_present)
    if not theirs or not ours:
        return (ours or theirs) == {FUTURE} and is_present
    if WISHED in ours and theirs <= {FUTURE, WISHED}:
        return True  # "will attempt to free", "hopes to free"; "should arrive", "is due"
    if IF in theirs and IF not in ours and POSSIBLE not in ours:
        return False
    return POSSIBLE in ours and not theirs & {ALLEGED, WISHED}


def _as_wished(kinds: frozenset[str]) -> frozenset[str]:
    return frozenset(WISHED if kind == ORDERED else kind for kind in kinds)
