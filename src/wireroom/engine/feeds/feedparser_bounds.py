"""Bounds on what feedparser does with tags and authors, where it takes the square of their number.

It looks through all tags of an entry before it adds one, and looks for an address from every
letter of an author. Both readers of feeds keep to the bounds, so that they come to the same.
"""

from typing import Any, Final

import feedparser.api

MOST_TAGS: Final = 200  # of one entry, for comparison; 50 are kept, after doubles are left out
MOST_AUTHOR: Final = 300  # letters in which an address is looked for; 200 of a name are kept


def can_hold_address(author: str) -> bool:
    """Whether an author may be someone's address, with or without a name."""
    return len(author) <= MOST_AUTHOR and "@" in author


def _bounded(parser: Any) -> Any:
    """Return one of feedparser's parsers with the bounds: `feedparser.parse` takes no other."""

    def add_tag(self: Any, term: str | None, scheme: str | None, label: str | None) -> None:
        if len(dict.get(self._get_context(), "tags") or ()) < MOST_TAGS:
            parser._add_tag(self, term, scheme, label)

    def sync_author(self: Any, key: str = "author") -> None:
        context = self._get_context()
        stated, people = dict.get(context, key), dict.get(context, f"{key}s")
        is_named = bool(people and people[-1])
        if is_named or not isinstance(stated, str) or can_hold_address(stated):
            parser._sync_author_detail(self, key)
        elif people and stated:
            people[-1]["name"] = stated

    bounds = {"_add_tag": add_tag, "_sync_author_detail": sync_author}
    return type(parser.__name__, (parser,), bounds)


def set_bounds() -> None:
    """Have `feedparser.parse` keep to the bounds."""
    for name in ("StrictFeedParser", "LooseFeedParser"):
        setattr(feedparser.api, name, _bounded(getattr(feedparser.api, name)))
