"""Marking words of a report, with a note, and taking the mark away."""

from datetime import datetime
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


class NotThere(BadInput):
    """The words do not stand in what is shown of the report: copy them from there."""


@transaction.atomic
def highlight(person: Person, text: ShownText, words: str, note: str, *, now: datetime) -> None:
    """Mark words as they stand in a report; marked again, their note is replaced.

    Raises NotThere, BadInput for what is too long, TooMany.
    """
    if len(words) > _MOST_TYPED or len(note) > NOTE_CHARS:
        raise BadInput("too long")
    place = find_typed(words, text.body)
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
    Highlight.objects.filter(person=person, **where).update(note=note)


def remove_highlight(person: Person, number: int) -> None:
    """Take a mark away, with its note."""
    Highlight.objects.filter(person=person, pk=number).delete()
