"""Where lists cut a report’s opening: behind a sentence, or before a quote, if they can."""

import re
from functools import lru_cache
from typing import Final

from wireroom.engine.insight.key_points.sentences import count_open
from wireroom.engine.insight.verify.sentences import sentence_spans
from wireroom.engine.types import Health
from wireroom.news.publication import Excerpt, Level, Policy, count_words, cut_words

# A shorter opening says too little: then words are cut inside the sentence.
_LEAST_SHARE: Final = 0.5
_ENDS: Final = re.compile(r"[.!?؟…。！？][\"'”’»）」』)\]]*\Z")
_QUOTE: Final = re.compile(r"[\"“”„«]")
_BEFORE_QUOTE: Final = " \t\n:،,—–-"


def excerpt(
    policy: Policy, *, health: str, standfirst: str = "", body: str = "", most_words: int
) -> Excerpt:
    """Return a report's first words for a list: the standfirst, else the body's opening.

    Never more than the policy allows, and never more than `most_words`.
    """
    if health != Health.ARTICLE or policy.level is Level.HEADLINE:
        return Excerpt()
    allowed = most_words
    if policy.level is Level.EXCERPT:
        allowed = min(most_words, policy.excerpt_words)
    opening = standfirst.strip() or body.strip().partition("\n\n")[0]
    return cut_opening(opening, allowed)


@lru_cache(maxsize=4096)
def cut_opening(text: str, most: int) -> Excerpt:
    """Return at most `most` words of a text, whole sentences where half of them holds any.

    Otherwise it ends before a quotation that would be torn, or, where that too leaves less than
    half, after the last word. `is_cut` tells that it ends inside a sentence.
    """
    shown, is_cut = cut_words(text, most)
    if not is_cut:
        return Excerpt(text=shown)
    least = most * _LEAST_SHARE
    for _start, end in reversed(sentence_spans(shown)):
        told = shown[:end]
        if count_words(told) < least:
            break
        if _ENDS.search(told) and count_open(told) <= 0:
            return Excerpt(text=told)
    if count_open(shown) > 0 and (opened := list(_QUOTE.finditer(shown))):
        before = shown[: opened[-1].start()].rstrip(_BEFORE_QUOTE)
        if count_words(before) >= least:
            return Excerpt(text=before, is_cut=True)
    return Excerpt(text=shown, is_cut=bool(shown))
