"""How a person wants to be told of what is new, as their page shows it."""

from allauth.account.models import EmailAddress

from wireroom.people.models import Person
from wireroom.reading.models import AlertWishes, Device


def read_wishes(person: Person) -> AlertWishes | None:
    """Return what a person wants; None where they never said."""
    return AlertWishes.objects.filter(person=person).first()


def read_devices(person: Person) -> list[Device]:
    """Return the browsers that take alerts, the latest first."""
    return list(Device.objects.filter(person=person).order_by("-pk"))


def writes_to(person: Person) -> bool:
    """Tell whether letters go to a person: somebody has shown that the address is theirs."""
    return bool(
        EmailAddress.objects.filter(user=person, email=person.email, verified=True).exists()
    )
