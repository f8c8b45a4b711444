"""Whether a sentence can be read by itself: no fragment, no furniture, nothing it leans on."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from wireroom.engine.insight.key_points.openers import (
    LEANING,
    LEANING_PHRASES,
    PERSONS,
    POINTING_BACK,
    SELF,
)
from wireroom.engine.insight.key_points.patterns import (
    BOILERPLATE,
    BOILERPLATE_PHRASES,
    CREDITED,
    DATED,
    GLUED,
    GOES_ON,
    IT_AHEAD,
    LABELLED,
    NO_SUBJECT_AR,
    OTHER_DAY,
    THIS,
    TURN,
)
from wireroom.engine.insight.key_points.sentences import count_open
from wireroom.engine.insight.verify.instructions import is_instruction
from wireroom.engine.pages.furniture import is_furniture
from wireroom.engine.stories.terms import base_language
from wireroom.engine.text.dates.lexicon import LANGUAGES, lexicon_of
from wireroom.engine.text.words import WORD, find_words, fold

# Words: below, a sentence says too little to stand alone; above, it is no point any more.
_FEWEST_WORDS: Final = 7
_MOST_WORDS: Final = 50
_SHORTEST: Final = 14  # characters of a script without spaces, whose words are its letters
_LONGEST: Final = 420
_SHORT_QUOTE: Final = 4  # words; "Terrifying," said a neighbour
_GAP: Final = 4  # characters between two paragraphs
_POINTS_WITHIN: Final = 8  # words
_DAYS_AND_MONTHS: Final = ("W", "w", "M", "m")  # signs of text/dates/lexicon.py
# More of a sentence than this between quote marks is somebody's word, and no report of it.
_MOST_QUOTED: Final = 0.55
_ENDED: Final = re.compile(r"[.!؟…。！।۔][\"'”’»)\]」』）]*\Z")
_QUESTION: Final = re.compile("[?？؟]")
_UNSPACED: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_MARKED: Final = re.compile(
    # The signs that open one come first, in one set: `re` looks for a set three times as fast.
    r"[“«„\"「'‘](?:(?<=“)[^“”]*”|(?<=«)[^«»]*»|(?<=„)[^„“”]*[“”]|(?<=\")[^\"]*\"|(?<=「)[^「」]*」"
    r"|(?<=['‘])(?<!\w.)(?=\w)[^'‘’]{3,}['’](?!\w))"
)
_OPENS_OF: Final = "“«„\"'‘「"


def is_caption(body: str, end: int) -> bool:
    """Tell whether the sentence that ends here is a picture's, by the credit behind it."""
    return bool(CREDITED.match(body, end))


def is_ended(text: str) -> bool:
    """Tell whether a sentence's mark closes the text: no headline, name or label."""
    return bool(_ENDED.search(text))


def is_recited(body: str, start: int) -> bool:
    """Tell whether a colon before the sentence makes it somebody's words, set without marks."""
    return body[max(0, start - _GAP) : start].rstrip().endswith(":")


def find_quoted(text: str) -> list[tuple[int, int]]:
    """Return what stands between quote marks, the marks included, as half-open code points."""
    return [match.span() for match in _MARKED.finditer(text)]


def without_quotes(text: str) -> str:
    """Return the text without what stands between quote marks."""
    return _MARKED.sub(" ", text)


@lru_cache(maxsize=1 << 9)  # key points and the timeline ask of the same sentences
def stands_alone(text: str, lang: str) -> bool:
    """Tell whether a reader who sees this sentence alone learns something from it."""
    if not _is_whole(text) or LABELLED.match(text) or DATED.search(text) or _is_mostly_quote(text):
        return False
    if GLUED.search(text) or _leans(text, without_quotes(text), lang):
        return False
    folded = fold(text)
    if OTHER_DAY.search(folded) or is_furniture(text):
        return False
    if BOILERPLATE.search(folded) or BOILERPLATE_PHRASES.search(folded):
        return False
    return not is_instruction(text)


def _is_mostly_quote(text: str) -> bool:
    """Tell whether the words are somebody's rather than the report's, or a question."""
    quoted = find_quoted(text)
    if sum(end - start for start, end in quoted) > _MOST_QUOTED * len(text):
        return True
    if quoted and not quoted[0][0] and text[: quoted[0][1]].count(" ") < _SHORT_QUOTE:
        return True
    return bool(_QUESTION.search(text))


def _is_whole(text: str) -> bool:
    """Tell whether the text has the shape of one sentence that says something."""
    if len(text) > _LONGEST or not is_ended(text) or count_open(text):
        return False
    first = text.lstrip(_OPENS_OF)[:1]
    if first.islower() or text.isupper() or not first.isalnum():
        return False
    if _UNSPACED.search(text):
        return len(text) >= _SHORTEST
    return _FEWEST_WORDS <= text.count(" ") + 1 <= _MOST_WORDS


def _leans(text: str, outside: str, lang: str) -> bool:
    base = base_language(lang)
    first = WORD.search(text)
    opening = fold(first[0]) if first else ""
    if not LEANING.get(base, frozenset()).isdisjoint((opening, opening.split("'")[0])):
        return True
    spaced = " ".join(map(fold, find_words(text[:60]))) + " "
    if IT_AHEAD.match(text) or (base == "ar" and NO_SUBJECT_AR.match(fold(text))):
        return True
    if (
        TURN.match(spaced)
        or (base == "en" and _goes_on(outside, spaced))
        or spaced.startswith(LEANING_PHRASES.get(base, ("\0",)))
    ):
        return True
    written = find_words(outside)
    folded = ["" if word.isupper() and len(word) > 1 else fold(word) for word in written]
    if not SELF.get(base, frozenset()).isdisjoint(folded):
        return True
    if not POINTING_BACK.get(base, frozenset()).isdisjoint(folded[:_POINTS_WITHIN]):
        return True
    return _names_nobody(written, folded, base)


def _goes_on(outside: str, opening: str) -> bool:
    return bool(THIS.match(opening) or GOES_ON.match(outside))


def _names_nobody(written: Sequence[str], folded: Sequence[str], base: str) -> bool:
    """Tell whether "he" or "her" stands before anybody it could mean has been named."""
    persons = PERSONS.get(base, frozenset())
    if persons.isdisjoint(folded):
        return False
    first = next(place for place, word in enumerate(folded) if word in persons)
    calendar = lexicon_of(base).signs if base in LANGUAGES else {}
    return not any(
        word[0].isupper() and calendar.get(word, "") not in _DAYS_AND_MONTHS
        for word in written[1:first]
    )
