"""How many results of a stage are filed in one transaction: as many as keep others waiting shortly.

SQLite has one place to write. What readers save waits for the transaction under way, and a busy
machine makes the same rows take twenty times as long.
"""

from dataclasses import dataclass, field
from typing import Final

# A reader who saves something waits for one such transaction, and for one more that was waiting
# before: half a second at most. On a quiet machine 64 articles are placed in .2 s, 32 polls filed
# in .05 s: nothing is cut there.
LONG_S: Final = 0.25
# What a transaction costs however little it files would be most of the work of smaller ones.
LEAST: Final = 4
_NEW_SHARE: Final = 0.5  # of what a row is held to take: a machine becomes busy in a second


@dataclass(slots=True)
class Portions:
    """What a row took to file lately, by stage."""

    _row_s: dict[str, float] = field(default_factory=dict)

    def fitting(self, step: str, *, most: int) -> int:
        """Return how many rows to file together, `most` at most."""
        row_s = self._row_s.get(step, 0.0)
        if row_s * most <= LONG_S:
            return most
        return min(most, max(LEAST, int(LONG_S / row_s)))

    def took(self, step: str, *, rows: int, seconds: float) -> None:
        """Note how long filing so many rows took."""
        row_s = seconds / rows
        before = self._row_s.get(step, row_s)
        self._row_s[step] = before + _NEW_SHARE * (row_s - before)
