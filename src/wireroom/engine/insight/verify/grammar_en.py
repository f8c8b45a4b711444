"""Which words of an English sentence are its verbs, told from their forms and neighbours."""

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Final

from wireroom.engine.insight.verify.tokens import Token
from wireroom.engine.insight.verify.verbs_en import VERBS
from wireroom.engine.insight.verify.vocabulary_en import BASES, base_of
from wireroom.engine.insight.verify.word_table import words_in
from wireroom.engine.text.numbers_tables import UNITS


class Part(StrEnum):
    """What a word does in its sentence, as far as frames need to know."""

    WORD = "word"
    NAME = "name"
    VERB = "verb"
    AUX = "aux"
    DET = "det"
    PREP = "prep"
    PRON = "pron"
    REL = "rel"
    SUB = "sub"
    CONJ = "conj"
    ADV = "adv"
    TO = "to"


BE: Final = words_in("is are was were be been being am")
HAVE: Final = words_in("has have had having")
DO: Final = words_in("do does did")
MODAL_AUX: Final = words_in("will would shall should can could may might must cannot ll")
PREPS: Final = words_in(
    """
    in at of from on near for with off into against between during under over about via around
    outside inside across by among through towards toward within without upon onto along behind
    beneath beyond despite except amid amidst concerning regarding than up down out per like
    unlike following including throughout alongside above below to
    """
)
_DETS: Final = words_in(
    """
    the a an this these those his her its their my our your every each some any no both all
    another many several few much more most fewer less such whose
    """
)
PRONOUNS: Final = words_in(
    """
    he she it they we i you him them us me himself herself itself themselves anyone everybody
    everyone somebody someone one
    """
)
_RELATIVES: Final = words_in("who which whom that")
SUBORDINATE: Final = words_in(
    """
    that if because while when after before since until as although though whether where unless
    so once whereas
    """
)
_CONJUNCTIONS: Final = words_in("and or but nor")
_ADVERBS: Final = words_in(
    """
    not never also just already still even once now then only almost nearly soon later often
    always yet again twice first n't t ever both all each
    """
)
# What follows a verb in the present rather than a noun of the same form.
_AFTER_VERB: Final = (
    _DETS | PRONOUNS | words_in("that to up down out off away back on with in at from into for")
)


def parts_of(sentence: Sequence[Token]) -> list[Part]:
    """Return the part of each word of a sentence."""
    return list(_parts_of(tuple(sentence)))


# Titles, topics and frames all ask for the parts of the same few sentences.
@lru_cache(maxsize=256)
def _parts_of(sentence: tuple[Token, ...]) -> list[Part]:
    parts: list[Part] = []
    for place in range(len(sentence)):
        parts.append(_part(sentence, place, parts))
    return parts


def _part(sentence: Sequence[Token], place: int, before: Sequence[Part]) -> Part:
    token = sentence[place]
    word = token.word
    if closed := _closed(sentence, place, before):
        return closed
    if token.is_number:
        return Part.WORD
    if token.is_name:
        return Part.NAME
    if word in _ADVERBS or (word.endswith("ly") and base_of(word) not in VERBS):
        return Part.ADV
    return Part.VERB if _is_verb(sentence, place, before) else Part.WORD


def _closed(sentence: Sequence[Token], place: int, before: Sequence[Part]) -> Part | None:
    word = sentence[place].word
    follows = sentence[place + 1].word if place + 1 < len(sentence) else ""
    if word == "to":
        if place and sentence[place - 1].word in BE and sentence[place - 1].word != "being":
            return Part.TO if follows and follows not in _DETS else Part.PREP
        return Part.TO if follows in VERBS or follows in {"be", "have", "do"} else Part.PREP
    if f"{word} {follows}" == "no longer" or (
        word == "longer" and place and sentence[place - 1].word == "no"
    ):
        return Part.ADV
    if word in MODAL_AUX or word.endswith(("n't", "n’t")):
        return Part.AUX if not sentence[place].is_name or word != "may" else Part.NAME
    if word in BE or word in HAVE or word in DO:
        return Part.AUX if _leads_verb(sentence, place) else Part.VERB
    if word in _RELATIVES and (word != "that" or _is_relative_that(sentence, place, before)):
        return Part.REL
    if word == "that" and before and before[-1] is Part.PREP:
        return Part.DET
    if word in SUBORDINATE:
        return Part.SUB
    for words, part in (
        (_CONJUNCTIONS, Part.CONJ), (PRONOUNS, Part.PRON), (_DETS, Part.DET), (PREPS, Part.PREP),
    ):  # fmt: skip
        if word in words:
            return part
    return None


