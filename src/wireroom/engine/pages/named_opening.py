"""Openings that name somebody whom the table of agencies does not know but the page itself does."""

import re
from collections.abc import Collection
from typing import Final

from wireroom.engine.pages.credit_parts import Opening
from wireroom.engine.text.words import fold

_LONGEST_PLACE: Final = 60
_MOST_PLACE_WORDS: Final = 6
# Between place and name: a comma, a dash, a bar or a bracket; after the name a dash or a colon.
_BETWEEN: Final = r"\s*(?:[,،(]|[-‐‑‒–—―|]+)\s*"
_AFTER: Final = r"\s*\)?\s*(?::|[-‐‑‒–—―]+)\s+"
# Arabic newspapers put their own name between marks, often with nothing after it: "دبي: «الشرق»".
_QUOTED: Final = r"(?P<place>[^\n«»:]{{2,{longest}}}?)\s*[:،ـ–—-]\s*«{name}»\s*(?:[:ـ–—-]\s*)?"
_SENTENCE: Final = re.compile(r"[.!?؟:;؛«»“”\"]")


def read_named_opening(paragraph: str, *, names: Collection[str]) -> Opening | None:
    """Split "PORT ALDERNE, Tidewire — text" or "TIDEWIRE: text" where `names` holds Tidewire.

    `names` are those that the page gives as its outlet or in its byline: what stands there and
    again in front of the text is a credit, whoever it is. Returns None where no name opens it.
    """
    text = paragraph.strip()
    for name in sorted({name.strip() for name in names if name.strip()}, key=len, reverse=True):
        pattern = (
            rf"(?:(?P<place>[^\n]{{2,{_LONGEST_PLACE}}}?){_BETWEEN})?{re.escape(name)}{_AFTER}"
        )
        match = re.match(pattern, text, re.IGNORECASE)
        if match is None and f"«{name}»" in text:
            quoted = _QUOTED.format(longest=_LONGEST_PLACE, name=re.escape(name))
            match = re.match(quoted, text)
        if match and _is_place(match["place"]):
            place = match["place"].strip() if match["place"] else None
            return Opening(place, name, text[match.end() :].strip())
    return None


def same_name(a: str | None, b: str | None) -> bool:
    """Tell whether two names are one, however they are written."""
    return bool(a and b) and fold(str(a)).strip() == fold(str(b)).strip()


def _is_place(place: str | None) -> bool:
    if place is None:
        return True
    words = place.split()
    if not words or len(words) > _MOST_PLACE_WORDS or _SENTENCE.search(place):
        return False
    # "PORT ALDERNE" and "Tor Havn", not "the minister told"; Arabic has no capitals.
    return not words[0][0].islower() and not words[-1][0].islower()
