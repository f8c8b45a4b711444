"""Which feed announced a page: who named an address counts where it leads inside."""

from collections.abc import Sequence

from wireroom.news.models import Entry, Page


def announcing_feeds(pages: Sequence[Page]) -> dict[int, str]:
    """Return by page the address of the feed that announced it first."""
    entries = Entry.objects.filter(page__in=[page.pk for page in pages]).order_by("-pk")
    return dict(entries.values_list("page_id", "feed__url"))
