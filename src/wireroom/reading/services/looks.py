"""When a person last looked at a story, and which languages they read."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from django.db import connection, transaction

from wireroom.news.queries.rows import marks, time_value
from wireroom.people.models import Person
from wireroom.reading.models import ReadLanguages, Seen

# One statement: of two looks that are filed at once, the later one stands.
_LOOK: Final = """
INSERT INTO reading_seen (person_id, story_id, at)
SELECT %s, story.id, %s FROM news_story AS story WHERE story.id IN ({stories}) ORDER BY story.id
ON CONFLICT (person_id, story_id) DO UPDATE SET at = excluded.at
WHERE reading_seen.at < excluded.at
"""


@transaction.atomic
def look_at(person: Person, stories: Collection[int], *, at: datetime) -> None:
    """Note when a person looked at these stories; what they saw later stays as it is.

    Stories that are gone meanwhile are passed over.
    """
    numbers = sorted(stories)
    with connection.cursor() as cursor:
        sql = _LOOK.format(stories=marks(numbers))
        cursor.execute(sql, (person.pk, time_value(at), *numbers))


def unlook(person: Person, stories: Collection[int]) -> None:
    """Let stories be unread again, as if this person had never looked."""
    Seen.objects.filter(person=person, story__in=stories).delete()


def read_in(person: Person, languages: Sequence[str]) -> None:
    """Keep which languages a person reads; none means those of the edition they are in."""
    ReadLanguages.objects.update_or_create(
        person=person, defaults={"languages": sorted(set(languages))}
    )
