"""What changed between two briefs of a story, and why: a report was revised, withdrawn or moved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from wireroom.engine.text.words import words

# Share of the shorter sentence's words that one put in its place has. Revised sentences keep more
# than half of theirs; two sentences of one story share a fifth, names and small words mostly.
_ALIKE: Final = 0.4
# Of another report: nothing but the words tells that it stands for the other.
_ALIKE_ELSEWHERE: Final = 0.6


class Why(StrEnum):
    """Why a piece is no longer what it was."""

    REVISED = "revised"
    WITHDRAWN = "withdrawn"
    MOVED = "moved"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence that a brief shows. `slot` is the part of the brief that it stands in, and what
    of it: a day of the timeline, the fact of a difference.
    """

    slot: tuple[str, ...]
    article: int
    revision: int
    text: str

    @property
    def name(self) -> tuple[str, int, str]:
        """What makes it the same piece in another brief, whatever the revision that has it."""
        return self.slot[0], self.article, " ".join(words(self.text))


@dataclass(frozen=True, slots=True)
class Standing:
    """How a report stands now: its latest revision, whether it may be read, whether it is here."""

    revision: int
    is_read: bool
    is_here: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A piece that is gone, why, and the place in the new brief of what stands for it, if any."""

    was: Piece
    why: Why
    now: int | None


def find_changes(
    before: Sequence[Piece], after: Sequence[Piece], standing: Mapping[int, Standing]
) -> list[Change]:
    """Return what of a brief changed, in the order of the old one.

    What is only added, or gave way to a better sentence of another report, is no change.
    `standing` has the reports of what is gone; one that is not there was withdrawn.
    """
    names = {piece.name for piece in after}
    known = {piece.name for piece in before}
    free = {place: piece for place, piece in enumerate(after) if piece.name not in known}
    found = []
    for piece in before:
        if piece.name in names:
            continue
        why = _why(piece, standing.get(piece.article))
        now = _stands_for(piece, free, is_own=why is Why.READ)
        if now is not None:
            del free[now]
        if now is not None or why is not Why.READ:
            found.append(Change(piece, why, now))
    return found


def _why(piece: Piece, standing: Standing | None) -> Why:
    if standing is None or not standing.is_read:
        return Why.WITHDRAWN
    if not standing.is_here:
        return Why.MOVED
    return Why.REVISED if standing.revision > piece.revision else Why.READ


def _stands_for(piece: Piece, free: Mapping[int, Piece], *, is_own: bool) -> int | None:
    """Return the place of the piece that says the same anew: of its own report before others."""
    rated = sorted(_rate(piece, free, is_own=is_own))
    return rated[0][-1] if rated else None


def _rate(
    piece: Piece, free: Mapping[int, Piece], *, is_own: bool
) -> Iterator[tuple[bool, bool, float, int]]:
    has_slot = len(piece.slot) > 1
    for place, other in free.items():
        if other.slot[0] != piece.slot[0] or (is_own and other.article != piece.article):
            continue
        is_same_slot = has_slot and other.slot == piece.slot
        is_elsewhere = other.article != piece.article
        alike = _likeness(piece.text, other.text)
        needed = _ALIKE_ELSEWHERE if is_elsewhere else 0.0 if is_same_slot else _ALIKE
        if alike >= needed:
            yield is_elsewhere, not is_same_slot, -alike, place


def _likeness(one: str, other: str) -> float:
    ours, theirs = set(words(one)), set(words(other))
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))
