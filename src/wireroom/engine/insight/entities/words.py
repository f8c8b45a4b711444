"""Words of a text with where they stand, and whether a sentence opens with them."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from wireroom.engine.insight.quotes.word_list import word_list

_TOKEN: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[.&][^\W\d_]+)+(?=\W|\Z)|[^\W_]+(?:['’‑‐\-][^\W_]+)*|\S"
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
    opens, end = True, 0
    for match in _TOKEN.finditer(text):
        written, start = match[0], match.start()
        is_break = start - end > 1 and "\n" in text[end:start]
        is_break = is_break or text[end:start] == "\n"
        end = match.end()
        if not written[0].isalnum():
            found.append(Word(written, written, start, end, False, False, False, is_break, False))
            opens = _opens_next(found, written, opens=opens)
            continue
        skipped, bare, low, owns, capital = _read(written)
        at = start + skipped
        opens = (opens or is_break) and not skipped
        # Half the time of a call of Word().
        found.append(
            Word._make((bare, low, at, at + len(bare), True, opens, owns, is_break, capital))
        )
        opens = False
    return found


@lru_cache(maxsize=1 << 14)  # the commoner words of a day's news
def _read(written: str) -> tuple[int, str, str, bool, bool]:
    """Return letters skipped, the word, its small letters, whether it is cut, and a capital."""
    skipped, bare, owns = _bare(written)
    return skipped, bare, bare.lower(), owns, _is_capital(bare)


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
