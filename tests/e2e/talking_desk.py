"""Fill an empty database with stories to comment on and people: run as a script, prints numbers.

usage: python -m tests.e2e.talking_desk
"""

import json
from typing import Final

from django.core.management import call_command

from wireroom.cli.django_ready import set_up_django

PASSWORD: Final = "quiet-harbour-9"
READER: Final = "ilsa@tidewire.example"
OTHER: Final = "omar@tidewire.example"
DESK: Final = "desk@tidewire.example"


def fill() -> dict[str, int]:
    """Make the tables, a story to comment on, one of 500 replies, and three people."""
    call_command("migrate", verbosity=0)
    # Imported here: models can be loaded only after Django is set up.
    from tests.web.talking_room import make_nested, make_person, make_talked

    from wireroom.people.services.accounts import add_person

    for email in (READER, OTHER, DESK):
        person = add_person(email, is_staff=email == DESK)
        person.set_password(PASSWORD)
        person.save()
    long_one = make_talked("Harbour of Ostvik closes for the winter")
    make_nested(long_one, 500, [make_person("Rana"), make_person("Tarek")])
    return {"story": make_talked().pk, "long": long_one.pk}


if __name__ == "__main__":
    set_up_django()
    print(json.dumps(fill()))
