"""Marking words of a report, with a note, and taking the mark away."""

from datetime import datetime
from hashlib import sha256
from typing import Final

from django.db import transaction

from wireroom.engine.errors import BadInput
from wireroom.engine.text.found_again import find_typed
from wireroom.people.models import Person
from wireroom.reading.models import HIGHLIGHT_CHARS, NOTE_CHARS, Highlight
from wireroom.reading.queries.texts import ShownText
from wireroom.reading.services.kept import add_row

MOST_HIGHLIGHTS: Final = 10_000
# With the spaces that copying adds. Looking for megabytes of words would take minutes.
_MOST_TYPED: Final = 2 * HIGHLIGHT_CHARS
_VERSION_SIGNS: Final = 16  # of a digest: two notes of one mark never have the same


class NotThere(BadInput):
    """The words do not stand in what is shown of the report: copy them from there."""


class NoteChanged(Exception):  # noqa: N818
    """Another note stands there than the one that was changed: `note`, to be shown beside it."""

    def __init__(self, note: str) -> None:
        super().__init__("another note stands there")
        self.note = note


def note_version(note: str) -> str:
    """Return what a form sends along, so that it replaces the note that it showed and no other."""
    return sha256(note.encode()).hexdigest()[:_VERSION_SIGNS]


@transaction.atomic
def highlight(
    person: Person,
    text: ShownText,
    words: str,
    note: str,
    *,
    now: datetime,
    earlier: int = 0,
    version: str = "",
) -> None:
    """Mark words as they stand in a report, at the place that has so many `earlier` ones before it.

    Marked again, their note stays, unless there is another one for the one of that version.
    Raises NotThere, BadInput for what is too long, TooMany, NoteChanged.
    """
    if len(words) > _MOST_TYPED or len(note) > NOTE_CHARS:
        raise BadInput("too long")
    place = find_typed(words, text.body, earlier=earlier)
    if place is None:
        raise NotThere("the words do not stand there")
    start, end = place
    if end - start > HIGHLIGHT_CHARS:
        raise BadInput("too long")
    where: dict[str, object] = {
        "article_id": text.report.id, "revision": text.revision, "start": start, "end": end,
    }  # fmt: skip
    row = Highlight(person=person, words=text.body[start:end], note=note, at=now, **where)
    add_row(row, where, most=MOST_HIGHLIGHTS)
    if note or version:
        _replace(Highlight.objects.get(person=person, **where), note, version)


@transaction.atomic
def change_note(person: Person, number: int, note: str, *, version: str) -> None:
    """Put another note in the place of the one of that version.

    Raises Highlight.DoesNotExist, BadInput for what is too long, NoteChanged.
    """
    if len(note) > NOTE_CHARS:
        raise BadInput("too long")
    _replace(Highlight.objects.get(person=person, pk=number), note, version)


def remove_highlight(person: Person, number: int) -> None:
    """Take a mark away, with its note."""
    Highlight.objects.filter(person=person, pk=number).delete()


def _replace(row: Highlight, note: str, version: str) -> None:
    """Replace a row's note where it is still the one that was read. Raises NoteChanged."""
    if row.note == note:
        return
    if row.note and note_version(row.note) != version:
        raise NoteChanged(row.note)
    same = Highlight.objects.filter(pk=row.pk, note=row.note)
    if not same.update(note=note):  # written between the two: as it stands now
        row.refresh_from_db(fields=["note"])
        raise NoteChanged(row.note)
