"""What kind of trouble a feed is in, told from the reason that its last poll left behind."""

import re
from enum import StrEnum
from typing import Final


class Trouble(StrEnum):
    """Kinds that a host meets with different deeds."""

    RETIRED = "retired"
    MISSING = "missing"
    FORBIDDEN = "forbidden"
    BUSY = "busy"
    BROKEN = "broken"
    NOT_A_FEED = "not-a-feed"
    NAME = "name"
    CERTIFICATE = "certificate"
    SLOW = "slow"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"


_BY_STATUS: Final = {
    401: Trouble.FORBIDDEN,
    403: Trouble.FORBIDDEN,
    404: Trouble.MISSING,
    410: Trouble.RETIRED,
    429: Trouble.BUSY,
    451: Trouble.FORBIDDEN,
    503: Trouble.BUSY,
}
_STATUS: Final = re.compile(r"(?:answered |is busy \()([1-5][0-9]{2})\b")
# Parts of our own sentences (adapters.http, adapters.guard); the first that is found counts.
_BY_WORDS: Final = (
    ("refused:", Trouble.REFUSED),
    ("cannot find", Trouble.NAME),
    ("certificate", Trouble.CERTIFICATE),
    ("no secure connection", Trouble.CERTIFICATE),
    ("did not answer in full within", Trouble.SLOW),
    ("the answer is empty", Trouble.NOT_A_FEED),
)
_NO_FEED: Final = "this "  # how a reader of feeds begins to say what it was given instead


def trouble_of(reason: str, *, is_retired: bool = False) -> Trouble:
    """Return the kind of trouble; a feed that cannot be reached, where no more is told."""
    if is_retired:
        return Trouble.RETIRED
    status = _STATUS.search(reason)
    if status is not None:
        code = int(status[1])
        return _BY_STATUS.get(code, Trouble.BROKEN if code >= 500 else Trouble.UNREACHABLE)
    if reason.startswith(_NO_FEED):
        return Trouble.NOT_A_FEED
    return next((kind for words, kind in _BY_WORDS if words in reason), Trouble.UNREACHABLE)
