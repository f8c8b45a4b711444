"""Making an account for somebody, the key with which they choose a password, deleting it."""

from typing import Final

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from wireroom.engine.errors import BadInput
from wireroom.people.models import Person

_LONGEST_ADDRESS: Final = 254  # RFC 5321, as the column is


@transaction.atomic
def add_person(email: str, *, is_staff: bool = False) -> Person:
    """File an account without a password; the host vouches for the address. Raises BadInput."""
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise BadInput("%(email)s is no e-mail address", email=repr(email)) from error
    if len(address) > _LONGEST_ADDRESS:
        raise BadInput("an e-mail address has at most %(most)s characters", most=_LONGEST_ADDRESS)
    if Person.objects.filter(email=address).exists():
        raise BadInput(
            "%(email)s has an account already; './wireroom people link %(email)s' lets"
            " them choose a new password",
            email=address,
        )
    person = Person.objects.create_user(address, is_staff=is_staff)
    EmailAddress.objects.create(user=person, email=address, verified=True, primary=True)
    return person


def find_person(email: str) -> Person:
    """Return the person of an address. Raises BadInput where there is none."""
    try:
        return Person.objects.get_by_natural_key(email.strip())
    except Person.DoesNotExist as error:
        raise BadInput("nobody has an account with %(email)s", email=repr(email)) from error


def password_key(person: Person) -> tuple[str, str]:
    """Return who and the key: it works once, and PASSWORD_RESET_TIMEOUT long."""
    return user_pk_to_url_str(person), default_token_generator.make_token(person)


def delete_person(person: Person) -> None:
    """Delete an account and all that hangs on it; its sessions are nobody's from then on."""
    person.delete()
