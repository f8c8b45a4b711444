"""Quotes that stand twice: as a headline, and in the sentence that tells their speaker."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from wireroom.engine.insight.quotes.quote import Quote

_WORD: Final = re.compile(r"\w+")
_FEWEST: Final = 4  # words; fewer may be anybody's


def with_pulled(quotes: Sequence[Quote]) -> list[Quote]:
    """Give a quote without a verb of saying the speaker of one that holds all its words.

    Time is linear in the number of quotes, times those without a verb.
    """
    if all(quote.cue or quote.kind == "indirect" for quote in quotes):
        return list(quotes)
    told = [
        (f" {_plain(quote.quote)} ", quote)
        for quote in quotes
        if quote.kind != "indirect" and quote.speaker_resolved is not None and quote.cue
    ]
    return [_told(quote, told) for quote in quotes]


def _told(quote: Quote, told: Sequence[tuple[str, Quote]]) -> Quote:
    if quote.cue or quote.kind == "indirect":
        return quote
    words = _plain(quote.quote)
    if words.count(" ") < _FEWEST - 1:
        return quote
    holding = [other for text, other in told if f" {words} " in text]
    if not holding or len({other.speaker_resolved for other in holding}) > 1:
        return quote
    return replace(
        quote,
        speaker=holding[0].speaker,
        speaker_start=holding[0].speaker_start,
        speaker_end=holding[0].speaker_end,
        speaker_resolved=holding[0].speaker_resolved,
        confidence=holding[0].confidence,
    )


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
