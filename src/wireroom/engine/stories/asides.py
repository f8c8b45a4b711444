"""Which reports of a story tell a side of it: their headlines say little of what the others say."""

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from wireroom.engine.stories.terms import base_language, split_words, stem_word

# Of what the headline nearest to all others says. Chosen on the 31 stories of the sample newsroom
# that three outlets tell: by half, all nine leads that were a guide, a survivor or a fishers' tale
# give way; what corrects a toll stays at .55, and what sums up what is known at .75.
_ASIDE: Final = 0.5
_FEWEST_OUTLETS: Final = 3  # of two nobody can say which is beside the point
_MOST: Final = 60  # reports that are compared, the newest: a lead is one of them
OPENING_CHARS: Final = 300  # of a text: a headline may call by another name what the rest says


@dataclass(frozen=True, slots=True, kw_only=True)
class Headed:
    """A report by its headline, how it opens, and whose it is."""

    article: int
    outlet: str
    headline: str
    opening: str = ""


def find_asides(reports: Sequence[Headed], lang: str) -> frozenset[int]:
    """Return the articles whose headlines tell a side of the story; `reports` oldest first.

    Never all of them, and none where fewer than three outlets have headlines of their own.
    """
    # Whoever carries a headline as it stands says nothing new: the first who had it counts.
    first = {one.headline: one for one in reversed(reports[-_MOST:])}
    if len({one.outlet for one in first.values()}) < _FEWEST_OUTLETS:
        return frozenset()
    base = base_language(lang)
    outlets: defaultdict[str, set[str]] = defaultdict(set)
    for one in first.values():
        for term in _terms(one.headline, base) | _terms(one.opening, base):
            outlets[term].add(one.outlet)
    said = {
        headline: _said_by_others(_terms(headline, base), one.outlet, outlets)
        for headline, one in first.items()
    }
    least = _ASIDE * max(said.values())
    return frozenset(one.article for one in reports if said.get(one.headline, least) < least)


@lru_cache(maxsize=1 << 12)  # a story is looked at again with each report that comes
def _terms(text: str, base: str) -> frozenset[str]:
    return frozenset(stem_word(word, base) for word in split_words(text))


def _said_by_others(
    terms: Collection[str], outlet: str, outlets: Mapping[str, Collection[str]]
) -> float:
    """Return how many other outlets say each term, in all; long headlines gain by the root alone.

    However often an outlet says a thing, it is one that says it.
    """
    others = sum(len(outlets[term]) - (outlet in outlets[term]) for term in terms)
    return others / math.sqrt(len(terms)) if terms else 0.0
