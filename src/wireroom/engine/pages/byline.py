"""Who wrote it: people's names out of JSON-LD, meta tags and the visible byline."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.engine.pages.agencies import canonical_agency
from wireroom.engine.pages.declared import boxes_of_headings, with_valued_meta
from wireroom.engine.pages.dom import ancestors, attribute, class_words, fold_space, seen_text
from wireroom.engine.pages.near import lines_near_headline
from wireroom.engine.pages.structured import Node, StructuredPage, text_of, types_of
from wireroom.engine.text.when import find_times
from wireroom.engine.text.words import fold, words

# The author's own fields first: "author" is as often the publisher's copyright line.
_META: Final = (
    "citation_author", "parsely-author", "sailthru.author", "byl", "article:author_name",
    "article:author", "author", "dc.creator", "dcterms.creator", "dc.contributor", "byline",
    "byline_name", "sailthru.byline_name", "article_author", "authors", "twitter:data1",
    "article.author", "cxenseparse:author", "creator", "og:article:author",
)  # fmt: skip
# What is marked up as the author, links to people, whatever is named like a byline.
_SELECTORS: Final = (
    '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], [rel~="author"]',
    '[class*="byline" i] a, a[href*="/author" i], a[href*="/autor" i], a[href*="/auteur" i], '
    'a[href*="/people/" i], a[href*="/profile/" i], a[href*="/reporter" i], '
    'a[href*="/contributor" i], a[href*="/journalist" i], a[href*="/columnist" i]',
    '.fn, [data-testid*="author" i], [class*="byline" i], [class*="author" i], '
    '[class*="writer" i], [id*="author" i], [id*="byline" i], [class*="contributor" i], '
    '[class*="wrote" i], [class*="autor" i], [class*="auteur" i], '
    '[class*="submitted" i] [class*="username" i], [class*="posted-by" i]',
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
    r"\s(?:(?:veröffentlicht|erstellt|posted|published|publié) )?(?:on|am|at|le|el|il|vom)|"
    r"\bupdated?\b.*|\bpublished\b.*|\bfollow\b.*|\bview (?:all|bio|profile)\b.*)$",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|columnist|contributor|journalist|author|founder|"
    r"ceo|cto|"
    r"producer|photographer|director|analyst|professor|expert|specialist|manager|president|"
    r"redakteur(?:in)?|korrespondent(?:in)?|chefredakteur(?:in)?|autor(?:in)?|fellow|minutes?|"
    r"min read|"
    r"account|settings?|manage|see all|hire|"
    r"themen|folgen|inc|ltd|gmbh|llc|subscribe|follow|share|comments?|read more|contact|email|"
    r"e-mail|newsletter|twitter|facebook|linkedin|instagram|posts?|articles?|bio|profile|about|"
    r"more|read|view all|home|login|sign)\b",
    re.IGNORECASE,
)
_DEGREE: Final = re.compile(
    r"\A(?:ph\.?\s?d|m\.?d|mba|m\.?s\.?c?|b\.?a|m\.?a|rdn?|rn|cpa|cfa|jr|sr|esq|ii|iii|cssd|"
    r"lcsw|mph|dr)\.?\Z",
    re.IGNORECASE,
)
_CREDENTIAL: Final = re.compile(r"\A[A-Z][A-Za-z]?[A-Z.]{1,5}(?:-[A-Z]+)?\Z")
_MONTH_TAIL: Final = re.compile(
    r"\s*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}|"
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
    r"^\W*(?:(?:written|words|story|text|posted|published|reported) )?(?:by|author(?:s|\(s\))?|"
    r"contributors?|autor|autorin|auteur|von|par|por|بقلم|الكاتب|كتب)\W*$",
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
# Who signs where nobody does.
_DESKS: Final = frozenset(
    ["staff", "editor", "editors", "redaktion", "team", "newsroom", "editorial", "redaction"]
)
# What pages put beside a name: reading times, a year of copyright, "Quelle:", "Stand:".
_NO_NAME: Final = re.compile(
    r"(?:lesezeit|lesedauer|reading time|temps de lecture)\s*:?\s*(?:ca\.?\s*)?\d*\s*"
    r"(?:minuten?|min(?:utes?)?)?\b\.?|©\s*(?:\d{4})?|\(c\)\s*\d{4}|^\s*(?:19|20)\d\d\s+|"
    r"\bquelle:|\bstand:?(?=\s*\Z|\s*\d)|\blast updated\b.*|\s(?:on|am|at|le|el|il|vom)\s*$|"
    r"^insights from\b|\bsponsored\b",
    re.IGNORECASE,
)
# "(with reporting by ...)" at the end of a name; inside a name brackets hold a part of it.
_ASIDES: Final = re.compile(r"\s*\([^()]{0,200}\)(?=\s*(?:[,;|&]|\Z))")
# ", in News", ", für den Kurier": from here on a byline speaks of other things.
_WHERE: Final = re.compile(r"(?:in|für|for|at|aus|pour|à|en|bureau)\s", re.IGNORECASE)
_LONGEST_NAME: Final = 60
_LONGEST_BYLINE: Final = 200
# Such a byline with the spaces of its markup.
_LONGEST_SUBTREE: Final = 1_500


def find_authors(
    region: LexborHTMLParser,
    *,
    title: str,
    meta: Mapping[str, tuple[str, ...]],
    node: Node | None,
    structured: StructuredPage,
    outlets: Sequence[str],
) -> tuple[str, ...]:
    """Return the writers' names in order; roles and furniture are no writers.

    JSON-LD wins when it names people, then meta tags, then what readers see. An agency stays a
    writer where the page states it as one; as a mere organisation it is the wire credit. The
    outlet's own name, a desk or "Staff" counts only where the page states nobody else.
    """
    meta = with_valued_meta(region, meta)
    banned = {_key(name) for name in outlets}
    stated = _of_node(node, structured, only_people=True)
    people = clean_names(stated, {_key(outlets[0])} if outlets else set())
    groups = [people] if people else []
    groups.append(clean_names(_of_node(node, structured), banned, agencies=bool(stated)))
    groups += [clean_names(meta.get(name, ()), banned) for name in _META]
    groups = [names for names in groups if names]
    best = next((names for names in groups if not _is_login(names)), ())
    if best and (best == groups[0] or len(best) == len(groups[0])):
        return best
    if groups:
        seen = _seen_authors(region, banned)
        return groups[0] if _is_login(seen) or len(seen) != len(groups[0]) else seen
    return (
        _seen_authors(region, banned)
        or _near_headline(region, title, banned)
        or _stated_at_last(stated, meta, publisher=_publisher(node, structured))
    )


def _stated_at_last(
    stated: Sequence[str], meta: Mapping[str, tuple[str, ...]], *, publisher: set[str]
) -> tuple[str, ...]:
    """Return the desk, or the blog of one, that the page states as its writer."""
    groups = [stated, *(meta.get(name, ()) for name in _META)]
    found = (clean_names(group, publisher, desks=True) for group in groups)
    return next((names for names in found if names), ())


def _publisher(node: Node | None, structured: StructuredPage) -> set[str]:
    """Return the keys of the article's publisher where it is an organisation: nobody's byline."""
    value = structured.resolve(node.get("publisher")) if node else None
    name = text_of(value) if _is_organisation(value) else None
    return {_key(name)} if name else set()


def _is_login(names: Sequence[str]) -> bool:
    """Tell whether the names are no more than an account's: "jfeld", "jonas.feld"."""
    return len(names) <= 1 and not any(
        " " in name or name != name.lower() or name == name.upper() for name in names
    )


