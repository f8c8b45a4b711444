"""Giving people their roles; a newsroom always keeps a host."""

from typing import Final

from django.contrib.auth.models import Group
from django.db import transaction

from wireroom.engine.errors import BadInput
from wireroom.engine.faults import sentence
from wireroom.engine.versions import check_version
from wireroom.people.models import Person
from wireroom.people.roles import MODERATORS, Role, role_of

_ALREADY: Final = {
    Role.READER: sentence("%(person)s is reader already"),
    Role.MODERATOR: sentence("%(person)s is moderator already"),
    Role.EDITOR: sentence("%(person)s is editor already"),
    Role.HOST: sentence("%(person)s is host already"),
}


@transaction.atomic
def set_role(person_id: int, role: Role, *, seen: str = "") -> tuple[Person, Role]:
    """Give a person a role; return them and the role before. Raises BadInput.

    Raises Overtaken where they do not have the role that was `seen` any more.

    Hosts are locked in one order first: of two who resign at once, the second is refused.
    """
    hosts = Person.objects.select_for_update().filter(is_superuser=True, is_active=True)
    ids = list(hosts.order_by("pk").values_list("pk", flat=True))
    person = Person.objects.select_for_update().filter(pk=person_id).first()
    if person is None:
        raise BadInput("nobody has the account %(person)s", person=person_id)
    before = role_of(person)
    check_version(seen, before.value)
    if before is role:
        raise BadInput(_ALREADY[role], person=person.email)
    if before is Role.HOST and ids == [person.pk]:
        raise BadInput("%(person)s is the only host: make another one first", person=person.email)
    person.is_staff, person.is_superuser = role is not Role.READER, role is Role.HOST
    person.save(update_fields=["is_staff", "is_superuser"])
    moderators, _ = Group.objects.get_or_create(name=MODERATORS)
    if role is Role.MODERATOR:
        person.groups.add(moderators)
    else:
        person.groups.remove(moderators)
    return person, before
