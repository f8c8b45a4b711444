"""Texts cut into the tokens that claims and citations are compared by."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from wireroom.engine.insight.verify import words_ar, words_en
from wireroom.engine.insight.verify.keys import bare_forms, is_arabic, keys_of
from wireroom.engine.insight.verify.marks import find_quotes
from wireroom.engine.insight.verify.sentences import sentence_spans
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
def read(text: str) -> Reading:
    """Return the tokens, numbers and sentences of a text."""
    plain = number_tokens(text)
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
                   is_number=place in in_number, turns=turns,
                   is_loose=token.word == "up" and plain[place - 1].word in _WITH_UP)
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
    is_loose: bool,
) -> Token:
    start, end = span
    opens = bool(sentences) and not text[sentences[place[0]][0] : start].strip("“\"'‘«( ")
    arabic = is_arabic(word)
    stops = words_ar.STOP if arabic else words_en.STOP
    is_word = word[0].isalpha() and (len(word) > 1 or not (word.isascii() or arabic))
    keys = keys_of(word) if is_word and word not in stops and not is_loose else frozenset()
    is_name = text[start].isupper() and (not opens or _is_no_common_word(word, keys))
    return Token(
        word=word,
        start=start,
        end=end,
        sentence=place[0],
        clause=place[1],
        is_name=is_name,
        is_number=is_number,
        negates=not is_number and (turns == _NOT_YET or _negates(word, arabic=arabic)),
        modal=turns.removeprefix(_NOT_YET) if is_name or turns else _modal(word, arabic=arabic),
        keys=keys,
    )


def _is_no_common_word(word: str, keys: frozenset[str]) -> bool:
    """Whether a capital that opens a sentence is likely a name: a word of no table."""
    return bool(keys) and word not in words_en.PLAIN and not any(key[0] == "#" for key in keys)


def _turns(before: str, word: str, after: str) -> str:
    """Return the modality of two words together: "is to", Arabic قد before a present tense."""
    if word == "yet" and after == "to":
        return _NOT_YET
    if word == "to" and before in _BE:
        return "future"
    return "possible" if word == "قد" and after[:1] in {"ي", "ت"} else ""


_WITH_UP: Final = frozenset(
    [
        "set",
        "sets",
        "put",
        "take",
        "takes",
        "took",
        "taken",
        "made",
        "make",
        "cut",
        "split",
        "signed",
    ]
)
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
    for form in bare_forms(word):
        if modal := words_ar.MODALS.get(form):
            return modal
    bare = word[1:] if word[0] in "وف" else word
    is_future = bare[:2] in {"سي", "ست", "سن"} and len(bare) > 4
    return "future" if is_future and not bare.startswith(words_ar.NOT_FUTURE) else ""
