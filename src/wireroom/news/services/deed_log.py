"""Adding to the desk's log: who did what to what, when and why, and how it was before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from wireroom.news.models import LoggedDeed


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who does something at the desk, when, and for what reason."""

    who: str
    now: datetime
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was done to one thing; `before` and `after` hold what changed alone.

    No words of a report stand in it: they would outlive its being taken down.
    """

    deed: str
    subject: int | None = None
    name: str = ""
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    mend: int | None = None


def log_deed(done: Done, *, by: By) -> LoggedDeed:
    """Add a deed to the log; inside the transaction that does it."""
    return LoggedDeed.objects.create(
        made_at=by.now,
        made_by=by.who[:254],
        why=" ".join(by.why.split())[:400],
        deed=done.deed,
        subject=done.subject,
        name=" ".join(done.name.split())[:300],
        before=dict(done.before),
        after=dict(done.after),
        mend=done.mend,
    )
