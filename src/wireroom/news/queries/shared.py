"""The reports that stand at a publisher's address."""

from django.db.models import QuerySet

from wireroom.engine.urls import canonical_url
from wireroom.news.identity import url_identity
from wireroom.news.models import Article


def find_report_at(address: str) -> int | None:
    """Return the number of the report at an address, or None: at most one query."""
    url = canonical_url(address)
    if url is None:
        return None
    return next(iter(reports_at(url, Article.objects.filter(spiked_at=None))), None)


def reports_at(url: str, among: QuerySet[Article]) -> list[int]:
    """Return the reports of a canonical address, by number.

    Two look-ups, each by its own index: one condition on both tables would read every article.
    """
    own = among.filter(identity=url_identity(url))
    read_there = among.filter(page__url=url, role="main")
    ids = own.values_list("pk", flat=True).union(read_there.values_list("pk", flat=True))
    return sorted(ids)
