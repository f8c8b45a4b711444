"""Words of a text with where they stand, and whether a sentence opens with them."""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, repeat
from operator import add, contains
from typing import Final, NamedTuple

from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.text.remembered import remembered

# Most words stand alone: they are tried first.
_TOKEN: Final = re.compile(
    r"([^\W_]++(?![.&'’‑‐\-])|(?:[^\W\d_]\.){2,}|[^\W_]++(?:[.&][^\W\d_]+)+(?=\W|\Z)"
    r"|[^\W_]++(?:['’‑‐\-][^\W_]++)*+|\S)"
)
_COMPOUND: Final = re.compile(r"['’‑‐\-]")
_POSSESSIVE: Final = re.compile(r"['’][sS]\Z")
# "London-based" names London; French and Italian write "d'Irlande" in one.
_BASED: Final = re.compile(
    r"[\-‐‑](?:[a-z]{2,}ed|born|led|area|style|wide|run|free|bound|era|held|made|winning|backed)\Z"
)
_ARTICLED: Final = re.compile(r"(?:a[a-z]|el|ben|bin|ibn)[\-‐‑][^\W\d_a-z]")
_ELIDED: Final = re.compile(r"(?:[a-z]{1,6}|[LD]|Qu)['’](?=[^\W\d_]{2})")
_OPENERS: Final = frozenset('.!?:;…•|“”"„«»‘*—–')
_DOTTED: Final = word_list(
    "mr mrs ms dr st gen sen rep gov lt col sgt capt rev prof jr sr inc corp ltd co m mme vs no"
)


class Word(NamedTuple):
    """A word or mark, as written without "'s" and in small letters, with its code points.

    `opens`: a sentence opens with it; `owns`: more of the word follows, so a name ends here.
    """

    text: str
    low: str
    start: int
    end: int
    is_word: bool
    opens: bool
    owns: bool
    after_break: bool
    is_capital: bool


def split_words(text: str) -> list[Word]:
    """Return the words and marks of a text in reading order.

    Column by column: a step of Python is taken for marks alone, not for each word.
    """
    pieces = _TOKEN.split(text)  # a space, a word
    read = list(map(_read, pieces[1::2]))
    if not read:
        return []
    skipped, bare, low, is_word, owns, capital = zip(*read, strict=True)
    starts: Iterable[int] = list(accumulate(map(len, pieces)))[:-1:2]
    if any(skipped):
        starts = list(map(add, starts, skipped))
    ends = map(add, starts, map(len, bare))
    breaks = list(map(contains, pieces[:-1:2], repeat("\n")))
    opens = _openings(bare, low, skipped, is_word, breaks)
    columns = zip(bare, low, starts, ends, is_word, opens, owns, breaks, capital, strict=True)
    # What Word() and Word._make() call in the end, at a third of the time.
    return list(map(tuple.__new__, repeat(Word), columns))


def _openings(
    texts: Sequence[str],
    lows: Sequence[str],
    skipped: Sequence[int],
    is_word: Sequence[bool],
    breaks: Sequence[bool],
) -> list[bool]:
    """Return for each word whether a sentence opens with it; a mark opens none."""
    opens = [True, *breaks[1:]]
    marks = [at for at, is_one in enumerate(is_word) if not is_one]
    last, is_open = -1, True  # whether a sentence opens behind the last mark
    for at in marks:
        is_open = _opens_next(texts, lows, at, opens=(is_open and last == at - 1))
        last = at
        if is_open and at + 1 < len(opens):
            opens[at + 1] = True
    for at in marks:
        opens[at] = False
    for at, letters in enumerate(skipped) if any(skipped) else ():
        opens[at] = opens[at] and not letters
    return opens


@remembered(most=1 << 15)  # the commoner words of a day's news
def _read(written: str) -> tuple[int, str, str, bool, bool, bool]:
    """Return letters skipped, the word, its small letters, and whether it is a word and no mark,
    is cut, and is written as a name is.
    """
    if not written[0].isalnum():
        return 0, written, written, False, False, False
    skipped, bare, owns = _bare(written)
    return skipped, bare, bare.lower(), True, owns, _is_capital(bare)


def _bare(written: str) -> tuple[int, str, bool]:
    """Return letters skipped at the front, the word itself, and whether its end was cut."""
    if not _COMPOUND.search(written):
        return 0, written, False
    bare = _POSSESSIVE.sub("", written)
    bare = bare if bare != written else _BASED.sub("", written)
    elided = _ELIDED.match(bare)
    skipped = elided.end() if elided else 0
    return skipped, bare[skipped:], len(bare) < len(written)


def _is_capital(text: str) -> bool:
    """Tell whether a word is written as a name is: "Roe", "al-Tanf", "iRoe"."""
    if text.islower():
        return False
    first = text[0]
    if first.isupper():
        return True
    # "iRoe" and "al-Tanf" are names; "pro-Roe" is none, and codes with digits are none either.
    return (first.isalpha() and text.isalpha()) or bool(_ARTICLED.match(text))


def _opens_next(texts: Sequence[str], lows: Sequence[str], at: int, *, opens: bool) -> bool:
    """Tell whether a sentence opens behind a mark; `opens` where one opened behind the last."""
    mark = texts[at]
    if mark == "." and at:
        before = texts[at - 1]
        return not (lows[at - 1] in _DOTTED or (len(before) == 1 and before.isupper()))
    return mark in _OPENERS or (mark in "'(" and opens)
