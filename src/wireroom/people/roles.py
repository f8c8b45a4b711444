"""What people may do at the desk, from the reader to the host."""

from enum import StrEnum
from typing import Final

from wireroom.people.models import Person

# The group that makes somebody of the staff a moderator; of the others, all are editors.
MODERATORS: Final = "moderators"


class Role(StrEnum):
    """A reader reads; a moderator decides what readers wrote and reported; an editor curates;
    a host gives accounts and roles, too."""

    READER = "reader"
    MODERATOR = "moderator"
    EDITOR = "editor"
    HOST = "host"

    def may(self, least: "Role") -> bool:
        """Tell whether the role does what `least` may do."""
        order = list(Role)
        return order.index(self) >= order.index(least)


def role_of(person: Person) -> Role:
    """Return a person's role: one query for staff whose groups were not loaded."""
    if not person.is_active or not (person.is_staff or person.is_superuser):
        return Role.READER
    if person.is_superuser:
        return Role.HOST
    is_moderator = any(group.name == MODERATORS for group in person.groups.all())
    return Role.MODERATOR if is_moderator else Role.EDITOR
