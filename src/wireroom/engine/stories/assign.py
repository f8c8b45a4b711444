"""A stream of articles into stories, in order: one index a language, events across them."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from itertools import count
from typing import Final, TypeAlias

from wireroom.engine.ports import Embedder
from wireroom.engine.stories.across import WINDOW
from wireroom.engine.stories.decide import Decision
from wireroom.engine.stories.dense import DenseWeights, embed_article
from wireroom.engine.stories.events import Events, Tie
from wireroom.engine.stories.explain import explain_across
from wireroom.engine.stories.features import Features, extract_features
from wireroom.engine.stories.index import StoryIndex
from wireroom.engine.stories.language import guess_language
from wireroom.engine.stories.linkage import SURE, Linkage
from wireroom.engine.stories.pivots import find_pivots
from wireroom.engine.stories.placed import STORY_WINDOW, STORYLINE_WINDOW
from wireroom.engine.stories.replay import look_again
from wireroom.engine.stories.settle import Settled, settle
from wireroom.engine.types import ArticleText

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_EXPIRE_EVERY: Final = 200  # articles
# One report with a wrong date must neither empty the index nor date its neighbours: the
# stream's own time is the median of the last few.
_RECENT: Final = 9
# Linking looks at all articles of two weeks: once a day of the stream is enough, for an article
# is placed for good when it is a week old.
_SETTLE_EVERY: Final = timedelta(days=1)
_LINKED_FOR: Final = 2 * STORY_WINDOW
# Articles of a stream's only language that are kept for when a second one turns up.
_MOST_GIVEN: Final = 5_000


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an article went: `story` "s1", "s2" ... and `storyline` "l1" ... in stream order."""

    id: str
    story: str
    storyline: str
    why: str


