"""Texts of a benchmark's invented reports: made once, and each of many reports'."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from benchmarks.web_words import BODY, draw_ranks, write_body, write_sentence, write_terms
from wireroom.engine.search.terms import BREAK

# Every so many reports have the same text, as wire copies have: fifty of a million. Words are as
# common as if each had its own; what stands side by side in none of these stands in no report.
TEXTS: Final = 20_000
_STANDFIRST: Final = 24
_PARAGRAPH: Final = BODY // 7


@dataclass(frozen=True, slots=True)
class Text:
    """What a report says below its headline, before and now, and what is looked up of it now."""

    standfirst: str
    body: str
    was: str
    terms: str


@lru_cache(maxsize=2 * TEXTS)
def write_text(number: int, lang: str) -> Text:
    """Return the text of a report; every second one has a standfirst. Last paragraphs change."""
    ranks = draw_ranks(np.random.default_rng(number), 1, _STANDFIRST + BODY + _PARAGRAPH)[0]
    first = ranks[:_STANDFIRST] if number % 2 else []
    body = ranks[_STANDFIRST:][:BODY]
    looked_up = f"{write_terms(first, lang)} {BREAK} {write_terms(body, lang)}"
    return Text(
        standfirst=write_sentence(first, lang) if first else "",
        body=write_body(body, lang),
        was=write_body([*body[:-_PARAGRAPH], *ranks[-_PARAGRAPH:]], lang),
        terms=looked_up.lstrip(),
    )
