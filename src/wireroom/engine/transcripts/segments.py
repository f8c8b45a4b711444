"""Transcripts in JSON: that of Podcasting 2.0, Podlove's, and what programs that hear write."""

import json
from collections.abc import Iterator
from typing import Any

from wireroom.engine.transcripts.cues import Cue, clean_line, clean_name


def read_segments(text: str) -> Iterator[Cue]:
    """Yield the segments' words with who speaks; nothing of JSON that is broken or another's."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return
    segments = told.get("segments", told.get("transcripts")) if isinstance(told, dict) else told
    for segment in segments if isinstance(segments, list) else ():
        if isinstance(segment, dict):
            yield from _cue(segment)


def _cue(segment: dict[str, Any]) -> Iterator[Cue]:
    said = segment.get("body", segment.get("text"))
    kept = clean_line(said) if isinstance(said, str) else ""
    if kept:
        yield Cue(
            (kept,),
            clean_name(segment.get("voice") or segment.get("speaker")),
            _seconds(segment.get("startTime", segment.get("start"))),
            _seconds(segment.get("endTime", segment.get("end"))),
        )


def _seconds(stated: object) -> float | None:
    if not isinstance(stated, int | float):
        return None
    return float(stated) if 0 <= stated < 1e6 else None  # an integer may be too long for a float
