"""Who does what to whom in a sentence: one frame a verb, as far as word order tells it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from wireroom.engine.insight.verify.days import is_day
from wireroom.engine.insight.verify.governors_en import (
    COMPLEMENT,
    INVERTED,
    TOLD_TO,
    WITHOUT_THAT,
)
from wireroom.engine.insight.verify.grammar_en import BE, Part, is_participle, parts_of
from wireroom.engine.insight.verify.heads import is_speech
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.insight.verify.vocabulary_en import base_of

_BREAKS: Final = frozenset((Part.CONJ, Part.SUB, Part.REL))


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A verb in its sentence, with what stands around it.

    `left` is its subject as far as the first preposition, `left_all` with what hangs on that;
    `right` is what follows; `by` the doer of a passive. `governors` are the frames it hangs on
    ("agreed to", "said that"), nearest first. `is_open` where its subject is a pronoun or nobody
    can tell it. `before` are its auxiliaries and adverbs, and the conjunction that opens it.
    """

    verb: Token
    left: tuple[Token, ...]
    left_all: tuple[Token, ...]
    right: tuple[Token, ...]
    by: tuple[Token, ...]
    before: tuple[Token, ...]
    governors: tuple["Frame", ...]
    is_passive: bool
    is_open: bool


@dataclass(slots=True)
class _Sentence:
    tokens: list[Token]
    parts: list[Part]
    subjects: dict[int, tuple[int, int]] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    governors: dict[int, int | None] = field(default_factory=dict)

    def clause(self, place: int) -> int:
        return self.tokens[place].clause


@lru_cache(maxsize=64)
def frames_of(reading: Reading) -> tuple[Frame, ...]:
    """Return the frames of an English text, in reading order; quoted words have none."""
    frames: list[Frame] = []
    for number in range(len(reading.sentences)):
        tokens = [token for token in reading.of_sentence(number) if not reading.is_quoted(token)]
        if tokens and not is_arabic(tokens[0].word):
            frames += _frames(_Sentence(tokens, parts_of(tokens)))
    return tuple(frames)


@lru_cache(maxsize=64)
def quoted_frames_of(reading: Reading) -> tuple[Frame, ...]:
    """Return the frames of what a text quotes, which somebody may tell as said."""
    frames: list[Frame] = []
    for start, end in reading.quotes:
        tokens = [token for token in reading.tokens if start < token.start < end]
        if tokens and not is_arabic(tokens[0].word):
            frames += _frames(_Sentence(tokens, parts_of(tokens)))
    return tuple(frames)


def _frames(sentence: _Sentence) -> list[Frame]:
    verbs = [place for place, part in enumerate(sentence.parts) if part is Part.VERB]
    for place in verbs:
        sentence.starts[place] = _group_start(sentence, place)
        sentence.subjects[place] = _subject(sentence, place)
    frames: dict[int, Frame] = {}
    for place in verbs:
        frames[place] = _frame(sentence, place, frames)
    return list(frames.values())


def _frame(sentence: _Sentence, place: int, done: dict[int, Frame]) -> Frame:
    tokens, parts, start = sentence.tokens, sentence.parts, sentence.starts[place]
    first, last = sentence.subjects[place]
    end = _right_end(sentence, place)
    is_passive = _is_passive(sentence, place)
    governor = sentence.governors[place] = _governor(sentence, place)
    opening = max(0, first - 1) if first < start else max(0, start - 1)
    return Frame(
        verb=tokens[place],
        left=_head(sentence, first, last),
        left_all=(
            *tokens[first : _left_end(sentence, first, last, start)],
            *_noun_before(sentence, start, governor),
        ),
        right=tuple(tokens[place + 1 : end]),
        by=_by(sentence, place, end) if is_passive else (),
        before=(
            tokens[opening],
            *(tokens[start - 1 : start] if tokens[start - 1].word == "without" and start else ()),
            *tokens[start:place],
            *_shared_auxiliaries(sentence, place),
        ),
        governors=() if governor is None else (done[governor], *done[governor].governors),
        is_passive=is_passive,
        is_open=first == last or any(parts[at] is Part.PRON for at in range(first, last)),
    )


