"""A person's role changed, and the line of the desk's log about it, in one transaction."""

from django.db import transaction

from wireroom.news.services.deed_log import By, Done, log_deed
from wireroom.people.models import Person
from wireroom.people.roles import Role
from wireroom.people.services.roles import set_role


@transaction.atomic
def give_role(person_id: int, role: Role, *, by: By, seen: str = "") -> Person:
    """Give a person a role. Raises BadInput where they have it, or are the only host."""
    person, before = set_role(person_id, role, seen=seen)
    done = Done(
        deed="person.role", subject=person.pk, name=person.email,
        before={"role": before.value}, after={"role": role.value},
    )  # fmt: skip
    log_deed(done, by=by)
    return person
