"""The agency that a page's JSON-LD states as the origin of its report."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from wireroom.engine.pages.agencies import canonical_agency, stands_alone
from wireroom.engine.pages.structured import Node, StructuredPage, text_of
from wireroom.engine.text.words import words

# In the order of how plainly they say whose text it is (schema.org CreativeWork).
_STATEMENTS: Final = ("sourceOrganization", "creditText", "provider", "copyrightHolder")
_LONGEST: Final = 80
_MARKS: Final = re.compile(r"©|\(c\)|\bcopyright\b|\b(?:19|20)\d\d\b", re.IGNORECASE)
# So much of a name within an outlet's squeezed name makes them one: "xinhuanet".
_TELLING: Final = 4


def stated_credit(
    node: Node | None, structured: StructuredPage, own: Collection[str]
) -> str | None:
    """Return the known agency that an article's JSON-LD credits, None where it is the outlet.

    `own` are the outlet's names. Whoever is no known agency is left to `publisher` and `author`:
    most pages state their own house or the maker of their software here.
    """
    for name in _stated(node, structured) if node else ():
        agency = _agency(name)
        if agency and not _is_own(agency, name, own):
            return agency
    return None


def _stated(node: Node, structured: StructuredPage) -> Iterator[str]:
    for key in _STATEMENTS:
        value = node.get(key)
        for one in value if isinstance(value, list) else [value]:
            name = text_of(structured.resolve(one))
            if name and len(name) <= _LONGEST:
                yield name


def _agency(name: str) -> str | None:
    """Return the agency of a name; a short code that is another's as often needs its long form."""
    name = _MARKS.sub(" ", name).strip(" .,")
    is_told = stands_alone(name) or len(words(name)) > 1
    return canonical_agency(name) if is_told else None


def _is_own(agency: str, name: str, own: Collection[str]) -> bool:
    theirs = {word for one in own for word in words(one)}
    squeezed = ["".join(words(one)) for one in own]
    for spelling in (name, *agency.split("/")):
        if set(words(spelling)) <= theirs:
            return True
        key = "".join(words(spelling))
        if len(key) >= _TELLING and any(key in one for one in squeezed):
            return True
    return any(canonical_agency(one) in agency.split("/") for one in own)
