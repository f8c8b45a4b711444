"""Stories by average linkage: reports that are likely, on the whole, to tell one event."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import Final

from wireroom.engine.stories.large import MERGED, STRANGERS, join_large

# A report's nearest 40 are all that is known: of a large story most pairs would be strangers.
# Stories of more reports stay as they were assigned, but for what joins them.
MOST_LINKED: Final = 12
# Mean log odds from which reports count as one where it is measured how crowded it is: what is not
# sure to be one event is a rival. English, cross-validated by time: pairwise F1 is .823 to .840
# at the own pace with 0.5 to 2, at the bars where precision of pairs is at least what it was; with
# 3 more, but the development set's stories have three reports at most, and larger ones would part.
SURE: Final = 2.0
# Log odds given to what is measured again, so that one bar serves both: with all reports there more
# is common and it is more crowded. A quarter more is .007 B-cubed F1 over all, but of reports that
# came last, of which no later ones are known, precision of pairs falls below what it was.
READILY: Final = 1.0
# The same where words are not counted and reports are measured beside what had come by their hour.
# Invented look-alikes in fourteen languages: pairwise F1 of bodies and headlines .854 and .621 with
# .25, .863 and .640 with .5, .861 and .668 with .75, there at B-cubed precision .896 of headlines.
_UNCOUNTED_READILY: Final = 0.5


def given_again(odds: Mapping[int, float], *, is_counted: bool) -> dict[int, float]:
    """Return log odds that were measured again with what they are given for it."""
    given = READILY if is_counted else _UNCOUNTED_READILY
    return {other: value + given for other, value in odds.items()}


@dataclass(slots=True)
class Linkage:
    """Log odds between reports of one language: as each came in, then as measured again."""

    _odds: dict[int, dict[int, float]] = field(default_factory=dict)
    _again: dict[int, dict[int, float]] = field(default_factory=dict)  # what each says itself

    def __len__(self) -> int:
        return len(self._odds)

    def add(self, article: int, odds: Mapping[int, float]) -> None:
        """Note a report and the log odds that it and earlier ones tell the same event."""
        own = self._odds[article] = {}
        for other, value in odds.items():
            if other in self._odds and other != article:
                own[other] = self._odds[other][article] = value

    def correct(self, article: int, odds: Mapping[int, float]) -> None:
        """Note the log odds of a report as measured again, once later ones are there.

        They stand for what was known of it (see `given_again`). Where the other was measured
        again, too, the mean of what both say counts, and what neither says any more is forgotten.
        """
        said = {key: value for key, value in odds.items() if key in self._odds}
        own = self._again[article] = said
        for other in {**self._odds[article], **own}:
            heard = self._again.get(other, {})
            values = [each[key] for each, key in ((own, other), (heard, article)) if key in each]
            if values:
                mean = sum(values) / len(values)
                self._odds[article][other] = self._odds[other][article] = mean
            elif other in self._again:
                del self._odds[article][other], self._odds[other][article]

    def odds_of(self, article: int) -> Mapping[int, float]:
        """Return the log odds of a report and all that it is known to be near to."""
        return self._odds[article]

    def remove(self, article: int) -> None:
        """Forget a report; unknown ones are ignored."""
        for other in self._odds.pop(article, ()):
            self._odds[other].pop(article, None)
            self._again.get(other, {}).pop(article, None)
        self._again.pop(article, None)

    def groups(
        self,
        assigned: Mapping[int, int],
        copies: Iterable[Collection[int]] = (),
        *,
        above: float = MERGED,
    ) -> dict[int, int]:
        """Return report -> the first report of its group, for every report that is known.

        `assigned` are their stories as they came in, which stay where they are large; reports
        of one of `copies` have one text, stay together and count once. Ties are broken by the
        order in which reports were added. `above` are the mean log odds to merge from.
        """
        return next(self.groups_above((above,), assigned, copies))

    def groups_above(
        self,
        bars: Sequence[float],
        assigned: Mapping[int, int],
        copies: Iterable[Collection[int]] = (),
    ) -> Iterator[dict[int, int]]:
        """Yield what `groups` gives for each of the bars, highest first, linking but once.

        The likeliest merge first, so that groups of a high bar are where those of a lower begin.
        """
        order = {article: place for place, article in enumerate(self._odds)}
        merged = _Merging(order, _bound(order, assigned, copies))
        fixed = self._fixed(assigned)
        for firsts in merged.link(self._odds, fixed, bars):
            yield join_large(firsts, self._odds, fixed)

    def _fixed(self, assigned: Mapping[int, int]) -> set[int]:
        sizes: dict[int, int] = {}
        for article in self._odds:
            sizes[assigned[article]] = sizes.get(assigned[article], 0) + 1
        return {article for article in self._odds if sizes[assigned[article]] > MOST_LINKED}


def _bound(
    order: Mapping[int, int], assigned: Mapping[int, int], copies: Iterable[Collection[int]]
) -> list[list[int]]:
    """Return what stands together before anything is linked: copies, and large stories."""
    stories: dict[int, list[int]] = {}
    for article in order:
        stories.setdefault(assigned[article], []).append(article)
    large = [members for members in stories.values() if len(members) > MOST_LINKED]
    return [*large, *([one for one in each if one in order] for each in copies)]


class _Merging:
    """Clusters on their way to stories, named by the place of their first report."""

    def __init__(self, order: Mapping[int, int], bound: Iterable[Sequence[int]]) -> None:
        self._articles = list(order)
        self._cluster = list(range(len(order)))
        for members in bound:
            places = sorted(order[article] for article in members)
            for place in places[1:]:
                self._unite(self._root(places[0]), self._root(place))
        self._order = order

    def firsts(self) -> dict[int, int]:
        """Return report -> the first report of its cluster."""
        return {
            article: self._articles[self._root(place)]
            for place, article in enumerate(self._articles)
        }

    def _root(self, place: int) -> int:
        while self._cluster[place] != place:
            self._cluster[place] = self._cluster[self._cluster[place]]
            place = self._cluster[place]
        return place

    def _unite(self, one: int, other: int) -> None:
        self._cluster[max(one, other)] = min(one, other)

    def link(
        self,
        odds: Mapping[int, Mapping[int, float]],
        fixed: Collection[int],
        bars: Sequence[float],
    ) -> Iterator[dict[int, int]]:
        """Merge the likeliest two clusters until none are above a bar; yield `firsts` at each.

        `bars` fall; `fixed` take no part. A cluster of copies counts as one report: its odds are
        means over its members.
        """
        links = self._links(odds, fixed)
        sizes = dict.fromkeys(links, 1)
        heap = [
            (-value, one, other, 1, 1)
            for one, row in links.items()
            for other, (value, _) in row.items()
            if one < other and value > bars[-1]
        ]
        heapify(heap)
        for bar in bars:
            while heap and -heap[0][0] > bar:
                _, one, other, size, other_size = heappop(heap)
                if sizes.get(one) != size or sizes.get(other) != other_size:
                    continue  # one of them has been merged meanwhile
                self._unite(one, other)
                sizes[one] = size + sizes.pop(other)
                _join(links, one, other)
                for mean, third in _means(links[one], sizes, one):
                    if mean > bars[-1]:
                        low, high = min(one, third), max(one, third)
                        heappush(heap, (-mean, low, high, sizes[low], sizes[high]))
            yield self.firsts()

    def _links(
        self, odds: Mapping[int, Mapping[int, float]], fixed: Collection[int]
    ) -> dict[int, dict[int, tuple[float, int]]]:
        """Return cluster -> neighbour -> (sum of odds, pairs known); each cluster counts once."""
        gathered: dict[int, dict[int, list[float]]] = {}
        for place, article in enumerate(self._articles):
            if article in fixed:
                continue
            row = gathered.setdefault(self._root(place), {})
            for other, value in odds[article].items():
                root = self._root(self._order[other])
                if other not in fixed and root != self._root(place):
                    row.setdefault(root, []).append(value)
        return {
            one: {other: (sum(values) / len(values), 1) for other, values in row.items()}
            for one, row in gathered.items()
        }


def _means(
    row: Mapping[int, tuple[float, int]], sizes: Mapping[int, int], one: int
) -> Iterator[tuple[float, int]]:
    """Yield a cluster's mean odds with each of its neighbours."""
    for third, (total, known) in row.items():
        pairs = sizes[one] * sizes[third]
        yield (total + STRANGERS * (pairs - known)) / pairs, third


def _join(links: dict[int, dict[int, tuple[float, int]]], one: int, other: int) -> None:
    """Give a cluster the links of another that it takes in."""
    row = links[one]
    row.pop(other, None)
    for third, (total, known) in links.pop(other).items():
        if third == one:
            continue
        del links[third][other]
        own_total, own_known = row.get(third, (0.0, 0))
        row[third] = links[third][one] = (own_total + total, own_known + known)
