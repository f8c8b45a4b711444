"""Orders: how far stories hang on the order in which articles arrive within an hour.

    ./wireroom bench orders [FILE] [--pace N] [--live N] [--seeds N] [--disguise NAME] [--leads]

Takes the articles of FILE (JSON Lines as for bench stories), or so many invented ones
(benchmarks/news_stream.py), makes the stream N times as dense, and shuffles what arrives in each
hour; disguised, as if nothing were known of their language (benchmarks/disguises.py). Prints
which share of the pairs differs, of all pairs that either order gives, after repair:

- replayed: small languages. Each article enters at any moment of its hour, as one without a time
  of its own does, and the language is replayed.
- renamed: the same, and each order gives the articles other identities, by which a replay goes
  within the hour: what would hang on chance if that were not the same each time.
- linked: large languages. Articles are decided as they arrive, and linked anew along the way.
- streamed: `wireroom stories`, given the articles in the order of arrival.

The stream's own order is run twice, which has to give the very same stories.
"""

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import Final

from benchmarks.disguises import DISGUISES, disguise
from benchmarks.leads import lead_of
from benchmarks.news_stream import NewsStream, as_article
from benchmarks.stories import compress
from benchmarks.table import print_table, state_machine
from wireroom.cli.article_lines import Failures, article_lines
from wireroom.cli.stories import in_stream_order
from wireroom.engine.errors import BadInput
from wireroom.engine.stories.assign import place_articles
from wireroom.engine.stories.features import Features, extract_features
from wireroom.engine.stories.index import StoryIndex
from wireroom.engine.stories.language import guess_language
from wireroom.engine.stories.relink import Relinker
from wireroom.engine.stories.replay import Entrant, replay
from wireroom.engine.types import ArticleText

HOUR: Final = timedelta(hours=1)
_RELINKED_EVERY: Final = 250  # articles: a minute of a large host
_MOST: Final = 4000  # as the stage repair
_MOVED: Final = 1_000_000_000  # stories that linking made, apart from those that articles opened

Stories = Mapping[int, int]  # article -> story
Pairs = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article that has an hour in which it arrives; `number` is its place in the stream."""

    number: int
    article: ArticleText
    features: Features
    lang: str
    hour: datetime

    @property
    def at(self) -> datetime:
        """Return its own time, else when its hour began."""
        return self.article.published_at or self.hour


Way = Callable[[Sequence[Arrival]], Stories]


def main() -> int:
    """Place the stream in several orders, by every way, and compare."""
    parser = argparse.ArgumentParser(prog="wireroom bench orders", description=__doc__)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--pace", type=float, default=60.0, help="how much denser, 60 unless told")
    parser.add_argument("--live", type=int, default=2000, help="invented articles without FILE")
    parser.add_argument("--seeds", type=int, default=3, help="orders beside the stream's own")
    parser.add_argument("--disguise", choices=sorted(DISGUISES), help="hide the language")
    parser.add_argument("--leads", action="store_true", help="cut bodies to two sentences")
    args = parser.parse_args()
    try:
        articles = _read(args.file, live=args.live, pace=args.pace)
    except BadInput as error:
        print(f"wireroom bench orders: {error}", file=sys.stderr)
        return 1
    articles = [lead_of(one) for one in articles] if args.leads else articles
    if args.disguise:
        articles = [disguise(one, args.disguise) for one in articles]
    arrivals = arrive(articles)
    print(state_machine("numpy", "PyStemmer"))
    settled = 0 if args.file else settled_of(args.live)
    hours = {one.hour for one in arrivals[settled:]}
    rows = [
        row
        for name, way in WAYS.items()
        for row in compare(name, way, arrivals, seeds=args.seeds, settled=settled)
    ]
    print_table(
        f"{len(arrivals) - settled:,} articles in {len(hours)} hours",
        ("way", "order", "pairs", "differ %"),
        rows,
    )
    return 0


def _read(path: Path | None, *, live: int, pace: float) -> list[ArticleText]:
    if path is None:
        return invent(live, pace=pace)
    if not path.is_file():
        raise BadInput(f"no file {path}: give JSON Lines of articles, or nothing at all")
    articles = in_stream_order(list(article_lines([str(path)], report=Failures())))
    return compress(articles, pace=pace)


def invent(live: int, *, pace: float, seed: int = 7) -> list[ArticleText]:
    """Return settled reports, and the opening of a stream that is `pace` times as large.

    Those that are settled are of other stories, one of each: they tell an index what is common
    in the invented language, as the background does in a real one.
    """
    stream = NewsStream(int(live * pace), seed=seed)
    reports = list(stream.reports(0, live))
    told = {one.story for one in reports}
    others = {one.story: one for one in stream.reports(live, 3 * live) if one.story not in told}
    count = settled_of(live)
    before = [
        replace(one, at=reports[0].at - HOUR * (count - place) / count)
        for place, one in enumerate(list(others.values())[:count])
    ]
    return [as_article(key, one) for key, one in enumerate([*before, *reports])]


def settled_of(live: int) -> int:
    """Return how many settled reports stand before so many invented ones."""
    return live // 4


def arrive(articles: Sequence[ArticleText]) -> list[Arrival]:
    """Return the articles as they arrive, in the order given."""
    found, last = [], datetime(1970, 1, 1, tzinfo=UTC)
    for number, article in enumerate(articles):
        last = article.published_at or last
        hour = last.replace(minute=0, second=0, microsecond=0)
        lang = guess_language(article)
        found.append(Arrival(number, article, extract_features(article), lang, hour))
    return found


def shuffle(arrivals: Sequence[Arrival], seed: int, *, settled: int) -> list[Arrival]:
    """Return them in another order within each hour, but for those that are settled."""
    order = random.Random(seed)
    rest = sorted(arrivals[settled:], key=lambda one: (one.hour, order.random()))
    return [*arrivals[:settled], *rest]


def compare(
    name: str, way: Way, arrivals: Sequence[Arrival], *, seeds: int, settled: int
) -> Iterator[list[object]]:
    """Yield a row for the stream's own order, run twice, and one for each other order."""
    known = pairs_of(way(arrivals), settled=settled)
    again = pairs_of(way(arrivals), settled=settled)
    yield [name, "its own, again", len(known), f"{100 * share_differing(known, again):.2f}"]
    for seed in range(seeds):
        order = shuffle(arrivals, seed, settled=settled)
        found = pairs_of(way(order), settled=settled)
        yield [name, f"seed {seed}", len(found), f"{100 * share_differing(known, found):.2f}"]


