"""A stream of articles into stories, in order: one index a language, stable names."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from typing import Final

from wireroom.engine.stories.features import extract_features
from wireroom.engine.stories.index import STORYLINE_WINDOW, StoryIndex
from wireroom.engine.stories.language import guess_language
from wireroom.engine.types import ArticleText

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_EXPIRE_EVERY: Final = 200  # articles
# One report with a wrong date must neither empty the index nor date its neighbours: the
# stream's own time is the median of the last few.
_RECENT: Final = 9


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an article went: `story` "s1", "s2" ... and `storyline` "l1" ... in stream order."""

    id: str
    story: str
    storyline: str
    why: str


def place_articles(articles: Iterable[ArticleText]) -> Iterator[Placement]:
    """Place the articles in the order given; a story holds articles of one language.

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
        self._articles, self._stories = count(1), count(1)

    def place(self, article: ArticleText) -> Placement:
        lang = guess_language(article)
        index = self._shards.setdefault(lang, StoryIndex(lang))
        features = extract_features(replace(article, lang=lang))
        at, outlet = article.published_at or self._now(), article.outlet
        decision = index.decide(features, at=at, outlet=outlet)
        story = next(self._stories) if decision.story is None else decision.story
        key, line = next(self._articles), decision.storyline
        index.add(story, key, features, at=at, outlet=outlet, storyline=line)
        if key % _EXPIRE_EVERY == 0:
            self._expire()
        return Placement(article.id, f"s{story}", f"l{index.storyline_of(story)}", decision.why)

    def _now(self) -> datetime:
        return sorted(self.recent)[len(self.recent) // 2] if self.recent else _EPOCH

    def _expire(self) -> None:
        for index in self._shards.values():
            index.expire(self._now() - STORYLINE_WINDOW)
