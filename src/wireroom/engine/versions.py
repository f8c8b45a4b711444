"""What a form was filled in from: a short mark that is another one once somebody changed it."""

import hashlib

from wireroom.engine.errors import BadInput


class Overtaken(BadInput):
    """Somebody else changed what a form shows while it was being filled in."""


def version_of(*facts: object) -> str:
    """Return the mark of facts, equal where they are written alike; mappings in their order."""
    return hashlib.sha256(repr(facts).encode("utf-8", "replace")).hexdigest()[:16]


def check_version(seen: str, *facts: object) -> None:
    """Raise Overtaken unless the facts are as they were seen; of forms that saw none, never."""
    if seen and seen != version_of(*facts):
        raise Overtaken("somebody else changed this meanwhile; see what stands there now")
