"""What the reports of a story have said so far, to tell what a further sentence adds."""

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from wireroom.engine.insight.key_points.statement import Statement, rarity_of

# Shares of a sentence's weight. What one earlier sentence covers so far is told, but for its
# numbers; what is made of words that no earlier report has is an event of its own.
_TOLD: Final = 0.6
_TOLD_BUT_NUMBERS: Final = 0.85
_UNHEARD_WITH_NAME: Final = 0.2
_UNHEARD: Final = 0.45
# An earlier sentence with the same number and so many of the same terms gave the number.
_SAME_CONTEXT: Final = 2
_LONG_NUMBER: Final = 4  # digits: nobody gives such a number for two things


class Novelty(StrEnum):
    """What is new about a sentence."""

    NUMBER = "number"
    NAME = "name"
    EVENT = "event"


class Told:
    """What the earlier reports have said."""

    def __init__(self, statements: Iterable[Statement], lang: str) -> None:
        self._lang = lang
        self._statements: list[Statement] = []
        self._tolls: set[tuple[str, str]] = set()
        self._by_term: defaultdict[str, list[int]] = defaultdict(list)
        self._by_number: defaultdict[str, list[int]] = defaultdict(list)
        self.add(statements)

    def add(self, statements: Iterable[Statement]) -> None:
        """Count in what a further report says."""
        for place, one in enumerate(statements, start=len(self._statements)):
            self._statements.append(one)
            self._tolls |= one.tolls
            for term in one.terms:
                self._by_term[term].append(place)
            for number in one.numbers:
                self._by_number[number].append(place)

    def _weight(self, terms: Iterable[str]) -> float:
        return sum(rarity_of(term, self._lang) for term in terms)

    def unheard(self, statement: Statement) -> float:
        """Return which share of the sentence's weight no earlier report has words for."""
        new = [term for term in statement.terms if term not in self._by_term]
        return self._weight(new) / (self._weight(statement.terms) or 1.0)

    def new_tolls(self, statement: Statement) -> frozenset[tuple[str, str]]:
        """Return what the sentence counts as nobody did before."""
        return statement.tolls - self._tolls

    def what_is_new(self, statement: Statement) -> tuple[Novelty, ...]:
        """Return in what ways the sentence is new; () where an earlier one said it."""
        unheard, covered = self.unheard(statement), self._covered(statement)
        novelty = []
        if self.new_tolls(statement) or (
            covered < _TOLD_BUT_NUMBERS and self._new_numbers(statement)
        ):
            novelty.append(Novelty.NUMBER)
        if covered < _TOLD:
            is_name_new = any(name not in self._by_term for name in statement.names)
            if is_name_new and unheard >= _UNHEARD_WITH_NAME:
                novelty.append(Novelty.NAME)
            if unheard >= _UNHEARD:
                novelty.append(Novelty.EVENT)
        return tuple(novelty)

    def _covered(self, statement: Statement) -> float:
        """Return how much of the sentence the earlier one nearest to it says."""
        shared: defaultdict[int, float] = defaultdict(float)
        for term in statement.terms:
            weight = rarity_of(term, self._lang)
            for place in self._by_term.get(term, ()):
                shared[place] += weight
        return max(shared.values(), default=0.0) / (self._weight(statement.terms) or 1.0)

    def _new_numbers(self, statement: Statement) -> list[str]:
        counted = {number for _, number in statement.tolls & self._tolls}
        return [
            number for number in statement.numbers - counted if not self._is_told(number, statement)
        ]

    def _is_told(self, number: str, statement: Statement) -> bool:
        places = self._by_number.get(number, ())
        if places and sum(map(str.isdigit, number)) >= _LONG_NUMBER:
            return True
        return any(
            len(self._statements[place].terms & statement.terms) >= _SAME_CONTEXT
            for place in places
        )
