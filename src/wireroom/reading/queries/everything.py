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
)

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
_AT_ONCE: Final = 500


def every_row(person: Person, name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of one table that are a person's, the oldest first; empty columns are left
    out. Withdrawn reports keep their number alone.
    """
    model, columns = KEPT[name]
    own = model._default_manager.filter(person=person).order_by("pk")
    withdrawn = "article__spiked_at" if "article" in columns else "pk"
    for row in own.values(*columns.values(), withdrawn).iterator(chunk_size=_AT_ONCE):
        is_gone = "article" in columns and row["article__spiked_at"] is not None
        yield {
            key: row[column]
            for key, column in columns.items()
            if row[column] not in (None, "")
            if not (is_gone and key in ("headline", "url", "words"))
        }
