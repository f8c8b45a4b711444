"""What is named in an article: entities, and the spans that name them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

# From this confidence on a name is right often enough to stand on a page: of the annotated pages
# and invented reports that were put aside, see docs/explanation/names.md.
SURE: Final = 0.75


class Kind(StrEnum):
    """The classes of names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"


# For where a name is weighed, hundreds of times an article: before Python 3.12 a member that is
# looked up in its class takes ten times as long.
PERSON: Final = Kind.PERSON
PLACE: Final = Kind.PLACE
ORGANISATION: Final = Kind.ORGANISATION


class NameSpan(NamedTuple):
    """Where a name stands: code points of the body, or of the title where `in_title`."""

    start: int
    end: int
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing with all that an article calls it; `name` is the fullest, as written there.

    `aliases` are its other names in the article. `confidence` is 0 to 1; a page shows names from
    SURE on.
    """

    kind: Kind
    name: str
    spans: tuple[NameSpan, ...]
    confidence: float
    aliases: tuple[str, ...] = ()
    lang: str = "en"
