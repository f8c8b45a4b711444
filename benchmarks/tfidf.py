"""The plain way to stories: one pass of TF-IDF vectors, each joining the nearest above a bar."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Final

from wireroom.engine.stories.terms import find_numbers, split_terms
from wireroom.engine.types import ArticleText

_WINDOW: Final = timedelta(days=7)
# Every bar is tried and the best told: what nobody can know beforehand, in the baseline's favour.
THRESHOLDS: Final = tuple(step / 50 for step in range(1, 40))


class Baseline:
    """The nearest predecessor of each article of a stream, by cosine."""

    def __init__(self, articles: Sequence[ArticleText]) -> None:
        self._nearest: list[tuple[int, float]] = []
        bags = [_bag(article) for article in articles]
        # Frequencies are of the whole stream, the future included: in its favour, too.
        held = Counter(term for bag in bags for term in bag)
        postings: dict[str, list[tuple[int, float]]] = {}
        for place, bag in enumerate(bags):
            vector = _unit(bag, held, len(bags))
            cosines: dict[int, float] = {}
            for term, value in vector.items():
                for other, weight in postings.get(term, ()):
                    cosines[other] = cosines.get(other, 0.0) + value * weight
                postings.setdefault(term, []).append((place, value))
            within = [(cosines[other], -other) for other in _within(articles, place, cosines)]
            cosine, best = max(within, default=(0.0, -place))
            self._nearest.append((-best, cosine))

    def place(self, threshold: float) -> list[int]:
        """Return a story a article: that of its nearest predecessor at least that like it."""
        stories: list[int] = []
        for place, (nearest, cosine) in enumerate(self._nearest):
            stories.append(stories[nearest] if cosine >= threshold else place)
        return stories

    def best(self, score: Callable[[Sequence[int]], float]) -> tuple[float, list[int]]:
        """Return the bar whose stories score highest, and the stories."""
        bar = max(THRESHOLDS, key=lambda threshold: score(self.place(threshold)))
        return bar, self.place(bar)


def _within(articles: Sequence[ArticleText], place: int, others: Iterable[int]) -> Iterator[int]:
    at = articles[place].published_at
    for other in others:
        before = articles[other].published_at
        if at is None or before is None or abs(at - before) <= _WINDOW:
            yield other


def _bag(article: ArticleText) -> Counter[str]:
    text = f"{article.title}\n{article.body}"
    return Counter([*split_terms(text, article.lang), *find_numbers(text)])


def _unit(bag: Counter[str], held: Counter[str], articles: int) -> dict[str, float]:
    weights = {
        term: (1 + math.log(count)) * math.log((1 + articles) / held[term])
        for term, count in bag.items()
    }
    norm = math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
    return {term: weight / norm for term, weight in weights.items()}