def _is_relative_that(sentence: Sequence[Token], place: int, before: Sequence[Part]) -> bool:
    """Whether "that" stands for the noun before it: "the charge that carries five years"."""
    if not place or place + 1 >= len(sentence) or before[-1] not in {Part.WORD, Part.NAME}:
        return False
    follows = sentence[place + 1]
    is_led = follows.word in BE | HAVE | DO | MODAL_AUX
    return not follows.is_name and (is_led or base_of(follows.word) in VERBS)


def _leads_verb(sentence: Sequence[Token], place: int) -> bool:
    """Whether a form of be, have or do only leads another verb: "was taken", "has not said"."""
    word = sentence[place].word
    for token in sentence[place + 1 : place + 4]:
        if token.clause != sentence[place].clause:
            return False
        if token.word in _ADVERBS or token.word.endswith("ly"):
            continue
        if token.word in BE or (token.word in HAVE and word in DO):
            return True
        base = base_of(token.word)
        if token.is_name or token.is_number:
            return False
        if word in DO:
            return token.word == base and token.is_content
        if base not in VERBS and not (token.word.endswith("ed") and word in BE | HAVE):
            return token.word == "to" and word in BE
        return is_participle(token.word) or (word in BE and token.word.endswith("ing"))
    return False


def is_participle(word: str) -> bool:
    """Whether the word may be a past form: "seized", "taken", "cut"."""
    if word in BASES:
        return not word.endswith(("ing", "er", "est"))
    return word.endswith("ed") or word in _UNCHANGED


def _is_verb(sentence: Sequence[Token], place: int, before: Sequence[Part]) -> bool:
    token = sentence[place]
    base = base_of(token.word)
    if _is_led(sentence, place, before):
        return True
    is_past = is_participle(token.word) and token.word not in _UNCHANGED
    is_counted = place and sentence[place - 1].is_number and not is_past
    if base not in VERBS or is_counted or _is_joined(sentence, place) or _is_last(sentence, place):
        return False
    last = _last_part(before)
    follows = sentence[place + 1] if place + 1 < len(sentence) else None
    if last in {Part.AUX, Part.TO}:
        return True
    if last in {Part.DET, Part.PREP} and not token.word.endswith("ing"):
        return False
    if token.word.endswith("ing"):
        is_noun = token.word in _NOUNS_IN_ING and _is_before_preposition(token, follows)
        return last is not Part.DET and not is_noun and _takes_object(token, follows)
    if is_participle(token.word):
        return not (_is_attribute(token, follows, last) or _is_counted_attribute(sentence, place))
    if base == token.word:
        return _is_base_verb(sentence, place, before)
    return _is_present(token, follows, before)


def _is_led(sentence: Sequence[Token], place: int, before: Sequence[Part]) -> bool:
    """Whether an auxiliary makes a verb of whatever word follows: "will resubmit", "was tagged"."""
    at = place - 1
    while at >= 0 and before[at] is Part.ADV:
        at -= 1
    if at > 0 and before[at] is Part.TO and sentence[at - 1].word in BE:
        return not sentence[place].is_name
    if at < 0 or before[at] is not Part.AUX:
        return False
    return sentence[at].word in MODAL_AUX | DO or sentence[place].word.endswith("ed")


def _is_joined(sentence: Sequence[Token], place: int) -> bool:
    """Whether a hyphen or an owner makes the word a noun: "run-off", "Krol's claim"."""
    beside = (sentence[at].word for at in (place - 1, place + 1) if 0 <= at < len(sentence))
    is_owned = bool(place) and sentence[place - 1].word.endswith(("'s", "’s"))
    return is_owned or not {"-", "–"}.isdisjoint(beside)


def _is_last(sentence: Sequence[Token], place: int) -> bool:
    """Whether "last" tells which season or night, rather than how long something went on."""
    follows = sentence[place + 1].word if place + 1 < len(sentence) else ""
    return sentence[place].word == "last" and (follows in UNITS or follows in _TIMES)


_TIMES: Final = words_in("night evening weekend spring autumn monday tuesday wednesday thursday "
                         "friday saturday sunday century")  # fmt: skip


def _last_part(before: Sequence[Part]) -> Part | None:
    return next((part for part in reversed(before) if part is not Part.ADV), None)


def _takes_object(token: Token, follows: Token | None) -> bool:
    if follows is None or follows.clause != token.clause:
        return False
    return follows.word in _AFTER_VERB or follows.is_name or follows.is_number or follows.is_content


def _is_before_preposition(token: Token, follows: Token | None) -> bool:
    is_near = follows is not None and follows.clause == token.clause
    return is_near and follows is not None and follows.word in PREPS


