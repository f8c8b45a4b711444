"""All that the tables of reading hold of a person, as they may take it along."""

from collections.abc import Iterator
from typing import Any, Final

from django.db.models import Model

from wireroom.people.models import Person
from wireroom.reading.models import (
    Alerted,
    AlertWishes,
    Block,
    Device,
    Follow,
    Highlight,
    Muted,
    ReadLanguages,
    Saved,
    Seen,
    Undelivered,
)
from wireroom.reading.queries.highlights import every_highlight

_ARTICLE: Final = {"article": "article_id", "headline": "article__headline", "url": "article__url"}
# What a table is called in the export, and what stands there of each row.
KEPT: Final[dict[str, tuple[type[Model], dict[str, str]]]] = {
    "saved": (Saved, {**_ARTICLE, "story": "story_id", "story_headline": "story__headline",
                      "at": "at"}),
    "follows": (Follow, {"story": "story_id", "story_headline": "story__headline",
                         "topic": "topic_id", "topic_name": "topic__name", "outlet": "outlet_id",
                         "outlet_name": "outlet__name", "search": "words", "alert": "alert",
                         "at": "at"}),
    "blocked": (Block, {"outlet": "outlet_id", "outlet_name": "outlet__name", "at": "at"}),
    "muted": (Muted, {"words": "words", "exceptions": "exceptions", "at": "at"}),
    "highlights": (Highlight, {**_ARTICLE, "revision": "revision", "start": "start", "end": "end",
                               "words": "words", "note": "note", "at": "at"}),
    "seen": (Seen, {"story": "story_id", "story_headline": "story__headline", "at": "at"}),
    "undelivered": (Undelivered, {name: name for name in (
        "way", "device_id", "story_id", "named", "server", "reason", "error", "attempts",
        "due_at", "at", "failed_at")}),
    "languages": (ReadLanguages, {"read": "languages"}),
    "alert_wishes": (AlertWishes, {name: name for name in (
        "digest", "hour", "weekday", "zone", "lang", "quiet_from", "quiet_until", "most_daily",
        "digest_due_at", "digested_at", "failures", "refusals", "alerts_due_at",
        "alerted_at",
    )}),
    "devices": (Device, {"endpoint": "endpoint", "p256dh": "p256dh", "auth": "auth", "at": "at"}),
    "alerted": (Alerted, {"story": "story_id", "story_headline": "story__headline",
                          "voices": "voices", "at": "at"}),
}  # fmt: skip
# What is left out of a row once what it names was withdrawn.
_LEFT_OUT: Final = {
    "article": ("headline", "url", "words"),
    "story": ("story_headline",),
}
_AT_ONCE: Final = 500


def every_row(person: Person, name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of one table that are a person's, the oldest first; empty columns are left
    out. Withdrawn reports and stories keep their number alone, and highlights whose outlet lets
    the words be shown no longer keep their place.
    """
    model, columns = KEPT[name]
    own = model._default_manager.filter(person=person).order_by("pk")
    unshown = _unshown(person) if model is Highlight else frozenset()
    named = {f"{one}__spiked_at": keys for one, keys in _LEFT_OUT.items() if one in columns}
    for row in own.values("pk", *columns.values(), *named).iterator(chunk_size=_AT_ONCE):
        left_out = [key for spiked, keys in named.items() if row[spiked] for key in keys]
        if row["pk"] in unshown:
            left_out.append("words")
        yield {
            key: row[column]
            for key, column in columns.items()
            if row[column] not in (None, "") and key not in left_out
        }


def _unshown(person: Person) -> frozenset[int]:
    """Return the numbers of highlights whose words may not be shown."""
    marked = every_highlight(person, has_blocked=True)
    return frozenset(one.id for one in marked if not one.words)
