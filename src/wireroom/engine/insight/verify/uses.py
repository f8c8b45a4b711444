"""The cited words that may stand for a verb of the claim, and which of them do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.verify import words_en
from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.complements import are_complements
from wireroom.engine.insight.verify.days import is_day
from wireroom.engine.insight.verify.frames import Frame, frames_of, quoted_frames_of
from wireroom.engine.insight.verify.grammar_en import BE, HAVE
from wireroom.engine.insight.verify.heads import is_speech, keys_of_words, own_keys
from wireroom.engine.insight.verify.outlook import is_denied
from wireroom.engine.insight.verify.roles import Window, windows_of
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.insight.verify.vocabulary_en import base_of

_ENOUGH: Final = 2  # words that two frames must share to tell of the same thing


@dataclass(frozen=True, slots=True)
class Use:
    """A cited word that may be the claim's verb: of a frame, or a noun inside one or in none.

    `is_turned` where it says the contrary, so that one of the two must be denied; `is_quoted`
    where it stands in a quote, and so only somebody says it.
    """

    token: Token
    frame: Frame | None
    around: Frame | None
    window: Window
    reading: Reading
    is_turned: bool = False
    is_quoted: bool = False

    def keys(self) -> frozenset[str]:
        """Return the keys of the words that belong to it: of its frame, else of its sentence."""
        frame = self.frame or self.around
        if frame is None:
            return self.window.own
        return keys_of_words(arguments_of(frame))


def told_by(frame: Frame) -> Token:
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


def uses_of(told: Token, frame: Frame, passages: Sequence[Passage]) -> Iterator[Use]:
    for passage in passages:
        reading = passage.reading
        quoted = {id(frame.verb): frame for frame in quoted_frames_of(reading)}
        frames = {id(frame.verb): frame for frame in frames_of(reading)} | quoted
        every = (*frames_of(reading), *quoted_frames_of(reading))
        around = {id(token): frame for frame in every for token in frame.right}
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
                yield Use(token, own, around.get(id(token)), windows[token.sentence], reading,
                          is_quoted=reading.is_quoted(token))  # fmt: skip
            elif own is not None and are_contrary(frame, own):
                yield Use(token, own, None, windows[token.sentence], reading, is_turned=True)


def are_contrary(frame: Frame, other: Frame) -> bool:
    """Whether two verbs leave no third, and one of them is denied: "not taken", "left behind"."""
    after, behind = (f.right[0].word if f.right else "" for f in (frame, other))
    if is_denied(frame) == is_denied(other):
        return False
    return are_complements(frame.verb.word, other.verb.word, after=after, behind=behind)


def meant(told: Token, uses: Sequence[Use]) -> list[Use]:
    """Return the uses without those that only share a meaning with a verb of many."""
    if told.word not in words_en.LIGHT or is_speech(told):
        return list(uses)
    same = base_of(told.word)
    return [use for use in uses if use.is_turned or base_of(use.token.word) == same]


def nearest(frame: Frame, uses: Sequence[Use]) -> list[Use]:
    """Return the uses that share most with the frame: the others tell of other things.

    A noun stands for a verb only where no verb tells the same.
    """
    wanted = arguments_of(frame)
    shared = {id(use): _count_shared(wanted, use) for use in uses}
    as_verbs = [use for use in uses if use.frame is not None]
    most = max((shared[id(use)] for use in as_verbs), default=0)
    if as_verbs and (is_speech(frame.verb) or 2 * most >= len(wanted)):
        uses = as_verbs
    most = max((shared[id(use)] for use in uses), default=0)
    return [use for use in uses if shared[id(use)] == most]


def _count_shared(wanted: Sequence[Token], use: Use) -> int:
    keys = use.keys()
    return sum(1 for token in wanted if own_keys(token) & keys)


def arguments_of(frame: Frame) -> list[Token]:
    around = (*frame.left_all, *frame.right, *frame.by)
    return [token for token in around if token.is_content or token.is_number]


def shares_most(frame: Frame, use: Use) -> bool:
    wanted = arguments_of(frame)
    shared = _count_shared(wanted, use)
    return shared >= _ENOUGH and 5 * shared >= 3 * len(wanted)
