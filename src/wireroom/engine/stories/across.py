"""Stories of one event in several languages: which of them tell the same, and why we think so."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import nlargest
from operator import mul
from typing import Final

from wireroom.engine.stories.pivots import Pivots, surprise

# Stories of one event in two languages begin within a day or two of each other.
WINDOW: Final = timedelta(days=4)
_UNSEEN: Final = 20  # stories that the rarity of a key counts on top of those there
_CORE_SHARE: Final = 0.34  # of a story's articles that say a key early: then it is about it
# Rarity of names that a story is about, below which sharing them all proves little.
_FEW_NAMES: Final = 6.0
_MOST_KEYS: Final = 600  # of a story, the commonest

SIGNALS: Final = (
    "names",  # log(1 + surprise at the names in both)
    "coverage",  # share by rarity, of the names that one story is about, that stand in the other
    "numbers",  # log(1 + surprise at the numbers in both)
    "kind",  # share of the kinds of events and places early in either that are early in both
    "gap",  # days between the stories
)
# Learned by benchmarks/train_across.py on the sample newsroom, whose events in English and Arabic
# share their towns and people: log odds of "the same event", one weight for each of SIGNALS.
WEIGHTS: Final = (2.79, 1.23, 1.26, 3.82, -3.3)
BIAS: Final = -6.77
# Log odds from which two stories are taken to be one event: a false tie says that reports agree
# which tell of different things, a missed one leaves two stories apart.
SURE: Final = 1.5


@dataclass(slots=True)
class Profile:
    """What the articles of one story say, counted: `early` in headlines and leads alone."""

    lang: str
    cased: bool
    articles: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None
    keys: Counter[str] = field(default_factory=Counter)
    early: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)  # early ones, as written with capitals

    def add(self, pivots: Pivots) -> None:
        """Count one article in."""
        self.articles += 1
        for key, is_early in pivots.keys.items():
            if key in self.keys or len(self.keys) < _MOST_KEYS:
                self.keys[key] += 1
                self.early[key] += is_early
                if is_early and key in pivots.names:
                    self.names.setdefault(key, pivots.names[key])
        if pivots.at is not None:
            self.first_at = min(self.first_at or pivots.at, pivots.at)
            self.last_at = max(self.last_at or pivots.at, pivots.at)

    def is_about(self, key: str) -> bool:
        """Tell whether a good part of the articles say a key early."""
        return self.early[key] >= max(1.0, _CORE_SHARE * self.articles)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two stories share: the values of SIGNALS and the keys that say it most."""

    signals: tuple[float, ...]
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    kinds: tuple[str, ...]


class Rarity:
    """In how many stories of each language a key stands."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {}
        self._stories: Counter[str] = Counter()

    def add(self, lang: str, keys: Iterable[str], *, is_new: bool) -> None:
        """Count keys that a story has not had before."""
        self._counts.setdefault(lang, Counter()).update(keys)
        self._stories[lang] += is_new

    def remove(self, lang: str, keys: Iterable[str]) -> None:
        """Take a whole story back."""
        self._counts[lang].subtract(list(keys))  # of a counter it would take the counts
        self._stories[lang] -= 1

    def of(self, key: str, lang: str) -> float:
        """Return -log of the share of a language's stories that hold a key, 0 at least."""
        known = self._counts.get(lang)
        total = self._stories[lang] + _UNSEEN
        held = known[key] if known else 0
        return math.log((total + 1) / (held + 1))


def likelihood(likeness: Likeness) -> float:
    """Return the log odds that two stories are one event; from SURE on they are taken to be."""
    return float(sum(map(mul, WEIGHTS, likeness.signals), start=BIAS))


def liken(a: Profile, b: Profile, rarity: Rarity) -> Likeness:
    """Measure what two stories of two languages share."""
    cased = a.cased and b.cased
    worth: dict[str, float] = {}
    for key in a.keys.keys() & b.keys.keys():
        rare = min(rarity.of(key, a.lang), rarity.of(key, b.lang))
        place = (1 + (a.early[key] > 0) + (b.early[key] > 0)) / 3
        worth[key] = min(surprise(key, cased=cased), rare) * place
    numbers = {key: value for key, value in worth.items() if key[0] == "#"}
    names = _without_parts({key: value for key, value in worth.items() if key[0] not in "#="})
    kinds = [key for key in worth if key[0] == "=" and a.early[key] and b.early[key]]
    signals = (
        math.log1p(sum(names.values())),
        _coverage(a, b, rarity),
        math.log1p(sum(numbers.values())),
        _share_of_kinds(a, b, kinds),
        _days_apart(a, b),
    )
    return Likeness(signals, _best(names), _best(numbers), tuple(sorted(kinds)))


def _without_parts(names: dict[str, float]) -> dict[str, float]:
    """Return names without what pairs of them count already: the surest of overlapping ones."""
    kept = dict(names)
    for key in names:
        if " " in key:
            parts = [part for part in key.split(" ") if part in kept]
            if parts:
                kept[key] = max(0.0, names[key] - sum(names[part] for part in parts))
    return {key: value for key, value in kept.items() if value > 0}


def _coverage(a: Profile, b: Profile, rarity: Rarity) -> float:
    """Return the mean, over the sides whose names show, of how much of their names both have."""
    shares = []
    for own, other in ((a, b), (b, a)):
        if not own.cased:
            continue
        core = [key for key in own.early if key[0] not in "#=" and own.is_about(key)]
        whole = sum(rarity.of(key, own.lang) for key in core)
        held = sum(rarity.of(key, own.lang) for key in core if key in other.keys)
        shares.append(held / (whole + _FEW_NAMES))
    return sum(shares) / len(shares) if shares else 0.0


def _share_of_kinds(a: Profile, b: Profile, shared: Sequence[str]) -> float:
    own = {key for key in a.early if key[0] == "=" and a.is_about(key)}
    other = {key for key in b.early if key[0] == "=" and b.is_about(key)}
    both = own & other
    return len(both) / max(1, min(len(own), len(other))) if shared else 0.0


def _days_apart(a: Profile, b: Profile) -> float:
    """Return the days between two stories, 0 where they overlap; 1 where a time is not known."""
    if not (a.first_at and a.last_at and b.first_at and b.last_at):
        return 1.0
    gap = max(a.first_at - b.last_at, b.first_at - a.last_at)
    return max(0.0, gap.total_seconds() / 86_400)


def _best(worth: dict[str, float]) -> tuple[str, ...]:
    return tuple(nlargest(3, worth, key=lambda key: (worth[key], key)))
