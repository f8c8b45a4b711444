"""The live stories of one language: find an article's story, file it, forget the old."""

import math
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Final

import numpy as np

from wireroom.engine.stories.bulk import Stored, weigh_all
from wireroom.engine.stories.decide import (
    Decision,
    Model,
    load_model,
    measure_density,
    score_stories,
)
from wireroom.engine.stories.dense import Dense, DenseWeights
from wireroom.engine.stories.explain import (
    explain_copy,
    explain_new,
    explain_shared,
    explain_too_short,
    say_gap,
)
from wireroom.engine.stories.features import Features
from wireroom.engine.stories.live_stories import LiveStories
from wireroom.engine.stories.pairs import (
    UNKNOWN_GAP_H,
    Floats,
    Vector,
    compare,
    gap_signals,
    weigh,
    weigh_again,
)
from wireroom.engine.stories.placed import (
    STORY_WINDOW,
    STORYLINE_WINDOW,
    Nearby,
    Placed,
    Survey,
    hour_at,
    hour_of,
    near_odds,
)
from wireroom.engine.stories.postings import FILED_TERMS, SOUGHT_TERMS, Postings
from wireroom.engine.stories.rarity import Rarity, has_background
from wireroom.engine.stories.terms import base_language

_SOUGHT: Final = 100  # candidates compared,
_WEIGHED: Final = 40  # of which the nearest are weighed: 98.6% meet an earlier report at x60
# A shorter text names a subject, not an event. Headlines of Arabic, Russian and German have four
# or five words: with six required, a fifth of the invented ones stood alone.
_FEWEST_TERMS: Final = 4
_TOGETHER: Final = 500  # stored articles weighed at once: their terms fit in the caches
_NO_CANDIDATE: Final = -99.0  # log odds where nothing at all is near
_PACE_H: Final = 72  # hours over which the stream's pace is taken


