"""What a page turned out to be: an article, or one of the things taken for articles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from wireroom.engine.pages.head import first_meta
from wireroom.engine.pages.health_words import BOT_CHECK, CONSENT, LIVE, LOGIN, NOT_FOUND, PAYWALL
from wireroom.engine.pages.lookup import inside_of, look_up
from wireroom.engine.pages.page import Page
from wireroom.engine.pages.paywalled import read_access
from wireroom.engine.pages.sheet import Sheet
from wireroom.engine.pages.stand_ins import (
    is_foreign,
    is_furniture_alone,
    is_mail_template,
    is_placeholder,
    is_unfilled,
)
from wireroom.engine.pages.structured import Node
from wireroom.engine.types import Health

_AUTHOR_PATH: Final = re.compile(
    r"/(?:authors?|autor(?:en|es|a)?|auteurs?|by|profiles?|people|staff|journalists?|contributors?|"
    r"writers?|reporters?|كاتب|كتاب|الكاتب)/[^/]+/?$",
    re.IGNORECASE,
)
_LIST_PATH: Final = re.compile(
    r"/(?:tags?|topics?|search|suche|recherche|buscar|categor(?:y|ies|ia)|keywords?|schlagwort|"
    r"etiqueta|بحث|وسم)(?:/|$)",
    re.IGNORECASE,
)
# Characters of body. A brief of an agency has some 200; what is shorter needs other proof.
_STUB: Final = 240
_SHORT: Final = 700
# Of 1,000 real pages those flagged as not free that hold more than this hold the whole text.
_PAYWALL_STUB: Final = 1500
_LONGEST_GATE: Final = 2000
_BARE: Final = 1500  # characters outside links: a page that shows fewer has no report in it
_SOUND: Final = 'audio, iframe[src*="podcast" i], iframe[src*="soundcloud" i], [class*="podcast" i]'
_GALLERY: Final = '[class*="gallery" i], [class*="slideshow" i], [class*="carousel-item" i]'
_PLAYERS: Final = (
    'video, iframe[src*="youtube" i], iframe[src*="vimeo" i], iframe[src*="player" i], '
    'iframe[src*="dailymotion" i], [class*="video-player" i]'
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A health and the reason, empty for an article."""

    health: Health
    why: str = ""


def examine(page: Page, *, node: Node | None, title: str, paragraphs: Sequence[str]) -> Finding:
    """Say what the page is, from its kind statements, its address, its words and its body."""
    size = sum(map(len, paragraphs))
    text = " ".join(paragraphs)[:4000]
    # A wall's words are often taken for furniture: without a body all of a bare page is heard.
    seen = text if size >= _STUB else _whole_of(page.sheet, text)
    checks = (
        _error(title, text, seen, size),
        _wall(title, text, seen, (size, node)),
        _author_page(page, node, size),
        _stand_in(page, title, paragraphs, size),
        _paywall(page, node, (text, seen), size),
        _media(page, node, title, size),
        _section_front(page, node, paragraphs, size),
        _furniture(title, (paragraphs, size)),
        _empty(size),
    )
    return next((found for found in checks if found), Finding(Health.ARTICLE))


def _whole_of(sheet: Sheet, text: str) -> str:
    """Return all visible text of a page that shows little; of another, the body's alone."""
    if sum(len(block.text) - block.linked for block in sheet.blocks) > _BARE:
        return text
    return " ".join(block.text for block in sheet.blocks if 2 * block.linked < len(block.text))


def _error(title: str, text: str, seen: str, size: int) -> Finding | None:
    if size < _SHORT and len(title) < 90 and NOT_FOUND.search(title):
        return Finding(Health.ERROR_PAGE, "an error page: its title says so")
    if size < _STUB and (NOT_FOUND.search(text[:400]) or NOT_FOUND.search(seen[:400])):
        return Finding(Health.ERROR_PAGE, "an error page: its only text says so")
    return None


def _wall(title: str, text: str, seen: str, known: tuple[int, Node | None]) -> Finding | None:
    size, node = known
    for words, what in ((BOT_CHECK, "a robot check"), (CONSENT, "a consent wall")):
        why = f"{what} stands before the page: "
        if node is None and size < 2 * _SHORT and words.search(title):
            return Finding(Health.CONSENT, why + "its headline says so")
        if size < _SHORT and len(words.findall(text)) >= (1 if size < _STUB else 2):
            return Finding(Health.CONSENT, why + "its only text says so")
        if size < _STUB and node is None and words.search(seen):
            return Finding(Health.CONSENT, why + "it shows little else")
    return None


def _stand_in(page: Page, title: str, paragraphs: Sequence[str], size: int) -> Finding | None:
    text = " ".join(paragraphs[:5])[:2000]
    if is_mail_template(title, text, size):
        return Finding(Health.EMPTY, "a mail template, not an article")
    if is_unfilled(title, text, size):
        return Finding(Health.EMPTY, "an unfilled template, not an article")
    if is_placeholder(paragraphs):
        return Finding(Health.WRONG_LANGUAGE, "placeholder Latin stands where the report should")
    if is_foreign(title, text, stated=page.lang):
        why = "the text is in another script than the headline and the page's stated language"
        return Finding(Health.WRONG_LANGUAGE, why)
    return None


