"""A comment's place in its thread: a text by whose order a thread reads from top to bottom."""

from typing import Final

# Deeper replies stand beside one another: a telephone has no room for more.
DEEPEST_SHOWN: Final = 6
_DIGITS: Final = 15  # of one comment's number: a thousand million million comments
LONGEST_PATH: Final = (DEEPEST_SHOWN + 1) * _DIGITS


def path_below(parent: str, number: int) -> str:
    """Return the path of a comment below the one whose path is given, "" for none.

    Digits of one width each, so that every database's order of texts is the thread's order.
    """
    return f"{parent[: DEEPEST_SHOWN * _DIGITS]}{number:0{_DIGITS}d}"


def shown_depth(path: str) -> int:
    """Return how far in a comment stands, 0 for one that answers nobody."""
    return len(path) // _DIGITS - 1
