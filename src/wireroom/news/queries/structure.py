"""Fact boxes, notes and live entries as revisions keep them, read back as values."""

import json
from datetime import datetime

from wireroom.engine.types import Correction, FactBox, NoteKind
from wireroom.news.live import EntryPlace


def read_fact_boxes(value: str) -> tuple[FactBox, ...]:
    """Return the fact boxes of a JSON list of {title, paragraphs}."""
    if value == "[]":
        return ()
    return tuple(
        FactBox(title=row["title"], paragraphs=tuple(row["paragraphs"]))
        for row in json.loads(value)
    )


def read_corrections(value: str) -> tuple[Correction, ...]:
    """Return the notes of a JSON list of {text, kind, at}; a kind unknown here is a note."""
    if value == "[]":
        return ()
    return tuple(
        Correction(
            text=row["text"],
            kind=_kind_of(row["kind"]),
            at=_moment(row["at"]),
        )
        for row in json.loads(value)
    )


def read_live_entries(value: str) -> tuple[EntryPlace, ...]:
    """Return where live entries stand, of a JSON list of {heading, at, first, end}."""
    if value == "[]":
        return ()
    return tuple(
        EntryPlace(
            heading=row["heading"], at=_moment(row["at"]), first=row["first"], end=row["end"]
        )
        for row in json.loads(value)
    )


def _moment(stated: str | None) -> datetime | None:
    return datetime.fromisoformat(stated) if stated else None


def _kind_of(name: str) -> NoteKind:
    return NoteKind(name) if name in set(NoteKind) else NoteKind.EDITORS_NOTE
