"""What an outlet's own pages taught of its addresses, for reading its listings."""

from typing import Final

from wireroom.engine.types import Health
from wireroom.news.models import Page

# Some weeks of an outlet: its addresses change their shape when its site is rebuilt.
MOST_PAGES: Final = 400
_REPORTS: Final = frozenset({Health.ARTICLE.value, Health.PAYWALL.value})
# Pages that were read and are no reports; what could not be read teaches nothing.
_NONE: Final = frozenset(
    health.value
    for health in (
        Health.EMPTY, Health.AUTHOR_PAGE, Health.SECTION_FRONT, Health.VIDEO_ONLY,
        Health.AUDIO_ONLY, Health.GALLERY, Health.FURNITURE,
    )
)  # fmt: skip


def known_pages(outlet_id: int) -> list[tuple[str, bool]]:
    """Return the addresses of the outlet's latest pages, and whether each was read as a report."""
    read = Page.objects.filter(outlet_id=outlet_id, health__in=_REPORTS | _NONE)
    rows = read.order_by("-pk").values_list("url", "health")[:MOST_PAGES]
    return [(url, health in _REPORTS) for url, health in rows]
