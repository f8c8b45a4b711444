"""Why something about comments is not done: one exception that carries what a page must say."""

from datetime import timedelta
from enum import StrEnum


class Why(StrEnum):
    """What is in the way."""

    EMPTY = "empty"
    LONG = "long"
    NO_NAME = "no name"
    NAME_SIGNS = "name signs"
    NAME_TAKEN = "name taken"
    NAME_RESERVED = "name reserved"
    NAME_FIXED = "name fixed"
    BANNED = "banned"
    OFTEN = "often"
    SLOW = "slow"
    LOCKED = "locked"
    GONE = "gone"
    PARENT_GONE = "parent gone"
    NOT_OWN = "not own"
    LATE = "late"
    CHANGED = "changed"
    DECIDED = "decided"


class Refused(Exception):  # noqa: N818 - nothing is wrong with who asks
    """Not done; `wait` is how long to wait where waiting helps, `told` what else is to be said."""

    def __init__(self, why: Why, *, wait: timedelta = timedelta(0), told: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.wait = wait
        self.told = told
