"""The tables of comments and of what moderators decided."""

from wireroom.talk.models.commenters import Ban, Blocked, Commenter
from wireroom.talk.models.comments import (
    Comment,
    CommentRevision,
    Flag,
    RemovedFor,
    State,
)
from wireroom.talk.models.decisions import Decision, Verdict
from wireroom.talk.models.threads import Mode, Thread

__all__ = [
    "Ban",
    "Blocked",
    "Comment",
    "CommentRevision",
    "Commenter",
    "Decision",
    "Flag",
    "Mode",
    "RemovedFor",
    "State",
    "Thread",
    "Verdict",
]
