"""From cues to paragraphs: joined across their borders, ended where talk pauses or turns."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from wireroom.engine.transcripts.cues import Cue

_PAUSE_S: Final = 2.0  # between two sentences; talk goes on after about half a second
_LONG_PAUSE_S: Final = 5.0  # wherever it falls: machines' captions have no full stops
# Characters: a paragraph of a report has about 300, and up to 900.
_LONG: Final = 450
_LONGEST: Final = 900
_ENDED: Final = re.compile(r"[.!?…。！？؟۔॥।][\"'”’»)\]]{0,3}$")
_PUNCTUATION: Final = re.compile(r"[^\w\s]{1,3}")
_CLOSING: Final = frozenset(".,;:!?…)]}”»،؛؟。，、！？")
_UNSPACED: Final = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


@dataclass(slots=True)
class _Paragraph:
    parts: list[str] = field(default_factory=list)
    size: int = 0
    is_ended: bool = False

    def add(self, text: str) -> None:
        if self.parts:
            text = _gap(self.parts[-1], text) + text
        self.parts.append(text)
        self.size += len(text)
        self.is_ended = _ENDED.search(text[-4:]) is not None

    def take(self) -> str:
        text = "".join(self.parts)
        self.parts, self.size, self.is_ended = [], 0, False
        return text


def join_cues(cues: Iterable[Cue]) -> Iterator[str]:
    """Yield paragraphs; the first of each turn begins with the speaker's name where it is told."""
    paragraph = _Paragraph()
    speaker, label = "", ""
    end: float | None = None
    for cue in cues:
        turns = cue.is_new or bool(cue.speaker and cue.speaker != speaker)
        if paragraph.parts and (turns or _ends(paragraph, _pause(end, cue.start))):
            yield label + paragraph.take()
            label = ""
        if cue.speaker and cue.speaker != speaker:
            speaker, label = cue.speaker, f"{cue.speaker}: "
        if cue.lines:
            paragraph.add(" ".join(cue.lines))
        end = cue.end if cue.end is not None else end
    if paragraph.parts:
        yield label + paragraph.take()


def _pause(end: float | None, start: float | None) -> float:
    return start - end if end is not None and start is not None else 0.0


def _ends(paragraph: _Paragraph, pause: float) -> bool:
    if paragraph.is_ended:
        return pause >= _PAUSE_S or paragraph.size >= _LONG
    return pause >= _LONG_PAUSE_S or paragraph.size >= _LONGEST


def _gap(before: str, after: str) -> str:
    """Return what stands between two parts: some programs write each word and sign alone."""
    if after[0] in _CLOSING and _PUNCTUATION.fullmatch(after):
        return ""
    is_unspaced = _UNSPACED.match(after) and _UNSPACED.match(before[-1])
    return "" if is_unspaced else " "
