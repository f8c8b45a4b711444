"""The report that stands at a publisher's address."""

from django.db.models import Q

from wireroom.engine.urls import canonical_url
from wireroom.news.identity import url_identity
from wireroom.news.models import Article


def find_report_at(address: str) -> int | None:
    """Return the number of the report at an address, or None: at most one query."""
    url = canonical_url(address)
    if url is None:
        return None
    known = Q(identity=url_identity(url)) | Q(page__url=url, role="main")
    rows = Article.objects.filter(known, spiked_at=None).order_by("pk")
    return rows.values_list("pk", flat=True).first()
