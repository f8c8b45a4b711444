"""Whose page an address is: the outlet with the nearest home page on its host."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlsplit

from django.db.models import Q

from wireroom.engine.addresses import FOR_DEVICES, leave_device
from wireroom.news.models import Outlet


@dataclass(frozen=True, slots=True)
class Homes:
    """The homes on every host: path and outlet, in the order of the outlets."""

    by_host: dict[str, list[tuple[str, int]]] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[tuple[int, str]]) -> Self:
        """Sort outlets (number and home page) by host."""
        homes = cls()
        for pk, home_url in rows:
            homes.add(pk, home_url)
        return homes

    def add(self, pk: int, home_url: str) -> None:
        """Note one more outlet."""
        host, path = _place(home_url)
        if host:
            self.by_host.setdefault(host, []).append((path, pk))

    def outlet_of(self, url: str) -> int | None:
        """Return the outlet whose home's path leads the address's; else the first of the host."""
        host, path = _place(url)
        there = self.by_host.get(host, ())
        leading = [(len(home), -pk) for home, pk in there if path.startswith(home)]
        if leading:
            return -max(leading)[1]
        return there[0][1] if there else None


def read_homes(*, near: str | None = None) -> Homes:
    """Return the homes of all outlets, or of those on the host of one address: one query."""
    rows = Outlet.objects.exclude(home_url="").order_by("pk")
    if near is not None:
        host, _path = _place(near)
        on_host = Q()
        for scheme in ("https", "http"):
            for device in ("", *FOR_DEVICES):
                on_host |= Q(home_url__startswith=f"{scheme}://{device}{host}")
        rows = rows.filter(on_host)
    return Homes.of(rows.values_list("pk", "home_url"))


def host_of(url: str) -> str:
    """Return an address's host without the names of its faces; empty where it has none."""
    return _place(url)[0]


def _place(url: str) -> tuple[str, str]:
    """Return an address's host, no matter for which device, and the folder of its path."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", "/"
    host = leave_device(parts.netloc.rpartition("@")[2].lower())
    return host, f"{parts.path.rstrip('/')}/"
