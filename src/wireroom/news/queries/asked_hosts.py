"""What the hosts of outlets were asked, and how much each may be asked in a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlsplit

from django.db.models import Sum

from wireroom.engine.types import AskedFor
from wireroom.news.models import Feed, HostHour, Outlet

_HOUR_S: Final = 3600
_PORTS: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedHost:
    """A host as requests are counted by: since midnight UTC, and in the last 24 hours.

    `kinds` are what it was asked for today, in the order of AskedFor; none that it was not.
    """

    host: str
    today: int
    lately: int
    kinds: Sequence[tuple[AskedFor, int]] = ()


def read_asked_hosts(outlet: Outlet, *, now: datetime, window: int) -> list[AskedHost]:
    """Return what an outlet's hosts were asked: three queries.

    `window` is how many hours by the clock a budget looks at. All that was asked counts: feeds,
    pages, robots.txt, terms, pictures and hubs there, of other outlets of the host, too.
    """
    hosts = _hosts([outlet.home_url, *_feed_urls([outlet.pk])])
    hour = int(now.timestamp()) // _HOUR_S
    today = {row["host"]: row for row in _asked(hosts, after=hour - now.hour - 1)}
    return [
        AskedHost(
            host=row["host"], lately=row["all_asked"], **_of_today(today.get(row["host"], {}))
        )
        for row in _asked(hosts, after=hour - window)
    ]


def read_day_budgets() -> dict[str, int]:
    """Return what hosts may be asked in 24 hours where an outlet says so: two queries.

    Of several outlets at one host the smallest number holds.
    """
    rows = Outlet.objects.filter(day_budget__isnull=False)
    outlets = {outlet.pk: outlet for outlet in rows.only("home_url", "day_budget")}
    urls = [(outlet.pk, outlet.home_url) for outlet in outlets.values()]
    if outlets:
        urls += Feed.objects.filter(outlet__in=outlets).values_list("outlet", "url")
    budgets: dict[str, int] = {}
    for outlet_id, url in urls:
        budget = outlets[outlet_id].day_budget or 0
        for host in _hosts([url]):
            budgets[host] = min(budget, budgets.get(host, budget))
    return budgets


def _feed_urls(outlets: Sequence[int]) -> list[str]:
    return list(Feed.objects.filter(outlet__in=outlets).values_list("url", flat=True))


def _asked(hosts: Sequence[str], *, after: int) -> list[dict[str, Any]]:
    """Return requests by host and kind since an hour, the most asked host first."""
    rows = HostHour.objects.filter(host__in=hosts, hour__gt=after).values("host")
    kinds = {f"all_{kind}": Sum(kind.value) for kind in AskedFor}
    summed = rows.annotate(all_asked=Sum("asked"), **kinds)
    return [{**row} for row in summed.order_by("-all_asked", "host")]


def _of_today(row: Mapping[str, int]) -> dict[str, Any]:
    kinds = [(kind, row.get(f"all_{kind}", 0)) for kind in AskedFor]
    return {"today": row.get("all_asked", 0), "kinds": [one for one in kinds if one[1]]}


def _hosts(urls: Iterable[str]) -> list[str]:
    """Return hosts as adapters.pacing counts them: name and port, a site's secure one, too."""
    hosts: dict[str, None] = {}
    for url in urls:
        try:
            parts = urlsplit(url)
            port = parts.port or _PORTS.get(parts.scheme)
        except ValueError:
            continue
        if parts.hostname and port:
            hosts |= dict.fromkeys((f"{parts.hostname}:{port}", f"{parts.hostname}:443"))
    return list(hosts)
