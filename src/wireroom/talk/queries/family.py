"""A story's comments wherever they were written: it, and the stories that were merged into it."""

from dataclasses import dataclass
from typing import Final

from wireroom.news.queries.rows import read_rows
from wireroom.talk.models import Mode

# UNION, not UNION ALL: two stories that lead to one another end the walk.
_FAMILY: Final = """
WITH RECURSIVE family(id) AS (
    SELECT CAST(%s AS bigint)
    UNION
    SELECT story.id FROM news_story AS story JOIN family ON story.merged_into_id = family.id
)
SELECT family.id, thread.mode, thread.why, thread.shown_count
FROM family LEFT JOIN talk_thread AS thread ON thread.story_id = family.id
"""
# Where each story leads that somebody commented on; only what is shown has a headline to tell.
_HEADLINES: Final = """
WITH RECURSIVE way(written, id) AS (
    SELECT story_id, story_id FROM talk_comment WHERE commenter_id = %s
    UNION
    SELECT way.written, story.merged_into_id
    FROM way JOIN news_story AS story ON story.id = way.id
    WHERE story.merged_into_id IS NOT NULL AND story.spiked_at IS NULL
)
SELECT way.written, story.headline, story.lang
FROM way JOIN news_story AS story ON story.id = way.id
WHERE story.merged_into_id IS NULL AND story.spiked_at IS NULL AND story.rank IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Headline:
    """What a story is called now."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What holds for a story's comments; `stories` are it and those that were merged into it.

    `talked` are those of them in which comments were written.
    """

    story_id: int
    stories: tuple[int, ...]
    talked: tuple[int, ...]
    mode: str = Mode.OPEN
    why: str = ""
    count: int = 0

    @property
    def is_shown(self) -> bool:
        """Tell whether the comments may be read at all."""
        return self.mode != Mode.CLOSED

    @property
    def is_open(self) -> bool:
        """Tell whether everybody may write."""
        return self.mode in (Mode.OPEN, Mode.SLOW)


def read_talk(story_id: int) -> Talk:
    """Return a story's talk, in one query."""
    rows = read_rows(_FAMILY, (story_id,))
    own = next((row for row in rows if row[0] == story_id and row[1]), None)
    mode, why = (own[1], own[2]) if own else (Mode.OPEN.value, "")
    return Talk(
        story_id=story_id,
        stories=tuple(row[0] for row in rows),
        talked=tuple(row[0] for row in rows if row[1]),
        mode=mode,
        why=why,
        count=0 if mode == Mode.CLOSED else sum(row[3] or 0 for row in rows),
    )


def read_headlines(commenter_id: int) -> dict[int, Headline]:
    """Return what the stories are called on which somebody commented, by the stories' numbers.

    One that was merged is called as what it went into; one that was withdrawn is left out.
    """
    rows = read_rows(_HEADLINES, (commenter_id,))
    return {written: Headline(text, lang) for written, text, lang in rows}
