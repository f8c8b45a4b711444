"""Whether a page shows the sample newsroom, and says so."""

from collections.abc import Iterable

from wireroom.news.models import Outlet
from wireroom.news.queries.cards import OutletCard, StoryCard


def has_sample() -> bool:
    """Tell whether the sample newsroom is here."""
    return Outlet.objects.filter(is_sample=True).exists()


def tells_sample(stories: Iterable[StoryCard]) -> bool:
    """Tell whether a page of stories is of the sample; where it has none the newsroom decides."""
    return shows_sample(story.lead.outlet for story in stories if story.lead)


def shows_sample(outlets: Iterable[OutletCard]) -> bool:
    """Tell whether a page is of the sample; of one that shows no outlet the newsroom decides."""
    shown = list(outlets)
    return any(outlet.is_sample for outlet in shown) if shown else has_sample()
