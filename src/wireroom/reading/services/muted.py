"""Muting words, and hearing of them again."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.db import transaction

from wireroom.engine.errors import BadInput
from wireroom.engine.text.words import find_words, fold
from wireroom.people.models import Person
from wireroom.reading.models import MUTED_CHARS, Muted
from wireroom.reading.services.kept import add_row

MOST_MUTED: Final = 500
MOST_EXCEPTIONS: Final = 20


@transaction.atomic
def mute(person: Person, words: str, exceptions: Sequence[str], *, now: datetime) -> None:
    """Mute words; muted again, their exceptions are replaced. Raises BadInput, TooMany."""
    words, kept = " ".join(words.split()), [" ".join(one.split()) for one in exceptions]
    kept = list(dict.fromkeys(one for one in kept if one))
    if not find_words(words):
        raise BadInput("no words to mute")
    if len(kept) > MOST_EXCEPTIONS or max(map(len, (words, *kept))) > MUTED_CHARS:
        raise BadInput("too long")
    key = fold(words)[: 4 * MUTED_CHARS]
    row = Muted(person=person, words=words, key=key, exceptions=kept, at=now)
    add_row(row, {"key": key}, most=MOST_MUTED)
    Muted.objects.filter(person=person, key=key).update(words=words, exceptions=kept)


def unmute(person: Person, number: int) -> None:
    """Let what has these words be seen again."""
    Muted.objects.filter(person=person, pk=number).delete()