def _of_node(
    node: Node | None, structured: StructuredPage, *, only_people: bool = False
) -> list[str]:
    found: list[str] = []
    values = node.get("author", node.get("creator")) if node else None
    listed = [structured.resolve(value) for value in _listed(values)]
    if only_people and all(_is_organisation(value) for value in listed):
        return []
    for resolved in listed:
        if isinstance(resolved, dict) and isinstance(resolved.get("name"), list):
            found.extend(name for name in map(text_of, resolved["name"]) if name)
        elif name := text_of(resolved):
            found.append(name)
    return found


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _is_organisation(value: object) -> bool:
    """Tell whether an author is an outlet or an agency by its type; an untyped one is a person."""
    if not isinstance(value, dict):
        return value is None
    types = types_of(value)
    return "Person" not in types and any(name.endswith("Organization") for name in types)


def clean_names(
    values: Iterable[str], banned: set[str], *, agencies: bool = True, desks: bool = False
) -> tuple[str, ...]:
    """Return the people in raw bylines: split, without "By", roles, degrees, outlets."""
    found: dict[str, str] = {}
    for value in values:
        if _key(value) in banned:
            continue
        for name in _names_in(value, desks=desks):
            key = _key(name)
            if key and key not in banned and (agencies or canonical_agency(name) is None):
                found.setdefault(key, name)
    return tuple(found.values())[:20]


