"""What else a page tells of an article: standfirst, key points, picture, section, tags, links."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.engine.pages.dom import ancestors, attribute, class_words, first_meta, seen_text
from wireroom.engine.pages.page import Page
from wireroom.engine.pages.site import host_of, web_url
from wireroom.engine.pages.structured import Node, text_of, texts_of, url_of
from wireroom.engine.text.words import words
from wireroom.engine.types import Image

_STANDFIRST: Final = (
    '[class*="standfirst" i], [class*="subtitle" i], [class*="sub-title" i], [class*="dek" i], '
    '[class*="subheadline" i], [class*="sub-headline" i], [class*="subhead" i], '
    '[class*="teaser-text" i], '
    '[class*="intro" i], [class*="lead" i], [class*="summary" i], [class*="excerpt" i], '
    '[itemprop~="description"], [itemprop~="alternativeHeadline"]'
)
_KEY_WORDS: Final = frozenset(
    [
        "key",
        "keypoints",
        "keypoint",
        "highlights",
        "highlight",
        "takeaways",
        "takeaway",
        "summary",
        "bullets",
        "bullet",
        "points",
        "tldr",
        "glance",
    ]
)
_CHROME: Final = frozenset(["nav", "footer", "aside", "header", "form"])
_SHORT_URL: Final = re.compile(r"^https?://(?P<host>[\w.-]{3,25})/[\w-]{2,14}/?$")
_COUNT: Final = re.compile(
    r"(\d[\d,. ]*)\s*(?:comments?|kommentare|commentaires|تعليق(?:ات|ا)?)\b", re.I
)
_MOST_TAGS: Final = 30
_LONGEST_TAG: Final = 80
_LONGEST_STANDFIRST: Final = 500
_FEWEST_WORDS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """The smaller facts of one article."""

    standfirst: str | None
    key_points: tuple[str, ...]
    canonical_url: str | None
    short_url: str | None
    image: Image | None
    section: str | None
    tags: tuple[str, ...]
    comments_count: int | None
    byline: str | None


def read_details(
    page: Page,
    tree: LexborHTMLParser,
    *,
    meta: Mapping[str, tuple[str, ...]],
    node: Node | None,
    title: str,
) -> Details:
    """Collect the smaller facts; `tree` is the article's own part of the page."""
    heading = _heading(tree, title)
    is_page = bool(meta) or tree is page.tree
    canonical = web_url(url_of(node), base=page.url) if node else None
    own = page.url if is_page else canonical or _linked_from(heading, page.url)
    return Details(
        standfirst=_standfirst(tree, meta, node, title),
        key_points=_key_points(tree, heading),
        canonical_url=own,
        short_url=_short_url(tree, own or page.url),
        image=_image(page, tree, meta, node),
        section=_section(meta, node),
        tags=_tags(meta, node),
        comments_count=_comments(tree, node),
        byline=_byline(tree, node, meta),
    )


def _heading(tree: LexborHTMLParser, title: str) -> LexborNode | None:
    heads = tree.css("h1, h2, h3, h4")[:60]
    wanted = words(title)
    return next((head for head in heads if words(seen_text(head)) == wanted), None) or (
        heads[0] if heads else None
    )


def _linked_from(heading: LexborNode | None, base: str | None) -> str | None:
    if heading is None:
        return None
    link = heading.css_first("a[href]")
    if link is None:
        link = next((up for up in ancestors(heading) if up.tag == "a"), None)
    return web_url(attribute(link, "href"), base=base) if link is not None else None


def _standfirst(
    tree: LexborHTMLParser,
    meta: Mapping[str, tuple[str, ...]],
    node: Node | None,
    title: str,
) -> str | None:
    described = text_of(node.get("description")) if node else None
    described = described or first_meta(
        meta, "og:description", "description", "twitter:description"
    )
    shown = [seen_text(element) for element in tree.css(_STANDFIRST)[:12]]
    for text in shown:
        if 20 <= len(text) <= _LONGEST_STANDFIRST and described and _agree(text, described):
            return text
    if not described or len(described) > 2 * _LONGEST_STANDFIRST:
        return None
    # A section's or the site's name, or the headline again, describes nothing.
    is_told = len(words(described)) >= _FEWEST_WORDS and words(described) != words(title)
    return described if is_told else None


def _agree(text: str, other: str) -> bool:
    own, theirs = set(words(text)), set(words(other))
    return len(own & theirs) * 10 >= 6 * max(1, min(len(own), len(theirs)))


def _key_points(tree: LexborHTMLParser, heading: LexborNode | None) -> tuple[str, ...]:
    """Return the bullets that stand between the headline and the first paragraph."""
    if heading is None:
        return ()
    for element in _after(tree, heading):
        if element.tag == "p" and len(seen_text(element)) > 120 and not _in_list(element):
            return ()
        if element.tag in ("ul", "ol") and (points := _points(element)):
            return points
    return ()


