"""Who is signed in, on the pages that know it."""

from django.http import HttpRequest

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
