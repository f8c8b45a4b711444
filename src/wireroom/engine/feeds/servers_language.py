"""A feed that states no language: the server's word, unless the headlines say otherwise."""

from dataclasses import replace
from typing import Final

from wireroom.engine.feeds.entries import lang_tag
from wireroom.engine.types import ParsedFeed

_READ_ENTRIES: Final = 20  # headlines of one day: enough words to tell a language


def with_servers_language(feed: ParsedFeed, content_language: str) -> ParsedFeed:
    """Return a feed with the language of its Content-Language header, where that may be believed.

    A header is part of a server's set-up, often English whatever is served: it counts where the
    feed states no language, and names one alone, and no headlines read as another's.
    """
    named = lang_tag(content_language)
    if feed.lang or named is None:
        return feed
    from wireroom.engine.text.language import language_of  # see answer.py

    headlines = "\n".join(entry.title for entry in feed.entries[:_READ_ENTRIES])
    read_as = language_of(headlines, stated=named)
    return replace(feed, lang=named) if read_as.split("-")[0] == named.split("-")[0] else feed
