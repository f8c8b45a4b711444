"""Who is credited for a report: its opening, its byline and its last line taken together."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from wireroom.engine.pages.agencies import canonical_agency
from wireroom.engine.pages.closing import read_closing
from wireroom.engine.pages.credit import find_credit, read_opening
from wireroom.engine.pages.named_opening import read_named_opening, same_name
from wireroom.engine.pages.structured import Node, StructuredPage, text_of, types_of
from wireroom.engine.text.words import words


def _listed(names: str) -> frozenset[str]:
    return frozenset(names.split())


_PARTS: Final = re.compile(
    r"\s*(?:[,|;،·•/()]|\s[-–—]\s|\band\b|\bwith\b|\n)\s*|^(?:by|par|von|por|بقلم|كتب|كتبت|"
    r"المصدر|إعداد)\s*:?\s+",
    re.IGNORECASE,
)
_DESK: Final = _listed(
    "staff team desk editor editors editorial newsroom reporter reporters "
    "correspondent admin redaktion rédaction redacción فريق تحرير التحرير المحرر محرر "
    "غرفة قسم مراسل مراسلنا محررو هيئة إدارة موقع خاص"
)
_ARABIC_WORD: Final = re.compile(r"[\u0621-\u064a\u064b-\u0652]{2,20}\Z")
_LONGEST_NAME: Final = 40


def names_in(*bylines: str | None) -> list[str]:
    """Return the names that raw bylines hold, agencies and people alike, desks left out."""
    parts = (part.strip(" :.") for text in bylines if text for part in _PARTS.split(text) if part)
    kept = [part for part in parts if 1 < len(part) <= _LONGEST_NAME and not _is_desk(part)]
    return list(dict.fromkeys(kept))


def _is_desk(name: str) -> bool:
    return any(word in _DESK for word in words(name)) or not any(map(str.isalpha, name))


class Credited(NamedTuple):
    """What a report's opening, byline and page say of its origin, and its text without them.

    `found_in` is what the credit rests on: "text", "byline" or "json-ld".
    """

    dateline: str | None
    wire_credit: str | None
    body: list[str]
    found_in: str | None = None

    def sources(self) -> tuple[tuple[str, str], ...]:
        """Return (field, where it was found) for what was found."""
        dateline = (("dateline", "text"),) if self.dateline else ()
        return (*dateline, ("wire_credit", self.found_in)) if self.found_in else dateline


def credit_found_in(paragraphs: Sequence[str], credit: str | None) -> str | None:
    """Return whether a credit stands in the report's text or beside it, None without one."""
    if credit is None:
        return None
    return "text" if find_credit(paragraphs, None) else "byline"


def take_credit(
    paragraphs: Sequence[str],
    byline: str | None,
    *,
    names: Collection[str] = (),
    own: Collection[str] = (),
    firms: Collection[str] = (),
) -> tuple[str | None, str | None, list[str]]:
    """Return dateline, wire credit and the paragraphs without either.

    `names` are those of the byline, `own` the outlet's: an opening that says one of them again
    is a dateline, and a credit unless it is the outlet's own. `firms` are authors whom JSON-LD
    calls organisations.
    """
    if not paragraphs:
        return None, find_credit([], byline), []
    opening = read_opening(paragraphs[0])
    named = read_named_opening(paragraphs[0], names=_openers(paragraphs[0], names, own))
    if named is not None and opening.wire_credit is None:
        body = _closed([named.rest, *paragraphs[1:]])
        return named.dateline, _other_than(own, named.wire_credit) or _told(byline, own), body
    credit = find_credit(paragraphs, byline) or opening.wire_credit
    if credit is None and opening.dateline and _tells(opening.dateline.title(), paragraphs):
        return None, opening.dateline.title(), _closed([opening.rest, *paragraphs[1:]])
    credit = credit or _firm(firms, own) or _stranger(names, own, paragraphs)
    return opening.dateline, credit, _closed([opening.rest, *paragraphs[1:]])


def _other_than(own: Collection[str], name: str | None) -> str | None:
    """Return a credit's canonical name, None where it is the outlet's own."""
    if name is None or any(same_name(name, mine) for mine in own):
        return None
    return canonical_agency(name) or name


def _told(byline: str | None, own: Collection[str]) -> str | None:
    return _other_than(own, find_credit([], byline))


def _openers(text: str, names: Collection[str], own: Collection[str]) -> list[str]:
    """Return the names that stand near the beginning: all others cannot open the text."""
    head = text[:160].casefold()
    return [name for name in (*names, *own) if name and name.casefold() in head]


def _closed(body: list[str]) -> list[str]:
    closing = read_closing(body[-1]) if len(body) > 1 else None
    if closing and closing.wire_credit and closing.rest != body[-1]:
        body[-1] = closing.rest
    return [text for text in body if text]


def firms_of(node: Node | None, structured: StructuredPage) -> list[str]:
    """Return the names of the authors that an article's JSON-LD types as organisations."""
    value = node.get("author") if node else None
    found = [
        structured.resolve(author) for author in (value if isinstance(value, list) else [value])
    ]
    firms = [text_of(author) for author in found if isinstance(author, dict) and _is_firm(author)]
    return [name for name in firms if name]


def _is_firm(author: Node) -> bool:
    return any(name.endswith("Organization") for name in types_of(author))


def _firm(firms: Collection[str], own: Collection[str]) -> str | None:
    """Return the one organisation that signs a report and shares no word with its outlet."""
    theirs = {word for name in own for word in words(name)}
    named = [name for name in firms if len(name) <= _LONGEST_NAME and not _is_desk(name)]
    if len(named) != 1 or theirs & set(words(named[0])) or len(named[0].split()) > 3:
        return None
    squeezed = "".join(words(named[0]))
    return None if any(squeezed in "".join(words(name)) for name in own) else named[0]


def _stranger(
    names: Collection[str], own: Collection[str], paragraphs: Sequence[str]
) -> str | None:
    """Return the one word of an Arabic byline: people sign with two, agencies with one.

    In other scripts a single word needs the report's own "told Name": bloggers sign so too.
    """
    known = {" ".join(words(name)) for name in own}
    for name in _single(names):
        if " ".join(words(name)) in known:
            continue
        if _ARABIC_WORD.match(name) or _tells(name, paragraphs):
            return name
    return None


def _single(names: Collection[str]) -> Iterator[str]:
    return (name for name in names if len(name.split()) == 1)


def _tells(name: str, paragraphs: Sequence[str]) -> bool:
    if not name[:1].isupper():
        return False
    saying = [text for text in paragraphs[:40] if name in text]
    if not saying:  # nearly always: the pattern is not compiled for nothing
        return False
    told = re.compile(rf"\b(?:told|tells|speaking to|statement to) {re.escape(name)}\b")
    return any(told.search(text) for text in saying)