class StoryIndex:
    """The stories of one language shard; one writer; the same calls give the same answers."""

    def __init__(
        self, lang: str, *, model: Model | None = None, dense: DenseWeights | None = None
    ) -> None:
        self._base = base_language(lang)
        self._model, self._is_counted = model, has_background(self._base)
        self._dense = Dense(dense) if dense else None
        self._rarity = Rarity(self._base)
        self._postings = Postings()
        self._slots: list[Placed | None] = []
        self._entered = array("d")  # when the article of each slot did
        self._slot_of: dict[int, int] = {}
        self._stories = LiveStories()
        self._hours: Counter[int] = Counter()
        self._weighed: tuple[Features, Vector] | None = None  # the last, while rarities stay

    def use(self, model: Model) -> None:
        """Decide with another model from now on."""
        self._model = model

    def __len__(self) -> int:
        return len(self._slot_of)

    @property
    def is_counted(self) -> bool:
        """Say whether it is known how rare words of the language are."""
        return self._is_counted

    def __contains__(self, article: int) -> bool:
        return article in self._slot_of

    def is_past(self, article: int) -> bool:
        """Say whether the hour in which a live article entered is over: one came in a later."""
        placed = self._placed(article)
        return placed is not None and hour_of(placed.at) < max(self._hours)

    def story_of(self, article: int) -> int | None:
        """Return the story of a live article."""
        placed = self._placed(article)
        return placed.story if placed else None

    def storyline_of(self, story: int) -> int | None:
        """Return the storyline of a live story."""
        return self._stories.storyline_of(story)

    def members_of(self, story: int) -> Collection[int]:
        """Return the live articles of a story."""
        return self._stories.members_of(story)

    def move(self, article: int, story: int, *, storyline: int | None) -> None:
        """Put a live article into another story, as an editor or a repair has it."""
        slot = self._slot_of[article]
        placed = self._slots[slot]
        if placed is None or placed.story == story:
            return
        self._stories.leave(placed)
        moved = placed._replace(story=story)
        self._slots[slot], self._weighed = moved, None
        self._stories.enter(moved, storyline)

    def decide(
        self,
        features: Features,
        *,
        at: datetime,
        outlet: str | None,
        copy_of: Collection[int] = (),
    ) -> Decision:
        """Say where the article belongs, changing nothing.

        `at` is when the article entered the stream (its publication time where known); only
        `features.published_at` counts as evidence. `copy_of` holds keys of placed articles
        that share at least half of the text; a mapping gives the share as its values.
        """
        survey = self.survey(features, at=at)
        copied = self._copied_story(copy_of, at)
        model = self._model_of()
        odds = self._log_odds(survey, survey.signals)
        scores = self._score(odds, survey, at=at, outlet=outlet)
        near = near_odds(odds, survey, at=at, outlet=outlet)
        if copied is not None:
            score = max(0.0, scores.get(copied.story, 0.0) - model.story_threshold)
            why = explain_copy(copy_of, copied.article, say_gap(survey.vector, copied.vector))
            line = self.storyline_of(copied.story)
            return Decision(copied.story, line, score, why, near, copied.article)
        if len(features.keys) < _FEWEST_TERMS:
            return Decision(None, None, _NO_CANDIDATE, explain_too_short())
        best = max(scores, key=lambda story: (scores[story], -story), default=None)
        score = _NO_CANDIDATE if best is None else scores[best] - model.story_threshold
        if best is not None and score > 0:
            why = self._why(survey, features, best)
            return Decision(best, self.storyline_of(best), score, why, near)
        line = self._find_storyline(model, survey)
        return Decision(None, line, score, explain_new(in_storyline=line is not None), near)

    def survey(self, features: Features, *, at: datetime) -> Survey:
        """Find the live articles nearest to this one and measure what they share."""
        vector = self._weigh(features)
        return self._survey(vector, features.dense, *self._compare(vector, at=at), at=at)

    def odds_of(self, article: int, stories: Mapping[int, int] | None = None) -> dict[int, float]:
        """Return what `decide` gives as `near`, for a live article and those now near it."""
        nearby = self.nearby(article)
        return self.odds_beside(nearby, stories) if nearby else {}

    def nearby(self, article: int) -> Nearby | None:
        """Compare a live article with what is near it now.

        Where words are not counted, what entered after the article's hour is left out: its model
        knows no other streams than those that end at the article.
        """
        placed = self._placed(article)
        if placed is None:
            return None
        until = math.inf if self._is_counted else hour_of(placed.at)
        found = self._compare(placed.vector, at=placed.at, until=until)
        return Nearby(placed, *found).without(article)

    def odds_beside(
        self, nearby: Nearby, stories: Mapping[int, int] | None = None
    ) -> dict[int, float]:
        """Return an article's log odds with what is near it, crowded as it is there.

        `stories` says where those stand that stand elsewhere by now: how crowded it is hangs on it.
        """
        placed = nearby.placed
        packed = self._dense.packed_of(placed.article) if self._dense else b""
        near, signals = nearby.near, nearby.signals
        survey = self._survey(placed.vector, packed, near, signals, at=placed.at, stories=stories)
        odds = self._log_odds(survey, survey.signals)
        return near_odds(odds, survey, at=placed.at, outlet=placed.outlet)

    def carried_by(self, article: int, shares: Mapping[int, float]) -> int | None:
        """Return whose text a live article carries, of those that share text with it."""
        placed = self._placed(article)
        copied = self._copied_story(shares, placed.at) if placed else None
        return copied.article if copied else None

    def weigh_anew(self, articles: Iterable[int] | None = None) -> None:
        """Weigh live articles, all unless told which, by what is rare now that others are there."""
        self._weighed = None
        known = self._slot_of if articles is None else articles
        for slot in [self._slot_of[one] for one in known if one in self._slot_of]:
            placed = self._slots[slot]
            if placed is not None:
                vector = weigh_again(placed.vector, self._rarity)
                self._slots[slot] = placed._replace(vector=vector)

    def file_anew(self, articles: Collection[int]) -> None:
        """Weigh live articles anew, and have them found by what is weighty now."""
        self.weigh_anew(articles)
        for article in articles:
            placed = self._placed(article)
            if placed is not None:
                keys, filed = placed.vector.terms["key"], placed.vector.strongest(FILED_TERMS)[0]
                self._postings.file_anew(self._slot_of[article], keys.tolist(), set(filed))

    def _compare(
        self, vector: Vector, *, at: datetime, until: float = math.inf
    ) -> tuple[list[Placed], Floats]:
        """Return what is near, nearest first, and what it shares."""
        keys, values = vector.strongest(SOUGHT_TERMS)
        slots = self._postings.search(keys, values, limit=3 * _SOUGHT)
        found = (self._slots[slot] for slot in slots.tolist())
        live = (p for p in found if p is not None and abs(at - p.at) <= STORYLINE_WINDOW)
        near = [placed for placed in live if hour_of(placed.at) <= until][:_SOUGHT]
        signals = compare(vector, [placed.vector for placed in near])
        order = np.argsort(-signals[:, 0], kind="stable")
        return [near[i] for i in order], signals[order]

    def _survey(
        self,
        vector: Vector,
        packed: bytes,
        near: Sequence[Placed],
        signals: Floats,
        *,
        at: datetime,
        stories: Mapping[int, int] | None = None,
    ) -> Survey:
        near, signals = near[:_WEIGHED], signals[:_WEIGHED]
        known = stories or {}
        around = [known.get(placed.article, placed.story) for placed in near]
        density = measure_density(signals[:, 0], around, per_day=self._per_day(at))
        dense = self._dense.log_odds(packed, [p.article for p in near]) if self._dense else None
        return Survey(vector, near, signals, density, dense)

    def _log_odds(self, survey: Survey, signals: Floats) -> Floats:
        odds = self._model_of().log_odds(signals, survey.density)
        return odds if survey.dense is None else odds + survey.dense

    def _model_of(self) -> Model:
        return self._model or load_model(is_counted=self._is_counted)

    def add(
        self,
        story: int,
        article: int,
        features: Features,
        *,
        at: datetime,
        outlet: str | None,
        storyline: int | None = None,
    ) -> None:
        """File an article under a story; a new story opens its storyline unless one is given.

        Adding a live article again moves it.
        """
        self.remove(article)
        placed = Placed(article, story, at, outlet, self._weigh(features))
        self._postings.file(len(self._slots), placed.vector.strongest(FILED_TERMS)[0])
        self._seat([placed])
        if self._dense:
            self._dense.put(article, features.dense)
        self._rarity.add(features.keys)
        self._weighed = None
        self._stories.enter(placed, storyline)

    def load(self, stored: Sequence[Stored]) -> None:
        """File articles that are not live yet, with the results of adding one after another."""
        if not stored:
            return
        weighed = [
            weigh_all(stored[first : first + _TOGETHER], self._rarity, most=FILED_TERMS)
            for first in range(0, len(stored), _TOGETHER)
        ]
        for number, some in enumerate(weighed):
            first_slot = len(self._slots) + number * _TOGETHER
            self._postings.file_all(first_slot, some.strongest)
        vectors = chain.from_iterable(w.vectors for w in weighed)
        placed = [
            Placed(one.article, one.story, one.at, one.outlet, vector)
            for one, vector in zip(stored, vectors, strict=True)
        ]
        self._seat(placed)
        self._weighed = None
        for one, there in zip(stored, placed, strict=True):
            self._stories.enter(there, one.storyline)
            if self._dense:
                self._dense.put(one.article, one.dense)

    def settle(self) -> None:
        """Sort what was loaded, which the first search would do."""
        self._postings.settle()

    def remove(self, article: int) -> None:
        """Forget an article; unknown keys are ignored."""
        slot = self._slot_of.pop(article, None)
        placed = self._slots[slot] if slot is not None else None
        if slot is None or placed is None:
            return
        self._slots[slot], self._entered[slot] = None, math.inf
        self._weighed = None
        if self._dense:
            self._dense.drop(article)
        self._rarity.remove(placed.vector.terms["key"])
        self._hours[hour_of(placed.at)] -= 1
        self._stories.leave(placed)
        if len(self._slots) > 2 * len(self._slot_of) + 1000:
            self._rebuild()

    def expire(self, before: datetime) -> int:
        """Forget every article that entered before a time; return how many."""
        entered = np.frombuffer(self._entered, np.float64)
        found = np.flatnonzero(entered < before.timestamp()).tolist()
        old = [placed for slot in found if (placed := self._slots[slot]) is not None]
        for placed in old:
            self.remove(placed.article)
        return len(old)

    def _weigh(self, features: Features) -> Vector:
        """Weigh an article's terms; mostly it is decided on first, and filed right after."""
        if self._weighed is None or self._weighed[0] is not features:
            self._weighed = features, weigh(features, self._rarity)
        return self._weighed[1]

    def _seat(self, placed: Sequence[Placed]) -> None:
        """Give articles their slots, and count the hours in which they entered."""
        entered = [one.at.timestamp() for one in placed]
        first = len(self._slots)
        self._slot_of.update((one.article, slot) for slot, one in enumerate(placed, first))
        self._slots.extend(placed)
        self._entered.extend(entered)
        self._hours.update(map(hour_at, entered))

    def _rebuild(self) -> None:
        """Give the slots of forgotten articles back."""
        live = [placed for placed in self._slots if placed is not None]
        alive = np.array([placed is not None for placed in self._slots])
        self._postings.renumber(np.where(alive, np.cumsum(alive) - 1, -1))
        self._slots, self._slot_of, self._entered = [], {}, array("d")
        self._hours.clear()
        self._seat(live)

    def _placed(self, article: int) -> Placed | None:
        slot = self._slot_of.get(article)
        return self._slots[slot] if slot is not None else None

    def _per_day(self, at: datetime) -> float:
        """Return articles a day over the last days."""
        now = hour_of(at)
        return sum(self._hours[hour] for hour in range(now - _PACE_H + 1, now + 1)) * 24 / _PACE_H

    def _score(
        self, odds: Floats, survey: Survey, *, at: datetime, outlet: str | None
    ) -> dict[int, float]:
        within = [i for i, p in enumerate(survey.near) if abs(at - p.at) <= STORY_WINDOW]
        stories = [survey.near[i].story for i in within]
        repeated = {story: self._stories.is_told_by(story, outlet) for story in set(stories)}
        return score_stories(odds[within], stories, repeated=repeated)

    def _find_storyline(self, model: Model, survey: Survey) -> int | None:
        """Return the storyline of the story that would be the same but for the time between."""
        if not survey.near:
            return None
        timeless = survey.signals.copy()
        timeless[:, -2:] = gap_signals(np.array([UNKNOWN_GAP_H]))
        odds = self._log_odds(survey, timeless)
        scores = score_stories(odds, [p.story for p in survey.near], repeated={})
        best = max(scores, key=lambda story: (scores[story], -story))
        if scores[best] <= model.storyline_threshold:
            return None
        return self._stories.storyline_of(best)

    def _copied_story(self, copy_of: Collection[int], at: datetime) -> Placed | None:
        """Return the live copy to follow: the one with the largest share, then the oldest."""
        share = copy_of if isinstance(copy_of, Mapping) else dict.fromkeys(copy_of, 1.0)
        placed = [p for key in share if (p := self._placed(key)) is not None]
        near = [p for p in placed if abs(at - p.at) <= STORY_WINDOW]
        filed = self._slot_of  # in the order of a replay, which keys are not
        return min(near, key=lambda p: (-share[p.article], p.at, filed[p.article]), default=None)

    def _why(self, survey: Survey, features: Features, story: int) -> str:
        row = next(i for i, placed in enumerate(survey.near) if placed.story == story)
        return explain_shared(survey.vector, survey.near[row].vector, features)
