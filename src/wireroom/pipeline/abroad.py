"""The stage abroad: which reports of an event told in several languages are one's text."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from typing import Any, ClassVar, Final

from django.db.models import Q

from wireroom.engine.copies.abroad import compare_abroad
from wireroom.engine.types import CopyKind, CopyPair
from wireroom.news.identity import key_of
from wireroom.news.models import Copy, Membership, Shard
from wireroom.news.services.translations import Looked, file_translations
from wireroom.pipeline.match import read_texts
from wireroom.pipeline.shares import CARRIES_FROM
from wireroom.pipeline.stage import Executors, Stage
from wireroom.pipeline.tie import LOOKED_AT

# Of a story the latest reports of its own; of events as many as a worker compares in some seconds
# (2 ms an article, 1.6 ms a pair).
MOST_REPORTS: Final = 30
_MOST_PAIRS: Final = 2000
_FORMAT: Final = 1  # of what is compared and how: a new number looks at all live events anew


@dataclass(slots=True, kw_only=True)
class _Event:
    """An event that changed: its stories, and by story those of its reports that are its own."""

    stories: Sequence[int]
    reports: Sequence[Sequence[int]]
    key: str

    @property
    def articles(self) -> list[int]:
        return [one for reports in self.reports for one in reports]

    @property
    def pairs(self) -> int:
        return sum(len(one) * len(other) for one, other in combinations(self.reports, 2))


class Abroad(Stage[Shard]):
    """Compare the reports of events that changed, in a worker; file the pairs."""

    step = "abroad"
    model = Shard
    lease_s: ClassVar[float] = 180.0
    in_flight = 1

    def __init__(self, executors: Executors, *, holder: str) -> None:
        super().__init__(executors, holder=holder)
        self._sent: Sequence[_Event] = ()  # what the worker has
        self._is_all = True

    def start(self, rows: Sequence[Shard], *, now: datetime) -> list[Future[Any]]:
        return [self._compare(now=now) for _ in rows]

    def _compare(self, *, now: datetime) -> Future[Any]:
        changed = _find_changed(since=now - LOOKED_AT)
        self._sent = _choose(changed)
        self._is_all = len(self._sent) == len(changed)
        texts = read_texts([article for event in self._sent for article in event.articles])
        told = [[texts[one] for one in event.articles if one in texts] for event in self._sent]
        executor = self.executors.bulk if told else self.executors.inline
        return executor.submit(compare_abroad, told)

    def file(
        self, done: Sequence[tuple[Shard, tuple[tuple[CopyPair, ...], ...]]], *, now: datetime
    ) -> None:
        for row, found in done:
            looked = [
                Looked(stories=event.stories, articles=event.articles, key=event.key, pairs=pairs)
                for event, pairs in zip(self._sent, found, strict=True)
            ]
            file_translations(row, looked, now=now, more=not self._is_all)


_COLUMNS: Final = (
    "story__event",
    "story",
    "article",
    "article__revision_count",
    "story__compared_abroad",
)


def _find_changed(*, since: datetime) -> list[_Event]:
    """Return the events of the latest stories whose reports are not as last compared."""
    rows: list[tuple[Any, ...]] = list(
        Membership.objects.filter(story__event__isnull=False, story__last_at__gte=since)
        .filter(article__spiked_at=None)
        .order_by("article__sort_at", "article")
        .values_list(*_COLUMNS)
    )
    carriers = _carriers_among([row[2] for row in rows])
    found: dict[int, dict[int, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    kept: dict[int, set[str]] = defaultdict(set)
    for event, story, article, revision, key in rows:
        kept[event].add(key)
        if article not in carriers:
            found[event][story].append((article, revision))
    events = [_event(stories) for stories in found.values()]
    keys = [kept[event] for event in found]
    return [one for one, known in zip(events, keys, strict=True) if known != {one.key}]


def _event(stories: Mapping[int, Sequence[tuple[int, int]]]) -> _Event:
    latest = {story: rows[-MOST_REPORTS:] for story, rows in stories.items()}
    told = ",".join(f"{one}:{revision}" for rows in latest.values() for one, revision in rows)
    reports = [[one for one, _ in rows] for rows in latest.values()]
    return _Event(stories=list(latest), reports=reports, key=key_of(f"{told} {_FORMAT}"))


def _choose(events: Sequence[_Event]) -> list[_Event]:
    """Return as many events as a worker compares at once, one at least."""
    chosen: list[_Event] = []
    room = _MOST_PAIRS
    for event in events:
        room -= event.pairs
        if chosen and room < 0:
            break
        chosen.append(event)
    return chosen


def _carriers_among(articles: Collection[int]) -> frozenset[int]:
    """Return those that carry another report of their own language: they have it from there."""
    copies = Copy.objects.exclude(kind__in=(CopyKind.QUOTE, CopyKind.TRANSLATED))
    carried = copies.filter(
        Q(b__in=articles, direction="a>b", containment_b__gte=CARRIES_FROM)
    ).values_list("b")
    turned = copies.filter(
        Q(a__in=articles, direction="b>a", containment_a__gte=CARRIES_FROM)
    ).values_list("a")
    return frozenset(one for (one,) in carried.union(turned))
