"""Transcripts written as text or HTML: times before the words are dropped, names stay."""

import re
from collections.abc import Iterator
from typing import Final

from wireroom.engine.feeds.sanitise import block_texts
from wireroom.engine.transcripts.cues import Cue, clean_line

# "00:12:07", "[1:05]", "(00:01:02.500)" before what is said then, or alone.
_TIME: Final = re.compile(
    r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?(?:\s*(?:-|–|-->)\s*"
    r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?)?(?=\s|$)[\s:-]{0,5}"
)
_NAME_ALONE: Final = re.compile(r"[^\W\d_][\w .,'’()-]{0,60}[:：]")


def read_plain(text: str) -> Iterator[Cue]:
    """Yield the lines of a text; an empty line begins a paragraph."""
    is_new = True
    for line in text.splitlines():
        said = _without_time(clean_line(line))
        if said:
            yield Cue((said,), is_new=is_new)
            is_new = False
        elif not line.strip():
            is_new = True


def read_markup(markup: str) -> tuple[str, ...]:
    """Return the paragraphs of HTML; a name that stands alone goes before what follows it."""
    paragraphs: list[str] = []
    name = ""
    for is_name, block in block_texts(markup):
        said = _without_time(clean_line(block))
        if is_name or _NAME_ALONE.fullmatch(said):
            name = said.rstrip(":： ") or name
        elif said:
            paragraphs.append(f"{name}: {said}" if name else said)
            name = ""
    return tuple(paragraphs)


def _without_time(text: str) -> str:
    found = _TIME.match(text)
    return text[found.end() :].strip() if found else text
