"""What perspectives are measured on: the reports of an event, and their outlets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from wireroom.engine.insight.quotes.quote import Quote


class Axis(StrEnum):
    """By what outlets are grouped. The values are stored: never change one."""

    COUNTRY = "country"
    LANGUAGE = "language"
    OWNER = "owner"
    TEXT = "text"


class Text(StrEnum):
    """Whose words a report is made of. The values are stored: never change one."""

    OWN = "own"
    WIRE = "wire"  # another's text, or one that it credits to an agency
    MIXED = "mixed"  # its own with passages of another's


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """One report of an event, and who tells it.

    `voice` is the report whose text it carries, itself where its text is its own. `country`,
    `owner` (what kind of owner) and `lang` are empty or "und" where nobody knows. A report whose
    `body` is empty was not read: it is counted with its outlet. `quotes` are None where they have
    not been looked for.
    `may_be_read` is False where its outlet allows no machine to: it is counted, and no more.
    """

    article: str
    outlet: str
    voice: str
    revision: int = 1
    lang: str = "und"
    country: str = ""
    owner: str = ""
    text: Text = Text.OWN
    at: datetime | None = None
    title: str = ""
    body: str = ""
    quotes: Sequence[Quote] | None = None
    may_be_read: bool = True
