"""Which outlets of a story its reports name as their sources, with or without shared words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from wireroom.engine.copies.attributions import match_sources
from wireroom.news.models import ArticlePrints
from wireroom.pipeline.faces import Covering

# Every report is searched for every outlet: of a story that half the world tells, the first
# outlets are those whom the others cite.
_MOST_OUTLETS: Final = 60
_MOST_REPORTS: Final = 300
_MOST_CITED: Final = 3

Coverage = Mapping[int, Sequence[Covering]]


def add_cited(coverage: Coverage) -> Coverage:
    """Return the coverage with the outlets of the same story that each report names: one query."""
    several = {
        story: sorted(listed, key=lambda one: (one.at, one.article))[:_MOST_REPORTS]
        for story, listed in coverage.items()
        if len({one.outlet for one in listed}) > 1
    }
    articles = [one.article for one in chain.from_iterable(several.values())]
    if not articles:
        return coverage
    rows = ArticlePrints.objects.filter(article__in=articles).exclude(attributions="")
    kept = dict(rows.values_list("article_id", "attributions"))
    found: dict[int, dict[int, tuple[str, ...]]] = defaultdict(dict)
    for story, listed in several.items():
        outlets = list(dict.fromkeys(one.outlet for one in listed))[:_MOST_OUTLETS]
        for one in listed:
            if text := kept.get(one.article):
                cited = match_sources(text, outlets, own=one.outlet)
                found[story][one.article] = cited[:_MOST_CITED]
    return {
        story: [replace(one, cites=found[story].get(one.article, ())) for one in listed]
        if story in found
        else listed
        for story, listed in coverage.items()
    }
