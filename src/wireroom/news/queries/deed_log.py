"""The desk's log, a page of it at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.news.models import Article, LoggedDeed, Mend, Story, TopicMend

DEEDS_A_PAGE: Final = 50
# Kinds of things that deeds are done to: the word before the point.
KINDS: Final = ("story", "article", "outlet", "letter", "error", "topic", "person", "site")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedLine:
    """A line of the log, what its subject is called now, and whether it can be taken back."""

    row: LoggedDeed
    called: str
    can_be_undone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which lines are asked for; empty where all are."""

    by: str = ""
    kind: str = ""
    outlet: int | None = None
    before: int | None = None


def read_deed_log(asked: Asked, *, limit: int = DEEDS_A_PAGE) -> Sequence[DeedLine]:
    """Return the latest lines asked for: at most five queries."""
    rows = LoggedDeed.objects.order_by("-pk")
    if asked.by:
        rows = rows.filter(made_by=asked.by)
    if asked.kind in KINDS:
        rows = rows.filter(deed__startswith=f"{asked.kind}.")
    if asked.outlet is not None:
        rows = rows.filter(deed__startswith="outlet.", subject=asked.outlet)
    if asked.before is not None:
        rows = rows.filter(pk__lt=asked.before)
    found = list(rows[:limit])
    called, standing, of_topics = _names(found), _standing(found), _standing_topics(found)
    return [
        DeedLine(
            row=row, called=row.name or called.get(row.subject, ""),
            can_be_undone=".undo" not in row.deed
            and row.mend in (of_topics if row.deed.startswith("topic.") else standing),
        )
        for row in found
    ]  # fmt: skip


def _names(rows: Sequence[LoggedDeed]) -> Mapping[int | None, str]:
    """Return what stories are called now: the log itself holds no words of reports."""
    ids = {row.subject for row in rows if row.deed.startswith("story.") and row.subject}
    return dict(Story.objects.filter(pk__in=ids).values_list("pk", "headline"))


def _standing(rows: Sequence[LoggedDeed]) -> set[int | None]:
    """Return the mends that hold and whose articles are kept."""
    asked = {row.mend for row in rows if row.mend and not row.deed.startswith("topic.")}
    mends = Mend.objects.filter(pk__in=asked, undone_at=None)
    held = list(mends)
    named = {article for mend in held if mend.deed == "spike" for article in mend.subject}
    there = set(Article.objects.filter(pk__in=named).values_list("pk", flat=True))
    return {mend.pk for mend in held if mend.deed != "spike" or not there.isdisjoint(mend.subject)}


def _standing_topics(rows: Sequence[LoggedDeed]) -> set[int | None]:
    """Return the mends of topics that hold."""
    asked = {row.mend for row in rows if row.mend and row.deed.startswith("topic.")}
    return set(TopicMend.objects.filter(pk__in=asked, undone_at=None).values_list("pk", flat=True))
