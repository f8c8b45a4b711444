"""Tells the surname May from the month, which is written alike."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.given_names import GIVEN
from wireroom.engine.insight.quotes.sentences import WORD, Sentence, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import PREPOSITIONS

MAY: Final = "May"
_COURTESY: Final = word_list("mr mrs ms miss dr sir lady minister")
# What stands before the month.
_BEFORE: Final = PREPOSITIONS["en"] | word_list(
    "since until till before after last next this early"
)


def name_surnames(sentences: Sequence[Sentence]) -> None:
    """Mark as names the words "May" of an article that are somebody's: "Theresa May", "May said".

    Alone it is somebody's only where a full name or a courtesy tells that somebody is called so.
    """
    found = [
        (sentence.tokens, at)
        for sentence in sentences
        for at, token in enumerate(sentence.tokens)
        if token.text == MAY
    ]
    if any(_is_led(tokens, at) for tokens, at in found):
        for tokens, at in found:
            if _is_led(tokens, at) or _stands_alone(tokens, at):
                tokens[at] = tokens[at]._replace(is_name=True)


def _is_led(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1].lower if at else ""
    return before in GIVEN or before in _COURTESY


def _stands_alone(tokens: Sequence[Token], at: int) -> bool:
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    acts = after is not None and after.kind == WORD and after.text.islower()
    return acts and (not at or tokens[at - 1].lower not in _BEFORE)
