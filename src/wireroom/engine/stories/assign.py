"""A stream of articles into stories, in order: one index a language, events across them."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from typing import Final

from wireroom.engine.stories.across import WINDOW
from wireroom.engine.stories.events import Events, Tie
from wireroom.engine.stories.explain import explain_across
from wireroom.engine.stories.features import extract_features
from wireroom.engine.stories.index import STORYLINE_WINDOW, StoryIndex
from wireroom.engine.stories.language import guess_language
from wireroom.engine.stories.pivots import find_pivots
from wireroom.engine.types import ArticleText

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_EXPIRE_EVERY: Final = 200  # articles
# One report with a wrong date must neither empty the index nor date its neighbours: the
# stream's own time is the median of the last few.
_RECENT: Final = 9
# Articles of a stream's only language that are kept for when a second one turns up.
_MOST_WAITING: Final = 5_000


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an article went: `story` "s1", "s2" ... and `storyline` "l1" ... in stream order."""

    id: str
    story: str
    storyline: str
    why: str


def place_articles(articles: Iterable[ArticleText]) -> Iterator[Placement]:
    """Place the articles in the order given.

    A language has its own stories; those that tell of one event have the number of the first.
    An article without a time is placed where it stands in the stream: it is compared with
    what is live then, and time counts neither for nor against. Placements never change.
    """
    stream = _Stream()
    waiting: list[ArticleText] = []
    for article in articles:
        waiting.append(article)
        if article.published_at is not None:
            stream.recent.append(article.published_at)
        elif not stream.recent:
            continue  # undated articles before the first dated one share its moment
        yield from map(stream.place, waiting)
        waiting.clear()
    yield from map(stream.place, waiting)


class _Stream:
    """The shards and numbers of one stream."""

    def __init__(self) -> None:
        self.recent: deque[datetime] = deque(maxlen=_RECENT)
        self._shards: dict[str, StoryIndex] = {}
        self._lines: dict[int, int] = {}
        self._articles, self._stories = count(1), count(1)
        self._events = Events()
        self._waiting: deque[tuple[int, ArticleText]] = deque(maxlen=_MOST_WAITING)

    def place(self, article: ArticleText) -> Placement:
        lang = guess_language(article)
        index = self._shards.setdefault(lang, StoryIndex(lang))
        article = replace(article, lang=lang)
        features = extract_features(article)
        at, outlet = article.published_at or self._now(), article.outlet
        decision = index.decide(features, at=at, outlet=outlet)
        story = next(self._stories) if decision.story is None else decision.story
        key, line = next(self._articles), decision.storyline
        index.add(story, key, features, at=at, outlet=outlet, storyline=line)
        self._lines.setdefault(story, index.storyline_of(story) or story)
        if key % _EXPIRE_EVERY == 0:
            self._expire()
        tie = self._tie(story, replace(article, published_at=at))
        event = self._events.event_of(story)
        why = explain_across(tie) if tie and decision.story is None else decision.why
        return Placement(article.id, f"s{event}", f"l{self._lines[event]}", why)

    def _tie(self, story: int, article: ArticleText) -> Tie | None:
        """Look for the event in other languages; a stream of one language costs nothing."""
        self._waiting.append((story, article))
        if len(self._shards) == 1:
            return None
        tie = None
        while self._waiting:
            waiting, text = self._waiting.popleft()
            tie = self._events.add(waiting, find_pivots(text))
        return tie

    def _now(self) -> datetime:
        return sorted(self.recent)[len(self.recent) // 2] if self.recent else _EPOCH

    def _expire(self) -> None:
        for index in self._shards.values():
            index.expire(self._now() - STORYLINE_WINDOW)
        self._events.expire(self._now() - WINDOW)
