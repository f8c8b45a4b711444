"""Editors' mends: what they ask of repair, and the log."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from wireroom.engine.stories import mends as engine
from wireroom.engine.stories.explain import explain_mend
from wireroom.news.models import Article, Deed, Mend

# What a place says of the deed that put it there; web/reasons says it in the reader's language.
SAID: Final = {
    Deed.MOVE: "moved this here",
    Deed.SPLIT: "parted this here",
    Deed.MERGE: "joined this here",
}


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An editor spiked what is asked for."""


def read_mends(lang: str) -> tuple[engine.Mend, ...]:
    """Return what holds of a language, oldest first, as repair obeys it."""
    rows = Mend.objects.filter(lang=lang, undone_at=None, deed__in=list(SAID)).order_by("pk")
    return tuple(as_wishes(row) for row in rows)


def as_wishes(row: Mend) -> engine.Mend:
    """Return what a mend asks for."""
    return engine.Mend(
        order=row.pk,
        subject=tuple(row.subject),
        together=tuple(row.together),
        apart=tuple(row.apart),
        why=explain_mend(SAID[Deed(row.deed)], row.why),
    )


def is_withdrawn(article_id: int) -> bool:
    """Say whether an article is there and an editor spiked it."""
    return Article.objects.filter(pk=article_id, spiked_at__isnull=False).exists()


def read_log() -> Iterator[Mend]:
    """Yield every mend, the latest first."""
    return Mend.objects.order_by("-pk").iterator(chunk_size=500)
