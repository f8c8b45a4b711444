"""Whether the words around a day speak of what has been or of what is to come."""

from typing import Final

from wireroom.engine.text.dates.line import Line
from wireroom.engine.text.dates.tables_ar import NO_FUTURE

# How far a verb may stand from its day, in words.
_REACH: Final = 14
_REACH_AFTER: Final = 9
_FUTURE_PREFIXES: Final = ("سي", "ست", "سن", "وسي", "وست")
_SPANISH_FUTURE: Final = ("rá", "rán")
_SHORTEST_VERB: Final = 5


def points_ahead(line: Line, start: int, end: int) -> bool | None:
    """Return True for what is to come, False for what has been, None where nothing tells.

    The verb before a day governs it ("will meet on Friday, he said on Monday"); where none is
    in the sentence before it, the verb after it does ("On Friday the council will vote").
    """
    if line.sign(start - 1) == "b":
        return True
    if line.sign(start - 1) == "S":
        return False
    verb = _last_verb(line, start)
    if verb is not None:
        return verb
    for place in range(end, min(end + _REACH_AFTER, len(line.tokens))):
        sign = line.signs[place]
        if _ends_sentence(line, place):
            break
        if _is_ahead(line, place):
            return True
        if sign == "V":
            return False
    return None


def _last_verb(line: Line, start: int) -> bool | None:
    for place in range(start - 1, max(start - 1 - _REACH, -1), -1):
        if _ends_sentence(line, place):
            return None
        if _is_ahead(line, place):
            return True
        if line.signs[place] == "V":
            # "will have met", "is due to be": the word before governs.
            return any(_is_ahead(line, near) for near in range(max(place - 2, 0), place))
    return None


def _is_ahead(line: Line, place: int) -> bool:
    if line.signs[place] == "X":
        return True
    token = line.tokens[place]
    if line.signs[place] != "x" or len(token) < _SHORTEST_VERB:
        return False
    if line.lexicon.lang == "ar":
        return token.startswith(_FUTURE_PREFIXES) and token.lstrip("و") not in NO_FUTURE
    return line.lexicon.lang == "es" and token.endswith(_SPANISH_FUTURE)


def _ends_sentence(line: Line, place: int) -> bool:
    sign = line.signs[place]
    return sign == "!" or (sign == "." and line.sign(place - 1) not in ("M", "m", "w"))
