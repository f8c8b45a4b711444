"""Invented outlets that publish for a month, and everything that goes wrong with their feeds."""

import random
from bisect import bisect_right
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Final

from wireroom.engine.feeds.pace import Pace
from wireroom.engine.types import FeedEntry
from wireroom.engine.urls import canonical_url

START: Final = datetime(2031, 3, 3, tzinfo=UTC)  # a Monday
DAYS: Final = 30
# Each is what at least one feed in a list of some hundred does in a month; an outlet has one, or
# none, or (one in five) two.
FAULTS: Final = (
    "down", "slow", "500", "403", "429", "moved", "gone", "clock", "one guid", "new guids",
    "truncated", "reset", "summer time", "new addresses", "trackers", "two feeds",
)  # fmt: skip
_COMMON: Final = ["the", "of", "in", "as", "after", "for", "to", "on", "with", "over"]
_WORDS: Final = [
    a + b
    for a in ("har", "mel", "tor", "vin", "sol", "ped", "gar", "lum", "bex", "nor")
    for b in ("bour", "ting", "ders", "mark", "ley", "ton", "field", "ist", "ance", "ows")
]
_HOUR: Final = timedelta(hours=1)
_BUSY_AN_HOUR: Final = 4


@dataclass(frozen=True, slots=True)
class Report:
    """One report: when it came out, and when and how its headline was edited, if it was."""

    number: int
    at: datetime
    title: str
    edited_at: datetime | None
    edited: str

    def title_at(self, now: datetime) -> str:
        """Return the headline of that moment."""
        return self.edited if self.edited_at and self.edited_at <= now else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server says to one request for a feed; `error` where it says nothing of use."""

    status: int | None
    headers: Mapping[str, str] = field(default_factory=dict)
    entries: tuple[FeedEntry, ...] | None = None
    pace: Pace | None = None
    error: str | None = None
    moved_to: str | None = None
    is_cut: bool = False


@dataclass(kw_only=True)
class Outlet:
    """A publisher with one or two feeds on one host."""

    number: int
    host: str
    faults: frozenset[str]
    reports: list[Report]
    window: int
    validates: bool
    headers: Mapping[str, str]
    pace: Pace
    trouble: tuple[datetime, datetime]
    seed: random.Random
    asked: deque[datetime] = field(default_factory=deque)
    served: dict[str, tuple[str, tuple[FeedEntry, ...]]] = field(default_factory=dict)

    @cached_property
    def _times(self) -> list[datetime]:
        return [one.at for one in self.reports]

    @cached_property
    def _edits(self) -> list[datetime]:
        return sorted(one.edited_at for one in self.reports if one.edited_at)

    @cached_property
    def urls(self) -> tuple[str, ...]:
        """The addresses of its feeds."""
        feeds = 2 if "two feeds" in self.faults else 1
        return tuple(f"https://{self.host}/{self.number}/rss{n}" for n in range(feeds))

    @property
    def moved_url(self) -> str:
        """Where a feed that moves goes."""
        return f"https://{self.host}/{self.number}/feed"

    def answer(self, url: str, etag: str | None, now: datetime) -> Answer:
        """Answer a request as a server would, on conditions."""
        failure = self._failure(now)
        if failure is not None:
            return failure
        moved_to = None
        if "moved" in self.faults and url != self.moved_url and now > self.trouble[0]:
            if now > self.trouble[1]:
                return Answer(status=404)
            moved_to = self.moved_url
        version = self._version(now, url)
        if self.validates and etag == version:
            return Answer(status=304, headers=self.headers, moved_to=moved_to)
        entries, is_cut = self._served(version, now, url), False
        if "truncated" in self.faults and self.seed.random() < 0.15:
            if self.seed.random() < 0.3:
                return Answer(status=None, error="this begins like a feed, but is too broken")
            entries, version, is_cut = entries[: len(entries) // 3], f"{version} cut", True
        headers = {**self.headers, "etag": version} if self.validates else self.headers
        return Answer(
            status=200,
            headers=headers,
            entries=entries,
            pace=self.pace,
            moved_to=moved_to,
            is_cut=is_cut,
        )

    def _failure(self, now: datetime) -> Answer | None:
        in_trouble = self.trouble[0] <= now < self.trouble[1]
        if "gone" in self.faults and now >= self.trouble[0]:
            return Answer(status=410)
        if "429" in self.faults:
            return self._busy(now)
        if in_trouble and "down" in self.faults:
            return Answer(status=None, error="it does not accept connections")
        if in_trouble and "403" in self.faults:
            return Answer(status=403)
        if "slow" in self.faults and self.seed.random() < 0.3:
            return Answer(status=None, error="it did not answer in full within 30 s")
        if "500" in self.faults and self.seed.random() < 0.2:
            return Answer(status=500)
        return None

    def _busy(self, now: datetime) -> Answer | None:
        while self.asked and self.asked[0] <= now - _HOUR:
            self.asked.popleft()
        self.asked.append(now)
        if len(self.asked) <= _BUSY_AN_HOUR:
            return None
        return Answer(status=429, headers={"retry-after": "1800"})

    def _version(self, now: datetime, url: str) -> str:
        out, edits = bisect_right(self._times, now), bisect_right(self._edits, now)
        return f'"{url[-1]}-{out}-{edits}-{self._is_reset(now)}"'

    def _is_reset(self, now: datetime) -> bool:
        return "reset" in self.faults and now >= self.trouble[0]

    def _served(self, version: str, now: datetime, url: str) -> tuple[FeedEntry, ...]:
        """Return the feed's entries, the very same ones while nothing changes."""
        if not self.faults.isdisjoint(("trackers", "new guids")):
            version += f"{now:%d%H}"
        kept = self.served.get(url)
        if kept is None or kept[0] != version:
            kept = self.served[url] = version, self._entries(now, url)
        return kept[1]

    def _entries(self, now: datetime, url: str) -> tuple[FeedEntry, ...]:
        end = bisect_right(self._times, now)
        window = 200 if self._is_reset(now) else self.window
        return tuple(
            self._entry(one, now, url) for one in reversed(self.reports[max(end - window, 0) : end])
        )

    def _entry(self, one: Report, now: datetime, url: str) -> FeedEntry:
        title = one.title_at(now)
        raw = self.page(one, now, for_phones=url == self.urls[-1] and len(self.urls) > 1)
        if "trackers" in self.faults:
            raw += f"?utm_source=rss&utm_content={now:%H%M}&fbclid={now.day}"
        address = canonical_url(raw) or raw if "trackers" in self.faults else raw
        return FeedEntry(
            guid=self._guid(one, now) or address,
            url=address,
            title=title,
            published_at=self._stated_at(one),
            updated_at=one.edited_at if one.edited_at and one.edited_at <= now else None,
        )

    def page(self, one: Report, now: datetime, *, for_phones: bool = False) -> str:
        """Return the address of a report's page at that moment."""
        slug = one.title_at(now) if "new addresses" in self.faults else one.title
        host = f"m.{self.host}" if for_phones else self.host
        amp = "/amp" if for_phones else ""
        return f"https://{host}/{self.number}/{one.number}-{slug.replace(' ', '-')}{amp}"

    def _guid(self, one: Report, now: datetime) -> str:
        if "one guid" in self.faults:
            return "item"
        if "new guids" in self.faults:
            return f"{one.number}@{now:%Y%m%d%H}"
        return f"{'n' if self._is_reset(now) else ''}{one.number}"

    def _stated_at(self, one: Report) -> datetime | None:
        if "clock" in self.faults:
            return one.at + timedelta(hours=(-9, 26, -400_000)[self.number % 3])
        return one.at


