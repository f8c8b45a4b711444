"""The latest state of articles' texts."""

from collections.abc import Collection

from django.db.models import F

from wireroom.news.models import Revision


def latest_revisions(article_ids: Collection[int]) -> dict[int, Revision]:
    """Return the latest texts by article: one query."""
    found = Revision.objects.filter(
        article__in=article_ids, number=F("article__revision_count")
    ).only("article_id", "headline", "body")
    return {one.article_id: one for one in found}
