"""Which of a page's many titles is the headline of the article, and without the site's name."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from wireroom.engine.pages.dom import class_words, seen_text
from wireroom.engine.pages.head import Head, first_meta
from wireroom.engine.pages.lookup import inside_of, look_up, name_words, spaced_text
from wireroom.engine.pages.region import Region
from wireroom.engine.pages.sheet import Element, Sheet, fold_space
from wireroom.engine.text.words import words

_SEPARATOR: Final = re.compile(r"\s+[|\-–—·•»«:/~>]{1,2}\s+|\s*[|｜»]\s*|\s*::\s*|\s+•\s*")
_KICKER: Final = frozenset(
    [
        "kicker",
        "overline",
        "topline",
        "dachzeile",
        "spitzmarke",
        "eyebrow",
        "pretitle",
        "supertitle",
        "surtitle",
        "rubric",
        "label",
        "category",
        "hidden",
        "sr",
        "visually",
        "screenreader",
    ]
)
_META_TITLES: Final = (
    "og:title", "twitter:title", "headline", "parsely-title", "sailthru.title", "dc.title",
    "dcterms.title", "title",
)  # fmt: skip
_CHROME: Final = frozenset(["nav", "footer", "aside"])
_BRAND: Final = frozenset(["logo", "brand", "masthead", "sitename", "sitetitle", "site"])


def choose_headline(
    region: Region,
    *,
    head: Head,
    stated: str | None,
    site_names: Sequence[str],
) -> str:
    """Return the headline, empty where a page has none.

    A visible <h1> that another title supports wins: it is what readers see, and what search
    and share titles shorten. `stated` is JSON-LD's headline; `site_names` are cut off the ends.
    """
    whole_title = head.title
    titles = [stated, *(first_meta(head.meta, name) for name in _META_TITLES)]
    others = [cut_site(text, site_names) for text in titles if text]
    cut_title = cut_site(whole_title, site_names)
    supports = [*others, cut_title] if cut_title else others
    seen = [text for text in _headings(region, site_names) if text]
    best = max(seen, key=lambda text: _support(text, supports), default="")
    if best and _support(best, supports) >= 0.5:
        return cut_site(best, site_names)
    told = max((len(words(text)) for text in supports), default=0)
    if seen and len(words(seen[0])) >= 4 and (len(set(seen)) == 1 or told < 3):
        return cut_site(seen[0], site_names)
    if others:
        return _shortest_agreed(others, cut_title)
    return _split_title(whole_title, site_names) or (seen[0] if seen else "")


def cut_site(title: str, site_names: Iterable[str]) -> str:
    """Return a title without a site's name at either end."""
    title = fold_space(title)
    known = {_key(name) for name in site_names} - {""}
    for _ in range(3):
        cut = _cut_once(title, known)
        if cut == title:
            break
        title = cut
    return title


def _cut_once(title: str, known: set[str]) -> str:
    cuts = [cut for cut in _SEPARATOR.finditer(title) if not _closes_quotation(title, cut)]
    if not cuts:
        return title
    first, last = cuts[0], cuts[-1]
    if _is_site(title[last.end() :], known) and title[: last.start()].strip():
        return title[: last.start()].strip()
    if _key(title[: first.start()]) in known and title[first.end() :].strip():
        return title[first.end() :].strip()
    return title


def _closes_quotation(title: str, cut: re.Match[str]) -> bool:
    """Tell whether a » ends a «quotation» rather than parting a headline from its site."""
    before = title[: cut.start()]
    return "»" in cut.group() and before.count("«") > before.count("»")


def _is_site(part: str, known: set[str]) -> bool:
    key = _key(part)
    if not key:
        return True
    if key in known or re.fullmatch(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", part.strip().lower()):
        return True
    # "BBC News" of "BBC", "Example Sport" of "Example": the name with a desk or a place.
    return len(part.split()) <= 5 and any(
        len(name) >= 3 and (key.startswith(name) or key.endswith(name)) for name in known
    )


def _key(name: str) -> str:
    return "".join(word for word in words(name) if word not in ("the", "www", "com"))


def _headings(region: Region, site_names: Sequence[str]) -> list[str]:
    known = {_key(name) for name in site_names}
    lookup = look_up(region)
    heads = lookup.tagged("h1")
    if not heads:
        titled = [head for head in lookup.tagged("h2") if "title" in head.attribute("class")]
        heads = [*lookup.holding("headline"), *titled][:3]
    sheet = region.sheet
    texts = [headline_text(sheet, head) for head in heads[:12] if not _is_chrome(sheet, head)]
    return [text for text in texts if text and _key(text) not in known]


def headline_text(sheet: Sheet, heading: Element) -> str:
    """Return a heading's own words, without the kicker that stands in it."""
    text = spaced_text(sheet, heading)
    for part in inside_of(sheet, heading, "span", "small", "div", "a", "p"):
        if name_words(part) & _KICKER:
            kicker = spaced_text(sheet, part)
            if kicker and len(kicker) < len(text) and text.startswith(kicker):
                text = text[len(kicker) :].lstrip(" :|-–—•/.")
    return text


def heading_text(node: LexborNode) -> str:
    """Return a heading's own words, as headline_text does for an element of a sheet."""
    text = seen_text(node)
    for part in node.css("span, small, div, a, p"):
        if class_words(part) & _KICKER:
            kicker = seen_text(part)
            if kicker and len(kicker) < len(text) and text.startswith(kicker):
                text = text[len(kicker) :].lstrip(" :|-–—•/.")
    return text


def _is_chrome(sheet: Sheet, heading: Element) -> bool:
    return any(
        parent.tag in _CHROME or (parent.tag == "header" and name_words(parent) & _BRAND)
        for parent in sheet.ancestors(heading.place)
    )


def _support(text: str, others: Iterable[str]) -> float:
    """Return how well the best other title agrees, 0 to 1 (Dice over words, 1.2 when equal)."""
    own = words(text)
    best = 0.0
    for other in others:
        theirs = words(other)
        if own == theirs:
            return 1.2
        shared = len(set(own) & set(theirs))
        best = max(best, 2 * shared / max(1, len(set(own)) + len(set(theirs))))
    return best


def _shortest_agreed(others: Sequence[str], title: str) -> str:
    """Return the first stated title, or the page title where it is the same without a tail."""
    first = others[0]
    if title and first.startswith(title) and len(title) * 2 > len(first):
        return title
    return first


def _split_title(whole: str, site_names: Sequence[str]) -> str:
    cut = cut_site(whole, site_names)
    if cut != fold_space(whole):
        return cut
    parts = _SEPARATOR.split(cut)
    best = max(parts, key=lambda part: len(words(part)), default="")
    return best if len(words(best)) >= 4 else cut
