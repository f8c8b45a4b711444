"""Keys for reader apps: made, shown once, found again by what an app shows, taken back."""

import hashlib
import secrets
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import Q

from wireroom.engine.errors import BadInput
from wireroom.people.models import AppKey, Person

# A telephone, a tablet and some programs; what is used no more can be removed.
MOST_KEYS: Final = 20
_NAME_CHARS: Final = 60
_MARK: Final = "wa_"  # so that programs that look for secrets in public places know ours
_BYTES: Final = 24  # at random: nobody guesses it, and a plain hash of it needs no salt
_MOST_CHARS: Final = 100


@transaction.atomic
def make_key(person: Person, name: str, *, edition: str, now: datetime) -> str:
    """File a key and return it: it is not kept, and cannot be shown again.

    Raises BadInput for an empty name, and where the person has MOST_KEYS.
    """
    name = " ".join(name.split())[:_NAME_CHARS]
    if not name:
        raise BadInput("give the key a name, as 'my telephone'")
    # Two that are made at once are counted one after the other.
    Person.objects.select_for_update().get(pk=person.pk)
    if AppKey.objects.filter(person=person).count() >= MOST_KEYS:
        raise BadInput("you have %(most)s keys: remove one that you do not use", most=MOST_KEYS)
    told = _MARK + secrets.token_urlsafe(_BYTES)
    AppKey.objects.create(
        person=person, name=name, edition=edition, digest=_digest(told), made_at=now
    )
    return told


def remove_key(person: Person, number: int) -> None:
    """Let a key open nothing any more."""
    AppKey.objects.filter(person=person, pk=number).delete()


def open_with(told: str) -> AppKey | None:
    """Return the key that was shown, with its person, if it holds and they may sign in."""
    if not told.startswith(_MARK) or len(told) > _MOST_CHARS:
        return None
    key = AppKey.objects.select_related("person").filter(digest=_digest(told)).first()
    return key if key is not None and key.person.is_active else None


def note_use(key: AppKey, *, now: datetime) -> None:
    """Keep on which day a key was used last: one write a day."""
    if key.used_on is None or key.used_on < now.date():
        own = AppKey.objects.filter(pk=key.pk)
        own.filter(Q(used_on=None) | Q(used_on__lt=now.date())).update(used_on=now.date())


def _digest(told: str) -> str:
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()
