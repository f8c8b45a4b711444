"""Who is signed in, on the pages that know it."""

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from wireroom.people.models import Person


def signed_in(request: HttpRequest) -> Person | None:
    """Return who is signed in."""
    return request.user if isinstance(request.user, Person) else None


def person_of(request: HttpRequest) -> Person:
    """Return who is signed in, on a page that is shown to nobody else."""
    person = signed_in(request)
    if person is None:
        raise TypeError("a page for people with an account was shown to nobody")
    return person


def reader_key(request: HttpRequest) -> str:
    """Return a key by which a device knows its readers apart: it says nothing of them.

    Empty for strangers. What waits on a device for a network is sent for its own reader alone.
    """
    person = signed_in(request)
    if person is None:
        return ""
    return salted_hmac("wireroom.reader", str(person.pk), algorithm="sha256").hexdigest()[:32]