def _after(tree: LexborHTMLParser, heading: LexborNode) -> Iterator[LexborNode]:
    body = tree.body
    passed = False
    for element in body.traverse() if body is not None else ():
        if passed:
            yield element
        elif element.mem_id == heading.mem_id:
            passed = True


def _in_list(node: LexborNode) -> bool:
    return any(parent.tag in ("ul", "ol") for parent in ancestors(node))


def _points(element: LexborNode) -> tuple[str, ...]:
    if any(parent.tag in _CHROME for parent in ancestors(element)):
        return ()
    items = [child for child in element.iter() if child.tag == "li"]
    texts = [seen_text(item) for item in items]
    linked = sum(len(seen_text(link)) for link in element.css("a"))
    size = sum(map(len, texts))
    around = (element, *list(ancestors(element))[:2])
    named = any(class_words(node) & _KEY_WORDS for node in around)
    long_enough = all(len(text) >= 25 for text in texts)
    if not 1 <= len(texts) <= 8 or linked * 2 > size or not (named or long_enough):
        return ()
    if any(len(text) > 400 or len(words(text)) < 3 for text in texts) or (
        len(texts) < 2 and not named
    ):
        return ()
    return tuple(texts)


def _short_url(tree: LexborHTMLParser, url: str | None) -> str | None:
    link = tree.css_first('link[rel~="shortlink" i][href]')
    stated = web_url(attribute(link, "href")) if link is not None else None
    if stated and "?p=" not in stated:
        return stated
    for node in tree.css('input[value^="http"], [class*="short" i], [data-clipboard-text]')[:10]:
        for text in (
            attribute(node, "value"),
            attribute(node, "data-clipboard-text"),
            seen_text(node),
        ):
            if _SHORT_URL.match(text.strip()):
                return text.strip()
    for node in tree.css("a[href], p, span, div")[:400]:
        if node.first_child is not None and node.first_child.tag == "-text":
            text = (node.first_child.text_content or "").strip()
            match = _SHORT_URL.match(text) if 12 < len(text) < 50 else None
            if match and match["host"] != host_of(url):
                return text
    return None


def _image(
    page: Page, tree: LexborHTMLParser, meta: Mapping[str, tuple[str, ...]], node: Node | None
) -> Image | None:
    stated = first_meta(meta, "og:image", "og:image:url", "twitter:image", "twitter:image:src")
    url = web_url(stated, base=page.url) or (
        web_url(url_of(node.get("image")), base=page.url) if node else None
    )
    figure = tree.css_first("article figure, main figure, figure")
    caption = figure.css_first("figcaption") if figure is not None else None
    if url is None and not meta:
        picture = tree.css_first("img[src]")
        url = web_url(attribute(picture, "src"), base=page.url) if picture is not None else None
    text = seen_text(caption) if caption is not None else ""
    return Image(url=url, caption=text[:500] or None) if url else None


def _section(meta: Mapping[str, tuple[str, ...]], node: Node | None) -> str | None:
    stated = text_of(node.get("articleSection")) if node else None
    found = stated or first_meta(
        meta, "article:section", "parsely-section", "section", "og:section", "cxenseparse:section"
    )
    return found if found and len(found) <= 60 and not urlsplit(found).scheme else None


def _tags(meta: Mapping[str, tuple[str, ...]], node: Node | None) -> tuple[str, ...]:
    found = list(meta.get("article:tag", ())) + texts_of(node.get("keywords") if node else None)
    if not found:
        stated = first_meta(meta, "news_keywords", "parsely-tags", "keywords")
        found = texts_of(stated)
    parts = [part.strip() for tag in found for part in re.split(r"[,،;]", tag)]
    kept = [part for part in parts if part and len(part) <= _LONGEST_TAG and ":" not in part]
    return tuple(dict.fromkeys(kept))[:_MOST_TAGS]


def _comments(tree: LexborHTMLParser, node: Node | None) -> int | None:
    stated = node.get("commentCount") if node else None
    if isinstance(stated, int) or (isinstance(stated, str) and stated.isdigit()):
        return int(stated)
    for element in tree.css('[class*="comment" i]')[:15]:
        text = seen_text(element)
        match = _COUNT.search(text) if len(text) < 60 else None
        if match:
            digits = re.sub(r"\D", "", match[1])
            return int(digits) if digits and len(digits) < 8 else None
    return None


def _byline(
    tree: LexborHTMLParser, node: Node | None, meta: Mapping[str, tuple[str, ...]]
) -> str | None:
    stated = texts_of(node.get("author")) if node else []
    shown = next(
        (seen_text(found) for found in tree.css('[class*="byline" i], [class*="author" i]')[:3]), ""
    )
    parts = [*stated, *meta.get("author", ())[:1], shown if len(shown) < 100 else ""]
    return " | ".join(part for part in parts if part) or None
