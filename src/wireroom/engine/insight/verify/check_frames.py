"""Whether the verbs of a claim have the subjects, objects and outlook that they have as cited."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.verify import words_en
from wireroom.engine.insight.verify.aliases import Aliases, aliases_of
from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.days import is_day
from wireroom.engine.insight.verify.frames import Frame, frames_of
from wireroom.engine.insight.verify.grammar_en import BE, HAVE, is_participle
from wireroom.engine.insight.verify.outlook import (
    ATTRIBUTES,
    count_nots,
    hangs_on,
    is_denied,
    is_unasserted,
    may_tell,
    outlook_of,
)
from wireroom.engine.insight.verify.roles import Window, keys_in_place, windows_of
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.insight.verify.verbs_en import TURNING
from wireroom.engine.insight.verify.vocabulary_en import base_of, stem, supported_by
from wireroom.engine.insight.verify.word_table import words_in

# Of the faults of several cited verbs that might be meant, the one nearest to passing is told.
_ORDER: Final = (Reason.ROLES, Reason.FUSED, Reason.NEGATION, Reason.MODALITY)
# The first does what the second suffers: who is killed dies, who is beaten loses.
_CONVERSE: Final = frozenset(
    (("kill", "die"), ("beat", "lose"), ("defeat", "lose"), ("overcome", "lose"))
)
_LONGEST_COMPLEMENT: Final = 4
# Verbs that only say that the noun behind them is done: "gave a warning".
_LIGHT: Final = words_in(
    "make give have take hold issue do get suffer win score post report face start carry bring see"
)
_OWNERS: Final = words_in("his her its their")
_ENOUGH: Final = 2  # words that two frames must share to tell of the same thing
_NEAR: Final = 3
_NO: Final = words_in("no not without never")
_ANYBODY: Final = frozenset(
    stem(word)
    for word in words_in(
        """
        people person man woman official one company firm team group body authority member thing
        client defendant suspect victim organisation club agency pair couple
        """
    )
)


@dataclass(frozen=True, slots=True)
class _Use:
    """A cited word that may be the claim's verb: of a frame, or a noun inside one or in none."""

    token: Token
    frame: Frame | None
    around: Frame | None
    window: Window
    reading: Reading

    def keys(self) -> frozenset[str]:
        """Return the keys of the words that belong to it: of its frame, else of its sentence."""
        frame = self.frame or self.around
        if frame is None:
            return self.window.own
        return _keys(_arguments(frame))


