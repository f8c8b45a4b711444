"""The catalogue: outlets by name, country, language, subject and owner, and how each fares."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Count, Max, Q, QuerySet, Sum

from wireroom.engine.feeds.opml import ListedFeed
from wireroom.news.models import Feed, Outlet, OutletState, ReadingDay
from wireroom.news.queries.queue import READ

A_PAGE: Final = 60
LONGEST_LIST: Final = 5_000  # feeds of one download; a whole newsroom is exported by command
_LATELY: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is looked for; empty where it does not matter."""

    named: str = ""
    country: str = ""
    lang: str = ""  # a primary subtag
    category: str = ""
    owner_type: str = ""

    def __bool__(self) -> bool:
        return any((self.named, self.country, self.lang, self.category, self.owner_type))


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueRow:
    """An outlet: whether its feeds answer, and how many reports of it were read in a week."""

    outlet: Outlet
    feeds: int
    failing: int
    answered_at: datetime | None
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """What outlets can be chosen by: the codes that occur."""

    countries: tuple[str, ...]
    langs: tuple[str, ...]
    categories: tuple[str, ...]
    owner_types: tuple[str, ...]


def list_catalogue(
    chosen: Chosen, *, now: datetime, after: str = "", limit: int = A_PAGE
) -> tuple[list[CatalogueRow], str]:
    """Return outlets by their folded names, and where the next page begins: three queries."""
    outlets = list(_found(chosen).filter(name_key__gt=after).order_by("name_key")[: limit + 1])
    following = outlets[limit - 1].name_key if len(outlets) > limit else ""
    outlets = outlets[:limit]
    ids = [outlet.pk for outlet in outlets]
    polled, read = _polled(ids), _reports(ids, now)
    rows = [
        CatalogueRow(
            outlet=outlet,
            feeds=polled.get(outlet.pk, _NOT_POLLED)[0],
            failing=polled.get(outlet.pk, _NOT_POLLED)[1],
            answered_at=polled.get(outlet.pk, _NOT_POLLED)[2],
            reports=read.get(outlet.pk, 0),
        )
        for outlet in outlets
    ]
    return rows, following


def read_facets() -> Facets:
    """Return what the catalogue's outlets can be chosen by: one query."""
    columns = ("country", "lang", "category", "owner_type")
    rows = list(_catalogued().values_list(*columns).distinct())
    countries, langs, categories, owners = ({row[n] for row in rows} for n in range(4))
    return Facets(
        countries=tuple(sorted(countries - {""})),
        langs=tuple(sorted({lang.split("-")[0].lower() for lang in langs} - {""})),
        categories=tuple(sorted(categories - {""})),
        owner_types=tuple(sorted(owners - {""})),
    )


def read_outlet_names() -> list[Outlet]:
    """Return the catalogue's outlets by their folded names, with no more than names: one query."""
    return list(_catalogued().only("name", "name_en", "slug").order_by("name_key"))


def read_outlet_choices() -> list[tuple[str, str, str]]:
    """Return slug, name and country of the catalogue's outlets by their folded names: one query."""
    return list(_catalogued().order_by("name_key").values_list("slug", "name", "country"))


def list_chosen_feeds(chosen: Chosen) -> Iterator[tuple[Outlet, ListedFeed]]:
    """Yield the feeds of the outlets chosen, outlet by outlet: one query."""
    rows = Feed.objects.filter(outlet__in=_found(chosen), retired_at=None)
    rows = rows.select_related("outlet").order_by("outlet__name_key", "pk")
    for feed in rows[:LONGEST_LIST]:
        yield (
            feed.outlet,
            ListedFeed(
                url=feed.url,
                title=feed.outlet.name,
                home_url=feed.outlet.home_url,
                lang=feed.outlet.lang,
            ),
        )


_Polled = tuple[int, int, datetime | None]
_NOT_POLLED: Final[_Polled] = (0, 0, None)


def _catalogued() -> QuerySet[Outlet]:
    """Return the outlets that the host lists: those met inside an aggregator have no home page."""
    return Outlet.objects.exclude(home_url="").exclude(state=OutletState.BLOCKED)


def _found(chosen: Chosen) -> QuerySet[Outlet]:
    rows = _catalogued()
    for word in chosen.named.split()[:8]:
        rows = rows.filter(
            Q(name__icontains=word) | Q(name_en__icontains=word) | Q(owner__icontains=word)
        )
    if chosen.lang:
        rows = rows.filter(Q(lang__iexact=chosen.lang) | Q(lang__istartswith=f"{chosen.lang}-"))
    exact = {
        "country": chosen.country, "category": chosen.category, "owner_type": chosen.owner_type,
    }  # fmt: skip
    return rows.filter(**{field: value for field, value in exact.items() if value})


def _polled(ids: Sequence[int]) -> Mapping[int, _Polled]:
    feeds = Feed.objects.filter(outlet__in=ids, retired_at=None).values("outlet")
    rows = feeds.annotate(
        every=Count("pk"),
        failing=Count("pk", filter=Q(error_count__gt=0)),
        last=Max("ok_at"),
    )
    return {row["outlet"]: (row["every"], row["failing"], row["last"]) for row in rows}


def _reports(ids: Sequence[int], now: datetime) -> Mapping[int, int]:
    days = ReadingDay.objects.filter(
        outlet__in=ids, day__gt=(now - _LATELY).date(), health__in=READ
    )
    return dict(days.values_list("outlet").annotate(reports=Sum("pages")))
