"""Taking a report down: its text goes from every table, and it is not fetched or filed again."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from django.db import transaction

from wireroom.engine.errors import BadInput
from wireroom.news.briefs import as_columns
from wireroom.news.identity import headline_identity, text_identity, url_identity
from wireroom.news.models import (
    Article,
    Brief,
    Membership,
    ModelAnswer,
    Page,
    ReportedError,
    Revision,
    Story,
    TakenDown,
    Writing,
)
from wireroom.news.services.briefs import ask_for_briefs
from wireroom.news.services.deed_log import By, Done, log_deed
from wireroom.news.services.emptied import empty_faces, empty_pages, empty_topics
from wireroom.news.services.mends import Mending
from wireroom.news.services.search import forget_articles

# More at once is no take-down of a report: block the outlet instead.
MOST_AT_ONCE: Final = 200


@transaction.atomic
def take_down(articles: Sequence[int], *, mending: Mending) -> int:
    """Take reports down for good; return how many. Raises BadInput where none of them is there.

    They leave their stories first, so that no coordinator keeps them in its index.
    """
    rows = list(Article.objects.filter(pk__in=articles).select_related("page", "outlet"))
    if not rows:
        raise BadInput("there is no such report: it may have been taken down before")
    if len(rows) > MOST_AT_ONCE:
        raise BadInput(
            "at most one report at once; block the outlet instead",
            "at most %(num)s reports at once; block the outlet instead",
            num=MOST_AT_ONCE,
        )
    ids = [row.pk for row in rows]
    led = set(Story.objects.filter(lead__in=ids).values_list("pk", flat=True))
    stories = _stories_of(ids) | led
    for row in rows:
        if row.spiked_at is None:
            mending.spike_article(row.pk)
    empty_faces(led, ids)
    empty_topics(stories, ids)
    _forget_briefs(stories)
    # What a model answered is kept by a hash of what it was given, which nobody can look up.
    ModelAnswer.objects.filter(answered_at__gte=min(row.seen_at for row in rows)).delete()
    pages = _pages_of(rows)
    _keep_away(rows, pages, mending)
    forget_articles(ids)
    _delete(ids, pages)
    ask_for_briefs(stories, now=mending.now)
    by = By(who=mending.by, why=mending.why, now=mending.now)
    for row in rows:
        done = Done(deed="article.take-down", subject=row.pk, name=row.outlet.name)
        log_deed(done, by=by)
    return len(rows)


def _stories_of(articles: Sequence[int]) -> set[int]:
    """Return the stories whose briefs may hold words of these articles."""
    stood = set(Membership.objects.filter(article__in=articles).values_list("story", flat=True))
    told = ReportedError.objects.filter(article__in=articles, story__isnull=False)
    stood.update(one for one in told.values_list("story_id", flat=True) if one is not None)
    events = Story.objects.filter(pk__in=stood, event__isnull=False).values("event")
    return stood | set(Story.objects.filter(event__in=events).values_list("pk", flat=True))


def _forget_briefs(stories: Iterable[int]) -> None:
    """Empty what was chosen and written of stories; who is making one loses the lease."""
    ids = sorted(stories)
    Brief.objects.filter(story__in=ids).update(**as_columns({}), lease="")
    Writing.objects.filter(story__in=ids).update(content={}, written_at=None, lease="")


def _pages_of(rows: Sequence[Article]) -> dict[int, set[Page]]:
    """Return by article its own page, and those on which its text stands besides."""
    pages = {row.pk: {row.page} for row in rows}
    seconds = Page.objects.filter(second_of__in=pages)
    # An address at which another report stands by now holds that one's text.
    for page in seconds.exclude(pk__in=Article.objects.filter(page__in=seconds).values("page")):
        if page.second_of is not None:
            pages[page.second_of].add(page)
    return pages


def _keep_away(rows: Sequence[Article], pages: Mapping[int, set[Page]], mending: Mending) -> None:
    texts = _texts_of(rows)
    TakenDown.objects.bulk_create(
        [
            TakenDown(key=key, article=row.pk, taken_at=mending.now)
            for row in rows
            for key in sorted(_keys(row, pages[row.pk]) | texts[row.pk])
        ],
        ignore_conflicts=True,
    )


def _keys(row: Article, pages: Iterable[Page]) -> set[str]:
    """Return what the report is known by, here and on the pages of others."""
    keys = {row.identity, headline_identity(row.outlet.slug, row.headline)}
    if row.url:
        keys.add(url_identity(row.url))
    is_own = row.role == "main" and row.platform_id is None
    return keys | {url_identity(page.url) for page in pages if is_own or page.second_of == row.pk}


def _texts_of(rows: Sequence[Article]) -> dict[int, set[str]]:
    """Return by article the keys of its texts; a headline without one may be that of another."""
    slugs = {row.pk: row.outlet.slug for row in rows}
    told = Revision.objects.filter(article__in=slugs).exclude(body="", standfirst="", key_points=[])
    keys: dict[int, set[str]] = {article: set() for article in slugs}
    for article, content_hash in told.values_list("article_id", "content_hash"):
        keys[article].add(text_identity(slugs[article], content_hash))
    return keys


def _delete(articles: Sequence[int], pages: Mapping[int, set[Page]]) -> None:
    """Delete the reports with all that hangs on them, and the bytes of their pages."""
    held = {page.pk for those in pages.values() for page in those}
    Article.objects.filter(pk__in=articles).delete()
    # A page that holds other reports stays for their sake, without what was announced of it.
    shared = set(Article.objects.filter(page__in=held).values_list("page_id", flat=True))
    empty_pages(shared)
    Page.objects.filter(pk__in=held - shared).delete()