def check_frames(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find verbs of the claim that no cited verb stands for with the same parties and outlook."""
    aliases = aliases_of(passages)
    known = frozenset(key for passage in passages for key in _keys(passage.reading.tokens))
    every = [
        (frame, windows_of(passage.reading)[frame.verb.sentence], passage.reading)
        for passage in passages
        for frame in frames_of(passage.reading)
    ]
    findings = []
    for frame in frames_of(claim):
        told = _told_by(frame)
        if told is None:
            continue
        uses = _nearest(frame, _meant(told, list(_uses(told, frame, passages))))
        faults = [_fault(frame, use, aliases, known) for use in uses]
        if not uses or (_says_little(told) and set(faults) == {Reason.ROLES}):
            uses = _nearest(frame, [_Use(f.verb, f, None, w, r) for f, w, r in every])
            uses = [use for use in uses if _shares_most(frame, use)]
            faults = [_fault_of_other(frame, use, aliases, known) for use in uses]
        if uses and None not in faults:
            worst = max((fault for fault in faults if fault), key=_ORDER.index)
            findings.append(Finding(worst, told.word))
    return findings


def _told_by(frame: Frame) -> Token | None:
    """Return the word that says what happens: the verb, or what a "was" or "had" leads to."""
    if frame.verb.is_content:
        return frame.verb
    after = [
        token
        for before, token in pairwise((frame.verb, *frame.right))
        if token.is_content and not token.is_name and before.word not in {"-", "–"}
    ]
    if after and not is_day(after[0]) and frame.verb.word in BE | HAVE:
        return after[0]
    return frame.verb


def _are_same_verb(one: Frame, other: Frame) -> bool:
    return base_of(one.verb.word) == base_of(other.verb.word)


def _meant(told: Token, uses: Sequence[_Use]) -> list[_Use]:
    """Return the uses without those that only share a meaning with a verb of many."""
    if told.word not in words_en.LIGHT or _is_speech(told):
        return list(uses)
    return [use for use in uses if base_of(use.token.word) == base_of(told.word)]


def _nearest(frame: Frame, uses: Sequence[_Use]) -> list[_Use]:
    """Return the uses that share most with the frame: the others tell of other things.

    A noun stands for a verb only where no verb tells the same.
    """
    wanted = _arguments(frame)
    shared = {id(use): _count_shared(wanted, use) for use in uses}
    as_verbs = [use for use in uses if use.frame is not None]
    most = max((shared[id(use)] for use in as_verbs), default=0)
    if as_verbs and (_is_speech(frame.verb) or 2 * most >= len(wanted)):
        uses = as_verbs
    most = max((shared[id(use)] for use in uses), default=0)
    return [use for use in uses if shared[id(use)] == most]


def _count_shared(wanted: Sequence[Token], use: _Use) -> int:
    keys = use.keys()
    return sum(1 for token in wanted if _own(token) & keys)


def _arguments(frame: Frame) -> list[Token]:
    around = (*frame.left_all, *frame.right, *frame.by)
    return [token for token in around if token.is_content or token.is_number]


def _keys(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(key for token in tokens for key in keys_in_place(token))


def _own(token: Token) -> frozenset[str]:
    """Return the keys that a word must be found by: a name's are no synonyms."""
    if token.is_number or not token.is_name:
        return keys_in_place(token)
    return frozenset(key for key in token.keys if key[0] not in "#^")


def _uses(told: Token, frame: Frame, passages: Sequence[Passage]) -> Iterator[_Use]:
    for passage in passages:
        reading = passage.reading
        frames = {id(frame.verb): frame for frame in frames_of(reading)}
        around = {id(token): frame for frame in frames_of(reading) for token in frame.right}
        windows = windows_of(reading)
        for token in reading.tokens:
            own = frames.get(id(token))
            is_same = (
                own is not None
                and not told.is_content
                and _are_same_verb(own, frame)
                and told.word not in BE | HAVE
            )
            if is_same or (token.keys & told.keys and (told.is_name or not token.is_name)):
                yield _Use(token, own, around.get(id(token)), windows[token.sentence], reading)


def _fault(frame: Frame, use: _Use, aliases: Aliases, known: frozenset[str]) -> Reason | None:
    if not _has_parties(frame, use, aliases):
        return Reason.ROLES
    if _hangs_on_another(frame, use):
        return Reason.ROLES
    if not _is_told_together(frame, use, aliases, known) or _takes_from_another(frame, use):
        return Reason.FUSED
    return _fault_of_setting(frame, use)


def _says_little(told: Token) -> bool:
    return not _is_speech(told) and (not told.is_content or told.word in words_en.LIGHT)


def _fault_of_other(
    frame: Frame, use: _Use, aliases: Aliases, known: frozenset[str]
) -> Reason | None:
    """Return what is wrong with a verb that no cited one stands for, by the frame most like it."""
    if not _is_told_together(frame, use, aliases, known) or _takes_from_another(frame, use):
        return Reason.FUSED
    return None if frame.verb.word in HAVE else _fault_of_setting(frame, use)


def _shares_most(frame: Frame, use: _Use) -> bool:
    wanted = _arguments(frame)
    shared = _count_shared(wanted, use)
    return shared >= _ENOUGH and 5 * shared >= 3 * len(wanted)


def _fault_of_setting(frame: Frame, use: _Use) -> Reason | None:
    """Return what is wrong with how a verb is told: denied, planned, feared."""
    if is_unasserted(frame):
        return None
    is_not, theirs = _setting(use)
    ours = outlook_of(frame)
    if use.frame is not None and not (_are_alike(frame.verb, use.frame.verb) or hangs_on(frame)):
        theirs |= hangs_on(use.frame)
    if use.frame is None and ours and not theirs:
        return None if is_denied(frame) == is_not else Reason.NEGATION  # nouns have no tense
    if is_denied(frame) != is_not:
        return Reason.NEGATION
    is_present = _is_present(use.token if ours else frame.verb)
    if (
        _is_past(frame)
        and use.frame is not None
        and _is_present(use.token)
        and _is_dated(use.frame)
    ):
        return Reason.MODALITY
    if is_not or may_tell(ours, theirs, is_present=is_present):
        return None
    return Reason.MODALITY


def _is_present(verb: Token) -> bool:
    return verb.word.endswith("s") and verb.word not in {"was", "has"}


def _is_past(frame: Frame) -> bool:
    return is_participle(frame.verb.word) and not frame.before[1:]


def _is_dated(frame: Frame) -> bool:
    return any(is_day(token) or token.word == "next" for token in frame.right)


def _are_alike(one: Token, other: Token) -> bool:
    return base_of(one.word) == base_of(other.word) or bool(one.keys & other.keys)


def _setting(use: _Use) -> tuple[bool, frozenset[str]]:
    """Return whether what a cited word says is denied there, and with what outlook it is told."""
    if use.frame is not None:
        return is_denied(use.frame), outlook_of(use.frame)
    is_not, outlook = _attributes(use)
    if use.around is None:
        return is_not, outlook
    return is_not != (count_nots(use.around) % 2 == 1), outlook | outlook_of(use.around) | hangs_on(
        use.around
    )


def _attributes(use: _Use) -> tuple[bool, frozenset[str]]:
    """Return what the words before a noun make of it: "no link", "a planned strike"."""
    place = use.reading.tokens.index(use.token)
    near = [
        token
        for token in use.reading.tokens[max(0, place - _NEAR) : place]
        if token.clause == use.token.clause
    ]
    is_not = any(token.word in _NO for token in near)
    return is_not, frozenset(kind for token in near if (kind := ATTRIBUTES.get(token.word)))


def _has_parties(frame: Frame, use: _Use, aliases: Aliases) -> bool:
    """Whether who does it in the claim does it there, and so for who suffers it."""
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


def _has_owner(frame: Frame, theirs: Frame, aliases: Aliases) -> bool:
    """Whether the names in a subject are those of the cited one: "Corvana's vaccine"."""
    ours, named = _names(frame.left_all), _names(theirs.left_all)
    is_alike = bool(_head_of(frame.left)) and _meets(_head_of(frame.left), theirs.left_all, aliases)
    if not ours or not named or theirs.is_open or not is_alike:
        return True
    return any(_meets([token], (*theirs.left_all, *theirs.right), aliases) for token in ours)


def _names(tokens: Iterable[Token]) -> list[Token]:
    return [t for t in tokens if t.is_name and not (t.is_number or is_day(t))]


def _has_complement(frame: Frame, use: _Use) -> bool:
    """Whether what a verb is said of is not what the sentence says of another verb."""
    complement = [token for token in _complement(frame.right) if not token.is_name]
    is_led = bool(frame.right) and frame.right[0].word in words_en.PREPOSITIONS - {"by"}
    keys = _keys(complement[:1]) if is_led else frozenset()
    others = {id(token) for other in frames_of(use.reading) if other is not use.frame
              for token in other.right if other.verb.sentence == use.token.sentence}  # fmt: skip
    own = (*use.frame.left_all, *use.frame.right, *use.frame.by) if use.frame else ()
    if not keys or keys & _keys(own) or use.frame is None:
        return True
    elsewhere = [token for token in use.reading.tokens if id(token) in others]
    return not keys & _keys(elsewhere)


def _complement(tokens: Sequence[Token]) -> list[Token]:
    """Return the content words right behind a verb, past one preposition."""
    return [token for token in tokens[:_LONGEST_COMPLEMENT] if token.is_content]


def _may_do_noun(doer: Sequence[Token], use: _Use, aliases: Aliases) -> bool:
    """Whether a noun may be the deed of somebody: named beside it, and not doing another thing."""
    if not any(token.is_name for token in doer):
        return _all_in(doer, use.window, aliases)
    if use.around is None:
        return _all_in(doer, use.window, aliases)
    if _meets(doer, use.around.left_all, aliases):
        return base_of(use.around.verb.word) in _LIGHT
    if _meets(doer, (*use.around.right, *use.around.by), aliases):
        return True
    return not _is_owned(use) and _all_in(doer, use.window, aliases)


def _is_owned(use: _Use) -> bool:
    """Whether a noun says whose it is: "her resignation", "Ferris's loan"."""
    place = use.reading.tokens.index(use.token)
    return any(
        token.word in _OWNERS or token.word.endswith(("'s", "’s"))
        for token in use.reading.tokens[max(0, place - 2) : place]
    )


@dataclass(frozen=True, slots=True)
class _Parties:
    """Who does a cited verb and who suffers it; `turns` where either may be its subject."""

    head: Sequence[Token]
    doer: Sequence[Token]
    sufferer: Sequence[Token]
    object: Sequence[Token]
    is_open: bool
    turns: bool


def _cited_parties(ours: Frame, frame: Frame) -> _Parties:
    direct = _up_to_preposition(frame.right)
    pair = base_of(ours.verb.word), base_of(frame.verb.word)
    turns = pair[0] in TURNING or _is_either_voice(frame) or _is_either_voice(ours)
    if pair in _CONVERSE:
        return _Parties(direct, direct, frame.left_all, frame.left_all, True, False)
    if pair[::-1] in _CONVERSE:
        return _Parties(direct, frame.right, frame.left_all, frame.left_all, not frame.right, False)
    if frame.is_passive:
        return _Parties(frame.by, frame.by, frame.left_all, frame.left_all, frame.is_open, turns)
    if not frame.left and _is_speech(frame.verb):
        return _Parties(frame.right, frame.right, (), (), False, False)
    return _Parties(frame.left, frame.left_all, frame.right, direct, frame.is_open, turns)


def _is_either_voice(frame: Frame) -> bool:
    """Whether a bare past form may be a passive too: "a driver trapped in a lift"."""
    if any(token.word in BE | HAVE for token in frame.before):
        return False
    after = frame.right[:1]
    is_alone = not after or after[0].word in words_en.PREPOSITIONS or after[0].is_number
    return is_alone and is_participle(frame.verb.word)


def _has_doer(doer: Sequence[Token], theirs: _Parties, use: _Use, aliases: Aliases) -> bool:
    if not doer or _meets(doer, theirs.doer, aliases):
        return True
    if _meets(doer, theirs.sufferer, aliases):
        return theirs.turns and _meets(doer, theirs.object, aliases)
    is_unknown = theirs.is_open or _is_unnamed(doer, theirs.head)
    return is_unknown and _was_told(doer, use, aliases)


def _is_unnamed(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Whether what is cited gives no word for somebody but one as wide as "ships" or "one"."""
    heads = _head_of(theirs)
    wider = frozenset(sign for token in ours for sign in supported_by(token.word))
    if any(token.keys & wider for token in theirs):
        return True
    if not heads and any(token.is_content for token in theirs):
        return any(token.is_name for token in ours)  # "the company" may be any named one
    return not heads


def _has_sufferer(
    frame: Frame, sufferer: Sequence[Token], theirs: _Parties, use: _Use, aliases: Aliases
) -> bool:
    if not sufferer or _meets(sufferer, theirs.sufferer, aliases):
        return True
    if _meets(sufferer, theirs.doer, aliases):
        return theirs.turns
    if not frame.is_passive:
        return True
    is_unknown = theirs.is_open or _is_unnamed(sufferer, theirs.object)
    return is_unknown and _was_told(sufferer, use, aliases)


def _parties(frame: Frame) -> tuple[list[Token], list[Token]]:
    """Return the heads of who does it and who suffers it."""
    subject, following = _head_of(frame.left), _head_of(_up_to_preposition(frame.right))
    if frame.is_passive:
        return [token for token in _head_of(frame.by) if token.is_name], subject
    if not frame.left and not frame.by:
        return (_head_of(frame.right) if _is_speech(frame.verb) else []), []
    return subject, [token for token in following if token.is_name]


def _is_plain(token: Token) -> bool:
    return token.word in words_en.PLAIN


def _is_speech(verb: Token) -> bool:
    return not verb.keys.isdisjoint(("^say", "say"))


def _head_of(tokens: Sequence[Token]) -> list[Token]:
    """Return the words that name a party: its last run of names, or its last noun."""
    content = [token for token in tokens if token.is_content and not is_day(token)]
    if not content or tokens[0].word in words_en.HEADLESS:
        return []
    last = content[-1]
    if not last.is_name:
        return [] if _is_anybody(last) else [last]
    run: list[Token] = []
    for token in reversed(content):
        if not token.is_name or token.clause != last.clause:
            break
        run.append(token)
    return run


def _is_anybody(token: Token) -> bool:
    return _is_plain(token) or not token.keys.isdisjoint(_ANYBODY)


def _up_to_preposition(tokens: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    for token in tokens:
        if token.word in words_en.PREPOSITIONS:
            break
        kept.append(token)
    return kept


def _meets(ours: Iterable[Token], theirs: Iterable[Token], aliases: Aliases) -> bool:
    keys = _keys(theirs)
    keys |= aliases.of(keys)
    return any(_own(token) & keys for token in ours)


def _all_in(ours: Iterable[Token], window: Window, aliases: Aliases) -> bool:
    keys = window.near if window.leans else window.own
    keys |= aliases.of(keys)
    return all(_own(token) & keys for token in ours)


def _hangs_on_another(frame: Frame, use: _Use) -> bool:
    """Whether the verb that the claim hangs this one on stands there, and another holds it."""
    if use.frame is None or not frame.governors or _is_speech(frame.governors[0].verb):
        return False
    governor = frame.governors[0].verb
    same = [
        other
        for other in frames_of(use.reading)
        if other.verb.sentence == use.token.sentence and other.verb.keys & governor.keys
    ]
    theirs = {id(other) for other in (use.frame, *use.frame.governors)}
    return bool(same) and not any(id(other) in theirs for other in same)


def _takes_from_another(frame: Frame, use: _Use) -> bool:
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
        and not (other.left_all == use.frame.left_all and _goes_along(other, use.frame))
    ]  # fmt: skip
    told = [token for token in frame.right if token.is_number or token.is_name]
    theirs = [token for token in use.frame.right if token.is_number or token.is_name]
    elsewhere = _keys(token for other in others for token in other.right)
    return any(
        _own(token) & elsewhere and not _own(token) & own
        and any(one.is_name == token.is_name for one in theirs)
        for token in told
    )  # fmt: skip


def _goes_along(one: Frame, other: Frame) -> bool:
    """Whether one of two verbs only tells how the other was done: "won, beating Forge"."""
    return one.verb.word.endswith("ing") or other.verb.word.endswith("ing")


def _was_told(ours: Iterable[Token], use: _Use, aliases: Aliases) -> bool:
    """Whether somebody has been named by the end of the cited sentence."""
    last = use.token.sentence
    keys = _keys(token for token in use.reading.tokens if token.sentence <= last)
    keys |= aliases.of(keys)
    return all(_own(token) & keys for token in ours)


def _is_told_together(frame: Frame, use: _Use, aliases: Aliases, known: frozenset[str]) -> bool:
    """Whether one sentence, or a run that leans on it, has every name and day that is cited."""
    keys = use.window.own | use.window.before if use.window.leans else use.window.own
    keys |= aliases.of(keys)
    told = [
        token
        for token in (*frame.left_all, *frame.right, *frame.by)
        if token.is_name or is_day(token)
    ]
    return all(_own(token) & keys for token in told if _own(token) & known)
