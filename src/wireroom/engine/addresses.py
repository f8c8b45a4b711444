"""Addresses of one article: those for phones, for AMP, with and without "www." and a slash."""

import re
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from wireroom.engine.country_suffixes import is_suffix

# The caches that keep other sites' AMP pages: the viewer's or cache's path, then the site's own
# host and path ("/s" before it for https). AMP project, "AMP Cache URL format".
_CACHED: Final = re.compile(
    r"https?://(?:[a-z0-9-]+\.cdn\.ampproject\.org/+[a-z]|(?:www\.)?(?:google|bing)\.[a-z.]+/+amp)"
    r"(/+s)?/+(?=[^/]+\.[a-z])(.+)",
    re.IGNORECASE | re.DOTALL,
)
# One site answers under these names, for screens of every size.
FOR_DEVICES: Final = ("www.", "m.", "amp.", "mobile.")
_FOR_DEVICE: Final = re.compile(f"^(?:{'|'.join(map(re.escape, FOR_DEVICES))})(?=[^.]+\\.)")
_AMP_ENDING: Final = re.compile(r"\.amp(?=\.html?$|$)")
_INDEX: Final = re.compile(r"(?:index|default)\.(?:html?|php|aspx?)")
# WordPress and Drupal ("amp"), Arc ("outputType=amp").
_AMP_QUERY: Final = frozenset({"amp", "amp=1", "amp=true", "outputtype=amp", "output=amp"})


def leave_cache(url: str) -> str:
    """Return the site's own address of a page in an AMP cache; any other address as it is."""
    while "amp" in url.lower() and (match := _CACHED.fullmatch(url)) is not None:
        url = f"http{'s' if match[1] else ''}://{match[2]}"
    return url


def leave_device(host: str) -> str:
    """Return a host in lower case without the first of its names for devices.

    Where no site's name would be left ("m.com.au"), that is its name.
    """
    bare = _FOR_DEVICE.sub("", host)
    return host if is_suffix(bare.partition(":")[0]) else bare


def address_key(url: str) -> str:
    """Return one text for every address that a site gives one article, of a canonical URL.

    Scheme, the host's "www.", "m.", "mobile." and "amp.", a slash or index page at the end, and
    what asks for AMP are left out; of a host never so much that no site's name is left
    ("m.com.au"). No address: it is compared, never asked for.
    """
    # What urlsplit does to a canonical URL, which it costs three times as long to find out.
    _, on_web, front = url.partition("://")
    front, _, fragment = (front if on_web else f"/{url.partition(':')[2]}").partition("#")
    front, _, query = front.partition("?")
    host, _, path = front.partition("/")
    asked = [pair for pair in query.split("&") if pair.lower() not in _AMP_QUERY] if query else ()
    query = "?" + "&".join(asked) if any(asked) else ""
    mark = f"#{fragment}" if fragment else ""
    return f"{_bare_host(host)}{_plain_path(path)}{query}{mark}"


@lru_cache(maxsize=1024)
def _bare_host(host: str) -> str:
    while (bare := leave_device(host)) != host:
        host = bare
    return host


def site_of(url: str) -> str:
    """Return the last two labels of the host, so that www., m. and amp. are one site.

    Where a country's suffix has two parts (co.uk) the last three are taken.
    """
    host = urlsplit(url).hostname or ""
    labels = host.split(".")
    if host.replace(".", "").isdigit() or len(labels) < 3:
        return host
    short_suffix = len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return ".".join(labels[-3:] if short_suffix else labels[-2:])


def _plain_path(path: str) -> str:
    segments = [part for part in path.split("/") if part]
    while segments:
        last = segments[-1]
        if _INDEX.fullmatch(last) or (len(segments) > 1 and last.lower() == "amp"):
            segments.pop()
        elif len(segments) > 1 and segments[0].lower() == "amp":
            segments.pop(0)
        elif (plain := _AMP_ENDING.sub("", last)) not in (last, ""):
            segments[-1] = plain
        else:
            break
    return "/" + "/".join(segments)
