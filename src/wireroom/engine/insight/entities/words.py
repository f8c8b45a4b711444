"""Words of a text with where they stand, and whether a sentence opens with them."""

import re
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
    """Return the words and marks of a text in reading order."""
    found: list[Word] = []
    new = tuple.__new__  # what Word() and Word._make() call in the end, at a third of the time
    pieces = _TOKEN.split(text)  # a space, a word
    written = pieces[1::2]
    opens, start = True, 0
    for gap, mark, seen in zip(pieces[::2], written, map(_read, written), strict=False):
        skipped, bare, low, is_word, owns, capital = seen
        start += len(gap)
        is_break = gap != " " and "\n" in gap
        if is_word:
            at = start + skipped
            begins = (opens or is_break) and not skipped
            word = (bare, low, at, at + len(bare), True, begins, owns, is_break, capital)
            found.append(new(Word, word))
            opens = False
        else:
            word = (bare, low, start, start + len(bare), False, False, False, is_break, False)
            found.append(new(Word, word))
            opens = _opens_next(found, mark, opens=opens)
        start += len(mark)
    return found


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


def _opens_next(found: list[Word], mark: str, *, opens: bool) -> bool:
    if mark == "." and len(found) > 1:
        before = found[-2]
        return not (before.low in _DOTTED or (len(before.text) == 1 and before.text.isupper()))
    return mark in _OPENERS or (mark in "'(" and opens)
