"""An outlet's rules, and what they would do to the entries that came last."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from wireroom.engine.feeds.rules import (
    Deed,
    Filter,
    Part,
    Rewrite,
    Rules,
    Where,
    left_out_by,
    rewrite,
)
from wireroom.engine.types import FeedEntry
from wireroom.news.models import Entry, Feed, OutletRules

ENTRIES_TRIED: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One entry under rules: its address then, and by which filter it would be left out.

    `left_out` is the filter's place, -1 where no "only" filter takes it, None where it stays.
    """

    title: str
    url: str
    becomes: str
    left_out: int | None

    @property
    def is_rewritten(self) -> bool:
        """Whether its address would be another one."""
        return self.becomes != self.url


def rules_of(outlet_id: int) -> Rules:
    """Return an outlet's rules: one query."""
    return rules_of_all([outlet_id]).get(outlet_id, Rules())


def rules_of_all(outlet_ids: Collection[int]) -> dict[int, Rules]:
    """Return the rules of those outlets that have some: one query."""
    rows = OutletRules.objects.filter(outlet_id__in=outlet_ids)
    return {row.outlet_id: unpack_rules(row.filters, row.rewrites) for row in rows}


def unpack_rules(filters: Sequence[dict[str, Any]], rewrites: Sequence[dict[str, Any]]) -> Rules:
    """Return rules as the database keeps them."""
    return Rules(
        tuple(
            Filter(deed=Deed(one["deed"]), where=Where(one["where"]), pattern=one["pattern"])
            for one in filters
        ),
        tuple(
            Rewrite(part=Part(one["part"]), find=one["find"], put=one["put"]) for one in rewrites
        ),
    )


def try_rules(outlet_id: int, rules: Rules, *, limit: int = ENTRIES_TRIED) -> list[Tried]:
    """Return what rules would do to the outlet's latest entries, the latest first: two queries.

    What filters left out before is not there: it was never filed.
    """
    feeds = list(Feed.objects.filter(outlet_id=outlet_id).values_list("pk", flat=True))
    rows = Entry.objects.filter(feed__in=feeds).order_by("-pk").select_related("page")[:limit]
    return [_tried(row, rules) for row in rows]


def _tried(row: Entry, rules: Rules) -> Tried:
    url = row.page.url
    becomes = rewrite(url, rules.rewrites)
    tags = tuple(row.categories.split("\n")) if row.categories else ()
    entry = FeedEntry(guid=becomes, url=becomes, title=row.title, tags=tags)
    return Tried(
        title=row.title, url=url, becomes=becomes, left_out=left_out_by(entry, rules.filters)
    )
