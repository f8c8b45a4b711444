"""What a reader of RSS and Atom finds of a feed and of its entries, before it is cleaned."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Fields = dict[str, Any]  # feedparser's names and what belongs to them: untyped
Attributes = dict[str, str]
# Words or markup, their media type, their language, the base of links in them. A tuple, since
# each entry has two or three, and nothing is made sooner.
Text = tuple[str, str, str | None, str | None]
Tag = tuple[str | None, str | None, str | None]  # term, scheme, label


@dataclass(slots=True)
class RawEntry:
    """An entry as its feed states it: None is what it does not say.

    Addresses of pages are canonical; one that is none of the web is empty.
    """

    link: str | None = None
    first_link: str | None = None  # where a service that counts readers stands before the page
    guid: str = ""
    title: Text | None = None
    summary: Text | None = None
    subtitle: Text | None = None
    teaser: str | None = None  # the summary, or what stands in for it
    contents: list[Text] | None = None
    published: datetime | None = None
    created: datetime | None = None
    updated: datetime | None = None
    authors: list[str | None] | None = None
    tags: list[Tag] | None = None
    media: list[Attributes] | None = None
    thumbnails: list[Attributes] | None = None
    enclosures: list[Attributes] | None = None
    picture: str | None = None
    transcripts: list[Attributes] | None = None
    spoken: list[Attributes] | None = None


@dataclass(slots=True)
class RawFeed:
    """A feed as it states itself; `fault` says what is broken in its XML."""

    version: str = ""
    fields: Fields = field(default_factory=dict)
    entries: list[RawEntry] = field(default_factory=list)
    fault: str | None = None
