"""Words of a text with where they stand, and whether a sentence opens with them."""

import re
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[.&][^\W\d_]+)+(?=\W|\Z)|[^\W_]+(?:['’‑‐\-][^\W_]+)*|\S"
)
_POSSESSIVE: Final = re.compile(r"['’](?:s|S)\Z")
_OPENERS: Final = frozenset(".!?:;…•|“”\"„«»‘*—–")
# "London-based" names London; French and Italian write "d'Irlande" in one.
_BASED: Final = re.compile(r"[\-‐‑](?:based|born|led|backed|area|style|wide|controlled|owned|run)\Z")
_ELIDED: Final = re.compile(r"(?:[a-z]{1,6}|[LD]|Qu)['’](?=[^\W\d_]{2})")
_DOTTED: Final = frozenset(
    "mr mrs ms dr st gen sen rep gov lt col sgt capt rev prof jr sr inc corp ltd co m mme vs no".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark: as written without a possessive ending, folded small, its code points."""

    text: str
    low: str
    start: int
    end: int
    is_word: bool
    opens: bool
    owns: bool = False
    after_break: bool = False

    @property
    def is_capital(self) -> bool:
        """Tell whether it is written as a name is."""
        first = self.text[0]
        return self.is_word and (
            first.isupper()
            or (len(self.text) > 2 and not self.text.islower() and not first.isdigit() and not self.text.isupper())
        )


def split_words(text: str) -> list[Word]:
    """Return the words and marks of a text in reading order."""
    found: list[Word] = []
    opens, end = True, 0
    for match in _TOKEN.finditer(text):
        written = match[0]
        is_word = written[0].isalnum()
        is_break = "\n" in text[end : match.start()]
        owner = _POSSESSIVE.search(written) if is_word else None
        bare = written[: owner.start()] if owner else _BASED.sub("", written)
        elided = _ELIDED.match(bare) if is_word else None
        skipped = elided.end() if elided and bare[elided.end()].isupper() else 0
        bare = bare[skipped:]
        end = match.end()
        found.append(
            Word(
                bare,
                bare.lower(),
                match.start() + skipped,
                match.start() + skipped + len(bare),
                is_word,
                is_word and (opens or is_break) and not skipped,
                bool(owner) or len(bare) + skipped < len(written),
                is_break,
            )
        )
        opens = _opens_next(found, written) if not is_word else False
    return found


def _opens_next(found: list[Word], mark: str) -> bool:
    if mark == "." and len(found) > 1:
        before = found[-2]
        return not (before.low in _DOTTED or (len(before.text) == 1 and before.text.isupper()))
    return mark in _OPENERS or (mark in "'(" and len(found) > 1 and found[-2].opens)
