"""The tables that a live run starts from: outlets, an archive in its stories, pages to be read."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypeAlias

from django.core.management import call_command
from django.db import transaction

from benchmarks.assign_live_reports import Told
from wireroom.engine.types import Article as ReadArticle
from wireroom.news.identity import headline_key, url_identity
from wireroom.news.mapping import article_columns, revision_columns
from wireroom.news.models import (
    Article,
    ArticlePrints,
    Membership,
    Outlet,
    Page,
    Revision,
    Story,
    Storyline,
)

Stories: TypeAlias = dict[int, int]


def make_tables() -> None:
    """Make the tables of a new database."""
    call_command("migrate", verbosity=0)


@transaction.atomic
def fill_archive(told: Sequence[Told], known: Stories, *, now: datetime) -> None:
    """Write reports as they stand after the pipeline is done with them, in their true stories.

    `known` are the rows of the stories so far, by the stream's numbers.
    """
    outlets = _outlets(told)
    pages = _pages(told, outlets, now=now)
    articles = Article.objects.bulk_create(
        [_article(one.reading.article, page) for one, page in zip(told, pages, strict=True)]
    )
    Revision.objects.bulk_create(
        [
            Revision(
                article=row, number=1, seen_at=row.sort_at, **revision_columns(one.reading.article)
            )
            for row, one in zip(articles, told, strict=True)
        ]
    )
    ArticlePrints.objects.bulk_create(
        [
            ArticlePrints(
                article=row,
                copy_prints=one.reading.copy_prints,
                story_features=one.reading.story_features,
                pivots=one.reading.pivots,
                attributions=one.reading.attributions,
            )
            for row, one in zip(articles, told, strict=True)
        ]
    )
    _stories(told, articles, known)
    Membership.objects.bulk_create(
        [
            Membership(article=row, story_id=known[one.story], assigned_at=row.sort_at)
            for row, one in zip(articles, told, strict=True)
        ]
    )


def make_pages(told: Sequence[Told], *, lease: str, now: datetime) -> list[Page]:
    """Write the pages of reports to come, claimed by an extract stage that is not there."""
    outlets = _outlets(told)
    later = now + timedelta(days=1)
    return _pages(told, outlets, now=now, step="extract", lease=lease, due_at=later)


def _outlets(told: Sequence[Told]) -> dict[str, Outlet]:
    names = sorted({one.outlet for one in told})
    Outlet.objects.bulk_create(
        [
            Outlet(
                slug=name.lower().replace(" ", "-"),
                name=name,
                name_key=name.lower(),
                home_url=f"https://{name.lower().replace(' ', '')}.example/",
                lang="en",
            )
            for name in names
        ],
        ignore_conflicts=True,
    )
    return {row.name: row for row in Outlet.objects.filter(name__in=names)}


def _pages(
    told: Sequence[Told], outlets: dict[str, Outlet], *, now: datetime, **columns: object
) -> list[Page]:
    return Page.objects.bulk_create(
        [
            Page(
                outlet=outlets[one.outlet],
                url=f"{outlets[one.outlet].home_url}{one.reading.article.id}",
                seen_at=now,
                fetched_at=now,
                **columns,
            )
            for one in told
        ]
    )


def _article(read: ReadArticle, page: Page) -> Article:
    at = read.published or page.seen_at
    columns = article_columns(read, headline_key=headline_key(read.title), seen_at=at)
    return Article(
        page=page,
        outlet=page.outlet,
        identity=url_identity(page.url),
        url=page.url,
        seen_at=at,
        **columns,
    )


def _stories(told: Sequence[Told], articles: Sequence[Article], known: Stories) -> None:
    """Make the stories that are new."""
    first: dict[int, Article] = {}
    for one, row in zip(told, articles, strict=True):
        if one.story not in known:
            first.setdefault(one.story, row)
    lines = Storyline.objects.bulk_create([Storyline(lang="en") for _ in first])
    rows = Story.objects.bulk_create(
        [
            Story(
                storyline=line,
                lang="en",
                headline=lead.headline,
                lead=lead,
                articles_count=1,
                outlets_count=1,
                rank=lead.sort_at.timestamp() / 45_000,
                first_at=lead.sort_at,
                last_at=lead.sort_at,
            )
            for lead, line in zip(first.values(), lines, strict=True)
        ]
    )
    known.update(zip(first, (row.pk for row in rows), strict=True))
