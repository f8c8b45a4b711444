"""Who wrote it: people's names out of JSON-LD, meta tags and the visible byline."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from wireroom.engine.pages.region import Region
from wireroom.engine.pages.shown_names import shown_names
from wireroom.engine.pages.signatures import (
    names_below_headline,
    names_in_labelled_lines,
    names_near_headline,
)
from wireroom.engine.pages.structured import Node, StructuredPage, text_of, types_of, url_of
from wireroom.engine.pages.told_better import writers_told_better
from wireroom.engine.pages.writers import clean_names, name_key

# The author's own fields first: "author" is as often the publisher's copyright line.
_META: Final = (
    "citation_author", "citation_authors", "parsely-author", "sailthru.author", "byl",
    "article:author_name", "article:author", "author", "dc.creator", "dcterms.creator",
    "dc.contributor", "byline", "byline_name", "sailthru.byline_name", "article_author", "authors",
    "twitter:data1", "article.author", "cxenseparse:author", "creator", "og:article:author",
)  # fmt: skip
_LIBRARIES: Final = frozenset(
    ["citation_author", "citation_authors", "dc.creator", "dcterms.creator", "dc.contributor"]
)
_FAMILY_FIRST: Final = re.compile(r"[^\s,]+, [^\s,]+(?: [^\s,]+){0,2}\Z")
_ACCOUNTS: Final = ("/admin", "/administrator", "/webmaster", "/root", "/wordpress")
_ADDRESS: Final = re.compile(r"\s*\([^()]*\)\s*\Z")  # "The Courier (www.courier.example)"


@dataclass(frozen=True, slots=True)
class Signed:
    """The writers' names in order and what they rest on, None where nobody signs."""

    names: tuple[str, ...] = ()
    found_in: str | None = None

    def __bool__(self) -> bool:
        return bool(self.names)


@dataclass(frozen=True, slots=True)
class _Case:
    """Where writers are looked for; `banned` are the keys of the outlet's own names."""

    region: Region
    title: str
    meta: Mapping[str, tuple[str, ...]]
    node: Node | None
    structured: StructuredPage
    banned: set[str]


def find_signed(
    region: Region,
    *,
    title: str,
    meta: Mapping[str, tuple[str, ...]],
    node: Node | None,
    structured: StructuredPage,
    outlets: Sequence[str],
) -> Signed:
    """Return the writers' names in order; roles and furniture are no writers.

    JSON-LD wins when it names people, then meta tags, then what readers see. An agency stays a
    writer where the page states it as one; as a mere organisation it is the wire credit. The
    outlet's own name, a desk or "Staff" counts only where the page states nobody else.
    """
    banned = {key for name in outlets for key in (name_key(name), name_key(_ADDRESS.sub("", name)))}
    stated = _of_node(node, structured, only_people=True)
    people = clean_names(stated, {name_key(outlets[0])} if outlets else set())
    keeps_site = bool(people) and _is_account(node, structured)
    accounts = set(map(name_key, people)) if keeps_site else set()
    case = _Case(region, title, meta, node, structured, banned | accounts)
    if people and not keeps_site and not _is_login(people):
        return _told_best(case, Signed(_without_outlets(people, banned), "json-ld"))
    found = (
        _stated_best(case, () if keeps_site else people, agencies=bool(stated))
        or _shown(case)
        or Signed(people, "json-ld")
        or _stated_at_last(stated, meta, publisher=_publisher(node, structured))
    )
    if not found:
        return Signed()
    return _told_best(case, Signed(_without_outlets(found.names, banned), found.found_in))


def _told_best(case: _Case, found: Signed) -> Signed:
    """Return whom readers see instead of what was found, where that is doubtful."""
    better = writers_told_better(case.region, case.title, found.names, case.banned)
    better = _without_outlets(better, case.banned)
    return Signed(better, "byline") if better else found


def _stated_best(case: _Case, people: tuple[str, ...], *, agencies: bool) -> Signed:
    """Return the first statement that is more than an account's name, or what readers see."""
    everyone = clean_names(_of_node(case.node, case.structured), case.banned, agencies=agencies)
    groups = [Signed(people, "json-ld"), Signed(everyone, "json-ld")]
    groups += [
        Signed(clean_names(_meta_names(case.meta, name), case.banned), "meta")
        for name in _META
        if name in case.meta
    ]
    groups = [group for group in groups if group]
    if not groups:
        return Signed()
    first = groups[0]
    best = next((group for group in groups if not _is_login(group.names)), None)
    if best and (best.names == first.names or len(best.names) == len(first.names)):
        return best
    seen = shown_names(case.region, case.banned)
    if _is_login(seen) or len(seen) != len(first.names):
        return first
    return Signed(seen, "byline")


