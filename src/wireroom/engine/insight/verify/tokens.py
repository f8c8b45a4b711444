"""Texts cut into the tokens that claims and citations are compared by."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from wireroom.engine.insight.verify import words_ar, words_en
from wireroom.engine.insight.verify.keys import is_arabic, keys_of
from wireroom.engine.insight.verify.marks import find_quotes
from wireroom.engine.insight.verify.sentences import sentence_spans
from wireroom.engine.insight.verify.verbs_en import VERBS
from wireroom.engine.insight.verify.vocabulary_en import (
    base_of,
    opens_phrase,
    phrase_at,
    supported_by,
)
from wireroom.engine.insight.verify.word_table import words_in
from wireroom.engine.text.numbers import Number, read_numbers
from wireroom.engine.text.remembered import remembered

_BREAKS: Final = frozenset(',;:،؛—–()“”«»"')
_NO_BREAKS: Final = frozenset(("", " "))  # nearly all that stands between two tokens
_CLITICS: Final = ("n't", "n’t")
_OPENERS: Final = "“\"'‘«( "  # what may stand between a sentence's start and its first word
_ROUNDING: Final = frozenset(("more", "old", "aged"))
_NO_KEYS: Final[frozenset[str]] = frozenset()


# One in its place is only like itself. Not frozen: those take three times as long to make, and
# a story has thousands.
@dataclass(slots=True, eq=False)
class Token:
    """A word in its place: `start` and `end` in the text, `sentence` counted from 0.

    `is_name` is a capital inside a sentence; `clause` grows with every comma and its like.
    """

    word: str
    start: int
    end: int
    sentence: int
    clause: int
    is_name: bool
    is_number: bool
    negates: bool
    modal: str
    keys: frozenset[str]

    @property
    def is_content(self) -> bool:
        """Whether the word claims something that a citation must support."""
        return bool(self.keys) and not self.is_number


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the checks see it."""

    text: str
    tokens: tuple[Token, ...]
    numbers: tuple[Number, ...]
    sentences: tuple[tuple[int, int], ...]
    content: tuple[int, ...]
    quotes: tuple[tuple[int, int], ...]

    def is_quoted(self, token: Token) -> bool:
        """Whether the token stands between quote marks, of more than a name."""
        return any(start < token.start < end for start, end in self.quotes)

    def of_sentence(self, sentence: int) -> list[Token]:
        """Return the tokens of one sentence."""
        return [token for token in self.tokens if token.sentence == sentence]


class _Sense(NamedTuple):
    """What a folded word says wherever it stands."""

    keys: frozenset[str]
    supports: frozenset[str]
    is_word: bool
    is_stop: bool
    is_common: bool
    opens_phrase: bool
    negates: bool
    modal: str


@remembered(most=1 << 14)  # the commoner words of a day's news
def _sense_of(word: str) -> _Sense:
    arabic = is_arabic(word)
    is_word = word[0].isalpha() and (len(word) > 1 or not (word.isascii() or arabic))
    supports = supported_by(word)
    return _Sense(
        keys=keys_of(word) if is_word else frozenset(),
        supports=frozenset() if arabic else supports,
        is_word=is_word,
        is_stop=word in (words_ar.STOP if arabic else words_en.STOP),
        is_common=word in words_en.PLAIN or base_of(word) in VERBS or bool(supports),
        opens_phrase=opens_phrase(word),
        negates=_negates(word, arabic=arabic),
        modal=_modal(word, arabic=arabic),
    )


