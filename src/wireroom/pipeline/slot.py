"""A coordinator's name that outlives it: its successor knows which leases are orphaned."""

import fcntl
import os
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

MOST_COORDINATORS: Final = 64  # on one machine and var folder


@dataclass(slots=True)
class Slot:
    """A locked file that holds the coordinator's name.

    The lock goes with the process, however it ends; whoever gets it next may take for dead
    all who had the name before.
    """

    holder: str
    _descriptor: int

    @classmethod
    def take(cls, var: Path) -> Self:
        """Take the first free slot of the folder. Raises OSError when it cannot be written."""
        for number in range(MOST_COORDINATORS):
            descriptor = os.open(var / f"coordinator-{number}", os.O_RDWR | os.O_CREAT, 0o600)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(descriptor)
                continue
            return cls(_kept_name(descriptor), descriptor)
        raise OSError(f"{MOST_COORDINATORS} coordinators run in {var} already")

    def release(self) -> None:
        """Free the slot; its name stays for the next."""
        os.close(self._descriptor)


def _kept_name(descriptor: int) -> str:
    kept = os.read(descriptor, 12).decode("ascii", "replace")
    if len(kept) == 12:
        return kept
    name = uuid.uuid4().hex[:12]
    os.pwrite(descriptor, name.encode("ascii"), 0)
    return name