def place_articles(
    articles: Iterable[ArticleText],
    *,
    embedder: Embedder | None = None,
    dense: DenseWeights | None = None,
) -> Iterator[Placement]:
    """Place the articles in the order given.

    A language has its own stories; those that tell of one event have the number of the first.
    Each article is assigned as it comes in, linked anew with all that comes within a week, and
    given when nothing near it can change any more: a week later, or at the stream's end.

    An article without a time is placed where it stands in the stream: it is compared with
    what is live then, and time counts neither for nor against. One text that comes again, whole
    or under one address, is one report, however often and with whatever headline.

    With an embedder and what its vectors are worth, these count in the languages it knows.
    """
    stream = _Stream(embedder if dense else None, dense)
    waiting: list[ArticleText] = []
    for article in articles:
        waiting.append(article)
        if article.published_at is not None:
            stream.recent.append(article.published_at)
        elif not stream.recent:
            continue  # undated articles before the first dated one share its moment
        yield from stream.take(waiting)
        waiting.clear()
    yield from stream.take(waiting)
    yield from stream.settle(before=None)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An article that was assigned and is not given yet.

    `at` is its time, else the stream's; `came_at` the stream's, which a wrong date does not turn.
    """

    key: int
    article: ArticleText
    at: datetime
    came_at: datetime


class _Stream:
    """The shards and numbers of one stream."""

    def __init__(self, embedder: Embedder | None, dense: DenseWeights | None) -> None:
        self._embedder, self._dense = embedder, dense
        self.recent: deque[datetime] = deque(maxlen=_RECENT)
        self._shards: dict[str, _Shard] = {}
        self._keys, self._stories, self._lines = count(1), count(1), count(1)
        self._events = Events()
        self._waiting: deque[_Waiting] = deque()
        self._given: deque[tuple[int, ArticleText]] = deque(maxlen=_MOST_GIVEN)
        self._settled_at = _EPOCH
        self._line_of: dict[int, int] = {}  # of an event's first story

    def take(self, articles: Iterable[ArticleText]) -> Iterator[Placement]:
        for article in articles:
            self._assign(article)
            now = self._now()
            if now - self._settled_at >= _SETTLE_EVERY:
                yield from self.settle(before=now - STORY_WINDOW)
                self._settled_at = now

    def _assign(self, article: ArticleText) -> None:
        lang = guess_language(article)
        article = replace(article, lang=lang)
        at = article.published_at or self._now()
        key = next(self._keys)
        features = extract_features(article)
        if self._embedder is not None:
            features = replace(features, dense=embed_article(self._embedder, article))
        shard = self._shards.setdefault(lang, _Shard(lang, self._dense))
        shard.assign(key, article, features, at=at)
        self._waiting.append(_Waiting(key, article, at, self._now()))
        if key % _EXPIRE_EVERY == 0:
            for shard in self._shards.values():
                shard.index.expire(self._now() - STORYLINE_WINDOW)

    def settle(self, *, before: datetime | None) -> Iterator[Placement]:
        """Give what is older than a time, or everything, in the order of the stream."""
        ready = []
        while self._waiting and (before is None or self._waiting[0].came_at < before):
            ready.append(self._waiting.popleft())
        if not ready:
            return
        keys: dict[str, list[int]] = {lang: [] for lang in self._shards}
        for one in ready:
            keys[one.article.lang].append(one.key)
        settled = {lang: shard.settle(keys[lang]) for lang, shard in self._shards.items()}
        for one in ready:
            lang = one.article.lang
            yield self._give(one, self._shards[lang], settled[lang][one.key])
        for shard in self._shards.values():
            shard.forget(before - _LINKED_FOR if before else None)
        if before is not None:
            self._events.expire(before - WINDOW)

    def _give(self, one: _Waiting, shard: "_Shard", place: Settled) -> Placement:
        story = shard.number_of(one.key) or next(self._stories)
        is_new = shard.name(one.key, story)
        tie = self._tie(story, replace(one.article, published_at=one.at))
        event = self._events.event_of(story)
        if event not in self._line_of:
            self._line_of[event] = shard.line_of(one.key, self._lines)
        why = explain_across(tie) if tie and is_new else place.why
        return Placement(one.article.id, f"s{event}", f"l{self._line_of[event]}", why)

    def _tie(self, story: int, article: ArticleText) -> Tie | None:
        """Look for the event in other languages; a stream of one language costs nothing."""
        self._given.append((story, article))
        if len(self._shards) == 1:
            return None
        tie = None
        while self._given:
            number, text = self._given.popleft()
            tie = self._events.add(number, find_pivots(text))
        return tie

    def _now(self) -> datetime:
        return sorted(self.recent)[(len(self.recent) - 1) // 2] if self.recent else _EPOCH


# Characters, some eighty words: shorter texts that come again may be an outlet's notice to who has
# not paid. Those count as one report under one address alone.
_REPORT: Final = 500
_Text: TypeAlias = tuple[str, bytes]  # an address, and what a body leaves of itself


class _Shard:
    """The stories of one language: as they were assigned, linked anew, and given."""

    def __init__(self, lang: str, dense: DenseWeights | None) -> None:
        self.index = StoryIndex(lang, dense=dense)
        self._linkage = Linkage()
        self._decisions: dict[int, Decision] = {}
        self._assigned: dict[int, int] = {}
        self._at: dict[int, datetime] = {}
        self._first_told: dict[_Text, int] = {}
        self._text_of: dict[int, _Text] = {}  # of the first alone
        self._firsts: dict[int, int] = {}
        self._numbers: dict[int, int] = {}  # article that was given -> its story's number
        self._lines: dict[int, int] = {}  # storyline of the index -> number given
        self._line_of: dict[int, int] = {}

    def assign(self, key: int, article: ArticleText, features: Features, *, at: datetime) -> None:
        outlet = article.outlet
        decision = self.index.decide(
            features, at=at, outlet=outlet, copy_of=self._told_before(key, article)
        )
        story = decision.story or key
        self.index.add(story, key, features, at=at, outlet=outlet, storyline=decision.storyline)
        self._linkage.add(key, decision.near)
        self._decisions[key], self._assigned[key], self._at[key] = decision, story, at
        self._line_of[key] = self.index.storyline_of(story) or story

    def _told_before(self, key: int, article: ArticleText) -> dict[int, float]:
        """Return the first article with this text, and that it has all of it."""
        is_report = len(article.body) >= _REPORT
        if not is_report and not (article.url and article.body):
            return {}
        digest = blake2b(article.body.encode("utf-8", "replace")).digest()
        text = "" if is_report or not article.url else article.url, digest
        first = self._first_told.setdefault(text, key)
        if first != key:
            return {first: 1.0}
        self._text_of[key] = text
        return {}

    def settle(self, ready: Collection[int]) -> dict[int, Settled]:
        """Link all that is known anew, those that are about to be given measured once more."""
        copies = [(k, one.copied) for k, one in self._decisions.items() if one.copied is not None]
        if ready:
            sure = self._linkage.groups(self._assigned, copies, above=SURE)
            look_again(self.index, self._linkage, ready, sure)
        self._firsts = self._linkage.groups(self._assigned, copies)
        linked = {
            key: replace(one, near=self._linkage.odds_of(key))
            for key, one in self._decisions.items()
        }
        placed = settle(linked, self._assigned, self._firsts)
        return {one.article: one for one in placed}

    def number_of(self, key: int) -> int | None:
        """Return the number of the story that an article is linked to, None where it is new."""
        return self._numbers.get(self._firsts[key])

    def name(self, key: int, number: int) -> bool:
        """Number an article's story; return whether it had none before."""
        first = self._firsts[key]
        is_new = first not in self._numbers
        self._numbers.setdefault(first, number)
        self._numbers[key] = number
        return is_new

    def line_of(self, key: int, numbers: Iterator[int]) -> int:
        """Return the number of an article's storyline, a new one where it has none yet."""
        line = self._line_of[self._firsts[key]]
        if line not in self._lines:
            self._lines[line] = next(numbers)
        return self._lines[line]

    def forget(self, before: datetime | None) -> None:
        """Forget articles that were given and are older than any that may be linked to them."""
        old = [key for key in self._numbers if before is not None and self._at[key] < before]
        for key in old:
            self._linkage.remove(key)
            del self._decisions[key], self._assigned[key], self._at[key], self._line_of[key]
            del self._numbers[key]
            if key in self._text_of:
                del self._first_told[self._text_of.pop(key)]
