"""Damaged feeds, sitemaps, lists and pages: none may crash its reader or hold it up.

What is read of feeds is read by feedparser alone, too, and must come to the same.
"""

import argparse
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Final

from benchmarks.feed_samples import MAKERS
from benchmarks.mutations import MUTATIONS
from benchmarks.table import print_table, state_machine
from wireroom.engine.errors import WireroomError
from wireroom.engine.feeds.discover import discover_feeds
from wireroom.engine.feeds.opml import read_opml
from wireroom.engine.feeds.parse import parse_feed

HEAD: Final = ("what", "cases", "read", "refused", "crashes", "late", "unlike")
_URLS: Final = (None, "https://gazette.example/rss?x=1", "http://tide.example:8080/feed.xml")
_LIMIT_S: Final = 5.0  # of processor time for one case
# Most damage makes XML ill-formed; half of the cases are strange, but whole.
_WHOLE: Final = 0.5


class LateError(Exception):
    """The time limit of one case is over."""


def take(kind: str, raw: bytes, url: str | None, tally: Counter[str]) -> None:
    """Read one case and count what became of it."""
    tally["cases"] += 1
    signal.setitimer(signal.ITIMER_PROF, _LIMIT_S)
    try:
        _READERS[kind](raw, url)
        if kind == "feed":
            _compare(raw, url, tally)
        tally["read"] += 1
    except WireroomError:
        tally["refused"] += 1
    except LateError:
        tally["late"] += 1
        print(f"late: {kind} {url}: {raw[:3000]!r}", file=sys.stderr)
    except Exception as error:  # noqa: BLE001 - crashes are what is looked for
        tally["crashes"] += 1
        print(f"crash: {type(error).__name__}: {error}: {url} {raw[:3000]!r}", file=sys.stderr)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _compare(raw: bytes, url: str | None, tally: Counter[str]) -> None:
    by_tree, by_feedparser = (parse_feed(raw, url=url, by_tree=way) for way in (True, False))
    if by_tree != by_feedparser:
        tally["unlike"] += 1
        print(f"unlike: {url}: {raw!r}\n  {by_tree}\n  {by_feedparser}", file=sys.stderr)


def _list(raw: bytes, url: str | None) -> object:
    return read_opml(raw)


def _page(raw: bytes, url: str | None) -> object:
    return discover_feeds(raw, url=url or "https://gazette.example/")


def _feed(raw: bytes, url: str | None) -> object:
    return parse_feed(raw, url=url)


_READERS: Final[dict[str, Callable[[bytes, str | None], object]]] = {
    "feed": _feed, "json": _feed, "sitemap": _feed, "opml": _list, "page": _page,
}  # fmt: skip


def _late(number: int, frame: FrameType | None) -> None:
    raise LateError


def run(cases: int, first: int, for_s: float) -> dict[str, Counter[str]]:
    """Make and read cases `first` to `first + cases`, the same ones each time."""
    signal.signal(signal.SIGPROF, _late)
    tallies = {kind: Counter[str]() for kind in MAKERS}
    changes = list(MUTATIONS.values())
    end = time.monotonic() + for_s
    for number in range(first, first + cases):
        if time.monotonic() > end:
            break
        chance = random.Random(number)
        kind = chance.choice(list(MAKERS))
        raw = MAKERS[kind](chance).encode()
        if chance.random() > _WHOLE:
            raw = chance.choice(changes)(raw, chance)
        take(kind, raw, chance.choice(_URLS), tallies[kind])
    return tallies


def main(words: Sequence[str] | None = None) -> int:
    """Print what became of the cases; 1 where one crashed, was late or was read two ways."""
    parser = argparse.ArgumentParser(prog="bench mutated_feeds", description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first case")
    parser.add_argument("--for-s", type=float, default=3_600, help="seconds for all")
    args = parser.parse_args(words)
    tallies = run(args.cases, args.first, args.for_s)
    rows = [(kind, *(tally[name] for name in HEAD[1:])) for kind, tally in tallies.items()]
    print(state_machine("feedparser"))
    print_table("Damaged feeds, sitemaps, lists and pages", HEAD, rows)
    return int(any(t["crashes"] or t["late"] or t["unlike"] for t in tallies.values()))


if __name__ == "__main__":
    sys.exit(main())
