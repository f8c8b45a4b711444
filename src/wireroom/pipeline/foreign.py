"""What the reports of stories share with reports of other languages: translations, and of whom."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wireroom.engine.types import CopyKind
from wireroom.news.models import Copy
from wireroom.news.queries.lineage import SharedText
from wireroom.news.queries.tree import Leaf
from wireroom.pipeline.shared_texts import PAIR, as_shared


@dataclass(slots=True)
class Foreign:
    """Pairs of a story's reports with others', and what the tree says of these."""

    shared: list[SharedText] = field(default_factory=list)
    leaves: dict[int, Leaf] = field(default_factory=dict)


def read_foreign(stories: Sequence[int]) -> Mapping[int, Foreign]:
    """Return the translated copies that have one report in a story: two queries.

    A pair stands in two stories; each sees the other's report as foreign.
    """
    found: dict[int, Foreign] = defaultdict(Foreign)
    for story, other, leaf, shared in (*_read(stories, "a", "b"), *_read(stories, "b", "a")):
        found[story].shared.append(shared)
        found[story].leaves[other] = leaf
    return found


def _read(
    stories: Sequence[int], own: str, other: str
) -> Iterator[tuple[int, int, Leaf, SharedText]]:
    pairs = Copy.objects.filter(
        **{"kind": CopyKind.TRANSLATED, f"{own}__membership__story__in": stories},
        **{f"{other}__spiked_at": None},
    )
    for row in pairs.values_list(
        f"{own}__membership__story",
        f"{other}_id",
        f"{other}__outlet__name",
        f"{other}__sort_at",
        f"{other}__platform__name",
        *PAIR,
    ):
        yield _pair(row)


def _pair(row: Sequence[Any]) -> tuple[int, int, Leaf, SharedText]:
    story, other, outlet, at, platform, *pair = row
    leaf = Leaf(outlet=outlet, at=at, platform=platform if platform and platform != outlet else "")
    return story, other, leaf, as_shared(pair)
