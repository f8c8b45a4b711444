"""Reports whose feed changes guid and address in one go, known by the moment they came out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Final

from wireroom.engine.feeds.announced import Announced, is_alike
from wireroom.engine.text.words import words
from wireroom.engine.types import FeedEntry

# A date without a time of day is midnight somewhere: in UTC a whole quarter of an hour, for all
# zones lie so many quarters apart. What is scheduled comes out at such times, too, much at once.
_QUARTER_MIN: Final = 15
_FEWEST_WORDS: Final = 3  # "Weather" and "Traffic news" are columns that come again


def is_moment(at: datetime | None) -> bool:
    """Tell whether a time says when one report came out, not just on what day or in what batch."""
    return at is not None and bool(at.minute % _QUARTER_MIN or at.second)


def find_restated(
    entries: Sequence[FeedEntry],
    known: Mapping[str, Announced],
    told_at: Mapping[datetime, Sequence[Announced]],
) -> dict[str, Announced]:
    """Return by address what of an answer was announced before under another guid and address.

    `known` is by address what is recognised already; `told_at` has all announcements
    of the feed at the times of the others. In an answer that lists by time, a report is known
    again where one announcement and one entry state its moment, the announcement's address is
    gone, and the headline is the same; or is alike, and the answer goes back past the moment to
    what is known, so that the report would still stand in it under its old headline, were it
    another. In an answer of which nothing else is known, nothing is.
    """
    times = [one.published_at for one in entries if one.published_at is not None]
    if len(times) < len(entries) or not _are_in_order(times):
        return {}
    stated = Counter(times)
    standing = {one.url for one in entries} | {one.url for one in known.values()}
    since = min(
        (at for at, one in zip(times, entries, strict=True) if one.url in known), default=None
    )
    found: dict[str, Announced] = {}
    for at, entry in zip(times, entries, strict=True):
        if entry.url in known or stated[at] > 1 or not is_moment(at):
            continue
        before = told_at.get(at, ())
        if len(before) != 1 or before[0].url in standing:
            continue
        stood = since is not None and since < at
        if _is_same_headline(before[0].title, entry.title, or_alike=stood and at.second != 0):
            found[entry.url] = before[0]
    return found if len(found) + len(known) > 1 else {}


def _are_in_order(times: Sequence[datetime]) -> bool:
    """Tell whether times fall or rise all along: feeds of what is most read, or picked, do not."""
    return all(a >= b for a, b in pairwise(times)) or all(a <= b for a, b in pairwise(times))


def _is_same_headline(title: str, other: str, *, or_alike: bool) -> bool:
    first, second = words(title), words(other)
    fewest = min(len(set(first)), len(set(second)))
    if fewest < _FEWEST_WORDS:
        return False
    if first == second:
        return True
    return or_alike and is_alike(first, second)