def _group_start(sentence: _Sentence, place: int) -> int:
    """Return where the verb's auxiliaries and adverbs begin."""
    clause = sentence.clause(place)
    while place and sentence.parts[place - 1] in {Part.AUX, Part.ADV, Part.TO}:
        if sentence.clause(place - 1) != clause and sentence.parts[place - 1] is Part.ADV:
            break
        place -= 1
    return place


def _subject(sentence: _Sentence, place: int) -> tuple[int, int]:
    """Return the run of words that is the verb's subject; empty where nobody can tell."""
    parts, start = sentence.parts, sentence.starts[place]
    verbs = [at for at in sentence.subjects if at < place]
    last = parts[start - 1] if start else None
    if Part.TO in parts[start:place] and last is not Part.CONJ:
        return _controller(sentence, start, verbs)
    if _is_inverted(sentence, place, start):
        return start, start
    if last is Part.REL:
        return _antecedent(sentence, start - 1)
    if verbs and last is Part.CONJ:
        return sentence.subjects[_joined(sentence, place, start, verbs)]
    if verbs and _is_in_passing(sentence, verbs[-1], start):
        return sentence.subjects[verbs[-1]]
    first = _run_start(sentence, start)
    is_opener = first < start and (
        parts[first] is Part.CONJ or sentence.tokens[first].word == "whose"
    )
    first += int(is_opener)
    if _names_a_party(sentence, first, start):
        return first, start
    if not verbs:
        return (0, 0) if not start else _opening(sentence, start)
    if sentence.tokens[place].word.endswith("ing") and first < start:
        return sentence.subjects[verbs[-1]]
    if last in {Part.SUB, Part.PREP, Part.VERB}:
        return start, start
    return _resumed(sentence, start, verbs)


def _joined(sentence: _Sentence, place: int, start: int, verbs: Sequence[int]) -> int:
    """Return the verb that an "and" joins one to: behind a comma, none of a relative clause."""
    if is_speech(sentence.tokens[place]):
        for verb in reversed(verbs):
            if is_speech(sentence.tokens[verb]):
                return verb  # "she said it had begun to fall but warned"
    has_comma = start > 1 and sentence.clause(start - 2) != sentence.clause(start - 1)
    if has_comma:
        for verb in reversed(verbs):
            first = sentence.starts[verb]
            is_reduced = first == verb and _is_passive(sentence, verb)
            if not is_reduced and (not first or sentence.parts[first - 1] is not Part.REL):
                return verb
    return verbs[-1]


def _is_inverted(sentence: _Sentence, place: int, start: int) -> bool:
    """Whether a verb of saying behind a comma has its subject behind it: ", said Ms Oduya"."""
    is_first = start == place and (
        not place or sentence.clause(place - 1) != sentence.clause(place)
    )
    if not is_first or base_of(sentence.tokens[place].word) not in INVERTED:
        return False
    rest = [at for at in range(place + 1, len(sentence.tokens))
            if sentence.clause(at) == sentence.clause(place)]  # fmt: skip
    is_named = bool(rest) and sentence.parts[rest[0]] in {Part.NAME, Part.WORD, Part.DET}
    return is_named and not any(sentence.parts[at] in {Part.VERB, Part.AUX} for at in rest)


def _names_a_party(sentence: _Sentence, first: int, last: int) -> bool:
    """Whether a run has a noun, a name, a number or a pronoun that can do something."""
    if first == last:
        return False
    return any(
        sentence.parts[at] in {Part.WORD, Part.NAME, Part.PRON, Part.DET}
        for at in range(first, last)
    )


def _is_in_passing(sentence: _Sentence, verb: int, start: int) -> bool:
    """Whether the verb before only describes the subject: "a pipe carrying oil burst"."""
    between = sentence.parts[verb + 1 : start]
    if sentence.clause(verb) != sentence.clause(start - 1) or verb == start - 1:
        return False
    if {Part.SUB, Part.CONJ, Part.REL, Part.PRON} & set(between):
        return False
    led = sentence.parts[sentence.starts[verb] - 1] if sentence.starts[verb] else None
    is_bare = sentence.starts[verb] == verb
    word = sentence.tokens[verb].word
    is_reduced = is_bare and (word.endswith("ing") or _is_passive(sentence, verb))
    return led is Part.REL or (is_reduced and led in {Part.WORD, Part.NAME})


