"""Whether a verb is told as it is cited: not denied or affirmed, nor a plan made a fact."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.verify.claim import Reason
from wireroom.engine.insight.verify.days import is_day
from wireroom.engine.insight.verify.frames import Frame
from wireroom.engine.insight.verify.grammar_en import HAVE, is_participle
from wireroom.engine.insight.verify.heads import is_speech
from wireroom.engine.insight.verify.outlook import (
    ALLEGED,
    ATTRIBUTES,
    FUTURE,
    WISHED,
    count_nots,
    hangs_on,
    is_denied,
    is_unasserted,
    may_tell,
    outlook_of,
)
from wireroom.engine.insight.verify.tokens import Token
from wireroom.engine.insight.verify.uses import Use
from wireroom.engine.insight.verify.vocabulary_en import base_of
from wireroom.engine.insight.verify.word_table import words_in

_NEAR: Final = 3
_NO: Final = words_in("no not without never")


def fault_of_setting(frame: Frame, use: Use) -> Reason | None:
    """Return what is wrong with how a verb is told: denied, planned, feared."""
    if is_unasserted(frame):
        return None
    is_not, theirs = _setting(use)
    is_not = is_not != use.is_turned  # "not open" is "shut"
    ours = outlook_of(frame)
    if use.frame is not None and not (_are_alike(frame.verb, use.frame.verb) or hangs_on(frame)):
        theirs |= hangs_on(use.frame)
    if use.frame is None and ours and not theirs:
        return None if is_denied(frame) == is_not else Reason.NEGATION  # nouns have no tense
    if is_denied(frame) != is_not:
        return None if _has_yet_to_come(frame, use) else Reason.NEGATION
    is_present = _is_present(use.token if ours else frame.verb) or _is_under_way(frame)
    is_present = is_present and (bool(ours) or _is_timed(frame) or _is_under_way(frame))
    if (
        _is_past(frame)
        and use.frame is not None
        and _is_present(use.token)
        and _is_dated(use.frame)
    ):
        return Reason.MODALITY
    if theirs == {ALLEGED} and is_speech(frame.verb):
        return None  # "said that they hid it", "accused them of hiding it"
    if use.frame is None and (_is_of_noun(frame, use) or _has_yet_to_come(frame, use)):
        return None
    if theirs == {ALLEGED} and frame.governors and is_speech(frame.governors[0].verb):
        return None  # "accused them of hiding it", "said that they hid it"
    if ours == {FUTURE} and not theirs and _is_voted(use):
        return None  # "voted to walk out", "will walk out"
    if _is_obliged(frame) and theirs <= {FUTURE, WISHED}:
        return None  # "have to pay", "will pay"
    if is_not or may_tell(ours, theirs, is_present=is_present):
        return None
    return Reason.MODALITY


def _is_of_noun(frame: Frame, use: Use) -> bool:
    """Whether a gerund hangs on a noun, as a noun does there: "the cost of cleaning up"."""
    is_led = frame.verb.word.endswith("ing") and bool(frame.governors)
    last = frame.governors[0].right[-2:] if is_led else ()
    return any(token.word == "of" for token in last)


def _has_yet_to_come(frame: Frame, use: Use) -> bool:
    """Whether what somebody has yet to do is what somebody there needs: "needs approval"."""
    is_wanted = use.around is not None and base_of(use.around.verb.word) in _WANTING
    return use.frame is None and is_wanted and any(t.word in _YET for t in _told_before(frame))


def _told_before(frame: Frame) -> Sequence[Token]:
    return (*frame.before, *(token for one in frame.governors for token in one.right))


_WANTING: Final = words_in("need require await want seek depend")
_YET: Final = words_in("yet still must")


def _is_present(verb: Token) -> bool:
    return verb.word.endswith("s") and verb.word not in {"was", "has"}


def _is_voted(use: Use) -> bool:
    governors = use.frame.governors if use.frame is not None else ()
    return bool(governors) and base_of(governors[0].verb.word) == "vote"


def _is_timed(frame: Frame) -> bool:
    """Whether a present may tell what is to come: "ends on Monday", but not "employs 45 people"."""
    around = (*frame.left_all, *frame.right)
    is_dated = any(is_day(token) or token.word in _WHEN for token in around)
    return is_dated or base_of(frame.verb.word) in _TIMETABLED or bool(hangs_on(frame))


_WHEN: Final = words_in("next tomorrow tonight midnight noon midday week month year summer winter")
_TIMETABLED: Final = words_in(
    "start begin end open close leave depart arrive return take expire face meet play host visit"
)


def _is_under_way(frame: Frame) -> bool:
    """Whether a verb is told as going on: "is buying", "is being bought"."""
    before = [token.word for token in frame.before]
    is_now = "is" in before or "are" in before
    return is_now and ("being" in before or frame.verb.word.endswith("ing"))


def _is_obliged(frame: Frame) -> bool:
    """Whether somebody must do it: by "must", or by a "have to" before the verb."""
    words = {token.word for token in frame.before}
    is_had = bool(frame.governors) and frame.governors[0].verb.word in HAVE
    return "must" in words or ("to" in words and is_had)


def _is_past(frame: Frame) -> bool:
    return is_participle(frame.verb.word) and not frame.before[1:]


def _is_dated(frame: Frame) -> bool:
    return any(is_day(token) or token.word == "next" for token in frame.right)


def _are_alike(one: Token, other: Token) -> bool:
    return base_of(one.word) == base_of(other.word) or bool(one.keys & other.keys)


def _setting(use: Use) -> tuple[bool, frozenset[str]]:
    """Return whether what a cited word says is denied there, and with what outlook it is told."""
    if use.frame is not None:
        return is_denied(use.frame), outlook_of(use.frame)
    is_not, outlook = _attributes(use)
    if use.around is None:
        return is_not, outlook
    return is_not != (count_nots(use.around) % 2 == 1), outlook | outlook_of(use.around) | hangs_on(
        use.around
    )


def _attributes(use: Use) -> tuple[bool, frozenset[str]]:
    """Return what the words before a noun make of it: "no link", "a planned strike"."""
    place = use.reading.tokens.index(use.token)
    near = [
        token
        for token in use.reading.tokens[max(0, place - _NEAR) : place]
        if token.clause == use.token.clause
        and (use.around is None or token not in use.around.before)  # its verb's own are counted
    ]
    is_not = any(token.word in _NO for token in near)
    return is_not, frozenset(kind for token in near if (kind := ATTRIBUTES.get(token.word)))
