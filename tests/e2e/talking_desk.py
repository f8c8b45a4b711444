"""Fill empty tables with stories to comment on and people: run as a script, prints numbers.

usage: python -m tests.e2e.talking_desk
"""

import json
from typing import Final

from wireroom.cli.django_ready import set_up_django

PASSWORD: Final = "quiet-harbour-9"
# Each with and without JavaScript has people, a story and an edition of its own.
WAYS: Final = {"script": "en", "plain": "ar"}


def address(who: str, way: str) -> str:
    """Return the address that one of the people signs in with."""
    return f"{who}.{way}@tidewire.example"


def fill() -> dict[str, int]:
    """Make for each way a story and three people, and one story much talked about."""
    # Imported here: models can be loaded only after Django is set up.
    from tests.web.talking_room import make_nested, make_person, make_talked

    from wireroom.people.services.accounts import add_person

    for way in WAYS:
        for who in ("reader", "other", "desk"):
            person = add_person(address(who, way), is_staff=who == "desk")
            person.set_password(PASSWORD)
            person.save()
    long_one = make_talked("Harbour of Ostvik closes for the winter")
    make_nested(long_one, 60, [make_person("Rana"), make_person("Tarek")])
    stories = {way: make_talked().pk for way in WAYS}
    return {"long": long_one.pk, **stories}


if __name__ == "__main__":
    set_up_django()
    print(json.dumps(fill()))