def _run_start(sentence: _Sentence, start: int) -> int:
    """Return where the words in front of a verb begin: behind a verb, a comma, a conjunction."""
    at = start
    while at:
        part = sentence.parts[at - 1]
        if sentence.clause(at - 1) != sentence.clause(min(start, len(sentence.tokens) - 1)):
            break
        if part in {Part.VERB, Part.AUX, Part.SUB, Part.REL}:
            break
        if part is Part.CONJ and _parts_clauses(sentence, at - 1):
            break
        at -= 1
    return at


def _parts_clauses(sentence: _Sentence, place: int) -> bool:
    verbs = [at for at in range(place) if sentence.parts[at] is Part.VERB]
    return bool(verbs) and sentence.clause(verbs[-1]) == sentence.clause(place)


def _controller(sentence: _Sentence, start: int, verbs: Sequence[int]) -> tuple[int, int]:
    """Return who is to do it: the object of the verb before ("asked her to go") or its subject."""
    if not verbs:
        return _opening(sentence, start)
    verb = verbs[-1]
    is_told = base_of(sentence.tokens[verb].word) in TOLD_TO
    if is_told and _names_a_party(sentence, verb + 1, start):
        return verb + 1, start
    return sentence.subjects[verb]


def _antecedent(sentence: _Sentence, relative: int) -> tuple[int, int]:
    at = relative
    while at and sentence.clause(at - 1) == sentence.clause(relative - 1):
        if sentence.parts[at - 1] in {Part.VERB, Part.AUX, Part.SUB, Part.REL}:
            break
        at -= 1
    return at, relative


def _opening(sentence: _Sentence, start: int) -> tuple[int, int]:
    """Return the words that open the sentence, up to its first comma."""
    at = 0
    while at < start and sentence.clause(at) == sentence.clause(0):
        at += 1
    return 0, at


def _resumed(sentence: _Sentence, start: int, verbs: Sequence[int]) -> tuple[int, int]:
    """Return the subject that a verb takes up behind commas: what stands before them.

    "He said Vail, 58, had invented it": Vail. "Rovers, who won, were ahead": Rovers.
    """
    at = start
    while at and sentence.clause(at - 1) == sentence.clause(start - 1):
        at -= 1
    outside = [verb for verb in verbs if verb < at]
    if not outside:
        return sentence.subjects[verbs[0]]
    last = outside[-1]
    joins = [one for one in range(last + 1, at) if sentence.parts[one] is Part.SUB]
    if joins and _names_a_party(sentence, joins[-1] + 1, at):
        return joins[-1] + 1, at
    is_told = base_of(sentence.tokens[last].word) in WITHOUT_THAT
    if is_told and _names_a_party(sentence, last + 1, at):
        return last + 1, at
    return sentence.subjects[last]


def _head(sentence: _Sentence, first: int, last: int) -> tuple[Token, ...]:
    """Return the words of a subject before its first preposition, or all where that opens it."""
    head: list[Token] = []
    for at in range(first, last):
        if sentence.parts[at] is Part.PREP and any(token.is_content for token in head):
            break
        head.append(sentence.tokens[at])
    return tuple(head)


def _left_end(sentence: _Sentence, first: int, last: int, start: int) -> int:
    """Return where the subject ends with what is set beside it: "Krol's lawyer, Ms Achard,"."""
    if first < last and _describes(sentence, last, start):
        return start
    if first == last or Part.VERB in sentence.parts[last:start]:
        return last
    return max(last, start)


def _describes(sentence: _Sentence, last: int, start: int) -> bool:
    """Whether the verb between a subject and its own only describes that: "a pipe carrying oil"."""
    verbs = [verb for verb in sentence.starts if last <= verb < start]
    return bool(verbs) and _is_in_passing(sentence, verbs[-1], start)


def _shared_auxiliaries(sentence: _Sentence, place: int) -> list[Token]:
    """Return the auxiliaries that an "and" hands on: "would stand at Hesk and employ"."""
    start = sentence.starts[place]
    verbs = [verb for verb in sentence.starts if verb < start]
    word = sentence.tokens[place].word
    is_bare = start == place and base_of(word) == word and bool(verbs)
    if not is_bare or sentence.parts[start - 1] is not Part.CONJ:
        return []
    joined = _joined(sentence, place, start, verbs)
    return sentence.tokens[sentence.starts[joined] : joined]


