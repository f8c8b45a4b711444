"""Links of an XML tree as feedparser reads them."""

import re
from typing import Final

from wireroom.engine.feeds.raw_entry import Attributes
from wireroom.engine.feeds.tree_text import mended, resolved

# A query's parameters that feedparser takes back from having been read as references.
_REFERENCE: Final = re.compile("&([A-Za-z0-9_]+);")
_PLAIN: Final = frozenset(("href", "rel", "type", "title"))
_PAGES: Final = ("html", "text/html", "xhtml", "application/xhtml+xml")


def read_link(attributes: Attributes, base: str) -> Attributes:
    """Return a link's attributes with what is left out of them: an alternate page in HTML."""
    link = {"rel": "alternate", **attributes}
    link.setdefault("type", "application/atom+xml" if link["rel"] == "self" else "text/html")
    link = with_href(link)
    if "href" in link:
        link["href"] = resolved(link["href"], base)
    return link


def is_plain_link(attributes: Attributes) -> bool:
    """Whether a link has an address, is no enclosure, and is of a page where it says of what."""
    if not _PLAIN.issuperset(attributes) or "href" not in attributes:
        return False
    return attributes.get("rel") != "enclosure" and attributes.get("type", "html") in _PAGES


def is_page(link: Attributes) -> bool:
    """Whether a link leads to what the feed or entry tells of."""
    return link["rel"] == "alternate" and link["type"] in _PAGES


def with_href(attributes: Attributes) -> Attributes:
    """Return attributes whose address, called "url", "uri" or "href", is called "href", too."""
    if href := attributes.get("url", attributes.get("uri")):
        attributes["href"] = href
    return attributes


def page_link(text: str) -> str:
    """Return the address in a feed's own link element."""
    return _REFERENCE.sub(r"&\1", text) if ";" in text else text


def own_link(stated: str, base: str) -> str:
    """Return the address in an entry's own link element."""
    address = mended(resolved(stated, base))
    return page_link(address.replace("&amp;", "&")) if "&" in address else address
