"""When a person last looked at a story, and which languages they read."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from wireroom.people.models import Person
from wireroom.reading.models import ReadLanguages, Seen


@transaction.atomic
def look_at(person: Person, stories: Sequence[int], *, now: datetime) -> None:
    """Note that a person looked at these stories now."""
    Seen.objects.bulk_create(
        [Seen(person=person, story_id=story, at=now) for story in sorted(stories)],
        update_conflicts=True,
        unique_fields=["person", "story"],
        update_fields=["at"],
    )


def read_in(person: Person, languages: Sequence[str]) -> None:
    """Keep which languages a person reads; none means those of the edition they are in."""
    ReadLanguages.objects.update_or_create(
        person=person, defaults={"languages": sorted(set(languages))}
    )
