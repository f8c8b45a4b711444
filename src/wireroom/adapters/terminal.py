"""Lines for whoever looks on: what goes wrong with them stops nothing."""

import sys
from contextlib import suppress


def tell(line: str) -> None:
    """Say a line on standard error, or nothing where nobody takes it.

    The log that it goes to may stand on a full disk, and `./wireroom up 2>&1 | head` reads ten
    lines of it.
    """
    with suppress(OSError, ValueError):  # ValueError: it was closed
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
