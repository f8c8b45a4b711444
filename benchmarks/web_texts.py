"""Texts of a benchmark's invented reports, and what the search index has of them."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.web_words import BODY, draw_ranks, write_body, write_sentence, write_terms
from wireroom.engine.search.terms import BREAK

_STANDFIRST: Final = 24
_PARAGRAPH: Final = BODY // 7


@dataclass(frozen=True, slots=True)
class Text:
    """What a report says below its headline, before and now, and what is looked up of it now."""

    standfirst: str
    body: str
    was: str
    terms: str


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
