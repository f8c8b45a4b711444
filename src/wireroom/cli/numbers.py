"""Numbers that a command is given, so that argparse says what is wrong with another."""

import argparse
from collections.abc import Callable
from typing import Final

_MOST: Final = 1_000_000
_MOST_PORT: Final = 65_535


def number_from(least: int, most: int = _MOST) -> Callable[[str], int]:
    """Return what reads a whole number between two bounds."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and least <= int(text[:9]) <= most):
            raise argparse.ArgumentTypeError(f"{text!r} is no number from {least} to {most}")
        return int(text)

    return read


# 0 lets the system choose, of which nobody would be told.
port_number: Final = number_from(1, _MOST_PORT)
