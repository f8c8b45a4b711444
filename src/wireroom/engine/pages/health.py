"""What a page turned out to be: an article, or one of the things taken for articles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from wireroom.engine.pages.head import first_meta
from wireroom.engine.pages.lookup import inside_of, look_up
from wireroom.engine.pages.page import Page
from wireroom.engine.pages.sheet import Sheet
from wireroom.engine.pages.structured import Node, text_of
from wireroom.engine.types import Health

_ERROR: Final = re.compile(
    r"\b(?:404|410|403|50[0234])\b.{0,40}(?:error|not found|forbidden|gone|unavailable)|"
    r"\b(?:page|article|story|content)\b.{0,20}\b(?:not found|no longer (?:available|exists)|"
    r"(?:does not|doesn'?t|can(?:not|'t)) (?:exist|be found))|^(?:error )?(?:404|410|403|500|"
    r"502|503)\W*$|"
    r"\b(?:access denied|forbidden|internal server error|bad gateway|service unavailable)\b|"
    r"seite nicht gefunden|page introuvable|página no encontrada|الصفحة غير موجودة|"
    r"(?:لم يتم|تعذر) العثور|الصفحة المطلوبة غير",
    re.IGNORECASE,
)
_CONSENT: Final = re.compile(
    r"\b(?:before you continue|we value your privacy|we (?:and our partners )?use cookies|"
    r"cookie (?:consent|settings|policy|preferences)|your privacy choices|consent to|"
    r"privacy cent(?:er|re)|"
    r"just a moment|are you a (?:robot|human)|verify (?:that )?you are (?:a )?human|"
    r"enable javascript|"
    r"checking your browser|captcha)\b|ملفات تعريف الارتباط|الموافقة على",
    re.IGNORECASE,
)
_PAYWALL: Final = re.compile(
    r"\b(?:subscribe (?:now )?to (?:continue|read|keep|unlock)|subscribers? only|for subscribers|"
    r"to (?:continue|keep) reading|(?:already|become) a (?:subscriber|member)\b|"
    r"unlock (?:this|the|full)|this (?:article|content|story) is (?:for|reserved|only)|"
    r"log in to (?:continue|read)|register to (?:continue|read)|réservé aux abonnés|"
    r"weiterlesen mit|nur für abonnenten|jetzt abonnieren)\b|للمشتركين فقط|اشترك (?:لمتابعة|"
    r"لقراءة)",
    re.IGNORECASE,
)
_AUTHOR_PATH: Final = re.compile(
    r"/(?:authors?|autor(?:en|es|a)?|auteurs?|by|profiles?|people|staff|journalists?|contributors?|"
    r"writers?|reporters?|كاتب|كتاب|الكاتب)/[^/]+/?$",
    re.IGNORECASE,
)
_TEMPLATE: Final = re.compile(r"\{\{.{0,80}\}\}|%%\w+%%|\$\{\w+\}|\[%.{0,60}%\]", re.I)
_MAILTO: Final = re.compile(r"mailto:|\b(?:subject|body)=", re.IGNORECASE)
# Characters of body. A brief of an agency has some 200; what is shorter needs other proof.
_STUB: Final = 240
_SHORT: Final = 700
# Of 1,000 real pages those flagged as not free that hold more than this hold the whole text.
_PAYWALL_STUB: Final = 1500
_LONGEST_GATE: Final = 2000
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
    checks = (
        _error(title, text, size),
        _consent(title, text, size, node),
        _author_page(page, node, size),
        _template(title, text, size),
        _paywall(page, node, text, size),
        _video(page, node, size),
        _section_front(page, node, paragraphs, size),
        _empty(size),
    )
    return next((found for found in checks if found), Finding(Health.ARTICLE))


def _error(title: str, text: str, size: int) -> Finding | None:
    if _ERROR.search(title) and size < _SHORT and len(title) < 90:
        return Finding(Health.ERROR_PAGE, "an error page: its title says so")
    if size < _STUB and _ERROR.search(text[:400]):
        return Finding(Health.ERROR_PAGE, "an error page: its only text says so")
    return None


def _consent(title: str, text: str, size: int, node: Node | None) -> Finding | None:
    if node is None and size < 2 * _SHORT and _CONSENT.search(title):
        return Finding(Health.CONSENT, "a consent or robot check stands before the page")
    if size < _SHORT and len(_CONSENT.findall(text)) >= (1 if size < _STUB else 2):
        return Finding(Health.CONSENT, "a consent or robot check stands before the page")
    return None


def _template(title: str, text: str, size: int) -> Finding | None:
    if _MAILTO.match(title) or (size < _STUB and _MAILTO.search(text)):
        return Finding(Health.EMPTY, "a mail template, not an article")
    if _TEMPLATE.search(title) or (size < _SHORT and _TEMPLATE.search(text)):
        return Finding(Health.EMPTY, "an unfilled template, not an article")
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


def _paywall(page: Page, node: Node | None, text: str, size: int) -> Finding | None:
    free = text_of(node.get("isAccessibleForFree")) if node else None
    flag = node.get("isAccessibleForFree") if node else None
    closed = flag is False or (free or "").strip().lower().endswith("false")
    tier = (first_meta(page.meta, "article:content_tier") or "").lower() in ("locked", "metered")
    if (closed or tier) and size < _PAYWALL_STUB:
        return Finding(Health.PAYWALL, "behind a paywall: only its opening is here")
    if size < _SHORT and (_PAYWALL.search(text) or _PAYWALL.search(_gate(page))):
        return Finding(Health.PAYWALL, "behind a paywall: only its opening is here")
    return None


def _gate(page: Page) -> str:
    """Return the beginning of what the first box named like a paywall says."""
    marked = look_up(page.region).marked("paywall")
    box = next((element for element in marked if element.tag != "body"), None)
    return page.sheet.text(box)[:_LONGEST_GATE] if box is not None else ""


def _video(page: Page, node: Node | None, size: int) -> Finding | None:
    if size >= _STUB:
        return None
    stated = (first_meta(page.meta, "og:type") or "").lower().startswith("video")
    told = any(page.structured.of_type("VideoObject")) or "og:video" in page.meta
    inside = bool(node and node.get("video"))
    # Frames are not on the sheet; few pages get here.
    if stated or told or inside or page.tree.css_first(_PLAYERS) is not None:
        return Finding(Health.VIDEO_ONLY, "a video without a report in text")
    return None


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
