"""Passwords known from leaks, searched in a file or folder of hashes that the operator names.

The forms are those of Have I Been Pwned (SHA-1): one file of lines `HASH:COUNT` in order, or a
folder of files named by five digits of a hash, each with the rest of those that open so.
"""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Final

from wireroom.engine.errors import BadInput

_DIGITS: Final = 40  # of a SHA-1 in hexadecimal
_PREFIX: Final = 5  # digits that name a file of a folder
_LONGEST_LINE: Final = 80  # a hash, a colon and a count
_NEAR: Final = 4096  # bytes that are read in one: a page of the disk
# A file of a folder holds some 1,000 to 2,000 lines.
_MOST_OF_PREFIX: Final = 4_000_000
_LINE: Final = re.compile(rb"[0-9A-Fa-f]{40}(:\d+)?\s*")
_FORM: Final = "lines of a SHA-1 in hexadecimal, a colon and a count, in the order of the hashes"


def check_leaked(path: Path) -> None:
    """Look whether leaks can be searched there. Raises BadInput, which says what to name."""
    try:
        if path.is_dir():
            if _file_of(path, "0" * _PREFIX) is None:
                raise BadInput(f"{path} has no file {'0' * _PREFIX} or {'0' * _PREFIX}.txt")
            return
        with path.open("rb") as file:
            if not _LINE.fullmatch(file.readline(_LONGEST_LINE)):
                raise BadInput(f"{path} is no file of leaked passwords: it has {_FORM}")
    except OSError as error:
        raise BadInput(f"cannot read {path}: {error.strerror or error}") from error


def is_leaked(password: str, path: Path) -> bool:
    """Tell whether a password is among the leaked, reading some 25 pages at most.

    Raises OSError where the file is gone.
    """
    secret = password.encode("utf-8", "surrogatepass")
    wanted = hashlib.sha1(secret, usedforsecurity=False).hexdigest().upper()
    if path.is_dir():
        file = _file_of(path, wanted[:_PREFIX])
        if file is None:
            return False
        with file.open("rb") as lines:
            held = lines.read(_MOST_OF_PREFIX).splitlines()
        return _holds(held, wanted[_PREFIX:])
    with path.open("rb") as file_of_all:
        return _holds(_lines_near(file_of_all, wanted.encode()), wanted)


def _file_of(folder: Path, prefix: str) -> Path | None:
    names = (f"{prefix}{ending}" for ending in ("", ".txt"))
    return next((folder / name for name in names if (folder / name).is_file()), None)


def _holds(lines: Iterable[bytes], wanted: str) -> bool:
    return any(line[: len(wanted)].upper() == wanted.encode() for line in lines)


def _lines_near(file: BinaryIO, wanted: bytes) -> list[bytes]:
    """Return the few lines among which a hash stands, if it does: by halves of what is left.

    `low` is always where a line begins whose hash is no larger, `high` behind one that is larger.
    """
    low, high = 0, file.seek(0, 2)
    while high - low > _NEAR:
        middle = (low + high) // 2
        file.seek(middle)
        file.readline(_LONGEST_LINE)  # the rest of a line
        start = file.tell()
        if start >= high or file.readline(_LONGEST_LINE)[:_DIGITS].upper() > wanted:
            high = middle
        else:
            low = start
    file.seek(low)
    return file.read(high - low + _LONGEST_LINE).splitlines()
