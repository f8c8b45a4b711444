"""Which articles of a set may be one report in two languages, by what they say early."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from wireroom.engine.copies.translated import WINDOW, compare_translated
from wireroom.engine.stories.events import Events
from wireroom.engine.stories.language import guess_language
from wireroom.engine.stories.pivots import find_pivots
from wireroom.engine.stories.terms import base_language
from wireroom.engine.types import ArticleText, CopyPair

_SEVERAL: Final = 2


def pair_abroad(articles: Sequence[ArticleText]) -> Iterator[tuple[int, int]]:
    """Yield places of articles in two languages worth comparing, the earlier place first, sorted.

    Each is looked up as if it were a story: those near in time that share most names and numbers
    of headline and lead. A set in one language costs no more than telling that.
    """
    langs = [guess_language(article) for article in articles]
    if len(set(langs)) < _SEVERAL:
        return
    events = Events()
    for number, (article, lang) in enumerate(zip(articles, langs, strict=True)):
        events.count(number, find_pivots(replace(article, lang=lang)))
    pairs = {
        (min(number, other), max(number, other))
        for number in range(len(articles))
        for other in events.near(number)
        if are_near(articles[number], articles[other])
    }
    yield from sorted(pairs, key=lambda pair: (pair[1], pair[0]))


def are_near(a: ArticleText, b: ArticleText) -> bool:
    """Tell whether one may translate the other while it is news; where a time is missing, yes."""
    if a.published_at is None or b.published_at is None:
        return True
    return abs(a.published_at - b.published_at) <= WINDOW


def compare_abroad(events: Sequence[Sequence[ArticleText]]) -> tuple[tuple[CopyPair, ...], ...]:
    """Return the translated copies among the reports of each of several events."""
    return tuple(tuple(_translated_among(articles)) for articles in events)


def _translated_among(articles: Sequence[ArticleText]) -> Iterator[CopyPair]:
    for one, other in combinations(articles, 2):
        if base_language(one.lang) != base_language(other.lang) and are_near(one, other):
            pair = compare_translated(one, other)
            if pair is not None:
                yield pair
