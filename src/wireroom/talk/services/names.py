"""Choosing the name under which a person comments."""

from datetime import datetime

from django.db import IntegrityError, transaction

from wireroom.engine.talk.names import clean_name, is_name, is_reserved, name_skeleton
from wireroom.news.models import Outlet
from wireroom.people.models import Person
from wireroom.talk.models import Commenter
from wireroom.talk.services.refused import Refused, Why


def choose_name(person: Person, name: str, *, now: datetime) -> Commenter:
    """Give a person their name, for good: comments under it would change their writer else.

    Raises Refused for a name that another has or looks like, an outlet's, and, of all but the
    desk, one that claims to speak for the newsroom.
    """
    name = clean_name(name)
    if not is_name(name):
        raise Refused(Why.NAME_SIGNS)
    if is_reserved(name) and not person.is_staff:
        raise Refused(Why.NAME_RESERVED)
    skeleton = name_skeleton(name)
    if not skeleton or _is_an_outlets(skeleton):
        raise Refused(Why.NAME_TAKEN)
    if Commenter.objects.filter(person=person).exists():
        raise Refused(Why.NAME_FIXED)
    try:
        with transaction.atomic():
            return Commenter.objects.create(
                person=person, name=name, skeleton=skeleton, made_at=now
            )
    except IntegrityError as error:
        raise Refused(Why.NAME_TAKEN) from error


def _is_an_outlets(skeleton: str) -> bool:
    names = Outlet.objects.values_list("name", "name_en").iterator(chunk_size=1000)
    return any(name_skeleton(name) == skeleton for pair in names for name in pair if name)
