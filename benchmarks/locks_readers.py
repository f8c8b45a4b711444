"""Readers of `bench locks`: they ask for pages, and save and follow what they read."""

import asyncio
import random
import re
import sqlite3
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import aiohttp

_READERS: Final = 4  # each with one request at a time
_READ_EVERY_S: Final = 0.25
_SAVERS: Final = 2
_SAVE_EVERY_S: Final = 0.5
_PROBE_EVERY_S: Final = 0.2
_STORY: Final = re.compile(r'href="/en/story/(\d+)/')
_PAGES: Final = ("/en/", "/en/", "/en/search/?q=ferry", "/en/outlets/", "/en/feed.xml", "/ar/")
_TOKEN: Final = "b" * 32


@dataclass(slots=True)
class Seen:
    """What readers met: seconds of reads and of writes, and answers by status."""

    reads: list[float] = field(default_factory=list)
    writes: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)  # for SQLite's one place to write
    came: Counter[str] = field(default_factory=Counter)
    stories: list[str] = field(default_factory=list)


async def read_and_save(base: str, cookies: Sequence[str], database: Path, for_s: float) -> Seen:
    """Read and save until the time is over."""
    seen, until = Seen(), time.monotonic() + for_s
    async with aiohttp.ClientSession(base, cookie_jar=aiohttp.DummyCookieJar()) as session:
        await asyncio.gather(
            *(_read(session, seen, until) for _ in range(_READERS)),
            *(_save(session, seen, until, cookies) for _ in range(_SAVERS)),
            asyncio.to_thread(_probe, database, seen, until),
        )
    return seen


async def _read(session: aiohttp.ClientSession, seen: Seen, until: float) -> None:
    while time.monotonic() < until:
        paths = [*_PAGES, *(f"/en/story/{number}/" for number in seen.stories[:20])]
        path = random.choice(paths)
        began = time.monotonic()
        async with session.get(path) as answer:
            text = await answer.text()
        seen.reads.append(time.monotonic() - began)
        seen.came[f"read {answer.status}"] += 1
        if path == "/en/":
            seen.stories = list(dict.fromkeys(_STORY.findall(text)))
        await asyncio.sleep(_READ_EVERY_S)


async def _save(
    session: aiohttp.ClientSession, seen: Seen, until: float, cookies: Sequence[str]
) -> None:
    while time.monotonic() < until:
        await asyncio.sleep(_SAVE_EVERY_S)
        if not seen.stories:
            continue
        path = f"/en/mine/{random.choice(('save', 'follow'))}/?story={random.choice(seen.stories)}"
        cookie = f"sessionid={random.choice(cookies)}; csrftoken={_TOKEN}"
        fields = {"csrfmiddlewaretoken": _TOKEN, "deed": random.choice(("add", "remove"))}
        began = time.monotonic()
        async with session.post(
            path, data=fields, headers={"Cookie": cookie}, allow_redirects=False
        ) as answer:
            await answer.read()
        seen.writes.append(time.monotonic() - began)
        seen.came[f"write {answer.status}"] += 1


def _probe(database: Path, seen: Seen, until: float) -> None:
    """Take SQLite's one place to write again and again, and give it back."""
    with sqlite3.connect(database, timeout=60, isolation_level=None) as connection:
        while time.monotonic() < until:
            began = time.monotonic()
            connection.execute("BEGIN IMMEDIATE")
            seen.waits.append(time.monotonic() - began)
            connection.execute("ROLLBACK")
            time.sleep(_PROBE_EVERY_S)
