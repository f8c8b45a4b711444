"""Fact boxes and notes as revisions keep them, read back as the engine's values."""

import json
from datetime import datetime

from wireroom.engine.types import Correction, FactBox, NoteKind


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
            at=datetime.fromisoformat(row["at"]) if row["at"] else None,
        )
        for row in json.loads(value)
    )


def _kind_of(name: str) -> NoteKind:
    return NoteKind(name) if name in set(NoteKind) else NoteKind.EDITORS_NOTE