def _noun_before(sentence: _Sentence, start: int, governor: int | None) -> list[Token]:
    """Return what stands before an infinitive, which may tell what that does: "a bill to ban"."""
    if governor is None or sentence.parts[start] is not Part.TO:
        return []
    return sentence.tokens[governor + 1 : start]


def _right_end(sentence: _Sentence, place: int) -> int:
    """Return where what follows a verb ends: at the next verb, or at that one's subject."""
    for at in range(place + 1, len(sentence.tokens)):
        if sentence.parts[at] in {Part.VERB, Part.SUB, Part.AUX, Part.REL, Part.TO}:
            verb = next((v for v in sentence.subjects if v >= at), None)
            first = sentence.subjects[verb][0] if verb is not None else at
            return (
                first
                if place < first < at and sentence.clause(first) != sentence.clause(place)
                else at
            )
    return len(sentence.tokens)


def _is_passive(sentence: _Sentence, place: int) -> bool:
    word = sentence.tokens[place].word
    if not is_participle(word) or word.endswith("ing"):
        return False
    led = [token.word for token in sentence.tokens[sentence.starts[place] : place]]
    if led:
        return not BE.isdisjoint(led)
    start = sentence.starts[place]
    verbs = [at for at in sentence.starts if at < start]
    if verbs and start and sentence.parts[start - 1] is Part.CONJ:  # "was held but freed"
        return _is_passive(sentence, verbs[-1])
    follows = sentence.tokens[place + 1] if place + 1 < len(sentence.tokens) else None
    return follows is not None and follows.word == "by"


def _by(sentence: _Sentence, place: int, end: int) -> tuple[Token, ...]:
    for at in range(place + 1, end):
        if sentence.tokens[at].word == "by":
            rest = range(at + 1, end)
            stop = next((p for p in rest if sentence.parts[p] is Part.PREP), end)
            by = sentence.tokens[at + 1 : stop]
            is_doer = bool(by) and not (by[0].is_number or is_day(by[0]))
            return tuple(by) if is_doer and sentence.parts[at + 1] is not Part.VERB else ()
    return ()


def _governor(sentence: _Sentence, place: int) -> int | None:
    """Return the verb whose infinitive, gerund or clause this verb is."""
    start, parts = sentence.starts[place], sentence.parts
    verbs = [at for at in sentence.starts if at < start]
    if not verbs:
        return None
    verb, opening = verbs[-1], sentence.subjects[place][0]
    if Part.TO in parts[start:place]:
        return sentence.governors.get(verb) if parts[start - 1] is Part.CONJ else verb
    if sentence.tokens[place].word.endswith("ing") and start == place:
        is_near = sentence.clause(verb) == sentence.clause(place)
        is_loose = not place or parts[place - 1] is Part.CONJ or _is_beside(sentence, place)
        return verb if is_near and not is_loose else None
    is_told = base_of(sentence.tokens[verb].word) in TOLD_TO
    if is_told and start == place and is_participle(sentence.tokens[place].word):
        is_near = sentence.clause(verb) == sentence.clause(place)
        if is_near and not _BREAKS & set(parts[verb:start]):
            return verb
    between = parts[verb + 1 : start]
    if Part.REL in between:
        return None
    for at in range(verb + 1, start):
        if sentence.tokens[at].word in COMPLEMENT and parts[at] is Part.SUB:
            if at > verb + 1 and base_of(sentence.tokens[verb].word) not in WITHOUT_THAT:
                return None
            return sentence.governors.get(verb) if parts[at - 1] is Part.CONJ else verb
    is_told = base_of(sentence.tokens[verb].word) in WITHOUT_THAT
    is_beside = opening == verb + 1 or sentence.clause(verb) == sentence.clause(place)
    return verb if is_told and is_beside and Part.CONJ not in between else None


def _is_beside(sentence: _Sentence, place: int) -> bool:
    """Whether a gerund only tells what went on beside another verb: "while crossing"."""
    return sentence.tokens[place - 1].word in {"while", "when"}
