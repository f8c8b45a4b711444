"""Tokens with which programs hand pages in: made, shown, counted, revoked."""

import hashlib
import secrets
from collections.abc import Collection
from datetime import datetime
from enum import StrEnum
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import F

from wireroom.engine.errors import BadInput
from wireroom.news.models import Token

# A page every six seconds: a newsroom's own site, or a person with a script.
HOURLY: Final = 600
_MARK: Final = "wr_"  # so that programs that look for secrets in public places know ours
_BYTES: Final = 32  # at random: nobody guesses it, and a plain hash of it needs no salt
_NAME_LENGTH: Final = 100


class Scope(StrEnum):
    """What a token is for."""

    PAGES = "pages"  # hand in the HTML of any address: whoever has it is believed
    ADDRESSES = "addresses"  # name an address, which is fetched


class Spent(Exception):  # noqa: N818 - says what is the matter
    """The token was used as often as it may be within this hour."""


def make_token(name: str, scopes: Collection[Scope], *, hourly: int = HOURLY, now: datetime) -> str:
    """File a token and return it: it is not kept, and cannot be shown again.

    Raises BadInput for a name that is there already, or is none.
    """
    name = " ".join(name.split())[:_NAME_LENGTH]
    if not name:
        raise BadInput("give the token a name, as 'our own site'")
    told = _MARK + secrets.token_urlsafe(_BYTES)
    try:
        with transaction.atomic():
            Token.objects.create(
                name=name,
                digest=_digest(told),
                scopes=" ".join(sorted(scopes)),
                hourly=hourly,
                made_at=now,
            )
    except IntegrityError as error:
        raise BadInput(
            "there is a token %(name)s already; choose another name", name=repr(name)
        ) from error
    return told


def revoke_token(name: str, *, now: datetime) -> None:
    """Let a token be of no use any more. Raises BadInput where there is none of that name."""
    if not Token.objects.filter(name=name, revoked_at=None).update(revoked_at=now):
        raise BadInput(
            "there is no token %(name)s that holds; './wireroom token list' shows them",
            name=repr(name),
        )


def find_token(told: str) -> Token | None:
    """Return the token that was shown, if it holds."""
    if not told.startswith(_MARK) or len(told) > _NAME_LENGTH:
        return None
    return Token.objects.filter(digest=_digest(told), revoked_at=None).first()


def allows(token: Token, scope: Scope) -> bool:
    """Tell whether a token is for this."""
    return scope.value in token.scopes.split()


def use_token(token: Token, *, now: datetime) -> None:
    """Count one use of a token, all processes together. Raises Spent where it is one too many."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    rows = Token.objects.filter(pk=token.pk)
    left = rows.filter(hour=hour, hour_count__lt=F("hourly"))
    if left.update(hour_count=F("hour_count") + 1):
        return
    if rows.exclude(hour=hour).update(hour=hour, hour_count=1):
        return
    # Another process may have begun the hour between the two.
    if not left.update(hour_count=F("hour_count") + 1):
        raise Spent


def _digest(told: str) -> str:
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()
