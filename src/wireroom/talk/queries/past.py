"""What the rules ask of somebody who comments: how often lately, what before, and the story."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from wireroom.engine.moderation.assessment import Context, Earlier
from wireroom.engine.talk.limits import DAY, Past
from wireroom.news.queries.rows import marks, read_rows
from wireroom.talk.models import Comment, Commenter

# More than anybody may write in a day.
_MOST_COMMENTS: Final = 100
# Earlier comments with which a new one is compared: repeats come close together.
_EARLIER: Final = 10
# What is read of a story: enough for its names and words, and no book.
_REPORTS: Final = 8
_CHARS: Final = 4_000
_STORY: Final = f"""
SELECT article.headline, article.standfirst, substr(text.body, 1, {_CHARS})
FROM news_membership AS place
JOIN news_article AS article ON article.id = place.article_id
LEFT JOIN news_revision AS text
    ON text.article_id = article.id AND text.number = article.revision_count
WHERE place.story_id IN ({{stories}})
ORDER BY article.sort_at DESC, article.id LIMIT {_REPORTS}
"""


def read_past(commenter: Commenter, stories: Sequence[int], *, now: datetime) -> Past:
    """Return how often somebody commented within a day, deleted comments counted."""
    of_day = Comment.objects.filter(commenter=commenter, made_at__gt=now - DAY)
    rows = of_day.order_by("-made_at").values_list("made_at", "story_id")[:_MOST_COMMENTS]
    lately = list(rows)
    return Past(
        joined_at=commenter.person.joined_at,
        commented_at=[at for at, _ in lately],
        last_here=next((at for at, story in lately if story in stories), None),
    )


def read_context(
    commenter: Commenter, stories: Sequence[int], *, now: datetime, but: int = 0
) -> Context:
    """Return what the scorer is told beside a comment's text: story, earlier comments, age."""
    rows = read_rows(_STORY.format(stories=marks(stories)), stories)
    earlier = Comment.objects.filter(commenter=commenter).exclude(pk=but).exclude(text="")
    latest = earlier.order_by("-made_at").values_list("text", "made_at")[:_EARLIER]
    return Context(
        story=tuple(text for row in rows for text in row if text),
        earlier=tuple(Earlier(text, at) for text, at in latest),
        at=now,
        account_age_s=(now - commenter.person.joined_at).total_seconds(),
    )