def _is_attribute(token: Token, follows: Token | None, last: Part | None) -> bool:
    """Whether a past form only describes the noun behind it: "wounded soldiers"."""
    if follows is None or follows.clause != token.clause or last in {Part.NAME, Part.PRON}:
        return False
    is_noun = follows.is_content and not follows.is_name and base_of(follows.word) not in VERBS
    return is_noun and last in {None, Part.DET, Part.PREP, Part.VERB, Part.CONJ}


def _is_counted_attribute(sentence: Sequence[Token], place: int) -> bool:
    """Whether a past form stands between a number and the plural it counts: "120 stolen cars"."""
    before = sentence[place - 1] if place else None
    if before is None or not before.is_number or before.clause != sentence[place].clause:
        return False
    near = [t for t in sentence[place + 1 : place + 3] if t.clause == sentence[place].clause]
    return bool(near) and near[0].is_content and any(t.word.endswith("s") for t in near)


def _is_base_verb(sentence: Sequence[Token], place: int, before: Sequence[Part]) -> bool:
    """Whether a bare form is a verb: behind a plural or "and", before what it acts on."""
    token, last = sentence[place], _last_part(before)
    follows = sentence[place + 1] if place + 1 < len(sentence) else None
    if last in {Part.PRON, Part.REL}:
        return True
    if not place or follows is None or follows.clause != sentence[place].clause:
        return last is Part.CONJ and Part.TO in before and place > 1
    subject = _noun_before(sentence, place, before)
    if token.word in _HARDLY_NOUNS and last in {Part.NAME, Part.WORD}:
        return True
    is_plural = subject.endswith("s") or subject in BASES or subject in _PLURALS
    if last is Part.CONJ:
        return follows.word in _AFTER_VERB or follows.is_name or follows.is_number
    return is_plural and last in {Part.WORD, Part.NAME} and _takes_object(sentence[place], follows)


def _noun_before(sentence: Sequence[Token], place: int, before: Sequence[Part]) -> str:
    while place and before[place - 1] is Part.ADV:
        place -= 1
    return sentence[place - 1].word if place else ""


def _is_present(token: Token, follows: Token | None, before: Sequence[Part]) -> bool:
    """Whether a form in -s is a verb in the present and no plural: "owns 54 percent"."""
    last = _last_part(before)
    if last in {Part.PRON, Part.REL}:
        return True
    if last not in {Part.NAME, Part.WORD, Part.CONJ}:
        return False
    if token.word in _HARDLY_NOUNS and last in {Part.NAME, Part.WORD}:
        return True
    if last is Part.NAME and Part.VERB not in before and _ends_subject(token, follows):
        return True
    if follows is None or follows.clause != token.clause:
        return last in {Part.NAME, Part.WORD} and _has_no_verb_yet(before)
    if Part.VERB in before and last is Part.WORD and follows.word in PREPS - {"to"}:
        return False
    return follows.word in _AFTER_VERB or follows.is_name or follows.is_number


def _ends_subject(token: Token, follows: Token | None) -> bool:
    """Whether what follows a form in -s behind a name is no verb: "Krol remains free"."""
    if follows is None or follows.clause != token.clause:
        return False
    is_led = follows.word in BE | HAVE | DO | MODAL_AUX
    return not (is_led or is_participle(follows.word)) and token.word not in _MORE_OFTEN_NOUNS


def _has_no_verb_yet(before: Sequence[Part]) -> bool:
    """Whether a subordinate clause has begun and still wants its verb: "if the weather allows"."""
    for part in reversed(before):
        if part in {Part.VERB, Part.AUX}:
            return False
        if part in {Part.SUB, Part.REL}:
            return True
    return False


_HARDLY_NOUNS: Final = words_in(
    """
    want say believe know keep remain expect deny oppose require need needs requires owns says
    knows keeps wants believes allows contains includes remains becomes employs carries gives
    takes makes brings denies insists expects lives stands holds seeks opposes
    """
)
# Forms in -ing that are oftener nouns before a preposition: "backing from", "a meeting with".
_NOUNS_IN_ING: Final = words_in(
    """
    backing funding meeting building hearing ruling finding warning training spending saving
    opening killing shooting crossing landing painting briefing fighting bombing shelling housing
    shipping banking farming fishing mining trading testing screening counting voting offering
    beginning ending drawing recording reading writing understanding feeling
    """
)
_PLURALS: Final = words_in("people police staff crew troops")
_MORE_OFTEN_NOUNS: Final = words_in(
    "shares stocks prices rates plans troops forces officers players"
)
_UNCHANGED: Final = words_in(
    "cut put set hit shut quit cost hurt split burst spread let beat read run come become"
)
