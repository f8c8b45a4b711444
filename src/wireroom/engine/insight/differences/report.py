"""What goes into the room and what comes out: reports, values in a table, differences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from wireroom.engine.insight.former import Former
from wireroom.engine.insight.quotes.quote import Quote
from wireroom.engine.insight.verify.claim import Span


@dataclass(frozen=True, slots=True)
class Report:
    """One revision of an article of a story: offsets are code points of `body`.

    `copy_of` is the article whose copy this one carries, None for own words. `published_at` is
    when this revision was published, aware; `lang` a BCP 47 tag; `quotes` those of the whole body,
    None where they have not been looked for. `former` are the states before this revision, oldest
    first; `published_at` is then when the first was.
    """

    article: str
    revision: int
    outlet: str
    body: str
    lang: str = "und"
    published_at: datetime | None = None
    copy_of: str | None = None
    quotes: Sequence[Quote] | None = None
    former: Sequence[Former] = ()


class Kind(StrEnum):
    """How values of one fact differ. The values are stored: never change one."""

    UPDATE = "update"  # a later report knows more, or an outlet corrects itself
    CONTRADICTION = "contradiction"  # of about the same time, or the older value told later
    SOURCES = "sources"  # different people or bodies are cited for them


class Measure(StrEnum):
    """What kind of value a fact has. The values are stored: never change one."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    AMOUNT = "amount"  # length, area, weight, speed, temperature, time that passes
    MAGNITUDE = "magnitude"
    AGE = "age"
    SCORE = "score"
    ORDINAL = "ordinal"
    DAY = "day"
    CLOCK = "clock"
    PLACE = "place"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Value:
    """One row of the table: what one voice says.

    `shown` is the text of `span`; `cited` is who is cited for it, with its own span. `carriers`
    are the outlets that carry the same words as copies. `is_latest` marks what was told last, where
    that is one value.
    """

    shown: str
    outlet: str
    at: datetime | None
    span: Span
    cited: str | None = None
    cited_span: Span | None = None
    carriers: Sequence[str] = ()
    is_latest: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact, several values, oldest first.

    `about` names the fact by a word of the reports, or by its class ("dead", "injured").
    """

    kind: Kind
    measure: Measure
    about: str
    values: Sequence[Value]
