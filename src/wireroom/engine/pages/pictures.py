"""The picture of an article: its address, what its caption says and whom it credits."""

import re
from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

from wireroom.engine.pages.head import first_meta
from wireroom.engine.pages.lookup import Lookup, inside_of, name_words, spaced_text
from wireroom.engine.pages.sheet import Element
from wireroom.engine.pages.site import web_url
from wireroom.engine.pages.structured import Node, StructuredPage, text_of, url_of
from wireroom.engine.types import Image

_CREDIT_WORDS: Final = frozenset(
    ["credit", "credits", "copyright", "photographer", "photocredit", "imagecredit", "rights",
     "quelle", "source", "fotograf", "copyrightholder", "creator"]
)  # fmt: skip
# "Photo: Jo Fall / Tidewire", "© Tidewire", "(Foto: dpa)" at the end of a caption.
_CREDIT: Final = re.compile(
    r"(?:\A|[\s.|(\[])[(\[]?\s*(?:(?:photo|photograph|image|picture|foto|fotos|bild|bildrechte|"
    r"quelle|source|credit|crédit(?:s)?|crédit photo|photo credit|image credit|fotograf|copyright|"
    r"صورة|المصدر|تصوير)\s*(?:credit|by|von|par|source)?\s*[:：©]\s*(?:©\s*)?|©\s*)"
    r"(?P<credit>[^\n]{2,80}?)\s*[)\]]?\.?\s*\Z",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"\A\s*(?:(?:photo|image|picture|foto|bild|quelle|source|credit|copyright|photograph)s?"
    r"(?:\s+(?:credit|source|by))?\s*[:：]?\s+)?(?:©\s*)?(?P<name>.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_CREDITED: Final = (
    "creditText", "copyrightHolder", "creator", "author", "sourceOrganization", "provider"
)  # fmt: skip
_LONGEST_CAPTION: Final = 500
_LONGEST_CREDIT: Final = 80
_MOST_CREDIT_WORDS: Final = 8
_MOST_FIGURES: Final = 12
_TELLING_NAME: Final = 6  # characters of a file's name
_SIZE: Final = re.compile(r"(?:[-_]+\d+(?:x\d+)?)+\Z")


def find_picture(
    lookup: Lookup,
    *,
    meta: Mapping[str, tuple[str, ...]],
    node: Node | None,
    base: str | None,
    structured: StructuredPage,
) -> Image | None:
    """Return the picture that the page shares or its JSON-LD names, with caption and credit.

    `base` is the page's address. A part of a page without statements shows its first picture.
    """
    stated = first_meta(meta, "og:image", "og:image:url", "twitter:image", "twitter:image:src")
    told = node.get("image") if node else None
    url = web_url(stated, base=base) or web_url(url_of(told), base=base)
    if url is None and not meta:
        shown = (picture.attribute("src") for picture in lookup.tagged("img"))
        url = web_url(next((src for src in shown if src), None), base=base)
    if url is None:
        return None
    figure = _figure_of(lookup, url)
    caption, credit = _told_of(lookup, figure) if figure is not None else ("", "")
    return Image(
        url=url,
        caption=caption[:_LONGEST_CAPTION] or _stated(told, "caption", "description"),
        credit=credit or _stated(structured.resolve(_first(told)), *_CREDITED),
    )


def _stated(told: object, *keys: str) -> str | None:
    """Return the first of the keys that JSON-LD's picture object has."""
    first = _first(told)
    if not isinstance(first, dict):
        return None
    text = next((text for key in keys if (text := text_of(first.get(key)))), None)
    return text[:_LONGEST_CAPTION] if text else None


def _first(told: object) -> object:
    return told[0] if isinstance(told, list) and told else told


def _figure_of(lookup: Lookup, url: str) -> Element | None:
    """Return the figure that shows the picture, by its file's name, else the first one."""
    figures = lookup.tagged("figure")[:_MOST_FIGURES]
    name = _SIZE.sub("", urlsplit(url).path.rpartition("/")[2].partition(".")[0])
    for figure in figures if len(name) >= _TELLING_NAME else ():
        for picture in inside_of(lookup.sheet, figure, "img", "source"):
            values = (picture.attributes.get(key) for key in ("src", "srcset", "data-src"))
            if any(value and name in value for value in values):
                return figure
    return figures[0] if figures else None


def _told_of(lookup: Lookup, figure: Element) -> tuple[str, str]:
    """Return a figure's caption and its credit, the credit cut off the caption."""
    sheet = lookup.sheet
    named = [one for one in sheet.inside(figure) if is_named_credit(one)]
    credit = _named_credit([spaced_text(sheet, one) for one in named])
    captions = inside_of(sheet, figure, "figcaption")
    caption = spaced_text(sheet, captions[0]) if captions else ""
    credit = credit or (_set_apart(lookup, captions[0], caption) if captions else "")
    if credit and credit in caption:
        caption = _without_label(caption[: caption.rindex(credit)])
    elif match := _CREDIT.search(caption):
        credit = credit or match["credit"].strip()
        caption = caption[: match.start()] + (caption[match.start()] == ".") * "."
    return caption.strip(" |"), credit


def _set_apart(lookup: Lookup, figcaption: Element, caption: str) -> str:
    """Return the few words that end a caption in an element for small print or for sources."""
    for element in reversed(inside_of(lookup.sheet, figcaption, "small", "cite")):
        text = spaced_text(lookup.sheet, element)
        is_short = len(text) <= _LONGEST_CREDIT and text.count(" ") < _MOST_CREDIT_WORDS
        if is_short and caption.endswith(text) and text != caption:
            return _named_credit([text])
    return ""


def is_picture_credit(text: str) -> bool:
    """Tell whether a line is nothing but whom a picture is credited to: "Photo: Jo Fall"."""
    match = _CREDIT.search(text)
    return match is not None and not text[: match.start()].strip()


def is_named_credit(element: Element) -> bool:
    """Tell whether an element inside a picture's box is named as its credit."""
    return not _CREDIT_WORDS.isdisjoint(name_words(element))


def _named_credit(texts: Sequence[str]) -> str:
    for text in texts:
        match = _LABEL.match(text)
        name = match["name"].strip(" ()[]|") if match else ""
        if 1 < len(name) <= _LONGEST_CREDIT:
            return name
    return ""


def _without_label(caption: str) -> str:
    """Return a caption without the "Photo:" that stood before the credit."""
    return re.sub(
        r"[\s|(\[]*(?:(?:photo|image|picture|foto|bild|quelle|source|credit|copyright|photograph)s?"
        r"(?:\s+(?:credit|source|by))?\s*[:：]?)?\s*©?\s*\Z",
        "",
        caption,
        flags=re.IGNORECASE,
    )