def make_outlets(count: int, *, days: int, seed: int) -> list[Outlet]:
    """Invent outlets; the same for the same seed."""
    return [_outlet(number, days=days, seed=seed) for number in range(count)]


def _outlet(number: int, *, days: int, seed: int) -> Outlet:
    rng = random.Random(f"{seed}:{number}")
    faults = frozenset(
        rng.sample(FAULTS, 2 if rng.random() < 0.2 else 1) if rng.random() < 0.7 else ()
    )
    if "two feeds" in faults:  # its pages state no canonical address: the forms alone tell
        faults -= {"new addresses", "moved", "trackers"}
    begin = START + timedelta(days=rng.uniform(0.3, 0.6) * days)
    # One host in ten carries several outlets: a platform for local papers.
    host = f"platform{number % 3}.example" if number % 10 == 0 else f"outlet{number}.example"
    return Outlet(
        number=number,
        host=host,
        faults=faults,
        reports=_reports(rng, days, summer_time="summer time" in faults),
        window=rng.choice((15, 25, 40, 60)),
        validates=rng.random() < 0.7,
        headers={"cache-control": f"max-age={rng.choice((60, 300, 900))}"}
        if rng.random() < 0.3
        else {},
        pace=Pace(
            ttl_s=rng.choice((0, 0, 0, 0, 900, 3600)),
            skip_hours=(0, 1, 2, 3) if rng.random() < 0.04 else (),
        ),
        trouble=(begin, begin + timedelta(days=rng.uniform(0.02, 0.12) * days)),
        seed=rng,
    )


def _reports(rng: random.Random, days: int, *, summer_time: bool) -> list[Report]:
    """Publish by thinning an even stream: by day, seldom at night, less on weekends."""
    # Half bring fewer than six reports a day, one in a hundred eighty and more.
    a_day = min(rng.lognormvariate(1.7, 1.1), 250.0)
    zone, weekend = rng.randrange(24), rng.uniform(0.2, 1.0)
    at, end, most = START, START + timedelta(days=days), a_day * 2.2
    reports: list[Report] = []
    while (at := at + timedelta(days=rng.expovariate(most))) < end:
        shift = 1 if summer_time and at > START + timedelta(days=days / 2) else 0
        hour = (at.hour + zone + shift) % 24
        by_hour = 2.2 if 8 <= hour < 18 else 0.6 if 6 <= hour < 22 else 0.1
        by_day = weekend if (at + timedelta(hours=zone)).weekday() >= 5 else 1.0
        if rng.random() < by_hour * by_day / 2.2:
            reports.append(_report(rng, len(reports), at))
    return reports


def _report(rng: random.Random, number: int, at: datetime) -> Report:
    told = [*rng.sample(_WORDS, 5), *rng.sample(_COMMON, 2)]
    rng.shuffle(told)
    edited_at = at + timedelta(hours=rng.expovariate(0.5)) if rng.random() < 0.15 else None
    edited = " ".join([*told[:5], *rng.sample(_WORDS, 2)])
    return Report(number, at, " ".join(told), edited_at, edited)
