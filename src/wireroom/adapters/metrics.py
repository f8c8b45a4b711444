"""What processes count of their work for Prometheus, and the counts of all of them together.

Their names are an interface: dashboards and alarms hang on them.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest, values
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import REGISTRY, Collector

from wireroom.adapters.count_files import CountFile
from wireroom.adapters.counts import COUNTS_VARIABLE
from wireroom.engine.errors import FetchFailed
from wireroom.engine.types import FetchResult

# Around the goal for a page (15 ms), up to where readers leave.
_SECONDS: Final = (0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_BUSY: Final = frozenset({429, 503})

# Before anything is counted: a full disk must not end us.
values.MmapedDict = CountFile  # type: ignore[attr-defined, assignment]

REQUESTS: Final = Histogram(
    "wireroom_request_seconds",
    "Time that the site took for a request",
    ["page", "status"],
    buckets=_SECONDS,
)
RESULTS: Final = Counter(
    "wireroom_stage_results", "Rows that a stage filed, or failed on", ["stage", "outcome"]
)
WRITES: Final = Histogram(
    "wireroom_write_lock_seconds",
    "Time that a transaction waited for SQLite's one place to write, and that it held it",
    ["part"],
    buckets=_SECONDS,
)
FETCHES: Final = Counter(
    "wireroom_fetches", "Requests to outlets by what came of them, robots.txt too", ["outcome"]
)


def count_fetch(came: FetchResult | FetchFailed) -> None:
    """Count a request to an outlet."""
    FETCHES.labels(outcome=_outcome(came)).inc()


def _outcome(came: FetchResult | FetchFailed) -> str:
    if isinstance(came, FetchFailed):
        return "refused" if came.permanent else "failed"
    if came.status == 304:
        return "unchanged"
    if came.status in _BUSY:
        return "busy"
    kinds = {2: "ok", 4: "client_error", 5: "server_error"}
    return kinds.get(came.status // 100, "other")


def written_metrics(var: Path, more: Iterable[GaugeMetricFamily]) -> bytes:
    """Return all processes' counts and what else was measured, as Prometheus reads it."""
    registry = CollectorRegistry()
    registry.register(_Together(var, tuple(more)))
    return generate_latest(registry)


class _Together(Collector):
    def __init__(self, var: Path, more: tuple[GaugeMetricFamily, ...]) -> None:
        self._var: Final = var
        self._more: Final = more

    def collect(self) -> Iterator[Metric]:
        yield from self._more
        if not os.environ.get(COUNTS_VARIABLE):  # a process by itself
            yield from REGISTRY.collect()
            return
        for _ in range(2):  # one that ends meanwhile takes its files along
            with suppress(FileNotFoundError):
                files = [str(path) for path in sorted(self._var.glob("metrics/*/*.db"))]
                yield from MultiProcessCollector.merge(files)
                return


def gauge(
    name: str,
    told: str,
    rows: Iterable[tuple[tuple[str, ...], float]],
    labels: tuple[str, ...] = (),
) -> GaugeMetricFamily:
    """Return something measured now, a row for each of its labels' values."""
    family = GaugeMetricFamily(name, told, labels=labels)
    for labelled, number in rows:
        family.add_metric(labelled, number)
    return family
