"""Events told in several languages: stories tied together as their articles come in."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import nsmallest
from itertools import product
from typing import Final

from wireroom.engine.stories.across import (
    SURE,
    WINDOW,
    Likeness,
    Profile,
    Rarity,
    likelihood,
    liken,
)
from wireroom.engine.stories.pivots import Pivots, surprise

_SOUGHT: Final = 12  # candidates compared, those with most keys in common
_FEWEST_SHARED: Final = 2  # early keys in common, by which a candidate is found
_CROWDED: Final = 300  # stories that say a key early, past which it leads to none of them
_TELLING: Final = 1.0  # surprise of a key that candidates are found by


@dataclass(frozen=True, slots=True)
class Tie:
    """A story of another language that tells the same event, and what says so.

    `names` are the shared ones as the language with capitals writes them.
    """

    story: int
    score: float
    likeness: Likeness
    names: tuple[str, ...] = ()


class Events:
    """The live stories of all languages and which of them are one event.

    Numbers of stories are the caller's, each of one language. An event holds one story of each
    language at most: two of one language are two events, or their own shard would have joined
    them.
    """

    def __init__(self) -> None:
        self._profiles: dict[int, Profile] = {}
        # Language -> early key -> stories: candidates are of other languages alone.
        self._filed: dict[str, dict[str, dict[int, None]]] = {}
        self._event_of: dict[int, int] = {}
        self._stories_of: dict[int, list[int]] = {}
        self._rarity = Rarity()
        self._apart: set[frozenset[int]] = set()

    def __contains__(self, story: int) -> bool:
        return story in self._profiles

    def event_of(self, story: int) -> int:
        """Return the number of a story's event: that of its first story."""
        return self._event_of.get(story, story)

    def is_shared(self, story: int) -> bool:
        """Tell whether a story's event is told in other languages, too."""
        return len(self._stories_of.get(self.event_of(story), ())) > 1

    def add(self, story: int, pivots: Pivots) -> Tie | None:
        """Count an article into its story; return the tie where this joins two events."""
        self.count(story, pivots)
        return self.tie(story)

    def count(self, story: int, pivots: Pivots) -> None:
        """Count an article into its story, tied or not."""
        profile = self._profiles.get(story)
        is_new = profile is None
        if profile is None:
            profile = self._profiles[story] = Profile(pivots.lang, pivots.cased)
            if story not in self._event_of:  # else it was forgotten for a while
                self._event_of[story] = story
                self._stories_of[story] = [story]
        known = set(profile.keys)
        profile.add(pivots)
        self._rarity.add(profile.lang, profile.keys.keys() - known, is_new=is_new)
        filed = self._filed.setdefault(profile.lang, {})
        for key, is_early in pivots.keys.items():
            if is_early and _is_telling(key) and key in profile.keys:
                filed.setdefault(key, {})[story] = None

    def bind(self, one: int, other: int) -> bool:
        """Make two stories one event; return whether that can be (see the class)."""
        return self._join(one, other)

    def keep_apart(self, one: int, other: int) -> bool:
        """Never tie two stories; return whether that can be, as they are not tied already."""
        if self.event_of(one) == self.event_of(other):
            return False
        self._apart.add(frozenset((one, other)))
        return True

    def near(self, story: int) -> list[int]:
        """Return stories of other languages, near in time, that may tell of the same event."""
        profile = self._profiles[story]
        return self._candidates(profile, self._filed.keys() - {profile.lang})

    def expire(self, before: datetime) -> None:
        """Forget stories whose last article is older; what they were tied to stays so."""
        old = [
            story
            for story, profile in self._profiles.items()
            if profile.last_at is not None and profile.last_at < before
        ]
        for story in old:
            self._forget(story)

    def _forget(self, story: int) -> None:
        profile = self._profiles.pop(story)
        self._rarity.remove(profile.lang, profile.keys)
        filed = self._filed[profile.lang]
        for key in profile.early.keys() & filed.keys():
            filed[key].pop(story, None)
            if not filed[key]:
                del filed[key]

    def tie(self, story: int) -> Tie | None:
        """Tie a story to the likeliest of another language that finds it the likeliest, too."""
        profile = self._profiles[story]
        event = self._event_of[story]
        taken = {self._lang_of(other) for other in self._stories_of[event]}
        for tie in self._likeliest(profile, self._filed.keys() - taken):
            other = self._profiles[tie.story]
            back = next(iter(self._likeliest(other, [profile.lang])), None)
            if back is not None and back.story == story and self._join(story, tie.story):
                return tie
        return None

    def _join(self, story: int, other: int) -> bool:
        one, two = sorted((self._event_of[story], self._event_of[other]))
        ours, theirs = self._stories_of[one], self._stories_of[two]
        langs = Counter(map(self._lang_of, (*ours, *theirs)))
        if one == two or max(langs.values()) > 1:
            return False
        if self._apart and any(frozenset(pair) in self._apart for pair in product(ours, theirs)):
            return False
        for moved in theirs:
            self._event_of[moved] = one
        self._stories_of[one] = [*ours, *theirs]
        del self._stories_of[two]
        return True

    def _lang_of(self, story: int) -> str:
        profile = self._profiles.get(story)
        return profile.lang if profile else f"#{story}"  # forgotten: in nobody's way

    def _likeliest(self, profile: Profile, langs: Iterable[str]) -> Sequence[Tie]:
        """Return the stories of some languages likely to be the same event, likeliest first."""
        found = []
        for other in self._candidates(profile, langs):
            theirs = self._profiles[other]
            likeness = liken(profile, theirs, self._rarity)
            score = likelihood(likeness)
            if score >= SURE:
                written = profile.names | theirs.names
                names = [written[key] for key in likeness.names if key in written]
                found.append(Tie(other, score, likeness, tuple(names)))
        return sorted(found, key=lambda tie: (-tie.score, tie.story))

    def _candidates(self, profile: Profile, langs: Iterable[str]) -> list[int]:
        """Return the stories near in time that share most early keys, most first."""
        early = [key for key, count in profile.early.items() if count and _is_telling(key)]
        shared: Counter[int] = Counter()
        for filed in (self._filed[lang] for lang in langs):
            for key in early:
                stories = filed.get(key)
                if stories is not None and len(stories) <= _CROWDED:
                    shared.update(stories.keys())
        enough = [story for story, count in shared.items() if count >= _FEWEST_SHARED]
        near = (story for story in enough if _are_near(profile, self._profiles[story]))
        return nsmallest(_SOUGHT, near, key=lambda story: (-shared[story], story))


def _is_telling(key: str) -> bool:
    return key[0] != "=" and surprise(key, cased=False) >= _TELLING


def _are_near(a: Profile, b: Profile) -> bool:
    if not (a.first_at and a.last_at and b.first_at and b.last_at):
        return True
    return max(a.first_at - b.last_at, b.first_at - a.last_at) <= WINDOW
