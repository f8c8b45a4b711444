"""What a host lets in of an outlet's entries, and how their addresses are put right."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final
from urllib.parse import unquote, urlsplit, urlunsplit

from wireroom.engine.errors import BadInput
from wireroom.engine.faults import Fault
from wireroom.engine.feeds.patterns import MAX_PATTERN, Pattern, fault_of
from wireroom.engine.types import FeedEntry
from wireroom.engine.urls import canonical_url

# A page of a form; whoever needs more filters wants another feed.
MOST_RULES: Final = 20


class Deed(StrEnum):
    """What a filter does with the entries that it matches."""

    LEAVE_OUT = "leave-out"
    ONLY = "only"  # entries that no such filter matches are left out


class Where(StrEnum):
    """What of an entry a filter looks at."""

    TITLE = "title"
    ADDRESS = "address"
    SECTION = "section"  # a part of the address's path, but the last
    CATEGORY = "category"  # as the feed states it


class Part(StrEnum):
    """Which part of an address is put right."""

    SCHEME = "scheme"
    HOST = "host"
    PATH = "path"
    QUERY = "query"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One filter, its pattern as its host wrote it (engine.feeds.patterns)."""

    deed: Deed
    where: Where
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """Put one text for another in a part of an address; scheme and host are replaced whole.

    An empty `put` drops what was found.
    """

    part: Part
    find: str
    put: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """An outlet's filters and rewrites, in the order in which they were written."""

    filters: tuple[Filter, ...] = ()
    rewrites: tuple[Rewrite, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.filters or self.rewrites)


@dataclass(frozen=True, slots=True)
class Sifted:
    """What the rules made of entries: those to file, and how many each filter left out.

    `left_out` counts by the filter's place; -1 are those that no "only" filter took.
    """

    entries: tuple[FeedEntry, ...]
    left_out: Counter[int]
    rewritten: int = 0


def sift(entries: Sequence[FeedEntry], rules: Rules) -> Sifted:
    """Apply an outlet's rules: addresses are put right first, then filters see them so."""
    kept: list[FeedEntry] = []
    left_out: Counter[int] = Counter()
    rewritten = 0
    for entry in entries:
        url = rewrite(entry.url, rules.rewrites)
        if url != entry.url:
            entry = replace(entry, url=url)
            rewritten += 1
        place = left_out_by(entry, rules.filters)
        if place is None:
            kept.append(entry)
        else:
            left_out[place] += 1
    return Sifted(tuple(kept), left_out, rewritten)


def left_out_by(entry: FeedEntry, filters: Sequence[Filter]) -> int | None:
    """Return the place of the filter that leaves an entry out, -1 for all "only", or None."""
    for place, one in enumerate(filters):
        if one.deed is Deed.LEAVE_OUT and _matches(entry, one):
            return place
    only = [one for one in filters if one.deed is Deed.ONLY]
    return -1 if only and not any(_matches(entry, one) for one in only) else None


def rewrite(url: str, rewrites: Sequence[Rewrite]) -> str:
    """Return an address as the rules have it; what is no web address then stays as it was."""
    for one in rewrites:
        url = canonical_url(_rewritten(url, one)) or url
    return url


def check_rules(rules: Rules) -> None:
    """Raise BadInput for rules that are too many, or that say nothing."""
    if len(rules.filters) > MOST_RULES or len(rules.rewrites) > MOST_RULES:
        raise BadInput(
            "an outlet has at most %(most)s filters and %(most)s rewrite rules", most=MOST_RULES
        )
    for one in rules.filters:
        if fault := fault_of(one.pattern, _compiled(one)):
            raise BadInput("“%(pattern)s”: %(fault)s", pattern=one.pattern[:60], fault=fault)
    for rule in rules.rewrites:
        if fault := _fault_of(rule):
            raise BadInput("“%(pattern)s”: %(fault)s", pattern=rule.find[:60], fault=fault)


def _fault_of(rule: Rewrite) -> Fault | None:
    if not rule.find.strip():
        return Fault.of("a rewrite rule needs something to look for")
    if max(len(rule.find), len(rule.put)) > MAX_PATTERN:
        return Fault.of(
            "a rewrite rule has at most %(most)s characters on each side", most=MAX_PATTERN
        )
    if rule.part is Part.SCHEME and {rule.find, rule.put} - {"http", "https"}:
        return Fault.of("schemes are http and https")
    if rule.part is Part.HOST and canonical_url(f"https://{rule.put}/") is None:
        return Fault.of("the host to put is no host's name")
    if rule.part is Part.HOST and any(sign in rule.put for sign in "/?#@"):
        return Fault.of("a host is a name alone, such as www.tide.example")
    return None


def _matches(entry: FeedEntry, one: Filter) -> bool:
    pattern = _compiled(one)
    match one.where:
        case Where.TITLE:
            return pattern.is_in_words(entry.title)
        case Where.ADDRESS:
            return pattern.is_in_address(entry.url) or pattern.is_in_address(unquote(entry.url))
        case Where.SECTION:
            return any(map(pattern.is_in_words, _sections(entry.url)))
        case Where.CATEGORY:
            return any(map(pattern.is_in_words, entry.tags))


@lru_cache(maxsize=512)
def _compiled(one: Filter) -> Pattern:
    of = Pattern.of_address if one.where is Where.ADDRESS else Pattern.of_words
    return of(one.pattern)


def _sections(url: str) -> list[str]:
    """Return the parts of an address's path above its last one, their hyphens as spaces."""
    pieces = [piece for piece in unquote(urlsplit(url).path).split("/") if piece]
    return [piece.replace("-", " ").replace("_", " ") for piece in pieces[:-1]]


def _rewritten(url: str, one: Rewrite) -> str:
    parts = urlsplit(url)
    match one.part:
        case Part.SCHEME:
            return urlunsplit(parts._replace(scheme=one.put)) if parts.scheme == one.find else url
        case Part.HOST:
            found = parts.netloc == one.find.casefold()
            return urlunsplit(parts._replace(netloc=one.put.casefold())) if found else url
        case Part.PATH:
            path = parts.path.replace(one.find, one.put)
            return urlunsplit(parts._replace(path=path)) if len(path) <= _LONGEST else url
        case Part.QUERY:
            query = parts.query.replace(one.find, one.put)
            return urlunsplit(parts._replace(query=query)) if len(query) <= _LONGEST else url


_LONGEST: Final = 4_000  # characters of an address (engine.urls)
