"""Texts cut into the tokens that claims and citations are compared by."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from wireroom.engine.insight.verify import words_ar, words_en
from wireroom.engine.insight.verify.keys import is_arabic, keys_of
from wireroom.engine.insight.verify.marks import find_quotes
from wireroom.engine.insight.verify.sentences import sentence_spans
from wireroom.engine.insight.verify.verbs_en import VERBS
from wireroom.engine.insight.verify.vocabulary_en import (
    base_of,
    phrase_at,
    stem,
    supported_by,
)
from wireroom.engine.insight.verify.word_table import words_in
from wireroom.engine.text.numbers import Number, find_numbers, number_tokens

_BREAKS: Final = frozenset(',;:،؛—–()“”«»"')
_CLITICS: Final = ("n't", "n’t")


@dataclass(frozen=True, slots=True, eq=False)  # one in its place is only like itself
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


@lru_cache(maxsize=64)  # claims come in groups about one passage
def read(text: str, *, is_cited: bool = False) -> Reading:
    """Return the tokens, numbers and sentences of a text.

    The keys of a cited text hold the wider words too, which its words support.
    """
    plain = number_tokens(text)
    words = [token.word for token in plain]
    phrases = _phrases(words)
    numbers = tuple(find_numbers(plain))
    in_number = {place for n in numbers for place in range(n.bound_first, n.last)}
    sentences = tuple(sentence_spans(text))
    tokens: list[Token] = []
    sentence, clause, before = 0, 0, 0
    for place, token in enumerate(plain):
        while sentence + 1 < len(sentences) and token.start >= sentences[sentence][1]:
            sentence += 1
        clause += any(sign in _BREAKS for sign in text[before : token.start])
        before = token.end
        after = plain[place + 1].word if place + 1 < len(plain) else ""
        turns = _turns(plain[place - 1].word if place else "", token.word, after)
        tokens.append(
            _token(text, token.word, (token.start, token.end), (sentence, clause), sentences,
                   is_number=place in in_number or _goes_with_number(words, place, in_number),
                   turns=turns,
                   phrase=phrases.get(place), is_cited=is_cited)
        )  # fmt: skip
    content = tuple(place for place, token in enumerate(tokens) if token.is_content)
    quotes = tuple((q.start, q.end) for q in find_quotes(text) if " " in q.folded)
    return Reading(text, tuple(tokens), numbers, sentences, content, quotes)


def _token(
    text: str,
    word: str,
    span: tuple[int, int],
    place: tuple[int, int],
    sentences: Sequence[tuple[int, int]],
    *,
    is_number: bool,
    turns: str,
    phrase: frozenset[str] | None,
    is_cited: bool,
) -> Token:
    start, end = span
    opens = bool(sentences) and not text[sentences[place[0]][0] : start].strip("“\"'‘«( ")
    arabic = is_arabic(word)
    stops = words_ar.STOP if arabic else words_en.STOP
    is_word = word[0].isalpha() and (len(word) > 1 or not (word.isascii() or arabic))
    keys: frozenset[str] = frozenset()
    is_month = word == "may" and text[start].isupper() and not opens
    if is_word and (word not in stops or is_month):
        keys = keys_of(word) if phrase is None else phrase | {stem(word)}
        if is_cited and not arabic:
            keys |= supported_by(word)
    is_name = text[start].isupper() and (not opens or _is_no_common_word(word, keys))
    return Token(
        word=word,
        start=start,
        end=end,
        sentence=place[0],
        clause=place[1],
        is_name=is_name,
        is_number=is_number,
        negates=not is_number
        and (turns == _NOT_YET or (turns != _NO_NEGATION and _negates(word, arabic=arabic))),
        modal=turns.removeprefix(_NOT_YET).removeprefix(_NO_NEGATION)
        if is_name or turns
        else _modal(word, arabic=arabic),
        keys=keys,
    )


def _goes_with_number(words: Sequence[str], place: int, in_number: Set[int]) -> bool:
    """Whether a word only rounds off a number: "four or more", "27 years old", "aged 78"."""
    if words[place] == "more":
        return place > 0 and words[place - 1] == "or"
    if words[place] not in {"old", "aged"}:
        return False
    near = range(max(0, place - 2), place + 2)
    return any(at in in_number for at in near)


def _phrases(words: Sequence[str]) -> dict[int, frozenset[str]]:
    """Return, by place, the groups of the phrase that a word is part of."""
    phrases: dict[int, frozenset[str]] = {}
    place = 0
    while place < len(words):
        size, groups = phrase_at(words, place)
        phrases |= dict.fromkeys(range(place, place + size), groups)
        place += max(size, 1)
    return phrases


def _is_no_common_word(word: str, keys: frozenset[str]) -> bool:
    """Whether a capital that opens a sentence is likely a name: a word of no table."""
    is_known = word in words_en.PLAIN or base_of(word) in VERBS or bool(supported_by(word))
    return bool(keys) and not is_known and not any(key[0] in "#^" for key in keys)


def _turns(before: str, word: str, after: str) -> str:
    """Return the modality of two words together: "is to", Arabic قد before a present tense."""
    if word == "yet" and after == "to":
        return _NOT_YET
    if word in _ARABIC_NO and after in _NO_LESS:
        return _NO_NEGATION
    if word == "to" and before in _BE:
        return "future"
    return "possible" if word == "قد" and after[:1] in {"ي", "ت"} else ""


# With these "no" denies nothing: still, no less, no more.
_ARABIC_NO: Final = words_in("لا ولا ما وما لم ولم")
_NO_LESS: Final = words_in("يزال تزال زال زالت يزالون يقل تقل يزيد تزيد")
_NO_NEGATION: Final = "still"
_NOT_YET: Final = "not"
_BE: Final = frozenset(("is", "are", "was", "were"))


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