# Claims come in groups about one passage, and a story is briefed anew with each report: the
# sentences with figures of some fifty reports, about 6 MB.
@lru_cache(maxsize=1 << 10)
def read(text: str, *, is_cited: bool = False) -> Reading:
    """Return the tokens, numbers and sentences of a text.

    The keys of a cited text hold the wider words too, which its words support.
    """
    plain, numbers = read_numbers(text)
    words = [token.word for token in plain]
    senses = [_sense_of(word) for word in words]
    phrases = _phrases(words, senses)
    in_number = {place for n in numbers for place in range(n.bound_first, n.last)}
    sentences = sentence_spans(text)
    tokens: list[Token] = []
    sentence, clause, before = 0, 0, 0
    opening = sentences[0][0] if sentences else -1
    for place, (token, sense) in enumerate(zip(plain, senses, strict=True)):
        word, start, end = token
        while sentence + 1 < len(sentences) and start >= sentences[sentence][1]:
            sentence += 1
            opening = sentences[sentence][0]
        gap = text[before:start]
        clause += gap not in _NO_BREAKS and not _BREAKS.isdisjoint(gap)
        opens = opening >= before and not text[opening:start].strip(_OPENERS)
        before = end
        is_capital = text[start].isupper()
        phrase = phrases.get(place) if phrases else None
        is_month = word == "may" and is_capital and not opens
        keys = _NO_KEYS
        if sense.is_word and (is_month or not sense.is_stop):
            keys = sense.keys if phrase is None else phrase | sense.keys
            if is_cited and sense.supports:
                keys |= sense.supports
        is_name = is_capital and (not opens or _is_no_common_word(sense, keys))
        is_number = place in in_number or (
            word in _ROUNDING and _goes_with_number(words, place, in_number)
        )
        turns = _turns(words, place) if word in _TURNING else ""
        negates = turns == _NOT_YET or (turns != _NO_NEGATION and sense.negates)
        modal = sense.modal
        if is_name or turns:
            modal = turns.removeprefix(_NOT_YET).removeprefix(_NO_NEGATION)
        negates = negates and not is_number
        tokens.append(
            Token(word, start, end, sentence, clause, is_name, is_number, negates, modal, keys)
        )
    content = tuple([place for place, token in enumerate(tokens) if token.is_content])
    quotes = tuple((q.start, q.end) for q in find_quotes(text) if " " in q.folded)
    return Reading(text, tuple(tokens), numbers, sentences, content, quotes)


def _goes_with_number(words: Sequence[str], place: int, in_number: Set[int]) -> bool:
    """Whether a word only rounds off a number: "four or more", "27 years old", "aged 78"."""
    if words[place] == "more":
        return place > 0 and words[place - 1] == "or"
    near = range(max(0, place - 2), place + 2)
    return any(at in in_number for at in near)


def _phrases(words: Sequence[str], senses: Sequence[_Sense]) -> dict[int, frozenset[str]]:
    """Return, by place, the groups of the phrase that a word is part of."""
    phrases: dict[int, frozenset[str]] = {}
    place = 0
    for start, sense in enumerate(senses):
        if start < place or not sense.opens_phrase:
            continue
        size, groups = phrase_at(words, start)
        phrases |= dict.fromkeys(range(start, start + size), groups)
        place = start + size
    return phrases


def _is_no_common_word(sense: _Sense, keys: frozenset[str]) -> bool:
    """Whether a capital that opens a sentence is likely a name: a word of no table."""
    return bool(keys) and not sense.is_common and not any(key[0] in "#^" for key in keys)


def _turns(words: Sequence[str], place: int) -> str:
    """Return the modality of a turning word with its neighbour: "is to", Arabic قد with a verb."""
    word = words[place]
    after = words[place + 1] if place + 1 < len(words) else ""
    if word == "to":
        return "future" if place and words[place - 1] in _BE else ""
    if word == "yet":
        return _NOT_YET if after == "to" else ""
    if word == "قد":
        return "possible" if after[:1] in {"ي", "ت"} else ""
    return _NO_NEGATION if after in _NO_LESS else ""


# With these "no" denies nothing: still, no less, no more.
_ARABIC_NO: Final = words_in("لا ولا ما وما لم ولم")
_NO_LESS: Final = words_in("يزال تزال زال زالت يزالون يقل تقل يزيد تزيد")
_NO_NEGATION: Final = "still"
_NOT_YET: Final = "not"
_BE: Final = frozenset(("is", "are", "was", "were"))
_TURNING: Final = _ARABIC_NO | {"to", "yet", "قد"}


def _negates(word: str, *, arabic: bool) -> bool:
    if arabic:
        return word in words_ar.NEGATORS
    return word in words_en.NEGATORS or word.endswith(_CLITICS)


@lru_cache(maxsize=1 << 13)
def _modal(word: str, *, arabic: bool) -> str:
    if not arabic:
        return words_en.MODALS.get(word.replace("’", "'").split("'")[-1], "")
    bare = word[1:] if word[0] in "وف" else word
    for form in (word, bare, bare.removeprefix("ب"), bare.removeprefix("ال")):
        if modal := words_ar.MODALS.get(form):
            return modal
    is_future = bare[:2] in {"سي", "ست", "سن"} and len(bare) > 4
    return "future" if is_future and not bare.startswith(words_ar.NOT_FUTURE) else ""
