"""Emptying what held a report that was taken down, where the row itself has to stay."""

from collections.abc import Collection
from datetime import datetime

from wireroom.news.identity import url_identity
from wireroom.news.models import (
    Entry,
    Page,
    PageContent,
    RareName,
    Story,
    StoryTopic,
    TakenDown,
    Transcript,
)


def empty_pages(pages: Collection[int]) -> None:
    """Delete the bytes of pages and what was announced of them; they are not fetched again."""
    PageContent.objects.filter(page__in=pages).delete()
    Transcript.objects.filter(page__in=pages).delete()
    Entry.objects.filter(page__in=pages).update(title="")
    Page.objects.filter(pk__in=pages).update(
        title="", summary="", content_hash="", etag="", last_modified="", health_note="",
        last_error="", step="", due_at=None, lease="",
    )  # fmt: skip


def keep_page_away(page: Page, article: int, *, now: datetime) -> None:
    """Empty a page on which a report was met that was taken down, and fetch its address no more."""
    empty_pages([page.pk])
    TakenDown.objects.bulk_create(
        [TakenDown(key=url_identity(page.url), article=article, taken_at=now)],
        ignore_conflicts=True,
    )


def empty_faces(led: Collection[int], articles: Collection[int]) -> None:
    """Clear the words of reports from stories that they led; what has coverage has a new face.

    A story that was emptied keeps its last face for the desk's log, and one that was merged before
    has its lead still.
    """
    RareName.objects.filter(story__in=led).delete()
    Story.objects.filter(pk__in=led).update(rare_names=[])  # publishing finds its new lead's
    Story.objects.filter(pk__in=led, lead__in=articles).update(
        headline="", outlet_names=[], section="", event_why={}
    )


def empty_topics(stories: Collection[int], articles: Collection[int]) -> None:
    """Take the words of reports from stories' topics; tagging finds anew which these are."""
    gone = set(articles)
    for row in StoryTopic.objects.filter(story__in=stories):
        kept = [one for one in row.mentions if one[1] not in gone]
        if not kept:
            row.delete()
        elif len(kept) < len(row.mentions):
            row.mentions = kept
            row.save(update_fields=["mentions"])
