"""Outlets as the desk sees them: their state, their feeds, and what was read of their pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from wireroom.news.models import Feed, Outlet, Page

OUTLETS_A_PAGE = 50
PAGES_SHOWN = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletAtDesk:
    """An outlet with its feeds and the pages fetched last."""

    outlet: Outlet
    feeds: Sequence[Feed]
    pages: Sequence[Page]


def list_outlets(
    *, named: str = "", state: str = "", after: str = "", limit: int = OUTLETS_A_PAGE
) -> tuple[list[Outlet], str]:
    """Return outlets by their folded names, and where the next page begins: one query."""
    rows = Outlet.objects.order_by("name_key")
    if named:
        rows = rows.filter(name__icontains=named)
    if state:
        rows = rows.filter(state=state)
    found = list(rows.filter(name_key__gt=after)[: limit + 1])
    return found[:limit], found[limit - 1].name_key if len(found) > limit else ""


def read_outlet_at_desk(outlet_id: int) -> OutletAtDesk | None:
    """Return an outlet, or None: three queries."""
    outlet = Outlet.objects.filter(pk=outlet_id).first()
    if outlet is None:
        return None
    pages = Page.objects.filter(outlet=outlet).order_by("-pk")
    return OutletAtDesk(
        outlet=outlet,
        feeds=list(Feed.objects.filter(outlet=outlet).order_by("url")),
        pages=list(pages[:PAGES_SHOWN]),
    )
