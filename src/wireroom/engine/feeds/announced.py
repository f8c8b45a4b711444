"""What a feed announced before, and whether two states of an announcement are of one report."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from wireroom.engine.text.words import words

# Of the words of the shorter headline: an editor's new headline keeps the names, two reports of
# one feed seldom share half.
_SHARED: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """What a feed's earlier announcement said."""

    guid: str
    url: str
    title: str
    published_at: datetime | None = None
    updated_at: datetime | None = None


def is_same_report(title: str, other: str, at: datetime | None, other_at: datetime | None) -> bool:
    """Tell whether two states found under one identifier are of one report.

    They are where they state the same time of publication, or half the shorter headline's words
    stand in the other.
    """
    return (at is not None and at == other_at) or is_alike(words(title), words(other))


def is_alike(headline: Collection[str], other: Collection[str]) -> bool:
    """Tell whether half the shorter headline's words stand in the other."""
    first, second = set(headline), set(other)
    fewest = min(len(first), len(second))
    return bool(fewest) and len(first & second) >= fewest * _SHARED
