"""Whether the verbs of a claim have the parties, words and outlook that they have as cited."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.verify import words_en
from wireroom.engine.insight.verify.aliases import Aliases, aliases_of
from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.frames import Frame, frames_of
from wireroom.engine.insight.verify.grammar_en import HAVE
from wireroom.engine.insight.verify.heads import is_speech, keys_of_words, names_among, own_keys
from wireroom.engine.insight.verify.outlook import is_denied, is_unasserted
from wireroom.engine.insight.verify.parties import has_parties, has_same_doer
from wireroom.engine.insight.verify.quoted import is_cue
from wireroom.engine.insight.verify.roles import windows_of
from wireroom.engine.insight.verify.settings import fault_of_setting
from wireroom.engine.insight.verify.together import (
    hangs_on_another,
    is_told_together,
    takes_from_another,
)
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.insight.verify.uses import (
    Use,
    arguments_of,
    meant,
    nearest,
    shares_most,
    told_by,
    uses_of,
)

# Of the faults of several cited verbs that might be meant, the one nearest to passing is told.
_ORDER: Final = (Reason.ROLES, Reason.FUSED, Reason.NEGATION, Reason.MODALITY)


def check_frames(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find verbs of the claim that no cited verb stands for with the same parties and outlook."""
    aliases = aliases_of(passages)
    known = frozenset(key for passage in passages for key in keys_of_words(passage.reading.tokens))
    every = [
        (frame, windows_of(passage.reading)[frame.verb.sentence], passage.reading)
        for passage in passages
        for frame in frames_of(passage.reading)
    ]
    denied = [
        passage.reading.of_sentence(token.sentence)
        for passage in passages
        for token in passage.reading.tokens
        if token.negates
    ]
    findings = []
    for frame in frames_of(claim):
        told = told_by(frame)
        if is_speech(told) and claim.quotes:
            continue  # who says a quote has been asked of the quotes' reader
        found = meant(told, list(uses_of(told, frame, passages)))
        uses = nearest(frame, [use for use in found if not use.is_quoted])
        if _is_told_by_somebody(frame, claim):
            uses += nearest(frame, [use for use in found if use.is_quoted])
        is_only_said = bool(found) and not uses
        faults = [_fault(frame, use, aliases, known) for use in uses]
        if not uses or (_says_little(told) and set(faults) == {Reason.ROLES}):
            uses = nearest(frame, [Use(f.verb, f, None, w, r) for f, w, r in every])
            uses = [use for use in uses if shares_most(frame, use)]
            faults = [_fault_of_other(frame, use, aliases, known) for use in uses]
        if is_only_said and None not in faults:
            findings.append(Finding(Reason.MODALITY, told.word))  # somebody only says so
        if (
            not uses
            and is_denied(frame)
            and not is_unasserted(frame)
            and not _is_denied_of(frame, denied)
        ):
            findings.append(Finding(Reason.NEGATION, told.word))
        if uses and None not in faults:
            worst = max((fault for fault in faults if fault), key=_ORDER.index)
            findings.append(Finding(worst, told.word))
    return findings


def _is_denied_of(frame: Frame, denied: Sequence[Sequence[Token]]) -> bool:
    """Whether a cited sentence that denies something tells of those who do the verb."""
    doers = names_among(frame.left) or arguments_of(frame)
    told = frozenset(key for token in doers for key in own_keys(token))
    return any(told & keys_of_words(sentence) for sentence in denied)


def _is_told_by_somebody(frame: Frame, claim: Reading) -> bool:
    """Whether the claim tells a verb as what somebody says, as it must what it has from a quote."""
    sentence = frame.verb.sentence
    return any(
        is_cue(token) or (is_speech(token) and token is not frame.verb)
        for token in claim.of_sentence(sentence)
    )


def _fault(frame: Frame, use: Use, aliases: Aliases, known: frozenset[str]) -> Reason | None:
    if not has_parties(frame, use, aliases):
        return Reason.ROLES
    if hangs_on_another(frame, use):
        return Reason.ROLES
    if not is_told_together(frame, use, aliases, known) or takes_from_another(frame, use):
        return Reason.FUSED
    return fault_of_setting(frame, use)


def _fault_of_other(
    frame: Frame, use: Use, aliases: Aliases, known: frozenset[str]
) -> Reason | None:
    """Return what is wrong with a verb that no cited one stands for, by the frame most like it."""
    if use.frame is not None and not has_same_doer(frame, use.frame, aliases):
        return Reason.ROLES
    if not is_told_together(frame, use, aliases, known) or takes_from_another(frame, use):
        return Reason.FUSED
    return None if frame.verb.word in HAVE else fault_of_setting(frame, use)


def _says_little(told: Token) -> bool:
    return not is_speech(told) and (not told.is_content or told.word in words_en.LIGHT)
