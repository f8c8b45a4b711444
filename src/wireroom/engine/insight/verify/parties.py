"""Whether who does what to whom in a claim does it to them where it is cited."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.insight.verify import words_en
from wireroom.engine.insight.verify.aliases import Aliases
from wireroom.engine.insight.verify.frames import Frame, frames_of
from wireroom.engine.insight.verify.grammar_en import BE, HAVE, is_participle
from wireroom.engine.insight.verify.heads import (
    head_of,
    is_speech,
    keys_of_words,
    meets,
    names_among,
    up_to_preposition,
)
from wireroom.engine.insight.verify.together import all_in, was_told
from wireroom.engine.insight.verify.tokens import Token
from wireroom.engine.insight.verify.uses import Use
from wireroom.engine.insight.verify.verbs_en import TURNING
from wireroom.engine.insight.verify.vocabulary_en import base_of, english_keys, supported_by
from wireroom.engine.insight.verify.word_table import words_in

# The first does what the second suffers: who is killed dies, who is beaten loses.
_CONVERSE: Final = frozenset(
    (
        ("kill", "die"), ("beat", "lose"), ("defeat", "lose"), ("overcome", "lose"),
        ("force", "leave"), ("evacuate", "leave"), ("displace", "leave"), ("evacuate", "flee"),
        ("give", "receive"), ("give", "get"), ("award", "win"), ("award", "receive"),
        ("grant", "receive"), ("pay", "receive"), ("send", "receive"), ("teach", "learn"),
        ("save", "survive"), ("rescue", "survive"), ("injure", "suffer"), ("employ", "work"),
        ("dismiss", "lose"), ("sack", "lose"), ("claim", "die"), ("cost", "die"),
    )
)  # fmt: skip
_LONGEST_COMPLEMENT: Final = 4
# Verbs that only say that the noun behind them is done: "gave a warning".
_LIGHT: Final = words_in(
    """
    make give have take hold issue do get suffer win score post report face start carry bring see
    put place launch conduct express voice show stage reach enter offer deliver pay lodge sign
    """
)
# The subject of the first is whom the second is done to.
_RECEIVING: Final = words_in("receive get")
_GIVING: Final = words_in("pay give award grant hand offer send lend sell")
_OWNERS: Final = words_in("his her its their")


@dataclass(frozen=True, slots=True)
class _Parties:
    """Who does a cited verb and who suffers it; `turns` where either may be its subject."""

    head: Sequence[Token]
    doer: Sequence[Token]
    sufferer: Sequence[Token]
    object: Sequence[Token]
    is_open: bool
    turns: bool


def has_parties(frame: Frame, use: Use, aliases: Aliases) -> bool:
    """Whether who does it in the claim does it there, and so for who suffers it."""
    if _counts_others(frame, use):
        return False
    if frame.verb.word in BE | HAVE:
        return True
    doer, sufferer = _parties(frame)
    if use.frame is None:
        return _may_do_noun(doer, use, aliases)
    theirs = _cited_parties(frame, use.frame)
    return (
        _has_doer(doer, theirs, use, aliases)
        and _has_sufferer(frame, sufferer, theirs, use, aliases)
        and _has_owner(frame, use.frame, aliases)
        and _has_complement(frame, use)
    )


def _counts_others(frame: Frame, use: Use) -> bool:
    """Whether the subject is another number of them: "one has a broken leg, two were burnt"."""
    theirs = use.frame or use.around
    if theirs is None:
        return False
    ours, cited = (_bare_numbers(one.left) for one in (frame, theirs))
    return bool(ours and cited) and ours.isdisjoint(cited)


def _bare_numbers(tokens: Sequence[Token]) -> frozenset[str]:
    return keys_of_words(token for token in tokens[:2] if token.is_number)


def _has_owner(frame: Frame, theirs: Frame, aliases: Aliases) -> bool:
    """Whether the names in a subject are those of the cited one: "Corvana's vaccine"."""
    ours, named = names_among(frame.left_all), names_among(theirs.left_all)
    is_alike = bool(head_of(frame.left)) and meets(head_of(frame.left), theirs.left_all, aliases)
    if not ours or not named or theirs.is_open or not is_alike:
        return True
    bare = [token for token in ours if not token.word.endswith(("'s", "’s"))]
    there = (*theirs.left_all, *theirs.right)
    return all(meets([token], there, aliases) for token in bare or ours)


def _has_complement(frame: Frame, use: Use) -> bool:
    """Whether what a verb is said of is not what the sentence says of another verb."""
    complement = [token for token in _complement(frame.right) if not token.is_name]
    is_led = bool(frame.right) and frame.right[0].word in words_en.PREPOSITIONS - {"by"}
    keys = keys_of_words(complement[:1]) if is_led else frozenset()
    others = {id(token) for other in frames_of(use.reading) if other is not use.frame
              and not _describes(other, use.frame)
              for token in other.right if other.verb.sentence == use.token.sentence}  # fmt: skip
    own = (*use.frame.left_all, *use.frame.right, *use.frame.by) if use.frame else ()
    if not keys or keys & keys_of_words(own) or use.frame is None:
        return True
    elsewhere = [token for token in use.reading.tokens if id(token) in others]
    return not keys & keys_of_words(elsewhere)


def _describes(other: Frame, frame: Frame | None) -> bool:
    """Whether a verb in -ing tells more of the same subject: "a pipe carrying oil burst"."""
    is_beside = other.verb.word.endswith("ing")
    return is_beside and frame is not None and other.left == frame.left


def _complement(tokens: Sequence[Token]) -> list[Token]:
    """Return the content words right behind a verb, past one preposition."""
    return [token for token in tokens[:_LONGEST_COMPLEMENT] if token.is_content]


def _may_do_noun(doer: Sequence[Token], use: Use, aliases: Aliases) -> bool:
    """Whether a noun may be the deed of somebody: named beside it, and not doing another thing."""
    if not any(token.is_name for token in doer):
        return all_in(doer, use.window, aliases)
    if use.around is None:
        return all_in(doer, use.window, aliases)
    if meets(doer, use.around.left_all, aliases):
        return base_of(use.around.verb.word) in _LIGHT
    if meets(doer, (*use.around.right, *use.around.by), aliases):
        return True
    return not _is_owned(use) and all_in(doer, use.window, aliases)


def _is_owned(use: Use) -> bool:
    """Whether a noun says whose it is: "her resignation", "Ferris's loan"."""
    place = use.reading.tokens.index(use.token)
    return any(
        token.word in _OWNERS or token.word.endswith(("'s", "’s"))
        for token in use.reading.tokens[max(0, place - 2) : place]
    )


def _cited_parties(ours: Frame, frame: Frame) -> _Parties:
    direct = up_to_preposition(frame.right)
    pair = base_of(ours.verb.word), base_of(frame.verb.word)
    turns = pair[0] in TURNING or _is_either_voice(frame) or _is_either_voice(ours)
    if pair in _CONVERSE:
        return _Parties(direct, direct, frame.left_all, frame.left_all, True, False)
    if pair[::-1] in _CONVERSE:
        return _Parties(direct, frame.right, frame.left_all, frame.left_all, not frame.right, False)
    if frame.is_passive:
        return _Parties(frame.by, frame.by, frame.left_all, frame.left_all, frame.is_open, turns)
    if not frame.left and is_speech(frame.verb):
        return _Parties(frame.right, frame.right, (), (), False, False)
    return _Parties(frame.left, frame.left_all, frame.right, direct, frame.is_open, turns)


def _is_either_voice(frame: Frame) -> bool:
    """Whether a bare past form may be a passive too: "a driver trapped in a lift"."""
    if any(token.word in BE | HAVE for token in frame.before):
        return False
    after = frame.right[:1]
    is_alone = not after or after[0].word in words_en.PREPOSITIONS or after[0].is_number
    return is_alone and is_participle(frame.verb.word)


def _has_doer(doer: Sequence[Token], theirs: _Parties, use: Use, aliases: Aliases) -> bool:
    if not doer or meets(doer, theirs.doer, aliases):
        return True
    if meets(doer, theirs.sufferer, aliases):
        return theirs.turns and meets(doer, theirs.object, aliases)
    if not theirs.doer and not theirs.is_open:  # a passive that leaves its doer out
        return all_in(doer, use.window, aliases)
    is_unknown = theirs.is_open or _is_unnamed(doer, theirs.head)
    return is_unknown and was_told(doer, use, aliases)


def has_same_doer(frame: Frame, other: Frame, aliases: Aliases) -> bool:
    """Whether a verb that says little has the name as its subject that the frame like it has."""
    doer = names_among(head_of(frame.left))
    named = _without_owners(names_among(other.left_all))
    if not doer or not named or frame.is_passive or other.is_passive:
        return True
    is_given = base_of(frame.verb.word) in _RECEIVING and base_of(other.verb.word) in _GIVING
    return meets(doer, named, aliases) != is_given


def _without_owners(names: Sequence[Token]) -> Sequence[Token]:
    """Return the names but owners where somebody else is named: "Skarn's rival Osprey"."""
    return [name for name in names if not name.word.endswith(("'s", "’s"))] or names


def _is_unnamed(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Whether what is cited gives no word for somebody but one as wide as "ships" or "one"."""
    heads = head_of(theirs)
    wider = frozenset(sign for token in ours for sign in supported_by(token.word))
    if any(english_keys(token.word) & wider for token in theirs):  # not what that supports
        return True
    if not heads and any(token.is_content for token in theirs):
        return any(token.is_name for token in ours)  # "the company" may be any named one
    return not heads


def _has_sufferer(
    frame: Frame, sufferer: Sequence[Token], theirs: _Parties, use: Use, aliases: Aliases
) -> bool:
    if not sufferer or meets(sufferer, theirs.sufferer, aliases):
        return True
    if meets(sufferer, theirs.doer, aliases):
        return theirs.turns
    if not frame.is_passive:
        return True
    is_unknown = theirs.is_open or _is_unnamed(sufferer, theirs.object)
    return is_unknown and was_told(sufferer, use, aliases)


def _parties(frame: Frame) -> tuple[list[Token], list[Token]]:
    """Return the heads of who does it and who suffers it."""
    subject, following = head_of(frame.left), head_of(up_to_preposition(frame.right))
    if frame.is_passive:
        return [token for token in head_of(frame.by) if token.is_name], subject
    if not frame.left and not frame.by:
        return (head_of(frame.right) if is_speech(frame.verb) else []), []
    return subject, [token for token in following if token.is_name]
