"""What a translation keeps of a text, paragraph by paragraph: numbers, names, kinds, quotes."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import Final

from wireroom.engine.stories.concepts import concepts_in
from wireroom.engine.stories.language import guess_language
from wireroom.engine.stories.pivots import forms_of, names_in, runs_of_capitals
from wireroom.engine.text.told_values import read_values
from wireroom.engine.text.words import find_words, fold_word
from wireroom.engine.types import ArticleText

# Where every noun has a capital, or none has, capitals do not tell what a name is.
_NAMES_SHOW: Final = (
    "bg ca cs da el en es et fi fr hr hu id it lt lv nb nl no pl pt ro ru sk sl sq sr sv tr uk"
)
_MOST_PARAGRAPHS: Final = 60
_MOST_CHARS: Final = 24_000
_FEWEST_SIGNS: Final = 3
_MOST_SIGNS: Final = 7  # longer skeletons are no surer
_BREAK: Final = re.compile(r"\n\s*\n|\n")
_LETTER: Final = re.compile(r"[^\W\d_]")
_SENTENCE_END: Final = re.compile(r"[.!?؟。！？…]+[\"'”’»)]*(?=\s|\Z)|[。！？]")
_QUOTED: Final = re.compile(
    r"“[^“”\n]{3,1500}?[”\n]|\"[^\"\n]{3,1500}?[\"\n]|«[^«»\n]{3,1500}?»|„[^„“”\n]{3,1500}?[“”]"
    r"|「[^「」\n]{3,1500}?」"
)

# Days and months that are written with a capital, or open sentences as names seldom do.
_CALENDAR: Final = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph in code points [start, end) of the body, and its marks.

    `names` are skeletons of what capitals tell to be names, `sounds` those of every word;
    `letters` and `quoted` are numbers of letters, all of them and those within quotation marks.
    """

    start: int
    end: int
    letters: int
    quoted: int
    sentences: int
    numbers: frozenset[Decimal]
    names: frozenset[str]
    sounds: frozenset[str]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Marks:
    """The paragraphs of an article; `shows_names` where its capitals tell what a name is.

    `whole` is all of it as if it were one paragraph.
    """

    lang: str
    shows_names: bool
    paragraphs: tuple[Paragraph, ...]
    whole: Paragraph


@lru_cache(maxsize=128)  # some 100 KB each
def find_marks(article: ArticleText) -> Marks:
    """Reduce an article to what a translation of it keeps; pure, any input, any language."""
    base = guess_language(article)
    shows_names = tells_names(base)
    body = article.body[:_MOST_CHARS]
    paragraphs = [
        _paragraph(body, start, end, base, shows_names=shows_names)
        for start, end in _cut_paragraphs(body)[:_MOST_PARAGRAPHS]
    ]
    kept = tuple(one for one in paragraphs if one.letters)
    return Marks(base, shows_names, kept, join(kept))


def tells_names(base: str) -> bool:
    """Tell whether names show by their capitals in a language, by its primary subtag."""
    return base in _NAMES_SHOW.split()


def join(paragraphs: Sequence[Paragraph]) -> Paragraph:
    """Return several paragraphs as one."""
    return Paragraph(
        start=paragraphs[0].start if paragraphs else 0,
        end=paragraphs[-1].end if paragraphs else 0,
        letters=sum(one.letters for one in paragraphs),
        quoted=sum(one.quoted for one in paragraphs),
        sentences=sum(one.sentences for one in paragraphs),
        numbers=frozenset[Decimal]().union(*(one.numbers for one in paragraphs)),
        names=frozenset[str]().union(*(one.names for one in paragraphs)),
        sounds=frozenset[str]().union(*(one.sounds for one in paragraphs)),
        kinds=frozenset[str]().union(*(one.kinds for one in paragraphs)),
    )


def _cut_paragraphs(body: str) -> list[tuple[int, int]]:
    """Return where paragraphs stand, without the white space around them."""
    found: list[tuple[int, int]] = []
    start = 0
    for end, after in chain(
        ((match.start(), match.end()) for match in _BREAK.finditer(body)), ((len(body),) * 2,)
    ):
        text = body[start:end]
        if text.strip():
            lead = len(text) - len(text.lstrip())
            found.append((start + lead, start + len(text.rstrip())))
        start = after
    return found


def _paragraph(body: str, start: int, end: int, base: str, *, shows_names: bool) -> Paragraph:
    text = body[start:end]
    return Paragraph(
        start=start,
        end=end,
        letters=len(_LETTER.findall(text)),
        quoted=sum(len(_LETTER.findall(match)) for match in _QUOTED.findall(text)),
        sentences=max(1, len(_SENTENCE_END.findall(text))),
        # One is a word in most languages, and seldom told with a digit.
        numbers=frozenset(told.value for told in read_values(text, base) if told.value > 1),
        names=frozenset(_names(text, base)) if shows_names else frozenset(),
        sounds=frozenset(_sounds(text)),
        kinds=frozenset(concepts_in(text, base)),
    )


def _names(text: str, base: str) -> Iterator[str]:
    """Yield the skeletons of names; words that concepts tell are none."""
    for run in runs_of_capitals(text):
        for key, word in names_in(run):
            if _is_short_pair(key) if " " in key else not _is_known(word, base):
                yield key


def _is_known(word: str, base: str) -> bool:
    """Tell whether a word has a capital for another reason than being a name."""
    return fold_word(word) in _CALENDAR.split() or any(concepts_in(word, base))


def _is_short_pair(key: str) -> bool:
    """Tell whether neither of two words is long enough to be a name's skeleton by itself."""
    return any(len(part) < _FEWEST_SIGNS for part in key.split(" "))


def _sounds(text: str) -> Iterator[str]:
    words = find_words(text)
    before: tuple[str, ...] = ()
    for word in words:
        forms = forms_of(word)
        yield from (form for form in forms if len(form) >= _FEWEST_SIGNS)
        if forms[0]:
            yield from (
                f"{first} {forms[0]}" for first in before if len(first + forms[0]) > _FEWEST_SIGNS
            )
        before = tuple(form for form in forms if form)


@lru_cache(maxsize=1 << 14)
def weigh_number(value: Decimal) -> float:
    """Return how much it says that two paragraphs tell one number: more digits say more."""
    if 1900 <= value <= 2100 and value == value.to_integral_value():
        return 0.8
    digits = len(value.normalize().as_tuple().digits)
    return min(4.0, 0.4 + 1.2 * digits) + (0.6 if value >= 100 else 0.0)


@lru_cache(maxsize=1 << 14)
def weigh_name(key: str) -> float:
    """Return how much it says that a name sounds like a word of a paragraph of some 60 words."""
    signs = min(len(key.replace(" ", "")), _MOST_SIGNS)
    return max(0.4, min(5.0, signs * math.log(6.0) - math.log(90.0)))
