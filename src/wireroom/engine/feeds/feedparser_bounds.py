"""What feedparser is to do otherwise: bounds on tags and authors, transcripts and ids kept.

It looks through all tags of an entry before it adds one, and looks for an address from every
letter of an author: the square of their number. Both readers of feeds keep to the bounds, so that
they come to the same. Of an entry's transcripts it would keep the last alone, and it
writes the scheme of an identifier anew, which is to be kept as it stands (RFC 4287, 4.2.6.1).
"""

import re
from typing import Any, Final

import feedparser.api

MOST_TAGS: Final = 200  # of one entry, for comparison; 50 are kept, after doubles are left out
MOST_AUTHOR: Final = 300  # letters in which an address is looked for; 200 of a name are kept
_SCHEME: Final = re.compile("[A-Za-z][A-Za-z0-9+.-]*+:")
# The namespace of Podcasting 2.0, under its own name and that of its first years.
PODCASTING: Final = {
    "https://podcastindex.org/namespace/1.0": "podcast",
    "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
}


def has_scheme(identifier: str) -> bool:
    """Whether an identifier stands for itself, and is nothing to be joined to an address."""
    return _SCHEME.match(identifier) is not None


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

    def end_id(self: Any) -> None:
        stated = "".join(map(str, self.elementstack[-1][2])) if self.elementstack else ""
        is_link = self.guidislink
        self.guidislink = is_link and not has_scheme(stated.strip())
        value = self.pop("id")
        if is_link:
            self._save("link", self.resolve_uri(value) if value else value)

    bounds = {"_add_tag": add_tag, "_sync_author_detail": sync_author, **_transcripts(parser)}
    bounds |= {"_end_id": end_id, "_end_guid": end_id}
    return type(parser.__name__, (parser,), bounds)


def _transcripts(parser: Any) -> dict[str, Any]:
    """Return what keeps transcripts in feedparser's own way, as it keeps thumbnails."""

    def start_link(self: Any, attributes: dict[str, str]) -> None:
        self._get_context().setdefault("podcast_transcript", []).append(attributes)

    def start_text(self: Any, attributes: dict[str, str]) -> None:
        self._get_context().setdefault("media_text", []).append(attributes)
        self.push("text", 1)

    def end_text(self: Any) -> None:
        said = self.pop("text")
        texts = dict.get(self._get_context(), "media_text")
        if said and texts:
            texts[-1]["text"] = said

    return {
        "namespaces": {**parser.namespaces, **PODCASTING},
        "_matchnamespaces": {},  # filled from the names above by the first feed
        "_start_podcast_transcript": start_link,
        "_start_media_text": start_text,
        "_end_media_text": end_text,
    }


def set_bounds() -> None:
    """Have `feedparser.parse` keep to the bounds, and keep transcripts."""
    for name in ("StrictFeedParser", "LooseFeedParser"):
        setattr(feedparser.api, name, _bounded(getattr(feedparser.api, name)))
