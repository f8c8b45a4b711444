"""The transcript reader's front: finds out how it is written, and has the right reader read it."""

import re
from collections.abc import Iterable
from typing import Final

from wireroom.engine.text.charset import decode_web, http_charset
from wireroom.engine.transcripts.captions import is_timed, read_captions
from wireroom.engine.transcripts.cues import Cue
from wireroom.engine.transcripts.labels import name_speakers
from wireroom.engine.transcripts.paragraphs import join_cues
from wireroom.engine.transcripts.rolling import fold_rolling
from wireroom.engine.transcripts.segments import read_segments
from wireroom.engine.transcripts.written import read_markup, read_plain
from wireroom.engine.types import TranscriptKind

# Bytes that are looked at: an hour told word by word in JSON has about 1 MB.
MAX_BYTES: Final = 5_000_000
# A talk of three hours has some 160,000 characters; what comes after this is left out.
MAX_TEXT: Final = 300_000
_TIMED: Final = frozenset((TranscriptKind.VTT, TranscriptKind.SRT))
_WEB_PAGE: Final = re.compile(r"\s{0,100}<(?:!doctype|html|head|body)\b", re.IGNORECASE)


def read_transcript(
    raw: bytes, kind: TranscriptKind, *, content_type: str | None = None
) -> tuple[str, ...]:
    """Return what is said, in paragraphs of plain text; none where it is no transcript.

    What the bytes are counts before what they are said to be: servers call captions text. A web
    page is one only where one was announced, else it tells of an error or a login.
    """
    if b"\x00" in raw[:1_000] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ()  # a recording, perhaps
    text = decode_web(raw[:MAX_BYTES], stated=(http_charset(content_type),)).lstrip("\ufeff")
    if kind is TranscriptKind.HTML:
        return _bounded(read_markup(text))
    if _WEB_PAGE.match(text):
        return ()
    return _bounded(join_cues(name_speakers(_cues(text, kind))))


def _cues(text: str, kind: TranscriptKind) -> Iterable[Cue]:
    if kind is TranscriptKind.JSON or (kind in _TIMED and text[:1_000].lstrip()[:1] in ("{", "[")):
        return read_segments(text)
    if kind in _TIMED or text.startswith("WEBVTT") or is_timed(text):
        return fold_rolling(read_captions(text))
    return read_plain(text)


def _bounded(paragraphs: Iterable[str]) -> tuple[str, ...]:
    kept: list[str] = []
    left = MAX_TEXT
    for paragraph in paragraphs:
        if left <= 0:
            break
        kept.append(paragraph[:left].rstrip())
        left -= len(paragraph)
    return tuple(kept)
