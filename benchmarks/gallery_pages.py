"""Every kind of page and the address of one of its kind, its rows found by following links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from string import Formatter
from typing import Final

from benchmarks.gallery_site import Site
from benchmarks.gallery_table import ACCOUNT, PAGES, Who, who_looks

# Stories looked through for the one that shows most; a front has some forty.
_LOOKED: Final = 14
# What goes into addresses, by the links of the story and of the list of topics.
_LINKED: Final = {
    "article": r"/article/(\d+)/",
    "outlet": r"/outlet/([^/\"]+)/",
    "topic": r"/topic/([^/\"]+)/",
    "person": r"/topic/([^/\"]+)/\"><bdi[^>]*>[^<]*</bdi></a></b>",  # a speaker's name
    "topic_id": r"/topic/[^/\"]*?(\d+)/",
    "pair": r"/compare/(\d+/\d+)/",
    "section": r"/section/([^/\"]+)/",
    "wrong": r"/report-error/\?of=([^\"&]*)",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """One page to look at, and who looks."""

    kind: str
    lang: str
    path: str
    who: Who


def find_pages(site: Site, lang: str) -> Iterator[Spot]:
    """Yield a page of every kind that the site has in an edition."""
    places = {**site.places[lang[:2]], **_places(site, lang)}
    for pages, root in ((PAGES, f"/{lang}/"), (ACCOUNT, "/")):
        for name, address in pages.items():
            needed = {field for _, field, _, _ in Formatter().parse(address) if field}
            if needed <= places.keys():
                yield Spot(name, lang, root + address.format_map(places), who_looks(name))
    yield Spot("not-found", lang, f"/{lang}/no-such-page/", "")


def _places(site: Site, lang: str) -> dict[str, str]:
    """Return what stands in addresses that the story which shows most leads to."""
    found = {"day": f"{datetime.now(UTC):%Y-%m-%d}"}
    links = re.findall(rf"/{lang}/story/(\d+)/", site.get(f"/{lang}/"))
    stories = list(dict.fromkeys(links))[:_LOOKED]
    if not stories:
        return found
    story = max(stories, key=lambda one: _shows(site.get(f"/{lang}/story/{one}/")))
    text = site.get(f"/{lang}/story/{story}/") + site.get(f"/{lang}/topics/")
    for name, pattern in _LINKED.items():
        if link := re.search(rf"/{lang}{pattern}", text):
            found[name] = link[1]
    return found | {"story": story}


def _shows(page: str) -> int:
    """Count what a story's page shows that few do."""
    return 5 * page.count('class="difference"') + page.count("/article/") + page.count("/compare/")