def pairs_of(stories: Stories, *, settled: int) -> Pairs:
    """Return the pairs of articles in one story, those that came before the others left out."""
    members: dict[int, list[int]] = defaultdict(list)
    for article, story in sorted(stories.items()):
        if article >= settled:
            members[story].append(article)
    return frozenset(pair for each in members.values() for pair in combinations(each, 2))


def share_differing(one: Pairs, other: Pairs) -> float:
    """Return the share of pairs that only one of the two has, 0 to 1."""
    return len(one ^ other) / max(1, len(one | other))


def _by_language(arrivals: Sequence[Arrival]) -> Iterator[tuple[str, list[Arrival]]]:
    langs: dict[str, list[Arrival]] = defaultdict(list)
    for one in arrivals:
        langs[one.lang].append(one)
    return iter(langs.items())


def replayed(arrivals: Sequence[Arrival]) -> Stories:
    """Let the articles enter one after another in their hours, and replay each language."""
    return _replay(arrivals, lambda _place, one: f"{one.number:09}")


def renamed(arrivals: Sequence[Arrival]) -> Stories:
    """Do the same, and let each article be named by its place."""
    return _replay(arrivals, lambda place, _one: f"{place:09}")


def _replay(arrivals: Sequence[Arrival], name: Callable[[int, Arrival], str]) -> Stories:
    counts = Counter(one.hour for one in arrivals)
    seen: Counter[datetime] = Counter()
    entrants: dict[str, list[Entrant]] = defaultdict(list)
    for place, one in enumerate(arrivals):
        entered = one.hour + HOUR * seen[one.hour] / counts[one.hour]
        seen[one.hour] += 1
        entrants[one.lang].append(
            Entrant(
                article=one.number,
                features=one.features,
                at=entered,
                order=name(place, one),
                outlet=one.article.outlet,
                copy_of={},
            )
        )
    return {
        one.article: place * _MOVED + one.group
        for place, (lang, own) in enumerate(entrants.items())
        for one in replay(lang, own)
    }


def linked(arrivals: Sequence[Arrival]) -> Stories:
    """Decide on articles as they arrive, linking what was touched anew along the way."""
    shards: dict[str, _Shard] = {}
    for key, one in enumerate(arrivals, 1):  # keys are in order of arrival, as ids of rows are
        shards.setdefault(one.lang, _Shard(one.lang)).take(key, one)
    for shard in shards.values():
        shard.repair()
    return {
        one.number: place * 2 * _MOVED + (shard.index.story_of(key) or 0)
        for place, shard in enumerate(shards.values())
        for key, one in shard.taken.items()
    }


class _Shard:
    """A large language as the pipeline holds it."""

    def __init__(self, lang: str) -> None:
        self.index, self.relinker = StoryIndex(lang), Relinker()
        self.taken: dict[int, Arrival] = {}

    def take(self, key: int, one: Arrival) -> None:
        outlet = one.article.outlet
        decision = self.index.decide(one.features, at=one.at, outlet=outlet)
        story = decision.story or key
        line = decision.storyline
        self.index.add(story, key, one.features, at=one.at, outlet=outlet, storyline=line)
        self.relinker.add(key, decision)
        self.taken[key] = one
        if len(self.taken) % _RELINKED_EVERY == 0:
            self.repair()

    def repair(self) -> None:
        while self.relinker.is_behind:
            for one in self.relinker.relink(self.index, most=_MOST):
                self.index.move(one.article, _MOVED + one.group, storyline=one.line)
            self.relinker.confirm()


def streamed(arrivals: Sequence[Arrival]) -> Stories:
    """Place the articles as `wireroom stories` does."""
    numbers = {one.article.id: one.number for one in arrivals}
    return {
        numbers[placed.id]: int(placed.story[1:])
        for placed in place_articles(one.article for one in arrivals)
    }


WAYS: Final[Mapping[str, Way]] = {
    "replayed": replayed,
    "renamed": renamed,
    "linked": linked,
    "streamed": streamed,
}


if __name__ == "__main__":
    sys.exit(main())