def _furniture(title: str, body: tuple[Sequence[str], int]) -> Finding | None:
    if is_furniture_alone(title, *body):
        return Finding(Health.FURNITURE, "menus, notices or offers, and no text of a report")
    return None


def _author_page(page: Page, node: Node | None, size: int) -> Finding | None:
    profile = any(page.structured.of_type("ProfilePage"))
    stated = (first_meta(page.meta, "og:type") or "").lower() in ("profile", "author")
    path = urlsplit(page.url or "").path
    person = any(page.structured.of_type("Person"))
    address = bool(_AUTHOR_PATH.search(path))
    if node is not None and "datePublished" in node and not profile:
        return None
    body = page.sheet.elements[0] if page.sheet.elements else None
    marked = body is not None and "author" in body.attribute("class").split()
    if profile or stated or (address and (person or marked or size < 2 * _SHORT)):
        return Finding(Health.AUTHOR_PAGE, "an author's page: a person and links to reports")
    return None


def _paywall(page: Page, node: Node | None, texts: tuple[str, str], size: int) -> Finding | None:
    if size >= _PAYWALL_STUB:
        return None
    if read_access(page, node).paywalled:
        return Finding(Health.PAYWALL, "behind a paywall: only its opening is here")
    if size >= _SHORT:
        return None
    said = " ".join((*texts, _gate(page)))
    if PAYWALL.search(said):
        return Finding(Health.PAYWALL, "behind a paywall: only its opening is here")
    if LOGIN.search(said):
        return Finding(Health.PAYWALL, "behind a login: only its opening is here")
    return None


def _gate(page: Page) -> str:
    """Return the beginning of what the first box named like a paywall says."""
    marked = look_up(page.region).marked("paywall")
    box = next((element for element in marked if element.tag != "body"), None)
    return page.sheet.text(box)[:_LONGEST_GATE] if box is not None else ""


def _media(page: Page, node: Node | None, title: str, size: int) -> Finding | None:
    if size >= _STUB:
        return None
    stated = (first_meta(page.meta, "og:type") or "").lower()
    told = any(page.structured.of_type("VideoObject", "BroadcastEvent")) or "og:video" in page.meta
    inside = bool(node and node.get("video"))
    # Frames are not on the sheet; few pages get here.
    if stated.startswith("video") or told or inside or page.tree.css_first(_PLAYERS) is not None:
        is_live = any(page.structured.of_type("BroadcastEvent")) or LIVE.search(title)
        what = "a live stream" if is_live else "a video"
        return Finding(Health.VIDEO_ONLY, f"{what} without a report in text")
    kinds = ("AudioObject", "PodcastEpisode", "PodcastSeries", "RadioEpisode")
    if stated.startswith("music") or any(page.structured.of_type(*kinds)) or _holds(page, _SOUND):
        return Finding(Health.AUDIO_ONLY, "a recording without a report in text")
    if any(page.structured.of_type("ImageGallery", "MediaGallery")) or _holds(page, _GALLERY):
        return Finding(Health.GALLERY, "a gallery of pictures without a report in text")
    return None


def _holds(page: Page, selector: str) -> bool:
    return page.tree.css_first(selector) is not None


def _section_front(
    page: Page, node: Node | None, paragraphs: Sequence[str], size: int
) -> Finding | None:
    if node is not None or "article:published_time" in page.meta:
        return None
    if (first_meta(page.meta, "og:type") or "").lower().startswith("article"):
        return None
    listing = any(page.structured.of_type("CollectionPage", "ItemList", "SearchResultsPage"))
    longest = max(map(len, paragraphs), default=0)
    linked = _linked_headings(page.sheet)
    root = page.url is not None and urlsplit(page.url).path in ("", "/")
    if page.url and linked >= 3 and longest < _STUB and _LIST_PATH.search(urlsplit(page.url).path):
        return Finding(Health.SECTION_FRONT, "a list: headlines under a tag, a topic or a search")
    if (listing and longest < _STUB) or (linked >= 8 and size < _SHORT) or (root and linked >= 5):
        return Finding(Health.SECTION_FRONT, "a front: headlines that lead to reports")
    return None


def _linked_headings(sheet: Sheet) -> int:
    """Count the headlines in the middle of a page that are links."""
    heads = [element for element in sheet.elements if element.tag in ("h2", "h3")]
    inner = sum(len(inside_of(sheet, head, "a")) for head in heads)
    above = [[up.tag for up in sheet.ancestors(head.place)] for head in heads]
    return inner + sum("a" in tags and "article" in tags[tags.index("a") :] for tags in above)


def _empty(size: int) -> Finding | None:
    if size == 0:
        return Finding(Health.EMPTY, "no text of a report was found")
    return None
