"""Fills a database, files articles at a steady pace as extract does, and sees when they arrive."""

import json
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final

import django

if TYPE_CHECKING:
    from benchmarks.assign_live_reports import Told
    from wireroom.news.models import Page

_TOGETHER: Final = 2000  # archived articles that are written together
_TURN_S: Final = 0.1  # the coordinator files what workers have read as often
_LEASE: Final = "bench"
_WARMING: Final = 4  # articles before the measured ones
_START_LIMIT_S: Final = 120.0  # until the first article is published
_END_LIMIT_S: Final = 120.0  # from the last article to the last story


@dataclass(slots=True)
class Seen:
    """When articles were filed and seen assigned and published; monotonic seconds by their id."""

    filed: dict[int, float] = field(default_factory=dict)
    assigned: dict[int, float] = field(default_factory=dict)
    shown: dict[int, float] = field(default_factory=dict)
    most_unpublished: int = 0
    repairs: int = 0
    _repairing: bool = False

    @property
    def is_over(self) -> bool:
        return len(self.shown) == len(self.filed)

    def look(self) -> None:
        """See what is new, as another process does: committed, and no earlier than it is."""
        from wireroom.news.models import Article, Shard, Story

        waiting = [pk for pk in self.filed if pk not in self.shown]
        placed = Article.objects.filter(pk__in=waiting).exclude(membership=None)
        columns = ("pk", "membership__story__rank", "membership__story__due_at")
        rows = list(placed.values_list(*columns))
        now = time.monotonic()
        for pk, rank, due_at in rows:
            self.assigned.setdefault(pk, now)
            if rank is not None and due_at is None:  # it has a face, and none is asked for
                self.shown[pk] = now
        unpublished = Story.objects.filter(step="publish", due_at__isnull=False).count()
        self.most_unpublished = max(self.most_unpublished, unpublished)
        repairing = Shard.objects.filter(step="repair").exclude(lease="").exists()
        self.repairs += self._repairing and not repairing
        self._repairing = repairing


def main() -> None:
    """Fill, say so, wait for a line, feed, print what was seen as JSON."""
    archive, rate, seconds = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
    coming = int(rate * seconds)
    now = datetime.now(UTC)
    # Imported here: models can be loaded only after Django is set up.
    from benchmarks.assign_live_archive import fill_archive, make_pages, make_tables
    from benchmarks.assign_live_reports import tell_reports

    make_tables()
    told = tell_reports(archive, coming + _WARMING, now=now)
    stories: dict[int, int] = {}
    for first in range(0, archive, _TOGETHER):
        fill_archive(list(islice(told, min(_TOGETHER, archive - first))), stories, now=now)
    reports = list(told)
    pages = make_pages(reports, lease=_LEASE, now=now)
    both = list(zip(pages, reports, strict=True))
    print("filled", flush=True)
    sys.stdin.readline()
    _warm(both[:_WARMING])
    began = time.monotonic()
    seen = _feed(both[_WARMING:], rate=rate)
    fed_s = max(seen.filed.values()) - began
    print(json.dumps(_told(seen, fed_s)), flush=True)


def _warm(both: "Sequence[tuple[Page, Told]]") -> None:
    """Publish a report and copies of it: the index is made, and workers run that compare.

    Where pages are read, workers run all the time.
    """
    (_, first), *_others = both
    for page, told in both:
        same = replace(first.reading, article=replace(first.reading.article, title=told.title))
        seen = Seen()
        _file([(page, replace(told, reading=same))], seen)
        _wait(seen, limit_s=_START_LIMIT_S)


def _wait(seen: Seen, *, limit_s: float) -> None:
    deadline = time.monotonic() + limit_s
    while not seen.is_over and time.monotonic() < deadline:
        time.sleep(_TURN_S)
        seen.look()


def _feed(both: "Sequence[tuple[Page, Told]]", *, rate: float) -> Seen:
    seen = Seen()
    began = time.monotonic()
    fed = 0
    while fed < len(both):
        due = min(int((time.monotonic() - began) * rate), len(both))
        if due > fed:
            _file(both[fed:due], seen)
            fed = due
        seen.look()
        time.sleep(_TURN_S)
    _wait(seen, limit_s=_END_LIMIT_S)
    return seen


def _file(batch: "Sequence[tuple[Page, Told]]", seen: Seen) -> None:
    from wireroom.news.models import Article
    from wireroom.news.services.articles import file_readings

    now = datetime.now(UTC)
    read = []
    for page, told in batch:
        article = replace(told.reading.article, published=now - timedelta(minutes=2))
        read.append((page, (replace(told.reading, article=article),)))
    file_readings(read, now=now)
    at = time.monotonic()
    rows = Article.objects.filter(page__in=[page for page, _ in batch])
    seen.filed.update(dict.fromkeys(rows.values_list("pk", flat=True), at))


def _told(seen: Seen, fed_s: float) -> dict[str, object]:
    from wireroom.news.models import Copy

    return {
        "articles": len(seen.filed),
        "fed_per_s": len(seen.filed) / fed_s,
        "late_s": [seen.assigned[pk] - at for pk, at in seen.filed.items() if pk in seen.assigned],
        "shown_s": [seen.shown[pk] - at for pk, at in seen.filed.items() if pk in seen.shown],
        "most_unpublished": seen.most_unpublished,
        "copies": Copy.objects.count(),
        "repairs": seen.repairs,
        "load": os.getloadavg()[0],
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wireroom.conf.settings")
    django.setup()
    main()
