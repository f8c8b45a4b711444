"""A page of a story's comments in the thread's order, and the latest of them for a feed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import islice
from operator import itemgetter
from typing import Final

from wireroom.engine.talk.limits import is_trusted
from wireroom.engine.talk.paths import shown_depth
from wireroom.news.queries.rows import Row, Value, moment, moment_if_any, read_rows
from wireroom.talk.models import State
from wireroom.talk.queries.family import Talk

# A page of a hundred long comments is some 300 KB; half of that reads at once on a telephone.
PAGE: Final = 50
_FEED: Final = 50
# Where the columns by which rows are in order stand in them.
_ID, _PATH = 0, 1
_COLUMNS: Final = """
SELECT comment.id, comment.path, comment.text, comment.lang, comment.by_desk, comment.state,
    comment.removed_for, comment.removed_words, comment.made_at, comment.edited_at,
    comment.commenter_id, commenter.name, commenter.made_at, commenter.shown_count,
    commenter.removed_count, parent.id, parent.state, parents.name, comment.story_id,
    comment.revision
FROM talk_comment AS comment
LEFT JOIN talk_commenter AS commenter ON commenter.id = comment.commenter_id
LEFT JOIN talk_comment AS parent ON parent.id = comment.parent_id
LEFT JOIN talk_commenter AS parents ON parents.id = parent.commenter_id
"""
_PAGE: Final = f"""{_COLUMNS}
WHERE comment.story_id = %s
    AND (comment.state <> 'held' OR comment.commenter_id = %s)
    AND comment.path >= COALESCE((SELECT path FROM talk_comment WHERE id = %s), '')
ORDER BY comment.path LIMIT {PAGE + 1}
"""
_BEFORE: Final = f"""
SELECT comment.id, comment.path FROM talk_comment AS comment
WHERE comment.story_id = %s
    AND (comment.state <> 'held' OR comment.commenter_id = %s)
    AND comment.path < (SELECT path FROM talk_comment WHERE id = %s)
ORDER BY comment.path DESC LIMIT {PAGE}
"""
_LATEST: Final = f"""{_COLUMNS}
WHERE comment.story_id = %s AND comment.state = 'shown'
ORDER BY comment.id DESC LIMIT {_FEED}
"""
_ONE: Final = f"{_COLUMNS} WHERE comment.id = %s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The comment that another one answers; without a name where it is not shown."""

    id: int
    name: str
    is_shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Under which name a comment stands; `since` is when it was taken."""

    id: int
    name: str
    since: datetime
    shown: int
    removed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownComment:
    """A comment as pages show it: of one that is not shown, its place and the reason alone.

    `by` is whose it is, by their number as a commenter, even where nobody is told.
    """

    id: int
    story_id: int
    depth: int
    text: str
    lang: str
    by_desk: bool
    state: str
    removed_for: str
    removed_words: str
    made_at: datetime
    edited_at: datetime | None
    revision: int
    by: int | None
    author: Author | None
    answers: Answered | None
    is_blocked: bool = False

    @property
    def is_shown(self) -> bool:
        """Tell whether everybody may read it."""
        return self.state == State.SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadPage:
    """A page of a thread; `later` and `earlier` are comments with which other pages begin."""

    talk: Talk
    comments: tuple[ShownComment, ...]
    later: int | None = None
    earlier: int | None = None
    is_first: bool = True

    def may_be_found(self, *, now: datetime) -> bool:
        """Tell whether search engines may show it: all who speak on it are trusted."""
        authors = (one.author for one in self.comments if one.is_shown)
        return bool(self.comments) and all(
            author is not None
            and is_trusted(author.since, shown=author.shown, removed=author.removed, now=now)
            for author in authors
        )


def read_thread(
    talk: Talk,
    *,
    start: int | None = None,
    viewer: int | None = None,
    blocked: Collection[int] = (),
) -> ThreadPage:
    """Return the comments from one on, or from the first.

    Two queries at most for each story in which they were written: of most, that is one story.

    A `viewer`, by their commenter's number, sees what is held of their own.
    """
    if not talk.is_shown:
        return ThreadPage(talk=talk, comments=())
    values = (viewer, start)
    rows = _read_each(_PAGE, talk, values, PAGE + 1, column=_PATH)
    earlier = _read_each(_BEFORE, talk, values, PAGE, column=_PATH, last=True) if start else []
    shown = tuple(_comment(row, viewer, blocked) for row in rows[:PAGE])
    return ThreadPage(
        talk=talk,
        comments=shown,
        later=rows[PAGE][0] if len(rows) > PAGE else None,
        earlier=earlier[-1][0] if earlier else None,
        is_first=not earlier,
    )


def read_latest(talk: Talk) -> Sequence[ShownComment]:
    """Return a story's latest comments, the latest first."""
    if not talk.is_shown:
        return ()
    rows = _read_each(_LATEST, talk, (), _FEED, column=_ID, last=True)
    return [_comment(row, None, ()) for row in rows]


def _read_each(
    sql: str, talk: Talk, values: Sequence[Value], most: int, *, column: int, last: bool = False
) -> list[Row]:
    """Return the first rows, or the last, of all stories in which comments were written.

    Each story's come in order from an index; of all at once the database would sort whatever
    was ever written.
    """
    rows = (read_rows(sql, (story, *values)) for story in talk.talked)
    return list(islice(merge(*rows, key=itemgetter(column), reverse=last), most))


def read_comment(comment_id: int, *, viewer: int | None = None) -> ShownComment | None:
    """Return one comment as its viewer may see it; None where that is nothing."""
    row = next(iter(read_rows(_ONE, (comment_id,))), None)
    one = _comment(row, viewer, ()) if row else None
    if one is None or (one.state == State.HELD and not is_of(one, viewer)):
        return None
    return one


def is_of(comment: ShownComment, commenter: int | None) -> bool:
    """Tell whether a comment is somebody's own."""
    return commenter is not None and comment.by == commenter


def _comment(row: Row, viewer: int | None, blocked: Collection[int]) -> ShownComment:
    (
        number, path, text, lang, by_desk, state, removed_for, removed_words, made_at, edited_at,
        commenter, name, since, shown, removed, parent, parent_state, parent_name, story, revision,
    ) = row  # fmt: skip
    is_readable = state == State.SHOWN or (state == State.HELD and commenter == viewer)
    author = Author(
        id=commenter, name=name, since=moment(since), shown=shown, removed=removed
    ) if commenter and is_readable else None  # fmt: skip
    return ShownComment(
        id=number, story_id=story, depth=shown_depth(path), lang=lang, by_desk=bool(by_desk),
        text=text if is_readable else "", state=state, removed_for=removed_for,
        removed_words=removed_words, made_at=moment(made_at), edited_at=moment_if_any(edited_at),
        revision=revision, by=commenter, author=author,
        answers=_answered(parent, parent_state, parent_name), is_blocked=commenter in blocked,
    )  # fmt: skip


def _answered(parent: int | None, state: str | None, name: str | None) -> Answered | None:
    if parent is None:
        return None
    is_shown = state == State.SHOWN
    return Answered(id=parent, name=(name or "") if is_shown else "", is_shown=is_shown)
