"""Signs that marked words are somebody's, and no title, name or word spoken of."""

import re
from typing import Final

from wireroom.engine.insight.quotes.candidates import AROUND, Scene, folded
from wireroom.engine.insight.quotes.name_runs import POSSESSIVE
from wireroom.engine.insight.quotes.reaching import reach_signs
from wireroom.engine.insight.quotes.sentences import QUOTED, WORD, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import DETERMINERS, PREPOSITIONS

_WORD: Final = re.compile(r"\w+(?:['’\-]\w+)*")
_NAMING: Final = word_list("as called dubbed named titled known")
_BEING: Final = word_list("is was are were be been being")
_THEIRS: Final = word_list("his her its their")
_JOINS: Final = frozenset({"and", "or", ","})  # what stands between the terms of a list
_TERM: Final = 3  # words
_SINGLE: Final = frozenset("'‘‚")
_LOOKED_AT: Final = 80  # characters whose words are counted
_COUNTED: Final = 6  # words; longer stretches are alike


def quotation_signs(scene: Scene, mark: int) -> set[str]:
    """Return what speaks for and against marked words being a quotation."""
    reading = scene.reading
    stretch = reading.stretches.get(mark)
    way = "" if stretch is None else stretch.way + (" dropped" * (stretch.quote is None))
    span = reading.marked[mark]
    text = reading.body[span.start : span.end]
    words = _WORD.findall(text[:_LOOKED_AT])
    size = len(words) if len(words) < _COUNTED else "many"
    signs = {"always", f"read {way}", f"words {size}"}
    signs |= _look(text, words, single=reading.body[span.outer_start] in _SINGLE)
    number, at = scene.places[mark]
    told = reading.told[number]
    signs |= reach_signs(told, at, stretch)
    signs |= _around(told.sentence.tokens, at, reading.lang)
    if len(words) <= _TERM and "before a word" in signs:
        signs.add(f"words {size} before a word")
    if len(words) <= _TERM and _is_listed(told.sentence.tokens, at):
        signs.add("listed")
    if told.events:
        signs.add("said")
    if any(event.ends < at for event in told.events):
        signs.add("said before")
    if len(scene.same[folded(text)]) > 1:
        signs.add("repeated")
    return signs | _beside(scene, mark, told.sentence.tokens)


def _is_listed(tokens: list[Token], at: int) -> bool:
    """Tell one of "“dam,” “dyke” and “weir”": terms, more often than what somebody said."""
    for step in (1, -1):
        place = at + step
        if 0 <= place < len(tokens) and tokens[place].lower in _JOINS:
            place += step
        if 0 <= place < len(tokens) and tokens[place].kind == QUOTED:
            return True
    return False


def _look(text: str, words: list[str], *, single: bool) -> set[str]:
    large = sum(word[0].isupper() for word in words)
    told = {
        "single marks": single,
        "all large": bool(words) and large == len(words) > 1,
        "one large": large == len(words) == 1,
        "mostly large": 2 * large > len(words) > 1,
        "opens small": text[:1].islower(),
        "ends": text[-1:] in ".!?…",
        "ends in comma": text[-1:] == ",",
    }
    return {sign for sign, holds in told.items() if holds}


def _around(tokens: list[Token], at: int, lang: str) -> set[str]:
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    signs = {"before a point"} if after is None or after.text in AROUND else set()
    goes_on = after is not None and after.kind == WORD and after.text[:1].islower()
    if goes_on:
        signs.add("before a word")
    if before is None:
        return signs
    told = {
        "after article": before.lower in DETERMINERS.get(lang, ()),
        "after preposition": before.lower in PREPOSITIONS.get(lang, ()),
        "after naming": before.lower in _NAMING,
        "after being": before.lower in _BEING,
        "after owner": before.text.endswith(POSSESSIVE) or before.lower in _THEIRS,
        "after word": before.kind == WORD,
        "so-called": any(token.lower in ("so-called", "called") for token in tokens[at - 3 : at]),
    }
    signs |= {sign for sign, holds in told.items() if holds}
    return signs | {"modifies"} if goes_on and told["after article"] else signs


def _beside(scene: Scene, mark: int, tokens: list[Token]) -> set[str]:
    """Return what the other marks of a sentence tell."""
    signs = set()
    for token in tokens:
        if token.kind == QUOTED and token.number != mark:
            stretch = scene.reading.stretches.get(token.number)
            is_quote = stretch is not None and stretch.quote is not None
            signs.add("beside a quote" if is_quote else "beside no quote")
    if all(token.kind != WORD for token in tokens):
        signs.add("alone")
    return signs
