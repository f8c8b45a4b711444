"""Transcripts of recordings: what is kept of them, and which are still to be asked for."""

from collections.abc import Iterable
from typing import Final

from wireroom.engine.transcripts.report import TEXTLESS, GivenTranscript
from wireroom.engine.types import TranscriptKind
from wireroom.news.models import Page, Transcript

# What a page may be for its transcript to stand in: no report, or a recording itself.
SPEECHLESS: Final = frozenset({*(health.value for health in TEXTLESS), "not_a_page", "not_text"})


def kept_transcript(page: Page) -> GivenTranscript | None:
    """Return what a page's reader gets of its transcript; None where nothing is at hand yet."""
    kept: Transcript | None = getattr(page, "transcript", None)
    if kept is None:
        return None
    is_page = kept.url == page.url
    if not kept.deflated and not is_page:
        return None
    return GivenTranscript(
        kind=TranscriptKind(kept.kind),
        deflated=bytes(kept.deflated),
        content_type=kept.content_type,
        terms=kept.terms,
        is_page=is_page,
    )


def to_be_heard(healths: Iterable[tuple[Page, str]]) -> set[int]:
    """Return the pages without a text whose transcripts were not asked for: a query, if any."""
    ids = [page.pk for page, health in healths if health in SPEECHLESS]
    waiting = Transcript.objects.filter(page__in=ids, asked_at=None)
    return set(waiting.values_list("page_id", flat=True)) if ids else set()