def _shown(case: _Case) -> Signed:
    """Return what readers see, the surest places first."""
    region, banned = case.region, case.banned
    return Signed(
        shown_names(region, banned)
        or names_near_headline(region, case.title, banned)
        or names_below_headline(region, case.title, banned)
        or names_in_labelled_lines(region, banned)
        or shown_names(region, banned, anywhere=True),
        "byline",
    )


def _without_outlets(names: tuple[str, ...], banned: set[str]) -> tuple[str, ...]:
    """Return the names without the outlet's, its desks' and abbreviated ones, if any is left."""
    kept = tuple(
        name
        for name in names
        if not _is_outlets(name_key(name), banned)
        and not any(other != name and other.startswith(name) for other in names)
    )
    return kept or names


def _is_outlets(key: str, banned: set[str]) -> bool:
    return key in banned or any(len(own) > 2 and key.startswith(f"{own} ") for own in banned)


def outlet_signing(
    node: Node | None,
    structured: StructuredPage,
    site_names: Sequence[str],
    *,
    is_credited: bool = False,
) -> tuple[str, ...]:
    """Return the outlet where JSON-LD states that it signs the report itself, alone.

    For reports that name nobody else: of 15 such pages with known authors it was right on 14. Of
    one that credits an agency it must be stated as what it is, an organisation: as a "person" it
    only fills the field.
    """
    stated = _of_node(node, structured)
    if is_credited and _of_node(node, structured, only_people=True):
        return ()
    own = {name_key(name) for name in site_names} | _publisher(node, structured)
    keys = {name_key(name) for name in stated}
    return tuple(stated[:1]) if len(keys) == 1 and keys <= own else ()


def _stated_at_last(
    stated: Sequence[str], meta: Mapping[str, tuple[str, ...]], *, publisher: set[str]
) -> Signed:
    """Return the desk, or the blog of one, that the page states as its writer."""
    if names := clean_names(stated, publisher, desks=True):
        return Signed(names, "json-ld")
    found = (clean_names(meta.get(name, ()), publisher, desks=True) for name in _META)
    return Signed(next((names for names in found if names), ()), "meta")


def _publisher(node: Node | None, structured: StructuredPage) -> set[str]:
    """Return the keys of the article's publisher where it is an organisation: nobody's byline."""
    value = structured.resolve(node.get("publisher")) if node else None
    name = text_of(value) if _is_organisation(value) else None
    return {name_key(name)} if name else set()


def _is_login(names: Sequence[str]) -> bool:
    """Tell whether the names are no more than an account's: "jfeld", "jonas.feld"."""
    return len(names) <= 1 and not any(
        " " in name or name != name.lower() or name == name.upper() for name in names
    )


def _is_account(node: Node | None, structured: StructuredPage) -> bool:
    """Tell whether the one writer's address is that of whoever keeps the site: /author/admin/."""
    listed = [structured.resolve(value) for value in _listed(node.get("author") if node else None)]
    address = url_of(listed[0]) if len(listed) == 1 else None
    return bool(address) and urlsplit(str(address)).path.rstrip("/").endswith(_ACCOUNTS)


def _meta_names(meta: Mapping[str, tuple[str, ...]], name: str) -> Sequence[str]:
    """Return a tag's names; libraries' tags put the family name first: "Tolan, Mira"."""
    values = meta.get(name, ())
    if name not in _LIBRARIES or not all(map(_FAMILY_FIRST.match, values)):
        return values
    return [" ".join(reversed(value.split(", "))) for value in values]


def _of_node(
    node: Node | None, structured: StructuredPage, *, only_people: bool = False
) -> list[str]:
    found: list[str] = []
    values = node.get("author", node.get("creator")) if node else None
    listed = [structured.resolve(value) for value in _listed(values)]
    if node and all(_is_organisation(value) for value in listed):
        listed += _listed(node.get("creator"))
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