def _names_in(value: str, *, desks: bool = False) -> Iterator[str]:
    value = _NO_NAME.sub(" ", fold_space(value)).strip()
    if not value or len(value) > 1000 or "http" in value[:8] or value.startswith("www."):
        return
    if len(value) <= 240:
        spans = find_times(value)
        value = value[: spans[0].start] if spans and spans[0].start > 4 else value
    value = _MONTH_TAIL.sub("", value)
    value = _ASIDES.sub("", value)
    for chunk in _SPLIT.split(_LEAD_IN.sub("", value)):
        for place, part in enumerate(_SPLIT_COMMA.split(chunk)):
            if place and _WHERE.match(part):
                break
            name = _clean_name(part, desks=desks)
            if name and not (place and _CREDENTIAL.match(name)):
                yield name


def _clean_name(part: str, *, desks: bool = False) -> str | None:
    name = part.strip(" \t.:*-–—|•·\"'“”»«")
    previous = None
    while name != previous:
        previous = name
        name = _TAIL.sub("", _LEAD_IN.sub("", name + " ").strip()).strip(" .:*-–—|•·")
    name = name.removeprefix("@")
    count = len(name.split())
    if not name or len(name) > _LONGEST_NAME or count > 6 or "@" in name or "//" in name:
        return None
    if desks and fold(name) in _DESKS:
        return name
    if _DEGREE.match(name) or fold(name) in _NOBODY or _ROLE.search(name):
        return None
    digits = sum(sign.isdigit() for sign in name)
    if (
        digits > 4
        or name[0].isdigit()
        or (digits and find_times(name))
        or not any(sign.isalpha() for sign in name)
    ):
        return None
    if re.search(r"[<>{}=]|\.(?:com|org|net|html?)\b", name):
        return None
    return name


def _key(name: str) -> str:
    return " ".join(words(name))


def _seen_authors(region: LexborHTMLParser, banned: set[str]) -> tuple[str, ...]:
    round_headline = boxes_of_headings(region)
    for rank, selector in enumerate(_SELECTORS):
        texts: list[str] = []
        homes: set[int] = set()
        for node in region.css(selector)[:30]:
            text = _name_text(node, round_headline)
            if not text:
                continue
            near = _near_kin(node)
            if not texts or homes & near:
                homes |= near
                texts.append(text)
        found = clean_names(texts, banned, agencies=False)
        names = tuple(name for name in found if _reads_as_name(name, loose=rank < 2))
        if names:
            return names[:20]
    return ()


def _name_text(node: LexborNode, round_headline: frozenset[int]) -> str:
    """Return what an element says of the writer, empty where it is another's or too long."""
    itemprop = attribute(node, "itemprop")
    if node.tag in ("body", "html", "form", "button", "label", "input"):
        return ""
    if node.tag == "meta":
        parent = node.parent
        inside = parent is not None and "author" in attribute(parent, "itemprop")
        if itemprop not in ("name", "author") or (itemprop == "name" and not inside):
            return ""
    if len(node.text_lexbor()) > _LONGEST_SUBTREE or _stands_aside(node, round_headline):
        return ""
    text = attribute(node, "content") or attribute(node, "value") or seen_text(node)
    return text if len(text) <= _LONGEST_BYLINE else ""


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
        names = clean_names([shown], banned, agencies=False) if shown else ()
        if names and all(_reads_as_name(name, loose=name[0].isupper()) for name in names):
            return names
    return ()


def _reads_as_name(name: str, *, loose: bool = False) -> bool:
    """Tell whether visible text can be a name: few words, capitals where the script has them.

    A single Latin word is no name but where the markup says so (`loose`).
    """
    parts = name.split()
    if len(parts) > 5 or "$" in name:
        return False
    cased = [part for part in parts if part[0].lower() != part[0].upper()]
    if loose:
        return True
    capital = sum(part[0].isupper() for part in cased)
    return not cased or (capital * 2 >= len(cased) and len(parts) > 1)


def _stands_aside(node: LexborNode, round_headline: frozenset[int]) -> bool:
    """Tell whether an element is in a list or a box beside the article, not around it."""
    chrome = node.tag in ("aside", "footer", "nav")
    for parent in ancestors(node):
        if parent.tag == "article":
            return chrome and node.tag != "footer" and parent.mem_id not in round_headline
        if parent.tag in ("body", "main", "html") or parent.mem_id in round_headline:
            return chrome
        chrome = chrome or parent.tag in ("aside", "footer", "nav")
        if class_words(parent) & _ASIDE:
            return True
    return chrome
