"""Who wrote it: people's names out of JSON-LD, meta tags and the visible byline."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.engine.pages.agencies import canonical_agency
from wireroom.engine.pages.dom import ancestors, attribute, class_words, fold_space, seen_text
from wireroom.engine.pages.near import lines_near_headline
from wireroom.engine.pages.structured import Node, StructuredPage, text_of, types_of
from wireroom.engine.text.when import find_times
from wireroom.engine.text.words import fold, words

_META: Final = (
    "author", "article:author", "article:author_name", "parsely-author", "sailthru.author",
    "dc.creator", "dcterms.creator", "dc.contributor", "byl", "byline", "citation_author",
    "authors",
    "twitter:data1", "article.author", "cxenseparse:author", "creator", "og:article:author",
)  # fmt: skip
_SELECTORS: Final = (
    '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], [rel~="author"]',
    '[class*="byline" i] a, [class*="author" i] a[href*="author" i], a[href*="/author/" i], '
    'a[href*="/authors/" i], a[href*="/autor" i], a[href*="/people/" i], a[href*="/profile/" i]',
    '[class*="author-name" i], [class*="author_name" i], [class*="authorname" i], .fn, '
    '[class*="author__name" i], [data-testid*="author" i], [class*="byline" i], '
    '[class*="author" i], [class*="writer" i], [id*="author" i], [id*="byline" i]',
)
_LEAD_IN: Final = re.compile(
    r"^\W*(?:(?:(?:story|article|text|words|report|review|post|photos?|written|reviewed|posted|"
    r"published|edited|created|reported|fact[- ]checked|medically reviewed|submitted|"
    r"contributed)\s+)?"
    r"\bby\b|from|von|par|por|de la mano de|di|door|av|af|texte?|text und fotos|autor(?:en|in|a)?|"
    r"author|writer|geschrieben von|ein beitrag von|eine analyse von|ein kommentar von|"
    r"przez|автор|текст|بقلم|كتب|كتبت|كتبه|إعداد|الكاتب|تحرير|المصدر|文|作者)(?=[\s:|])\s*[:|]?\s*",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(
    r"\s*(?:;|\||/|·|•|&|\n|\+|\band\b|\bund\b|\bet\b|\bwith\b|\bunter mitarbeit von\b|،)\s*",
    re.IGNORECASE,
)
_SPLIT_COMMA: Final = re.compile(r"\s*,\s*")
_TAIL: Final = re.compile(
    r"\s*(?:\(.*|\[.*|[-–—,|]\s*(?:(?:staff|senior|chief|deputy|guest|special|freelance|editor|"
    r"reporter|correspondent|writer|contribut|author|journalist|redakt|korrespond|autor).*)|"
    r"\bupdated?\b.*|\bpublished\b.*|\bfollow\b.*|\bview (?:all|bio|profile)\b.*)$",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|columnist|contributor|journalist|author|founder|"
    r"ceo|cto|"
    r"producer|photographer|director|analyst|professor|expert|specialist|manager|president|"
    r"redakteur(?:in)?|korrespondent(?:in)?|chefredakteur(?:in)?|autor(?:in)?|fellow|minutes?|"
    r"min read|"
    r"subscribe|follow|share|comments?|read more|contact|email|e-mail|newsletter|twitter|facebook|"
    r"linkedin|instagram|posts?|articles?|bio|profile|about|more|read|view all|home|login|sign)\b",
    re.IGNORECASE,
)
_DEGREE: Final = re.compile(
    r"\A(?:ph\.?\s?d|m\.?d|mba|m\.?s\.?c?|b\.?a|m\.?a|rdn?|rn|cpa|cfa|jr|sr|esq|ii|iii|cssd|"
    r"lcsw|mph|dr)\.?\Z",
    re.IGNORECASE,
)
_CREDENTIAL: Final = re.compile(r"\A[A-Z][A-Za-z]?[A-Z.]{1,5}(?:-[A-Z]+)?\Z")
_MONTH_TAIL: Final = re.compile(
    r"\s+(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}|"
    r"\d{1,2}[/.]\d{1,2}).*$",
    re.IGNORECASE,
)
_BY_LINE: Final = re.compile(
    r"^\W*(?:(?:written|words|story|text|posted|published|reported)\s+)?(?:by|von|par|por|di|av|"
    r"door|"
    r"بقلم|كتب|كتبت)\s*:?\s+(?P<names>\S.{2,90})$",
    re.IGNORECASE,
)
_BY_LABEL: Final = re.compile(
    r"^\W*(?:(?:written|words|story|text|posted|published|reported) )?(?:by|author|authors|autor|"
    r"autorin|von|par|por|بقلم|الكاتب|كتب)\W*$",
    re.IGNORECASE,
)
_NOBODY: Final = frozenset(
    [
        "admin",
        "administrator",
        "webmaster",
        "guest",
        "staff",
        "unknown",
        "anonymous",
        "author",
        "authors",
        "editor",
        "editors",
        "none",
        "null",
        "root",
        "user",
        "wordpress",
        "nan",
        "undefined",
        "redaktion",
        "website",
        "web",
        "info",
        "team",
        "blog",
        "support",
        "default",
    ]
)
_ASIDE: Final = frozenset(
    [
        "related",
        "recommended",
        "sidebar",
        "teaser",
        "comment",
        "comments",
        "respond",
        "footer",
        "trending",
        "popular",
        "bio",
        "promo",
        "latest",
        "card",
        "quote",
    ]
)
_LONGEST_NAME: Final = 60
_LONGEST_BYLINE: Final = 200


def find_authors(
    region: LexborHTMLParser,
    *,
    title: str,
    meta: Mapping[str, tuple[str, ...]],
    node: Node | None,
    structured: StructuredPage,
    outlets: Sequence[str],
) -> tuple[str, ...]:
    """Return the writers' names in order; agencies, outlets, roles and furniture are no writers.

    JSON-LD wins when it names people, then meta tags, then what readers see.
    """
    banned = {_key(name) for name in outlets}
    people = clean_names(
        _of_node(node, structured, only_people=True), {_key(outlets[0])} if outlets else set()
    )
    if people:
        return people
    groups = [_of_node(node, structured)]
    groups += [list(meta.get(name, ())) for name in _META]
    for group in groups:
        names = clean_names(group, banned)
        if names:
            return names
    return _seen_authors(region, banned) or _near_headline(region, title, banned)


def _of_node(
    node: Node | None, structured: StructuredPage, *, only_people: bool = False
) -> list[str]:
    found: list[str] = []
    values = node.get("author", node.get("creator")) if node else None
    for value in values if isinstance(values, list) else [values]:
        resolved = structured.resolve(value)
        if only_people and not (isinstance(resolved, dict) and "Person" in types_of(resolved)):
            continue
        if isinstance(resolved, dict) and isinstance(resolved.get("name"), list):
            found.extend(name for name in map(text_of, resolved["name"]) if name)
        elif name := text_of(resolved):
            found.append(name)
    return found


def clean_names(values: Iterable[str], banned: set[str]) -> tuple[str, ...]:
    """Return the people in raw bylines: split, without "By", roles, degrees, outlets."""
    found: dict[str, str] = {}
    for value in values:
        for name in _names_in(value):
            key = _key(name)
            if key and key not in banned and canonical_agency(name) is None:
                found.setdefault(key, name)
    return tuple(found.values())[:20]


def _names_in(value: str) -> Iterator[str]:
    value = fold_space(value)
    if not value or len(value) > 1000 or "http" in value[:8] or value.startswith("www."):
        return
    if len(value) <= 240:
        spans = find_times(value)
        value = value[: spans[0].start] if spans and spans[0].start > 4 else value
    value = _MONTH_TAIL.sub("", value)
    for chunk in _SPLIT.split(_LEAD_IN.sub("", value)):
        for place, part in enumerate(_SPLIT_COMMA.split(chunk)):
            name = _clean_name(part)
            if name and not (place and _CREDENTIAL.match(name)):
                yield name


def _clean_name(part: str) -> str | None:
    name = part.strip(" \t.:*-–—|•·\"'“”»«")
    previous = None
    while name != previous:
        previous = name
        name = _TAIL.sub("", _LEAD_IN.sub("", name + " ").strip()).strip(" .:*-–—|•·")
    name = name.removeprefix("@")
    count = len(name.split())
    if not name or len(name) > _LONGEST_NAME or count > 6 or "@" in name or "//" in name:
        return None
    if _DEGREE.match(name) or fold(name) in _NOBODY or _ROLE.search(name):
        return None
    digits = sum(sign.isdigit() for sign in name)
    if digits > 4 or (digits and find_times(name)) or not any(sign.isalpha() for sign in name):
        return None
    if re.search(r"[<>{}=]|\.(?:com|org|net|html?)\b", name):
        return None
    return name


def _key(name: str) -> str:
    return " ".join(words(name))


def _seen_authors(region: LexborHTMLParser, banned: set[str]) -> tuple[str, ...]:
    for selector in _SELECTORS:
        texts: list[str] = []
        homes: set[int] = set()
        for node in region.css(selector)[:30]:
            if node.tag in ("meta", "body", "html", "form") or _stands_aside(node):
                continue
            text = attribute(node, "content") or seen_text(node)
            if not text or len(text) > _LONGEST_BYLINE:
                continue
            near = _near_kin(node)
            if not texts or homes & near:
                homes |= near
                texts.append(text)
        names = tuple(name for name in clean_names(texts, banned) if len(name.split()) <= 5)
        if names:
            return names[:8]
    return ()


def _near_kin(node: LexborNode) -> set[int]:
    """Return the ids of the boxes around a name, up to the one of the whole article."""
    found = set()
    for parent in islice(ancestors(node), 3):
        if parent.tag in ("article", "main", "body", "section"):
            break
        found.add(parent.mem_id)
    return found


def _near_headline(region: LexborHTMLParser, title: str, banned: set[str]) -> tuple[str, ...]:
    """Return the names in a plain "By Name" line around the headline."""
    lines = lines_near_headline(region, title)
    for place, line in enumerate(lines):
        match = _BY_LINE.match(line.text)
        shown = match["names"] if match else None
        if _BY_LABEL.match(line.text) and place + 1 < len(lines):
            shown = lines[place + 1].text
        names = clean_names([shown], banned) if shown else ()
        if names and all(_reads_as_name(name) for name in names):
            return names
    return ()


def _reads_as_name(name: str) -> bool:
    """Tell whether visible text can be a name: few words, capitals where the script has them."""
    parts = name.split()
    if len(parts) > 5:
        return False
    cased = [part for part in parts if part[0].lower() != part[0].upper()]
    capital = sum(part[0].isupper() for part in cased)
    return not cased or capital * 2 >= len(cased)


def _stands_aside(node: LexborNode) -> bool:
    """Tell whether an element is in a list or a box beside the article, not around it."""
    if node.tag in ("aside", "footer", "nav"):
        return True
    for parent in ancestors(node):
        if parent.tag in ("aside", "footer", "nav"):
            return True
        if parent.tag in ("body", "main", "html", "article") or parent.css_first("h1"):
            return False
        if class_words(parent) & _ASIDE:
            return True
    return False
