"""What a person is quoted with, story by story, the latest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from wireroom.news.queries.brief import ShownQuote, show_quotes
from wireroom.news.queries.cards import StoryCard, story_card
from wireroom.news.queries.cited import cite_reports
from wireroom.news.queries.columns import STORY_END, as_story
from wireroom.news.queries.coverage import read_reports
from wireroom.news.queries.cursors import TimeCursor
from wireroom.news.queries.rows import Row, moment
from wireroom.news.queries.topic import cited_in, quotes_of, read_stories_of
from wireroom.news.queries.topics import TopicCard

# A page reads so many stories, whether they quote the person or not, and ends with the story that
# makes its quotes enough.
_STORIES: Final = 60
_ENOUGH: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedIn:
    """A story, and what its reports quote of the person."""

    story: StoryCard
    quotes: tuple[ShownQuote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicQuotes:
    """A page of quotes; `older` is where the next one begins."""

    topic: TopicCard
    stories: tuple[QuotedIn, ...]
    older: TimeCursor | None


def read_topic_quotes(
    topic: TopicCard, languages: Sequence[str], *, before: TimeCursor | None = None
) -> TopicQuotes:
    """Return what stories of some languages quote of a person: three queries."""
    rows = read_stories_of(topic, languages, before, _STORIES + 1)
    kept = _enough(topic, rows[:_STORIES])
    quotes = [quote for _row, found in kept for quote in found]
    citing = cite_reports(read_reports(set(cited_in(quotes))))
    stories = tuple(
        QuotedIn(story=story_card(as_story(row)), quotes=shown)
        for row, found in kept
        if (shown := show_quotes(found, citing))
    )
    last = kept[-1][0] if len(kept) < len(rows) else None
    older = TimeCursor(moment(last[STORY_END]), last[0]) if last else None
    return TopicQuotes(topic=topic, stories=stories, older=older)


def _enough(topic: TopicCard, rows: Sequence[Row]) -> list[tuple[Row, list[dict[str, Any]]]]:
    """Return stories with their quotes, up to the one that makes these enough."""
    kept: list[tuple[Row, list[dict[str, Any]]]] = []
    count = 0
    for row in rows:
        found = list(quotes_of(topic, [row]))
        kept.append((row, found))
        count += len(found)
        if count >= _ENOUGH:
            break
    return kept
