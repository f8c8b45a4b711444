"""The inputs of `./wireroom read`: files, folders, packed files and standard input."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from wireroom.engine.errors import BadInput

ENDINGS: Final = frozenset((".html", ".htm", ".txt", ".xml", ".rss", ".atom", ".json", ".warc"))
STANDARD_INPUT: Final = "-"
# What is unpacked or read of one file at most; the page reader refuses much smaller ones.
MAX_BYTES: Final = 100_000_000


@dataclass(slots=True)
class Found:
    """The files to read, in order, and how many others a folder held."""

    paths: list[Path]
    skipped: int = 0


def find_files(names: Iterable[str]) -> Iterator[Path | BadInput]:
    """Yield the files that the arguments name, or the error of one that cannot be read."""
    found = Found([])
    for name in names:
        yield from _files_of(name, found)
    if found.skipped:
        print(
            f"wireroom read: {found.skipped} files skipped: not {', '.join(sorted(ENDINGS))}"
            " (each also .gz)",
            file=sys.stderr,
        )


def _files_of(name: str, found: Found) -> Iterator[Path | BadInput]:
    path = Path(name)
    if name == STANDARD_INPUT or path.is_file():
        yield path
    elif path.is_dir():
        for child in sorted(path.rglob("*")):
            if child.is_dir():
                continue
            if has_known_ending(child):
                yield child
            else:
                found.skipped += 1
    elif path.exists():
        yield BadInput(f"{name}: neither a file nor a folder; give a file, a folder or -")
    else:
        yield BadInput(f"{name}: no such file or folder; check the path")


def has_known_ending(path: Path) -> bool:
    """Tell whether a file in a folder is one to read, packed or not."""
    name = path.name.lower().removesuffix(".gz")
    return Path(name).suffix in ENDINGS


def is_warc(path: Path) -> bool:
    """Tell whether a file is a web archive, packed or not."""
    return path.name.lower().endswith((".warc", ".warc.gz"))


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file or of standard input, unpacked where they are gzip.

    Raises BadInput with what to do.
    """
    if str(path) == STANDARD_INPUT:
        raw = sys.stdin.buffer.read(MAX_BYTES + 1)
    else:
        try:
            with path.open("rb") as stream:
                raw = stream.read(MAX_BYTES + 1)
        except OSError as error:
            raise BadInput(f"{path}: {error.strerror}; check its permissions") from error
    return _unpacked(raw, path) if raw.startswith(b"\x1f\x8b") else raw


def _unpacked(raw: bytes, path: Path) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as stream:  # all members, and no bomb
            return stream.read(MAX_BYTES)
    except (OSError, EOFError, zlib.error) as error:
        raise BadInput(f"{path}: a damaged gzip file; fetch or pack it again") from error
