"""What is shown of how groups of outlets tell a story: as much as those that are cited allow."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple, TypeAlias, cast

from wireroom.engine.insight.perspectives.choose import FEWEST
from wireroom.engine.insight.perspectives.gaps import Gap, Lack
from wireroom.engine.insight.perspectives.teller import Axis
from wireroom.news.queries.cards import StoryCard, story_card
from wireroom.news.queries.cited import Cited, Citing, cite_reports
from wireroom.news.queries.columns import StoryRow
from wireroom.news.queries.coverage import read_reports

Kept: TypeAlias = Mapping[str, Any]
# Outlets without which there is nothing to hold against each other.
_FEWEST_OUTLETS: Final = 4
# What stands on the story's own page; all of it has a page of its own.
_FIRST_GROUPS: Final = 4
_FIRST_FINDINGS: Final = 2


class ShownCount(NamedTuple):
    """So many outlets `of` so many."""

    having: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFinding:
    """What most of a group have and few others (`side` "has"), or the other way ("omits").

    The words are the group's where it has it, else those of others.
    """

    kind: str
    side: str
    about: str
    cited: Cited
    here: ShownCount
    elsewhere: ShownCount


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownGroup:
    """The outlets of one value on an axis; `of_outlets` tell the story in all."""

    value: str
    outlets: int
    of_outlets: int
    texts: int
    first_at: datetime | None
    first_outlet: str
    opening: Cited | None
    opens_unlike_others: bool
    findings: tuple[ShownFinding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownView:
    """A story by one axis; `texts` counts those of all its groups, shown or not."""

    axis: str
    groups: tuple[ShownGroup, ...]
    texts: int

    @property
    def tells(self) -> bool:
        """Tell whether any group differs from the others."""
        return any(group.findings or group.opens_unlike_others for group in self.groups)

    @property
    def is_compared(self) -> bool:
        """Tell whether some group and the others have texts enough to be compared."""
        return any(FEWEST <= group.texts <= self.texts - FEWEST for group in self.groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class PerspectivesPage:
    """A story by one of its `axes`, and where its coverage has gaps; no view where none is."""

    story: StoryCard
    axes: tuple[str, ...]
    view: ShownView | None
    gaps: tuple[Gap, ...]


def read_story_perspectives(story: StoryRow, axis: str) -> PerspectivesPage:
    """Return how groups of outlets tell a story, by the axis that is asked for or the first.

    Two queries.
    """
    kept: Kept = json.loads(story.brief) if story.brief else {}
    views = _worth_showing(kept)
    asked = [view for view in views if view["axis"] == axis]
    chosen = (asked or _most_telling(views))[:1]
    citing = cite_reports(
        read_reports({article for view in chosen for article in articles_of_view(view)})
    )
    return PerspectivesPage(
        story=story_card(story),
        axes=tuple(view["axis"] for view in views),
        view=show_view(chosen[0], citing) if chosen else None,
        gaps=read_gaps(kept),
    )


def keep_first_view(kept: Kept) -> Kept | None:
    """Return the axis that tells most, cut to what a story's own page shows, with its counts."""
    views = _most_telling(_worth_showing(kept))
    if not views:
        return None
    groups = [
        {**group, "findings": group["findings"][:_FIRST_FINDINGS]}
        for group in views[0]["groups"][:_FIRST_GROUPS]
    ]
    return {"axis": views[0]["axis"], "groups": groups, "of": _count(views[0])}


def _count(view: Kept) -> Kept:
    """Return how many outlets and texts all groups of a view have; as kept before a cut."""
    if "of" in view:
        return cast("Kept", view["of"])
    return {name: sum(group[name] for group in view["groups"]) for name in ("outlets", "texts")}


def _worth_showing(kept: Kept) -> list[Kept]:
    return [
        view for view in kept.get("perspectives", ()) if _count(view)["outlets"] >= _FEWEST_OUTLETS
    ]


def _most_telling(views: Sequence[Kept]) -> list[Kept]:
    def told(view: Kept) -> int:
        return sum(len(group["findings"]) for group in view["groups"])

    return sorted(views, key=lambda view: -told(view))


def articles_of_view(view: Kept) -> Iterator[int]:
    """Yield the articles whose words a kept view has."""
    for group in view["groups"]:
        for holder in (group["opening"], *group["findings"]):
            yield from (saying[1] for saying in holder.get("sayings", ()))


def show_view(kept: Kept, citing: Citing) -> ShownView:
    """Return a kept view as far as it may be shown: the counts are, the words where allowed."""
    of = _count(kept)
    return ShownView(
        axis=Axis(kept["axis"]).value,
        groups=tuple(_show_group(group, of["outlets"], citing) for group in kept["groups"]),
        texts=of["texts"],
    )


def _show_group(kept: Kept, total: int, citing: Citing) -> ShownGroup:
    findings = tuple(
        shown for one in kept["findings"] if (shown := _show_finding(one, citing)) is not None
    )
    opening = citing.cite(kept["opening"]["sayings"]) if kept["opening"] else None
    return ShownGroup(
        value=kept["value"],
        outlets=kept["outlets"],
        of_outlets=total,
        texts=kept["texts"],
        first_at=datetime.fromisoformat(kept["first_at"]) if kept["first_at"] else None,
        first_outlet=kept["first_outlet"],
        opening=opening,
        opens_unlike_others=opening is not None and kept["opening"]["distinct"],
        findings=findings,
    )


def _show_finding(kept: Kept, citing: Citing) -> ShownFinding | None:
    cited = citing.cite(kept["sayings"])
    if cited is None:
        return None
    return ShownFinding(
        kind=kept["kind"],
        side=kept["side"],
        about=kept["about"],
        cited=cited,
        here=ShownCount(*kept["here"]),
        elsewhere=ShownCount(*kept["elsewhere"]),
    )


def read_gaps(kept: Kept) -> tuple[Gap, ...]:
    """Return the coverage gaps of a kept brief."""
    return tuple(
        Gap(Axis(axis), value, Lack(lack), *counts)
        for axis, value, lack, *counts in kept.get("gaps", ())
    )
