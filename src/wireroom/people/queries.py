"""What is kept of a person, as they may take it with them."""

from typing import Any, TypedDict

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount

from wireroom.people.models import AppKey, Person


class KeptAddress(TypedDict):
    """One e-mail address of an account."""

    email: str
    is_verified: bool
    is_primary: bool


class KeptKey(TypedDict):
    """A second step at sign-in; never its secret."""

    kind: str
    made_at: str
    last_used_at: str | None


class KeptAppKey(TypedDict):
    """A key for a reader app; never the key itself."""

    name: str
    made_at: str
    used_on: str | None


class KeptElsewhere(TypedDict):
    """Who a person is at the service that they sign in with, and what it told of them."""

    name_there: str
    known_since: str
    told: Any


class KeptAccount(TypedDict):
    """An account as its owner may take it along; times as ISO 8601."""

    email: str
    joined_at: str
    last_signed_in_at: str | None
    addresses: list[KeptAddress]
    second_steps: list[KeptKey]
    known_elsewhere: list[KeptElsewhere]
    app_keys: list[KeptAppKey]


def has_second_step(person: Person) -> bool:
    """Tell whether somebody is asked for more than a password; codes on paper alone are no step."""
    steps = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return bool(Authenticator.objects.filter(user=person, type__in=steps).exists())


def read_account(person: Person) -> KeptAccount:
    """Return everything that is kept of an account, secrets apart."""
    addresses = EmailAddress.objects.filter(user=person).order_by("pk")
    keys = Authenticator.objects.filter(user=person).order_by("pk")
    return KeptAccount(
        email=person.email,
        joined_at=person.joined_at.isoformat(),
        last_signed_in_at=person.last_login.isoformat() if person.last_login else None,
        addresses=[
            KeptAddress(email=one.email, is_verified=one.verified, is_primary=one.primary)
            for one in addresses
        ],
        second_steps=[
            KeptKey(
                kind=str(key.type),
                made_at=key.created_at.isoformat(),
                last_used_at=key.last_used_at.isoformat() if key.last_used_at else None,
            )
            for key in keys
        ],
        known_elsewhere=[
            KeptElsewhere(
                name_there=one.uid, known_since=one.date_joined.isoformat(), told=one.extra_data
            )
            for one in SocialAccount.objects.filter(user=person).order_by("pk")
        ],
        app_keys=[
            KeptAppKey(
                name=key.name,
                made_at=key.made_at.isoformat(),
                used_on=key.used_on.isoformat() if key.used_on else None,
            )
            for key in read_app_keys(person)
        ],
    )


def read_app_keys(person: Person) -> list[AppKey]:
    """Return a person's keys for reader apps, the oldest first."""
    return list(AppKey.objects.filter(person=person).order_by("pk"))


def read_people() -> list[Person]:
    """Return everybody who has an account, the oldest first."""
    return list(Person.objects.prefetch_related("groups").order_by("joined_at", "pk"))


def list_people(*, named: str = "", after: int | None = None, limit: int) -> list[Person]:
    """Return accounts by their numbers, those of the desk alone where no address is asked for.

    Their groups are loaded: two queries.
    """
    rows = Person.objects.prefetch_related("groups").order_by("pk")
    rows = rows.filter(email__icontains=named) if named else rows.filter(is_staff=True)
    return list((rows.filter(pk__gt=after) if after is not None else rows)[:limit])


def has_host() -> bool:
    """Tell whether anybody may do everything here."""
    return Person.objects.filter(is_superuser=True, is_active=True).exists()
