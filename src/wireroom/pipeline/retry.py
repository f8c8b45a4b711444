"""When to try again, and when to give up."""

from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Final

# 30 s, 1 min, 2 min … capped at 6 h: a day's outage is outlived, a dead address is not hammered.
FIRST_DELAY_S: Final = 30.0
LONGEST_DELAY_S: Final = 6 * 3600.0
MAX_ATTEMPTS: Final = 8
# Claims whose holder was killed: several times as many, because a killed holder had up to a
# hundred rows, and one of them at most is to blame.
MAX_ORPHANED: Final = 40
JITTER: Final = 0.25


def retry_at(
    *, key: str, attempts: int, now: datetime, at_least_s: float | None = None
) -> datetime | None:
    """Return when to try again after `attempts` tries, or None to give up.

    The delay doubles with every try. The jitter is a hash of `key` and `attempts`, so that
    rows which failed together do not come back together, and the function stays pure.
    `at_least_s` is what the other side asked for (Retry-After).
    """
    if attempts >= MAX_ATTEMPTS:
        return None
    delay_s = min(FIRST_DELAY_S * 2 ** max(attempts - 1, 0), LONGEST_DELAY_S)
    delay_s *= 1 + JITTER * _fraction(f"{key}:{attempts}")
    return now + timedelta(seconds=max(delay_s, at_least_s or 0.0))


def _fraction(key: str) -> float:
    digest = blake2b(key.encode("utf-8", "replace"), digest_size=4).digest()
    return int.from_bytes(digest, "big") / 0xFFFFFFFF
