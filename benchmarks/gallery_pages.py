"""Every kind of page and the address of one of its kind, found by following links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from benchmarks.gallery_site import Site

# Stories looked through for the one that shows most; a front has some forty.
_LOOKED: Final = 14
_FIXED: Final = (
    "wrap-up", "topics", "gaps", "search", "app", "offline", "about", "choose-outlets",
    "mine", "mine/front", "mine/saved", "mine/follows", "mine/blocks", "mine/mutes",
    "mine/highlights", "mine/settings", "mine/delete", "desk", "desk/stories", "desk/outlets",
    "desk/dead-letters", "desk/errors", "desk/log", "desk/people", "desk/take-down",
)  # fmt: skip
_OF_STORY: Final = ("quotes", "grouping", "perspectives", "ask")
_LINKED: Final = {
    "article": r"/article/\d+/",
    "outlet": r"/outlet/[^/\"]+/",
    "topic": r"/topic/[^/\"]+/",
    "compare": r"/compare/\d+/\d+/",
    "section": r"/section/[^/\"]+/",
}
_ASKED: Final = {"search": "?q=a+OR+the+OR+%D9%81%D9%8A", "ask": "?q=How+many%3F"}
ACCOUNT: Final = ("account/login", "account/signup", "account/password/reset")


@dataclass(frozen=True, slots=True)
class Spot:
    """One page to look at."""

    kind: str
    lang: str
    path: str

    @property
    def is_private(self) -> bool:
        """Tell whether the host's session is needed."""
        return self.kind.startswith(("mine", "desk"))


def find_pages(site: Site, lang: str) -> Iterator[Spot]:
    """Yield a page of every kind that the site has in a language."""
    root = f"/{lang}/"
    front = site.get(root)
    yield Spot("front", lang, root)
    for kind in _FIXED:
        yield Spot(kind.replace("/", "-"), lang, f"{root}{kind}/{_ASKED.get(kind, '')}")
    for path in ACCOUNT if lang == "en" else ():
        yield Spot(path.replace("/", "-"), lang, f"/{path}/")
    yield Spot("not-found", lang, f"{root}no-such-page/")
    stories = list(dict.fromkeys(re.findall(rf"{root}story/\d+/", front)))[:_LOOKED]
    if stories:
        yield from _of_story(site, lang, max(stories, key=lambda path: _shows(site.get(path))))


def _shows(page: str) -> int:
    """Count what a story's page shows that few do."""
    return 5 * page.count('class="difference"') + page.count("/article/") + page.count("/compare/")


def _of_story(site: Site, lang: str, story: str) -> Iterator[Spot]:
    yield Spot("story", lang, story)
    yield Spot("desk-story", lang, story.replace("/story/", "/desk/story/"))
    for kind in _OF_STORY:
        yield Spot(kind, lang, f"{story}{kind}/{_ASKED.get(kind, '')}")
    text = site.get(story) + site.get(f"/{lang}/topics/")
    for kind, pattern in _LINKED.items():
        if link := re.search(rf"/{lang}{pattern}", text):
            yield Spot(kind, lang, link.group())
    article = re.search(rf"/{lang}{_LINKED['article']}", text)
    if article:
        yield Spot("changes", lang, f"{article.group()}changes/")
    if wrong := re.search(rf"/{lang}/report-error/[^\"]*", text):
        yield Spot("report-error", lang, wrong.group().replace("&amp;", "&"))
