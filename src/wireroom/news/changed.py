"""Marks in a kept brief: which of its pieces changed since the last one, when and why."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, TypeAlias

from wireroom.engine.insight.changes import Piece, Standing, find_changes

Kept: TypeAlias = dict[str, Any]
# A reader who comes back after a weekend still sees what changed; older marks say nothing to them.
_MARKED_FOR: Final = timedelta(days=3)
MOST_GONE: Final = 12
_ROOMS: Final = ("points", "timeline", "quotes")


def find_pieces(content: Mapping[str, Any]) -> list[tuple[Piece, Kept]]:
    """Return the pieces of a kept brief, each with what is kept of it."""
    return [(_piece(slot, kept), kept) for slot, kept in _slots(content)]


def _slots(content: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Kept]]:
    for room in _ROOMS:
        for kept in content.get(room, ()):
            yield (room, kept["day"]) if room == "timeline" else (room,), kept
    for table in content.get("differences", ()):
        for kept in table["values"]:
            yield ("differences", table["measure"], table["about"]), kept


def _piece(slot: tuple[str, ...], kept: Kept) -> Piece:
    text, article, revision, _start, _end = kept["saying"]
    return Piece(slot, article, revision, text)


def find_gone(old: Mapping[str, Any], new: Mapping[str, Any]) -> set[int]:
    """Return the articles of those pieces that the new brief does not have."""
    names = {piece.name for piece, _ in find_pieces(new)}
    return {piece.article for piece, _ in find_pieces(old) if piece.name not in names}


def mark_changes(
    old: Mapping[str, Any],
    new: Kept,
    standing: Mapping[int, Standing],
    *,
    at: datetime,
) -> None:
    """Mark in the new brief what changed since the old one, neither with pieces that are hidden.

    A changed piece gets `changed`: {at, why, was}, `was` a saying; what is gone without another
    in its place stands in `gone`, the latest first, at most MOST_GONE. Marks outlive the next
    briefs for three days.
    """
    before, after = find_pieces(old), find_pieces(new)
    _keep_marks(before, after, since=at - _MARKED_FOR)
    told = {piece.name: kept["saying"] for piece, kept in before}
    gone = []
    for change in find_changes([one for one, _ in before], [one for one, _ in after], standing):
        mark = {"at": at.isoformat(), "why": change.why.value, "was": told[change.was.name]}
        if change.now is None:
            gone.append({**mark, "room": change.was.slot[0]})
        else:
            after[change.now][1]["changed"] = mark
    kept = [one for one in old.get("gone", ()) if _is_recent(one, at - _MARKED_FOR)]
    new["gone"] = [*gone, *kept][:MOST_GONE]


def _keep_marks(
    before: Sequence[tuple[Piece, Kept]], after: Sequence[tuple[Piece, Kept]], *, since: datetime
) -> None:
    marks = {piece.name: kept["changed"] for piece, kept in before if "changed" in kept}
    for piece, kept in after:
        mark = marks.get(piece.name)
        if mark and _is_recent(mark, since):
            kept["changed"] = mark


def _is_recent(mark: Mapping[str, Any], since: datetime) -> bool:
    return datetime.fromisoformat(mark["at"]) > since
