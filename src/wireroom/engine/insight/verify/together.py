"""Whether what a claim tells of one verb is told of it where it is cited, not of another."""

from collections.abc import Iterable

from wireroom.engine.insight.verify.aliases import Aliases
from wireroom.engine.insight.verify.days import is_day
from wireroom.engine.insight.verify.frames import Frame, frames_of
from wireroom.engine.insight.verify.heads import is_speech, keys_of_words, own_keys
from wireroom.engine.insight.verify.roles import Window
from wireroom.engine.insight.verify.tokens import Token
from wireroom.engine.insight.verify.uses import Use


def is_told_together(frame: Frame, use: Use, aliases: Aliases, known: frozenset[str]) -> bool:
    """Whether one sentence, or a run that leans on it, has every name and day that is cited."""
    keys = use.window.own | use.window.before if use.window.leans else use.window.own
    keys |= aliases.of(keys)
    told = [
        token
        for token in (*frame.left_all, *frame.right, *frame.by)
        if token.is_name or is_day(token)
    ]
    return all(own_keys(token) & keys for token in told if own_keys(token) & known)


def was_told(ours: Iterable[Token], use: Use, aliases: Aliases) -> bool:
    """Whether somebody has been named by the end of the cited sentence."""
    last = use.token.sentence
    keys = keys_of_words(token for token in use.reading.tokens if token.sentence <= last)
    keys |= aliases.of(keys)
    return all(own_keys(token) & keys for token in ours)


def all_in(ours: Iterable[Token], window: Window, aliases: Aliases) -> bool:
    keys = window.near if window.leans else window.own
    keys |= aliases.of(keys)
    return all(own_keys(token) & keys for token in ours)


def takes_from_another(frame: Frame, use: Use) -> bool:
    """Whether a number or name behind the verb stands there behind another verb alone."""
    if use.frame is None:
        return False
    own = use.keys()
    chain = {id(use.frame), *(id(governor) for governor in use.frame.governors)}
    others = [
        other
        for other in frames_of(use.reading)
        if other.verb.sentence == use.token.sentence and id(other) not in chain
        and use.frame not in other.governors
        and not (other.left == use.frame.left and _goes_along(other, use.frame))
    ]  # fmt: skip
    told = [token for token in frame.right if token.is_number or token.is_name]
    theirs = [token for token in use.frame.right if token.is_number or token.is_name]
    elsewhere = keys_of_words(token for other in others for token in other.right)
    return any(
        own_keys(token) & elsewhere and not own_keys(token) & own
        and any(one.is_name == token.is_name for one in theirs)
        for token in told
    )  # fmt: skip


def _goes_along(one: Frame, other: Frame) -> bool:
    """Whether one of two verbs only tells how the other was done: "won, beating Forge"."""
    return one.verb.word.endswith("ing") or other.verb.word.endswith("ing")


def hangs_on_another(frame: Frame, use: Use) -> bool:
    """Whether the verb that the claim hangs this one on stands there, and another holds it."""
    if use.frame is None or not frame.governors or is_speech(frame.governors[0].verb):
        return False
    governor = frame.governors[0].verb
    same = [
        other
        for other in frames_of(use.reading)
        if other.verb.sentence == use.token.sentence and other.verb.keys & governor.keys
    ]
    theirs = {id(other) for other in (use.frame, *use.frame.governors)}
    return bool(same) and not any(id(other) in theirs for other in same)
