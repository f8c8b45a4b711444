"""The signed word in a letter by which its reader can end them, signed in or not."""

from typing import Final

from django.core import signing

_SALT: Final = "wireroom.digest"


def unsubscribe_token(person_id: int) -> str:
    """Return what ends a person's digests, and can do nothing else; it does not run out."""
    return signing.dumps(person_id, salt=_SALT)


def read_token(token: str) -> int | None:
    """Return whose digests a token ends; None for one that is not ours."""
    try:
        person_id = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return None
    return person_id if isinstance(person_id, int) else None
