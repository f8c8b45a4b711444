"""Fills the database of `bench locks`, and comments and mends there as site workers would."""

import json
import os
import random
import sys
import time
from collections import Counter
from typing import Final

PEOPLE: Final = 120
OUTLETS: Final = 10
_COMMENTS_S: Final = 0.5  # between two comments
_DESK_EVERY: Final = 10  # comments to a deed of the desk
_SAID: Final = ("the", "ferry", "was", "late", "again", "and", "nobody", "told", "us", "why")


def main() -> None:
    """`fill BASE FEEDS` prints people's cookies, `write SECONDS` what came, `count` all rows."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wireroom.conf.settings")
    import django  # the settings' environment has to be there first

    django.setup()
    if sys.argv[1] == "fill":
        _fill(sys.argv[2], int(sys.argv[3]))
    elif sys.argv[1] == "count":
        print(_count())
    else:
        print(json.dumps(_write(float(sys.argv[2]))))


def _fill(base: str, feeds: int) -> None:
    from django.core.management import call_command
    from django.test import Client

    from wireroom.news.models import Feed
    from wireroom.news.services.outlets import OutletFacts, file_outlet
    from wireroom.people.roles import Role
    from wireroom.people.services.accounts import add_person
    from wireroom.people.services.roles import set_role
    from wireroom.pipeline.coordinator import utc_now
    from wireroom.talk.services.names import choose_name

    call_command("migrate", verbosity=0)
    now = utc_now()
    outlets = [
        file_outlet(OutletFacts(name=f"Bench {n}", home_url=f"https://{n}.example/"))[0]
        for n in range(OUTLETS)
    ]
    for number in range(feeds):
        outlet = outlets[number % OUTLETS]
        url = f"{base}/feed/{number}.xml"
        Feed.objects.create(outlet=outlet, url=url, step="poll", due_at=now, interval_s=20)
    cookies = []
    for number in range(PEOPLE):
        person = add_person(f"{number}@tidewire.example")
        set_role(person.pk, Role.EDITOR)
        choose_name(person, f"Reader {spelled(number)}", now=now)
        client = Client()
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        cookies.append(client.cookies["sessionid"].value)
    print(json.dumps(cookies))


def spelled(number: int) -> str:
    """Return a number as a word of letters: names that look alike are refused."""
    return "".join("bdfghklmnp"[int(digit)] + "aeiouaeiou"[int(digit)] for digit in str(number))


def _count() -> str:
    from wireroom.news.models import Article, Entry, Story
    from wireroom.reading.models import Saved
    from wireroom.talk.models import Comment

    models = (Entry, Article, Story, Saved, Comment)
    return ", ".join(f"{model.objects.count()} {model.__name__.lower()}" for model in models)


def _write(seconds: float) -> dict[str, object]:
    from django.db import OperationalError

    from wireroom.talk.services.refused import Refused
    from wireroom.talk.services.scoring import load_rules

    load_rules()  # a process does so before its first comment, outside of any transaction
    took: list[float] = []
    came: Counter[str] = Counter()
    until, number = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        began, number = time.monotonic(), number + 1
        try:
            told = _deed(number)
            took.append(time.monotonic() - began)
        except Refused:
            told = "refused"
        except OperationalError as error:
            told = f"database error: {error}"
        came[told] += 1
        time.sleep(_COMMENTS_S)
    return {"took": took, "came": came}


def _deed(number: int) -> str:
    from wireroom.news.models import Outlet, OutletState, Story
    from wireroom.news.services.deed_log import By
    from wireroom.news.services.outlet_deeds import set_outlet_state
    from wireroom.people.models import Person
    from wireroom.pipeline.coordinator import utc_now
    from wireroom.talk.services.writing import Draft, write_comment

    if number % _DESK_EVERY == 0:
        outlet = Outlet.objects.order_by("pk")[number // _DESK_EVERY % OUTLETS]
        on = outlet.state == OutletState.ON
        state = OutletState.PAUSED if on else OutletState.ON
        set_outlet_state(outlet.pk, state, by=By(who="bench", now=utc_now()))
        return "desk"
    story = Story.objects.filter(rank__isnull=False).order_by("-pk").first()
    if story is None:
        return "no story yet"
    person = Person.objects.order_by("pk")[number % PEOPLE]
    text = " ".join(random.sample(_SAID, 8))
    write_comment(
        Draft(story_id=story.pk, text=text, form=str(number)), person=person, now=utc_now()
    )
    return "comment"


if __name__ == "__main__":
    main()
