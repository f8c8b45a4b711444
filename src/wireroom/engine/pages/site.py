"""Whose page this is: the names a site goes by and the outlet that publishes the report."""

import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urljoin, urlsplit

from wireroom.engine.pages.agencies import canonical_agency
from wireroom.engine.pages.head import Head, first_meta
from wireroom.engine.pages.lookup import inside_of, look_up
from wireroom.engine.pages.region import Region
from wireroom.engine.pages.sheet import Element, Sheet, fold_space
from wireroom.engine.pages.structured import Node, StructuredPage, text_of

# Labels of a host that are no name: "www.news.example.co.uk" is "example".
_NO_NAME: Final = frozenset(
    [
        "www",
        "m",
        "mobile",
        "amp",
        "news",
        "co",
        "com",
        "org",
        "net",
        "gov",
        "ac",
        "edu",
        "or",
        "ne",
        "go",
        "blog",
        "blogs",
        "en",
        "ar",
        "fr",
        "de",
        "es",
        "web",
    ]
)
_SITE_NAMES: Final = (
    "og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name",
    "dc.publisher", "dcterms.publisher", "publisher", "copyright", "cre",
)  # fmt: skip

# "Headline | Name", "Headline - Name"; a hyphen within a word parts nothing.
_TITLE_SPLIT: Final = re.compile(r"\s+[|\-–—·•»«:]{1,2}\s+|\s*[|｜]\s*")
_MOST_LINKS: Final = 400
_LONGEST_NAME: Final = 40
_NAME_WORDS: Final = 5
_MOST_PIECES: Final = 12  # of text in a link that says a name


def host_of(url: str | None) -> str | None:
    """Return the host of an address without "www.", None when it has none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def brand_of(host: str | None) -> str | None:
    """Return the label of a host that names its owner: "example" of news.example.co.uk."""
    labels = [label for label in (host or "").split(".")[:-1] if label not in _NO_NAME]
    return labels[-1] if labels else None


def page_address(head: Head, url: str | None) -> str | None:
    """Return the canonical address: rel=canonical, og:url, then where the page came from.

    A canonical link to a site's front page or to another host's root says nothing.
    """
    for value in (head.link("canonical"), first_meta(head.meta, "og:url", "twitter:url")):
        full = web_url(value, base=url)
        if full and (urlsplit(full).path.strip("/") or urlsplit(full).query):
            return full
    return web_url(url)


def web_url(value: str | None, *, base: str | None = None) -> str | None:
    """Return an absolute http(s) address without fragment, or None."""
    if not value or len(value) > 2000:
        return None
    value = value.strip()
    try:
        full = value if value.startswith(("http://", "https://")) else urljoin(base or "", value)
        parts = urlsplit(full)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return full.partition("#")[0]


def titled_name(head: Head, region: Region, url: str | None) -> str | None:
    """Return the end of the page's title where the site itself repeats it.

    "Headline | Name" counts where a link to the front page or a feed says Name: for pages
    without a word of metadata on whose they are.
    """
    parts = [part.strip() for part in _TITLE_SPLIT.split(head.title)]
    name = parts[-1] if len(parts) > 1 else ""
    if not name or len(name) > _LONGEST_NAME or len(name.split()) > _NAME_WORDS:
        return None
    return name if _is_shown(name.casefold(), head, region, url) else None


def _is_shown(name: str, head: Head, region: Region, url: str | None) -> bool:
    place = 0
    for link in look_up(region).tagged("a")[:_MOST_LINKS]:
        href = link.attribute("href")
        if not href or href[0] == "#":
            continue
        # A front page's address is short: names are gathered for few of a page's links.
        is_short = href.rpartition("://")[2].strip("/.").count("/") == 0
        if (
            (is_short or place == 0)
            and any(name == called.casefold() for called in _names_of(region.sheet, link))
            and _is_front(web_url(href, base=url) or href, url, is_first=place == 0)
        ):
            return True
        place += 1
    feeds = [link for link in head.links if "alternate" in link.rel and "xml" in link.type][:10]
    titles = [feed.title.casefold() for feed in feeds]
    return any(name in (title, *_TITLE_SPLIT.split(title)) for title in titles)


def _names_of(sheet: Sheet, link: Element) -> Iterator[str]:
    """Yield what a link is called: its text, its picture's, its own label."""
    if link.last_piece - link.first_piece <= _MOST_PIECES:
        yield sheet.text(link)
    yield link.attribute("title")
    yield link.attribute("aria-label")
    yield from (picture.attribute("alt") for picture in inside_of(sheet, link, "img")[:1])


def _is_front(target: str, url: str | None, *, is_first: bool) -> bool:
    """Tell whether an address leads to a front page; below a host's root only the first link."""
    parts, here = urlsplit(target), urlsplit(url or "")
    if parts.query or (here.hostname and parts.hostname and parts.hostname != here.hostname):
        return False
    path = parts.path.rstrip("/")
    return not path or (is_first and here.path.startswith(path + "/") and path.count("/") == 1)


def site_names(
    meta: Mapping[str, tuple[str, ...]],
    structured: StructuredPage,
    host: str | None,
    titled: str | None = None,
) -> list[str]:
    """Return every name the site goes by, the best first."""
    names = [value for key in _SITE_NAMES[:4] for value in meta.get(key, ())]
    names.append(titled or "")
    for node in structured.articles:
        names.append(publisher_of(node, structured) or "")
    kinds = ("WebSite", "NewsMediaOrganization", "Organization")
    names.extend(text_of(node.get("name")) or "" for node in structured.of_type(*kinds))
    names.extend(value for key in _SITE_NAMES[4:] for value in meta.get(key, ()))
    names.extend(filter(None, (host, brand_of(host))))
    handle = first_meta(meta, "twitter:site") or ""
    names.append(handle.lstrip("@"))
    short = [fold_space(name) for name in names if name and len(name) <= 60]
    return list(dict.fromkeys(short))


def publisher_of(node: Node, structured: StructuredPage) -> str | None:
    """Return the publisher that an article's JSON-LD names.

    Its sourceOrganization stands in where that is no agency, whose text an outlet carries.
    """
    name = _organisation(node.get("publisher"), structured)
    if not name:
        name = _organisation(node.get("sourceOrganization"), structured)
        name = None if name and canonical_agency(name) else name
    return name if name and len(name) <= 80 and not name.startswith("http") else None


def _organisation(value: object, structured: StructuredPage) -> str | None:
    value = structured.resolve(value)
    if isinstance(value, list):
        value = structured.resolve(value[0]) if value else None
    return text_of(value)


def site_name(
    meta: Mapping[str, tuple[str, ...]],
    structured: StructuredPage,
    host: str | None,
    titled: str | None = None,
) -> str | None:
    """Return the one name of the site to show, its host when it tells none."""
    named = first_meta(meta, "og:site_name")
    if named and not re.match(r"https?:", named):
        return named
    publishers = (publisher_of(node, structured) for node in structured.articles)
    found = next((name for name in publishers if name), None)
    sites = (text_of(node.get("name")) for node in structured.of_type("WebSite"))
    return (
        found
        or next((name for name in sites if name and len(name) <= 60), None)
        or first_meta(meta, "application-name", "dc.publisher", "publisher")
        or titled
        or host
    )
