"""The rare names of stories, chosen from what their leads say and what others say already."""

from collections.abc import Mapping, Sequence

from django.db.models import Count, F
from django.db.models.functions import Substr

from wireroom.engine.stories.rare_names import (
    MAX_CHARS,
    RareName,
    choose_rarest,
    find_rare_names,
)
from wireroom.news.models import RareName as Row
from wireroom.news.models import Revision


def name_stories(leads: Mapping[int, int]) -> dict[int, Sequence[RareName]]:
    """Return the rare names of stories by their leads' texts; two queries, none for none."""
    if not leads:
        return {}
    texts = Revision.objects.filter(
        article__in=set(leads.values()), number=F("article__revision_count")
    ).values_list("article_id", "headline", Substr("body", 1, MAX_CHARS), "article__lang")
    found = {article: find_rare_names(*text) for article, *text in texts}
    keys = {name.key for names in found.values() for name in names}
    counts = Row.objects.filter(key__in=keys).values_list("key").annotate(Count("key")).order_by()
    held = dict(counts)
    return {story: choose_rarest(found.get(article, ()), held) for story, article in leads.items()}
