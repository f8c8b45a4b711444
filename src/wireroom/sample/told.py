"""Boxes, notes and live entries as a reader sees them: texts filled in, times on a calendar."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from wireroom.sample.beside import Entry, FactBox, Note, NoteKind
from wireroom.sample.blocks import Block, block_of, texts_of
from wireroom.sample.clock import moment

Fill = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldBox:
    """A fact box below the text's block number `after`."""

    title: str | None
    blocks: tuple[Block, ...]
    after: int

    @property
    def texts(self) -> tuple[str, ...]:
        """Its texts without the title, in reading order."""
        return texts_of(self.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldNote:
    """A note on the report's text, and the day that it names."""

    kind: NoteKind
    label: str | None
    text: str
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEntry:
    """One entry of a live blog; `at` is aware."""

    at: datetime
    heading: str | None
    blocks: tuple[Block, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Its texts without the heading, in reading order."""
        return texts_of(self.blocks)

    @property
    def shown(self) -> tuple[str, ...]:
        """Heading and texts in reading order."""
        return ((self.heading,) if self.heading else ()) + self.texts


def tell_blocks(sources: Sequence[str], fill: Fill, *, where: str) -> tuple[Block, ...]:
    """Return the blocks that a content file's text stands for."""
    return tuple(block_of(fill(source), where=where) for source in sources)


def tell_box(box: FactBox, fill: Fill, *, where: str) -> ToldBox:
    """Return a fact box as a reader sees it."""
    return ToldBox(
        title=fill(box.title) if box.title else None,
        blocks=tell_blocks(box.paragraphs, fill, where=where),
        after=box.after,
    )


def tell_note(note: Note, fill: Fill, *, epoch: datetime) -> ToldNote:
    """Return a note as a reader sees it."""
    at = None if note.hours_before is None else moment(epoch, note.hours_before)
    return ToldNote(
        kind=note.kind, label=note.label, text=fill(note.text), day=at.date() if at else None
    )


def tell_entry(entry: Entry, fill: Fill, *, epoch: datetime, where: str) -> ToldEntry:
    """Return a live blog's entry as a reader sees it."""
    return ToldEntry(
        at=moment(epoch, entry.hours_before),
        heading=fill(entry.heading) if entry.heading else None,
        blocks=tell_blocks(entry.paragraphs, fill, where=where),
    )
