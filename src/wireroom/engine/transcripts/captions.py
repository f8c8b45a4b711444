"""WebVTT (W3C) and SubRip: captions with times, read leniently as one format."""

import re
from collections.abc import Iterator
from typing import Final

from wireroom.engine.transcripts.cues import Cue, clean_line, clean_name

_AT: Final = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?"
_TIMES: Final = re.compile(rf"\s{{0,20}}{_AT}[ \t]{{0,20}}-->[ \t]{{0,20}}{_AT}")
_VOICE: Final = re.compile(r"<v(?:\.[^<>\s]{0,100})?[ \t]+([^<>]{1,200})>")
# Captions mark who speaks next by signs: ">>" (line 21 of American television), a dash elsewhere.
_NEXT: Final = re.compile(r"(?:>>+|&gt;&gt;(?:&gt;)?|[-–—](?=\s))\s*")


def is_timed(text: str) -> bool:
    """Whether one of the first lines says when something is said."""
    return any(_TIMES.match(line) for line in text[:3_000].splitlines())


def read_captions(text: str) -> Iterator[Cue]:
    """Yield the cues of WebVTT or SubRip; headers, notes, styles and numbers are passed over."""
    times: tuple[float, float] | None = None
    payload: list[str] = []
    for line in text.splitlines():
        found = _TIMES.match(line) if "-->" in line else None
        if found is not None:
            if payload and payload[-1].strip().isdigit():
                payload.pop()  # the next one's number, where no empty line goes before it
            yield from _cues(payload, times)
            payload, times = [], (_seconds(found.groups()[:4]), _seconds(found.groups()[4:]))
        elif not line.strip():
            yield from _cues(payload, times)
            payload, times = [], None
        elif times is not None:
            payload.append(line)
    yield from _cues(payload, times)


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")


def _cues(payload: list[str], times: tuple[float, float] | None) -> Iterator[Cue]:
    """Yield a cue for each voice, and for each line that begins with a sign for the next one."""
    if times is None:
        return
    speaker, is_new, lines = "", False, list[str]()
    for line in payload:
        for voice, said in _voices(line):
            begins = _NEXT.match(said)
            if voice or begins:
                yield from _cue(lines, speaker, times, is_new=is_new)
                speaker, is_new, lines = voice or "", begins is not None, []
            lines.append(said[begins.end() :] if begins else said)
    yield from _cue(lines, speaker, times, is_new=is_new)


def _voices(line: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a line with the name that stands before each."""
    parts = _VOICE.split(line)
    if parts[0].strip():
        yield "", parts[0]
    for name, said in zip(parts[1::2], parts[2::2], strict=True):
        yield clean_name(name), said


def _cue(
    lines: list[str], speaker: str, times: tuple[float, float], *, is_new: bool
) -> Iterator[Cue]:
    kept = tuple(text for line in lines if (text := clean_line(line)))
    if kept:
        yield Cue(kept, speaker, *times, is_new=is_new)
