"""Checking lists of outlets: each feed is asked once, politely, and what it answers is kept."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from django.conf import settings

from wireroom.adapters.http import AiohttpFetcher
from wireroom.adapters.polite import PoliteFetcher
from wireroom.adapters.robots import RobotsGate
from wireroom.engine.errors import BadInput, FetchFailed, NotAFeed
from wireroom.engine.feeds.answer import read_answer
from wireroom.engine.feeds.checkup import Checkup, Verdict, judge_answer
from wireroom.engine.types import AskedFor, FetchRequest
from wireroom.pipeline.outlet_lists import ListedOutlet
from wireroom.pipeline.poll import ACCEPT

# Hosts differ, so that most of a list waits for the net at once; more would crowd a home line.
_AT_ONCE: Final = 16


@dataclass(frozen=True, slots=True)
class ListedAddress:
    """A feed of a list, and what the list says of it."""

    url: str
    outlet: str
    lang: str


def list_addresses(rows: Iterable[ListedOutlet]) -> list[ListedAddress]:
    """Return the feeds of outlets, each address once."""
    found = {
        url: ListedAddress(url, row.facts.name, row.facts.lang) for row in rows for url in row.feeds
    }
    return list(found.values())


def check_feeds(
    feeds: Sequence[ListedAddress],
    *,
    clock: Callable[[], datetime],
    keep: Callable[[Checkup], None],
) -> None:
    """Ask each feed once; `keep` gets each as soon as it has answered or failed."""

    async def check() -> None:
        async for checkup in _check(feeds, clock):
            keep(checkup)

    asyncio.run(check())


async def _check(
    feeds: Sequence[ListedAddress], clock: Callable[[], datetime]
) -> AsyncIterator[Checkup]:
    fetcher = AiohttpFetcher(
        contact_url=settings.WIREROOM_URL,
        allow=tuple(settings.WIREROOM_ALLOW),
        day_budget=settings.WIREROOM_HOST_BUDGET,
    )
    polite, places = PoliteFetcher(fetcher, RobotsGate(fetcher)), asyncio.Semaphore(_AT_ONCE)

    async def look(feed: ListedAddress) -> Checkup:
        async with places:
            return await _look(polite, feed, clock)

    try:
        for done in asyncio.as_completed([look(feed) for feed in feeds]):
            yield await done
    finally:
        await polite.close()


async def _look(
    fetcher: PoliteFetcher, feed: ListedAddress, clock: Callable[[], datetime]
) -> Checkup:
    """Ask as for a page: nobody chose to poll this feed, so its robots.txt counts."""
    try:
        answer = await fetcher.fetch_page(
            FetchRequest(url=feed.url, accept=ACCEPT, asks_for=AskedFor.FEED)
        )
        return judge_answer(
            read_answer(answer),
            url=feed.url,
            outlet=feed.outlet,
            stated_lang=feed.lang,
            now=clock(),
        )
    except (FetchFailed, NotAFeed) as error:
        refused = isinstance(error, FetchFailed) and error.permanent
        verdict = Verdict.REFUSED if refused else Verdict.UNREACHABLE
        return Checkup(
            url=feed.url,
            outlet=feed.outlet,
            verdict=Verdict.NOT_A_FEED if isinstance(error, NotAFeed) else verdict,
            note=str(error),
            stated_lang=feed.lang,
        )


def report_line(checkup: Checkup) -> str:
    """Return a checkup as a line of the report."""
    row = asdict(checkup)
    row["newest_at"] = checkup.newest_at.isoformat() if checkup.newest_at else None
    return json.dumps(row, ensure_ascii=False) + "\n"


def read_report(path: Path) -> dict[str, str]:
    """Return the verdict by address of an earlier, perhaps unfinished run. Raises BadInput."""
    if not path.exists():
        return {}
    try:
        return dict(_verdicts(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path} cannot be read: {error}; name another report") from error


def _verdicts(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        try:
            row = json.loads(line)
            yield row["url"], str(Verdict(row["verdict"]))
        except (ValueError, TypeError, KeyError):
            continue  # the line on which a run was stopped: its feed is asked again
