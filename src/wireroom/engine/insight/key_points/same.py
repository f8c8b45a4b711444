"""Which sentences of a story say the same: by names, numbers and words that few others give."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from wireroom.engine.insight.key_points.statement import Statement
from wireroom.engine.insight.key_points.tolls import tolls_clash

_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
# So many words, and so much of the shorter sentence: of the pairs above these bounds among the
# key points of 45 development stories three in four told one fact twice.
_WORDS_SHARED: Final = ((5, 0.4), (7, 0.33))
# Two openings tell the same event sooner than any other two sentences.
_OPENINGS_SHARE: Final = ((4, 0.33),)
# Words that make a sentence the same even where it adds a number: of 60 stories five pairs above
# this bound told one fact, one did not.
_WORDS_SHARED_WITH_NUMBER: Final = ((6, 0.45),)
# The first sentences of two reports tell one event where so much of what the story is about in
# one of them stands in the other; with a number of its own it must be more.
_OPENS_WITHIN: Final = 2
_OPENINGS_TELL: Final = 0.45
_OPENINGS_TELL_WITH_NUMBER: Final = 0.55
# Shares of a sentence's weight. Chosen by reading pairs of the tuned half of the development
# stories: below the first most pairs are of one subject but not of one fact.
_SAYS_SAME: Final = 0.5
_SAYS_SAME_WITH_NUMBER: Final = 0.35
_FEWEST_SHARED: Final = 3  # terms,
_ENOUGH_SHARED: Final = 4
# A plain sentence that stands whole in a fuller one says it too, if less surely.
_PLAINER: Final = 0.85
_FEWEST_PLAIN: Final = 2  # and so many of them no names: who did it is not yet what was done
_NEARLY_SAME: Final = 0.42
_NEARLY_SAME_WITH_NUMBER: Final = 0.6
# Three words in common and most of what the story is about: the main event in other words.
_MAIN_EVENT: Final = 0.55
_MAIN_EVENT_WORDS: Final = 3
_MAIN_EVENT_COVERED: Final = 0.17
_WORD_FOR_WORD: Final = 0.85
# A term that stands in more sentences than this tells none of them apart and is not looked up.
_MOST_POSTED: Final = 400


def _brings_number(one: Statement, other: Statement) -> bool:
    """Tell whether the first sentence gives a number, no year, that the second does not."""
    return any(not _YEAR.fullmatch(number) for number in one.numbers - other.numbers)


def _share_words(one: Statement, other: Statement, bounds: Sequence[tuple[int, float]]) -> bool:
    """Tell whether two sentences use the same words, common ones included."""
    shared = len(one.stems & other.stems)
    share = shared / min(len(one.stems), len(other.stems))
    return any(shared >= fewest and share >= least for fewest, least in bounds)


class Comparison:
    """The sentences of a story, ready to be asked which of them say what another says."""

    def __init__(
        self,
        statements: Sequence[Statement],
        weights: Mapping[str, float],
        salience: Mapping[str, float],
    ) -> None:
        """`weights` say how well a term tells sentences apart, `salience` how much it matters."""
        self._statements = statements
        self._weights = weights
        self._salience = salience
        self._totals = [self._weight(one.terms) for one in statements]
        self._posted: defaultdict[str, list[int]] = defaultdict(list)
        if len({one.voice for one in statements}) < 2:
            return  # nobody else says anything
        for place, statement in enumerate(statements):
            for term in statement.terms:
                self._posted[term].append(place)

    def _weight(self, terms: frozenset[str]) -> float:
        return sum(map(self._weights.__getitem__, terms))

    def overlap(self, a: int, b: int) -> float:
        """Return the shared weight of two sentences as a share of the lighter one's, 0 to 1."""
        shared = self._statements[a].terms & self._statements[b].terms
        lighter = min(self._totals[a], self._totals[b])
        return self._weight(shared) / lighter if shared and lighter else 0.0

    def is_near(self, a: int, b: int) -> bool:
        """Tell whether a reader who has read the second of the two learns little from the first."""
        one, other = self._statements[a], self._statements[b]
        if tolls_clash(one.tolls, other.tolls):
            return True
        if one.number == other.number == 0 and _share_words(one, other, _OPENINGS_SHARE):
            return True
        overlap = self.overlap(a, b)
        if self._open_alike(a, b):
            return True
        if _brings_number(one, other):
            return overlap >= _NEARLY_SAME_WITH_NUMBER or _share_words(
                one, other, _WORDS_SHARED_WITH_NUMBER
            )
        return (
            overlap >= _NEARLY_SAME
            or _share_words(one, other, _WORDS_SHARED)
            or self._is_main_event(a, b)
        )

    def _open_alike(self, a: int, b: int) -> bool:
        """Tell whether two voices begin with the same event, in whatever words."""
        one, other = self._statements[a], self._statements[b]
        if one.voice == other.voice or max(one.number, other.number) >= _OPENS_WITHIN:
            return False
        least = _OPENINGS_TELL_WITH_NUMBER if _brings_number(one, other) else _OPENINGS_TELL
        return self._shared_matter(one, other) >= least

    def _shared_matter(self, one: Statement, other: Statement) -> float:
        """Return how much of what the story is about in the first also stands in the second."""
        matter = sum(self._salience[term] for term in one.terms)
        shared = sum(self._salience[term] for term in one.terms & other.terms)
        return shared / matter if matter else 0.0

    def _is_main_event(self, a: int, b: int) -> bool:
        """Tell whether both say what the story is about, and the first not much else."""
        one, other = self._statements[a], self._statements[b]
        shared = one.terms & other.terms
        covered = self._weight(shared) / (self._totals[a] or 1.0)
        if len(shared) < _MAIN_EVENT_WORDS or covered < _MAIN_EVENT_COVERED:
            return False
        return self._shared_matter(one, other) >= _MAIN_EVENT

    def say_the_same(self, place: int) -> list[int]:
        """Return the places of the sentences of other voices that say what this one says."""
        if not self._posted:
            return []
        one = self._statements[place]
        shared: Counter[int] = Counter()
        for term in sorted(one.terms):
            posted = self._posted[term]
            if len(posted) <= _MOST_POSTED:
                for other in posted:
                    shared[other] += 1
        return sorted(
            other
            for other, count in shared.items()
            if count > 1
            and self._statements[other].voice != one.voice
            and self._agree(place, other)
        )

    def _agree(self, a: int, b: int) -> bool:
        """Tell whether sentence b says most of what a says, or a what a plainer b says."""
        one, other = self._statements[a], self._statements[b]
        shared = one.terms & other.terms
        plain = shared - one.names - other.names
        if len(shared) < _FEWEST_SHARED or len(plain) < _FEWEST_PLAIN:
            return False
        if tolls_clash(one.tolls, other.tolls):
            return False
        weight = self._weight(shared)
        covered = weight / (self._totals[a] or 1.0)
        if len(shared) >= _ENOUGH_SHARED:
            covered = max(covered, _PLAINER * weight / (self._totals[b] or 1.0))
        if one.numbers and other.numbers:
            return bool(one.numbers & other.numbers) and covered >= _SAYS_SAME_WITH_NUMBER
        return covered >= _SAYS_SAME

    def is_copied(self, a: int, b: int) -> bool:
        """Tell whether two sentences are one, word for word but for a few."""
        one, other = self._statements[a].terms, self._statements[b].terms
        return len(one & other) >= _WORD_FOR_WORD * max(len(one), len(other))
