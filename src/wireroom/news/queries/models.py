"""What the host sees of the model: the day's counter, its server, and what was withheld."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from wireroom.news.models import ModelDay, ModelServer, Writing


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldSentence:
    """A sentence that a model wrote and no page shows, with the reasons."""

    story: int
    headline: str
    text: str
    why: Sequence[str]


def read_day(day: date) -> Mapping[str, ModelDay]:
    """Return by feature what was asked on a day."""
    return {row.feature: row for row in ModelDay.objects.filter(day=day)}


def read_server(name: str) -> ModelServer:
    """Return what is known of a server: nothing where it was never asked."""
    return ModelServer.objects.filter(name=name).first() or ModelServer(name=name)


def is_open(server: ModelServer, *, now: datetime) -> bool:
    """Tell whether nobody asks the server now."""
    return server.open_until is not None and server.open_until > now


def latest_withheld(*, limit: int) -> Iterator[WithheldSentence]:
    """Yield what was withheld of the stories written last."""
    rows = Writing.objects.filter(written_at__isnull=False).select_related("story")
    for row in rows.order_by("-written_at")[:limit]:
        for one in row.content.get("withheld", ()):
            yield WithheldSentence(
                story=row.story_id, headline=row.story.headline, text=one["text"], why=one["why"]
            )
