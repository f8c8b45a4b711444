"""Whether a sentence can be read by itself: no fragment, no furniture, nothing it leans on."""

import re
from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.key_points.openers import (
    LEANING,
    LEANING_PHRASES,
    PERSONS,
    SELF,
)
from wireroom.engine.insight.key_points.sentences import count_open
from wireroom.engine.insight.verify.instructions import is_instruction
from wireroom.engine.pages.furniture import is_furniture
from wireroom.engine.stories.terms import base_language
from wireroom.engine.text.words import WORD, fold

# Words: below, a sentence says too little to stand alone; above, it is no point any more.
_FEWEST_WORDS: Final = 7
_MOST_WORDS: Final = 50
_SHORTEST: Final = 14  # characters of a script without spaces, whose words are its letters
_LONGEST: Final = 420
# More of a sentence than this between quote marks is somebody's word, and no report of it.
_MOST_QUOTED: Final = 0.55
_ENDED: Final = re.compile(r"[.!؟…。！।۔][\"'”’»)\]」』）]*\Z")
_QUESTION: Final = re.compile("[?？؟]")
_UNSPACED: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_MARKED: Final = re.compile(
    r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|\"[^\"]*\"|「[^「」]*」|(?<!\w)['‘](?=\w)[^'‘’]{3,}['’](?!\w)"
)
_OPENS_OF: Final = "“«„\"'‘「("
# What pages put among paragraphs and what no table of whole lines can know: credits of pictures
# and of hands that helped, addresses, hashtags, calls to write, notes on the text.
_BOILERPLATE: Final = re.compile(
    r"https?://|www\.|@\w|#\w|\b\w+\.(?:com|org|net)\b|©|\||\[\w+\]|>>|►|…\Z|\.\.\.\Z"
    r"|\bcontributed (?:to|from)\b|\bcontributed\.|\b(?:reporting|editing|writing|additional reporting)"
    r" by\b|\(?(?:photo|image|picture|file photo|video|graphic)s?(?: (?:by|credit|courtesy))?[:)]"
    r"|\bgetty images\b|/(?:ap|afp|reuters|getty|epa)\b|\((?:ap|afp|reuters)(?: photo)?\)\Z"
    r"|\b(?:click|tap) (?:here|on)\b|\bread (?:more|the full|also)\b|\bsee also\b"
    r"|\bthis (?:story|article|post|report|page|item|piece|column) (?:has been|was|will be|is|first|"
    r"originally)\b|\bstory (?:has been|was) (?:updated|corrected)\b|\b(?:subscribe|sign up|newsletter|"
    r"podcast|follow us|follow (?:him|her|me) on|advertisement|all rights reserved|terms of use|"
    r"privacy policy|editor'?s note|opinions? expressed|views expressed)\b|\bfirst appeared (?:on|in)\b"
    r"|\bis (?:a|an|the) (?:\w+ ){0,4}(?:columnist|contributor|correspondent|reporter|editor|fellow|"
    r"writer|journalist) (?:at|for|with|to|of|and|based|in)\b"
    r"|\b(?:pictured|shown|seen) (?:above|below|here|in this)\b|\b(?:listen|watch) (?:to|the|live)\b"
    r"|\bhere(?:'s| is| are)\b.{0,30}\b(?:what|how|why|things)\b"
    r"|اقرا ايضا|للمزيد|تابعونا|انقر|حقوق النشر|النشره البريديه|جميع الحقوق|ساهم في (?:اعداد|التقرير)|شاهد ايضا"
    r"|lire aussi|lesen sie|lea también|newsletter|abonnez|suscríb|abonnieren|mehr zum thema"
)  # fmt: skip
# Lists and labels: "1. ", "Q:", "A) ", "Update, 3 p.m.:".
_LABELLED: Final = re.compile(
    r"(?:\W*\d{1,2}[.)]\s|[A-Z]\s?[:)]|\w+(?: \w+){0,2}:\s|\W*[-–—•*·▪]\s|(?:[A-Z]{4,}\s){3})"
)


def stands_alone(text: str, lang: str) -> bool:
    """Tell whether a reader who sees this sentence alone learns something from it."""
    if not _is_whole(text) or _LABELLED.match(text):
        return False
    folded = fold(text)
    if _BOILERPLATE.search(folded) or is_furniture(text) or is_instruction(text):
        return False
    outside = _MARKED.sub(" ", text)
    if len(outside.strip()) < (1 - _MOST_QUOTED) * len(text) or _QUESTION.search(text):
        return False
    return not _leans(text, outside, lang)


def _is_whole(text: str) -> bool:
    """Tell whether the text has the shape of one sentence that says something."""
    if len(text) > _LONGEST or not _ENDED.search(text) or count_open(text):
        return False
    first = text.lstrip(_OPENS_OF)[:1]
    if first.islower() or text.isupper() or not first.isalnum():
        return False
    if _UNSPACED.search(text):
        return len(text) >= _SHORTEST
    return _FEWEST_WORDS <= text.count(" ") + 1 <= _MOST_WORDS


def _leans(text: str, outside: str, lang: str) -> bool:
    base = base_language(lang)
    opening = fold(text[:60].lstrip(_OPENS_OF))
    first = WORD.match(opening)
    if first and first[0].replace("’", "'") in LEANING.get(base, frozenset()):
        return True
    spaced = " ".join(WORD.findall(opening)) + " "
    if spaced.startswith(LEANING_PHRASES.get(base, ("\0",))):
        return True
    written = WORD.findall(outside)
    folded = [fold(word) for word in written]
    if not SELF.get(base, frozenset()).isdisjoint(folded):
        return True
    return _names_nobody(written, folded, PERSONS.get(base, frozenset()))


def _names_nobody(written: Sequence[str], folded: Sequence[str], persons: frozenset[str]) -> bool:
    """Tell whether "he" or "her" stands before anybody it could mean has been named."""
    if persons.isdisjoint(folded):
        return False
    first = next(place for place, word in enumerate(folded) if word in persons)
    return not any(word[0].isupper() for word in written[1:first]) and not _opens_with_name(written)


def _opens_with_name(written: Sequence[str]) -> bool:
    return len(written) > 1 and written[0][0].isupper() and written[1][0].isupper()
