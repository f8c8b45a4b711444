"""Stories at scale: what an article costs from text to story, the more articles are live.

    ./wireroom bench stories_scale [--live N ...] [--plot OUT.svg]

Fills an index with an invented stream of two weeks (benchmarks/news_stream.py says how it is
made), then takes further reports of it through features, decision and filing, one core. Also
prints how quickly the index was filled from packed features, and the process's memory.
"""

import argparse
import gc
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.curve import Point, draw_curve
from benchmarks.news_stream import NewsStream, as_article
from benchmarks.table import percentile, print_table, state_machine
from wireroom.engine.stories.features import extract_features
from wireroom.engine.stories.index import StoryIndex

LIVE: Final = (10_000, 30_000, 100_000, 300_000)
HEAD: Final = ("live", "articles/s", "ms mean", "ms p95", "joined", "right", "load us", "MB")
_TOGETHER: Final = 16_000
_WARM: Final = 300  # articles before the measured ones: caches of words fill


@dataclass(frozen=True, slots=True)
class Run:
    """What was measured at one size; times in milliseconds."""

    live: int
    mean_ms: float
    p95_ms: float
    joined: int
    right: int
    load_us: float
    megabytes: float

    @property
    def row(self) -> Sequence[object]:
        """The run as a row of the table."""
        speed = 1000 / self.mean_ms
        return (self.live, speed, self.mean_ms, self.p95_ms, self.joined, self.right,
                self.load_us, self.megabytes)  # fmt: skip


def main() -> int:
    """Measure every size, print the table and draw the curve."""
    parser = argparse.ArgumentParser(prog="wireroom bench stories_scale", description=__doc__)
    parser.add_argument("--live", type=int, nargs="+", default=LIVE, metavar="N")
    parser.add_argument("--articles", type=int, default=1000, help="articles that are measured")
    parser.add_argument("--plot", type=Path, metavar="OUT.svg")
    args = parser.parse_args()
    print(state_machine("numpy", "PyStemmer"))
    runs = []
    for live in args.live:
        runs.append(measure(live, count=args.articles))
        print(f"{live:,} live: {runs[-1].mean_ms:.2f} ms", file=sys.stderr, flush=True)
        gc.collect()
    print_table("stories: one article more, from text to story", HEAD, [run.row for run in runs])
    if args.plot:
        points = [Point(run.live, run.mean_ms) for run in runs]
        title = "Milliseconds from an article's text to its story, by live articles"
        args.plot.write_text(draw_curve(points, title=title), "utf-8")
    return 0


def measure(live: int, *, count: int) -> Run:
    """Fill an index, then place articles and time each."""
    stream = NewsStream(live, coming=_WARM + count)
    index = StoryIndex("en")
    load_s = 0.0
    for first in range(0, live, _TOGETHER):
        stored = stream.stored(first, min(live, first + _TOGETHER))
        began = time.process_time()
        index.load(stored)
        load_s += time.process_time() - began
    times, joined, right = [], 0, 0
    for key, report in enumerate(stream.reports(live, live + _WARM + count), live):
        article = as_article(key, report)
        began = time.process_time()
        features = extract_features(article)
        decision = index.decide(features, at=report.at, outlet=report.outlet)
        story = decision.story or 10 * live + key
        index.add(story, key, features, at=report.at, outlet=report.outlet)
        times.append(1000 * (time.process_time() - began))
        joined += decision.story is not None
        right += decision.story == report.story + 1
    del times[:_WARM]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Run(
        live, sum(times) / len(times), percentile(times, 0.95), joined, right,
        1e6 * load_s / live, peak,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
