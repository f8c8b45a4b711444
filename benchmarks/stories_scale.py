"""Stories at scale: what an article costs from text to story, the more articles are live.

    ./wireroom bench stories_scale [--live N ...] [--plot OUT.svg]

Fills an index of each size with an invented stream of two weeks (benchmarks/news_stream.py says
how it is made), then takes further reports of it through features, decision and filing, one core.
The sizes take turns, a few articles each, so that whatever else the machine does slows all of them
alike. Also prints how quickly an index was filled from packed features, and the memory it holds.
"""

import argparse
import gc
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

from benchmarks.curve import Point, draw_curve
from benchmarks.news_stream import NewsStream, Report, as_article
from benchmarks.table import held_bytes, percentile, print_table, state_machine
from wireroom.engine.stories.features import extract_features
from wireroom.engine.stories.index import StoryIndex

LIVE: Final = (10_000, 30_000, 100_000, 300_000)
HEAD: Final = ("live", "articles/s", "ms mean", "ms p50", "ms p95", "joined", "load us", "MB held")
_TOGETHER: Final = 16_000
_WARM: Final = 300  # articles before the measured ones: caches of words fill
_TURN: Final = 25  # articles


@dataclass(slots=True)
class Run:
    """An index that was filled, and the milliseconds of each article placed since."""

    live: int
    coming: Iterator[Report]
    index: StoryIndex
    load_us: float
    held: float
    times: list[float] = field(default_factory=list)
    joined: int = 0

    @property
    def mean_ms(self) -> float:
        """The mean once the caches are filled."""
        return sum(self.times[_WARM:]) / len(self.times[_WARM:])

    @property
    def row(self) -> Sequence[object]:
        """The run as a row of the table."""
        times = self.times[_WARM:]
        return (self.live, 1000 / self.mean_ms, self.mean_ms, percentile(times, 0.5),
                percentile(times, 0.95), self.joined, self.load_us, self.held / 1e6)  # fmt: skip

    def place(self, report: Report) -> None:
        """Take one report from its text to its story."""
        key = self.live + len(self.times)
        article = as_article(key, report)
        began = time.process_time()
        features = extract_features(article)
        decision = self.index.decide(features, at=report.at, outlet=report.outlet)
        story = decision.story or 10 * self.live + key
        self.index.add(story, key, features, at=report.at, outlet=report.outlet)
        self.times.append(1000 * (time.process_time() - began))
        self.joined += decision.story is not None


def main() -> int:
    """Fill every size, measure them in turns, print the table and draw the curve."""
    parser = argparse.ArgumentParser(prog="wireroom bench stories_scale", description=__doc__)
    parser.add_argument("--live", type=int, nargs="+", default=LIVE, metavar="N")
    parser.add_argument("--articles", type=int, default=1000, help="articles that are measured")
    parser.add_argument("--plot", type=Path, metavar="OUT.svg")
    args = parser.parse_args()
    print(state_machine("numpy", "PyStemmer"))
    runs = []
    for live in args.live:
        runs.append(fill(live, coming=_WARM + args.articles))
        print(f"{live:,} live, at {runs[-1].load_us:.0f} us", file=sys.stderr, flush=True)
    for _ in range(0, _WARM + args.articles, _TURN):
        for run in runs:
            for report in islice(run.coming, _TURN):
                run.place(report)
    print_table("stories: one article more, from text to story", HEAD, [run.row for run in runs])
    if args.plot:
        points = [Point(run.live, run.mean_ms) for run in runs]
        title = "Milliseconds from an article's text to its story, by live articles"
        args.plot.write_text(draw_curve(points, title=title), "utf-8")
    return 0


def fill(live: int, *, coming: int) -> Run:
    """Fill an index of this size from packed features."""
    gc.collect()
    before = held_bytes()
    stream = NewsStream(live, coming=coming)
    index = StoryIndex("en")
    load_s = 0.0
    for first in range(0, live, _TOGETHER):
        stored = stream.stored(first, min(live, first + _TOGETHER))
        began = time.process_time()
        index.load(stored)
        load_s += time.process_time() - began
    began = time.process_time()
    index.settle()  # as at start: else the first look would
    load_s += time.process_time() - began
    later = stream.reports(live, live + coming)
    del stored
    return Run(live, later, index, 1e6 * load_s / live, held_bytes() - before)


if __name__ == "__main__":
    sys.exit(main())
