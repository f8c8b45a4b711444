"""People's names out of raw bylines: without "By", roles, degrees, dates and furniture."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from wireroom.engine.pages.agencies import canonical_agency
from wireroom.engine.pages.sheet import fold_space
from wireroom.engine.text.when import find_times
from wireroom.engine.text.words import fold, words

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
    r"\sin\s+[^\W\d_].*|"
    r"\bupdated?\b.*|\bpublished\b.*|\bfollow\b.*|\bview (?:all|bio|profile)\b.*)$",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|columnist|contributor|journalist|author|founder|"
    r"copied|ceo|cto|head of|vp|marketing|controller|strategist|"
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
        "news",
        "nachrichten",
        "noticias",
        "notizie",
        "nieuws",
        "nyheter",
        "новости",
        "أخبار",
        "اخبار",
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
_ADDRESS: Final = re.compile(r"(?<=\s)\S{0,3}https?://\S+")
# "Staff Writer Mira Tolan", "Kurier-Redakteurin Mira Tolan": what stands before a whole name.
_ROLE_BEFORE: Final = re.compile(
    r"\A(?i:(?:(?:staff|senior|chief|special|news|sports|political|contributing|guest)\s+)*"
    r"(?:writer|reporter|correspondent|columnist|editor)|"
    r"[\w.&]+(?:-[\w.&]+)*-(?:expert|redakteur|korrespondent|autor|reporter|kolumnist|volontär)"
    r"(?:e|in)?)\s+(?=[^\W\d_]\S+\s+[^\W\d_])"
)
# No person's name holds one of these as a word or, in German, as the end of one.
_HOUSE: Final = re.compile(
    r"\b(?:institut[eo]?|university|universität|ministry|department|agency|association|"
    r"foundation|federation|society|newsroom|affairs|strategy)\b|"
    r"(?:anstalt|verwaltung|ministerium|verband|stiftung|gesellschaft)\b",
    re.IGNORECASE,
)
_GROUP: Final = re.compile(r"\b(?:team|staff|desk|editorial)\b|redaktion\b", re.IGNORECASE)
_LONGEST_NAME: Final = 60


def clean_names(
    values: Iterable[str], banned: set[str], *, agencies: bool = True, desks: bool = False
) -> tuple[str, ...]:
    """Return the people in raw bylines: split, without "By", roles, degrees, outlets.

    A house after people is where they work; a desk or a team signs with them.
    """
    found: dict[str, str] = {}
    for value in values:
        if name_key(value) in banned:
            continue
        for name in _names_in(value, desks=desks):
            key = name_key(name)
            if key and key not in banned and (agencies or canonical_agency(name) is None):
                found.setdefault(key, name)
    names = tuple(found.values())
    if names and not is_body(names[0]):
        names = tuple(name for name in names if not _is_house(name))
    return names[:20]


def is_body(name: str) -> bool:
    """Tell whether a name is a desk's, a team's, an institute's; agencies sign like people."""
    return _GROUP.search(name) is not None or _is_house(name)


def _is_house(name: str) -> bool:
    return _HOUSE.search(name) is not None and canonical_agency(name) is None


def _names_in(value: str, *, desks: bool = False) -> Iterator[str]:
    value = _ADDRESS.sub(" ", _NO_NAME.sub(" ", fold_space(value))).strip()
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
        name = _ROLE_BEFORE.sub("", _LEAD_IN.sub("", name + " ").strip())
        name = _TAIL.sub("", name).strip(" .:*-–—|•·")
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


def name_key(name: str) -> str:
    return " ".join(words(name))


def reads_as_name(name: str, *, loose: bool = False) -> bool:
    """Tell whether visible text can be a name: few words, capitals where the script has them.

    A single Latin word is no name but where the markup says so (`loose`).
    """
    parts = name.split()
    if len(parts) > 5 or "$" in name:
        return False
    cased = [part for part in parts if part[0].lower() != part[0].upper()]
    capital = sum(part[0].isupper() for part in cased)
    if loose:
        return len(cased) < 3 or capital * 2 >= len(cased)
    return not cased or (capital * 2 >= len(cased) and len(parts) > 1)
