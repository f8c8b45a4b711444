"""Which of a page's many titles is the headline of the article, and without the site's name."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from wireroom.engine.pages.head import Head, first_meta
from wireroom.engine.pages.lookup import inside_of, look_up, name_words, spaced_text
from wireroom.engine.pages.region import Region
from wireroom.engine.pages.sheet import Element, Sheet, fold_space
from wireroom.engine.pages.structured import Node, text_of, types_of
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
OTHER_TITLES: Final = (
    "headline", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "title",
)  # fmt: skip
_META_TITLES: Final = ("og:title", "twitter:title", *OTHER_TITLES)
# How much each says on a news report's headline: what the rules choose, the first h1, JSON-LD,
# og:title, twitter:title, <title>. Set on 839 pages: of those that state NewsArticle the
# headline is right on 11 more than by the rules alone.
_CHOSEN, _SEEN, _TOLD = 2.0, 1.0, 1.0
_WEIGHTS: Final = (2.0, 1.5, 1.0)
_FEWEST_SHARED: Final = 3  # words: shorter titles stand in menus, too
_MOST_SMALL: Final = 16
_CHROME: Final = frozenset(["nav", "footer", "aside"])
_BRAND: Final = frozenset(["logo", "brand", "masthead", "sitename", "sitetitle", "site"])


def choose_headline(
    region: Region,
    *,
    head: Head,
    node: Node | None,
    site_names: Sequence[str],
    url: str | None = None,
) -> str:
    """Return the headline, empty where a page has none.

    A visible <h1> that another title supports wins: it is what readers see, and what search
    and share titles shorten; but a title for sharing that a smaller heading shows word for word
    goes before it. Where JSON-LD (`node`) calls the page a news report its headline has a say of
    its own. `site_names`, and the section that `url` names, are cut off the ends.
    """
    return _without_section(_best_title(region, head, node, _keys(site_names)), url)


def _best_title(region: Region, head: Head, node: Node | None, known: set[str]) -> str:
    stated = text_of(node.get("headline", node.get("name"))) if node else None
    titles = [stated, *(first_meta(head.meta, name) for name in _META_TITLES)]
    cuts = {text: _without_site(text, known) for text in titles if text}
    others = [cuts[text] for text in titles if text]
    cut_title = _without_site(head.title, known)
    supports = [*others, cut_title] if cut_title else others
    seen = _headings(region, known, supports)
    shared = cuts.get(first_meta(head.meta, "og:title") or "", "")
    if shared and _is_shown_small(region, shared, seen):
        return shared
    chosen = _seen_or_told(seen, others, cut_title) or _split_title(head.title, known)
    chosen = _without_site(chosen, known) or (seen[0] if seen else "")
    if node is None or not _is_news(node):
        return chosen
    votes = [(chosen, _CHOSEN), *((text, _SEEN) for text in seen[:1]), (cut_title, _TOLD)]
    for text, weight in zip(titles, _WEIGHTS, strict=False):
        votes.append((cuts.get(text or "", ""), weight))
    return _most_voted(votes)


def _is_news(node: Node) -> bool:
    return any("News" in name or "Live" in name for name in types_of(node))


def _most_voted(votes: Iterable[tuple[str, float]]) -> str:
    """Return the title with the most weight behind it; the first one breaks a tie."""
    weights: dict[str, float] = {}
    spelled: dict[str, str] = {}
    for text, weight in votes:
        key = _same_words(text)
        if key:
            spelled.setdefault(key, text)
            weights[key] = weights.get(key, 0.0) + weight
    best = max(weights, key=lambda key: weights[key], default="")
    return spelled.get(best, "")


def _is_shown_small(region: Region, shared: str, seen: Sequence[str]) -> bool:
    """Tell whether a heading below the first rank shows the title for sharing and no <h1> does.

    The <h1> is the site's name or a text for search engines then. Such a heading may have a
    kicker before the title. Of 36 real pages the title for sharing was right on all but 3.
    """
    own = _worded(shared)
    if len(own) < _FEWEST_SHARED or any(_worded(text) == own for text in seen):
        return False
    sheet = region.sheet
    return any(
        _worded(spaced_text(sheet, heading))[-len(own) :] == own
        for heading in look_up(region).tagged("h2", "h3")[:_MOST_SMALL]
        if not _is_chrome(sheet, heading)
    )


def _without_section(title: str, url: str | None) -> str:
    """Return a title without the "| Opinion" that is also a part of the page's address."""
    start, bar, section = title.rpartition("|")
    if not bar or not start.strip() or not _key(section):
        return title
    parts = urlsplit(url or "").path.split("/")
    return start.strip() if _key(section) in _keys(parts) else title


def _seen_or_told(seen: Sequence[str], others: Sequence[str], cut_title: str) -> str:
    """Return the heading that the page's statements bear out, else the best statement."""
    supports = [*others, cut_title] if cut_title else others
    best = max(seen, key=lambda text: _support(text, supports), default="")
    if best and _support(best, supports) >= 0.5:
        return best
    told = max((len(_worded(text)) for text in supports), default=0)
    if seen and len(_worded(seen[0])) >= 4 and (len(set(seen)) == 1 or told < 3):
        return seen[0]
    return _shortest_agreed(others, cut_title) if others else ""


@lru_cache(maxsize=256)
def _worded(text: str) -> tuple[str, ...]:
    """Return the words of a title, kept: a page says the same one many times over."""
    return tuple(words(text))


def _same_words(text: str) -> str:
    return " ".join(_worded(text))


def _keys(names: Iterable[str]) -> set[str]:
    return {_key(name) for name in names} - {""}


def without_site(title: str, site_names: Iterable[str]) -> str:
    """Return a title without the site's name at either end."""
    return _without_site(title, _keys(site_names))


def _without_site(title: str, known: set[str]) -> str:
    title = fold_space(title)
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
    return "".join(word for word in _worded(name) if word not in ("the", "www", "com"))


def _headings(region: Region, known: set[str], supports: Sequence[str]) -> list[str]:
    lookup = look_up(region)
    heads = lookup.tagged("h1")
    if not heads:
        titled = [head for head in lookup.tagged("h2") if "title" in head.attribute("class")]
        heads = [*lookup.holding("headline"), *titled][:3]
    sheet = region.sheet
    told = {_same_words(text) for text in supports}
    texts = [_told_text(sheet, head, told) for head in heads[:12] if not _is_chrome(sheet, head)]
    return [text for text in texts if text and _key(text) not in known]


def _told_text(sheet: Sheet, heading: Element, told: set[str]) -> str:
    """Return a heading's words as a statement has them: without inner spaces, with its kicker."""
    text = headline_text(sheet, heading)
    if _same_words(text) in told:
        return text
    for other in (sheet.text(heading), spaced_text(sheet, heading)):
        if _same_words(other) in told:
            return other
    return text


def headline_text(sheet: Sheet, heading: Element) -> str:
    """Return a heading's own words, without the kicker that stands in it."""
    text = spaced_text(sheet, heading)
    for part in inside_of(sheet, heading, "span", "small", "div", "a", "p"):
        if name_words(part) & _KICKER:
            kicker = spaced_text(sheet, part)
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
    own = _worded(text)
    best = 0.0
    for other in others:
        theirs = _worded(other)
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


def _split_title(whole: str, known: set[str]) -> str:
    cut = _without_site(whole, known)
    if cut != fold_space(whole):
        return cut
    parts = _SEPARATOR.split(cut)
    best = max(parts, key=lambda part: len(_worded(part)), default="")
    return best if len(_worded(best)) >= 4 else cut
