"""How a story looks on fronts, decided from its coverage: pure, the same for the same coverage."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wireroom.engine.stories.asides import Headed, find_asides
from wireroom.engine.stories.rank import Member, choose_lead, rank_story
from wireroom.engine.stories.voices import Voice, weigh_voices
from wireroom.news.queries.lineage import Lineage, SharedText, trace_lineages
from wireroom.news.queries.standing import keep_standing
from wireroom.news.queries.tree import Leaf, keep_sources, keep_tree
from wireroom.pipeline.foreign import Foreign


@dataclass(frozen=True, slots=True, kw_only=True)
class Covering:
    """What the face needs of one article of the coverage."""

    article: int
    outlet: str
    headline: str
    section: str
    at: datetime
    chars: int
    has_image: bool
    revised_at: datetime | None
    platform: str = ""  # where it was found
    cites: tuple[str, ...] = ()  # outlets of the story that it names as its sources
    owner: str = ""  # the outlet's, where it is known
    country: str = ""  # the outlet's
    outlet_id: int = 0
    opening: str = ""  # of its text, where three outlets tell the story
    agency: str = ""  # whom it credits, where that is an agency


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """The columns of a published story."""

    headline: str
    lead_id: int
    section: str
    articles_count: int
    outlets_count: int
    independent_count: int
    outlet_names: list[str]
    sources: dict[str, Any]
    lineage: dict[str, Any]
    first_at: datetime
    last_at: datetime
    rank: float
    standing: dict[str, Any]


def make_face(
    coverage: Iterable[Covering],
    shared: Sequence[SharedText],
    *,
    lang: str = "",
    home: str = "",
    crowd: int = 0,
    foreign: Foreign | None = None,
    chosen: int | None = None,
) -> Face | None:
    """Return the story's face; None where nothing covers it any more.

    `lang` is the story's, `home` the country of the edition that shows it, `crowd` what its first
    outlet published in the time before (see engine.stories.rank), `foreign` what its reports
    share with those of other languages: one that translates another's report is no witness of
    its own. `chosen` is the article that an editor has lead it, as long as it is there.
    """
    members = sorted(coverage, key=lambda one: (one.at, one.article))
    if not members:
        return None
    by_key = {one.article: one for one in members}
    abroad = foreign or Foreign()
    leaves = {one.article: _as_leaf(one) for one in members} | abroad.leaves
    lineages = _trace(leaves, [*shared, *abroad.shared], own=by_key.keys())
    carriers = {c.carrier for lineage in lineages for c in lineage.carriers}
    lead = by_key.get(chosen) if chosen is not None else None
    lead = lead or by_key[_choose_lead(members, carriers, lang)]
    names = list(dict.fromkeys(one.outlet for one in members))
    # An outlet's second report of an event is no second witness.
    originals = [by_key[one.original] for one in lineages if one.original in by_key]
    independent = len({one.outlet for one in originals})
    causes = weigh_voices((_as_voice(one, carriers) for one in members), home=home, crowd=crowd)
    rank = rank_story(causes)
    return Face(
        headline=lead.headline,
        lead_id=lead.article,
        section=_section(members, lead),
        articles_count=len(members),
        outlets_count=len(names),
        independent_count=independent,
        outlet_names=names,
        sources=_keep_sources(lineages, leaves, by_key),
        lineage=keep_tree(lineages, leaves),
        first_at=members[0].at,
        last_at=members[-1].at,
        rank=rank.total,
        standing=keep_standing(causes, rank, home=home),
    )


def _keep_sources(
    lineages: Iterable[Lineage], leaves: Mapping[int, Leaf], members: Mapping[int, Covering]
) -> dict[str, Any]:
    return keep_sources(
        [one for one in lineages if one.original in members],
        {article: leaf.outlet for article, leaf in leaves.items()},
        {article: one.agency for article, one in members.items()},
    )


def _trace(
    leaves: Mapping[int, Leaf], shared: Sequence[SharedText], *, own: Collection[int]
) -> list[Lineage]:
    """Return the lineages that have a report of the story in them."""
    order = sorted(leaves, key=lambda article: (leaves[article].at, article))
    found = trace_lineages(order, shared)
    return [
        one
        for one in found
        if one.original in own or any(each.carrier in own for each in one.carriers)
    ]


def _as_voice(one: Covering, carriers: set[int]) -> Voice:
    # Apart from the names of outlets: an owner may be called as one of them is.
    owner = f"owner {one.owner}" if one.owner else f"outlet {one.outlet}"
    is_copy = one.article in carriers
    return Voice(owner=owner, at=one.at, is_copy=is_copy, country=one.country)


def _as_leaf(one: Covering) -> Leaf:
    platform = one.platform if one.platform != one.outlet else ""
    return Leaf(outlet=one.outlet, at=one.at, platform=platform, cites=one.cites)


def _choose_lead(members: Sequence[Covering], carriers: Collection[int], lang: str) -> int:
    headed = [
        Headed(article=one.article, outlet=one.outlet, headline=one.headline, opening=one.opening)
        for one in members
    ]
    asides = find_asides(headed, lang)
    return choose_lead(_as_member(one, carriers, asides) for one in members)


def _as_member(one: Covering, carriers: Collection[int], asides: Collection[int]) -> Member:
    return Member(
        article=one.article,
        published_at=one.at,
        chars=one.chars,
        is_copy=one.article in carriers,
        is_aside=one.article in asides,
        has_image=one.has_image,
        revised_at=one.revised_at,
    )


def _section(members: Sequence[Covering], lead: Covering) -> str:
    """Return the section most outlets file it under; the lead's where they disagree evenly."""
    counts = Counter(one.section for one in members if one.section)
    if not counts:
        return ""
    most = max(counts.values())
    if counts.get(lead.section) == most:
        return lead.section
    return min(name for name, count in counts.items() if count == most)
