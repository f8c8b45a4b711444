"""What belongs to a report and is no part of its running text, as the content files hold it."""

from dataclasses import dataclass
from enum import StrEnum


class NoteKind(StrEnum):
    """What a note says of its report."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    EDITORS_NOTE = "editors_note"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactBox:
    """A box of facts below the block of the text with the number `after`, counted from 1."""

    paragraphs: tuple[str, ...]
    title: str | None = None
    after: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note on the report's text; a `label` stands on a line of its own.

    `hours_before` is the age of the day that the text names, None where it names none.
    """

    kind: NoteKind
    text: str
    label: str | None = None
    hours_before: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a live blog."""

    hours_before: float
    paragraphs: tuple[str, ...]
    heading: str | None = None
